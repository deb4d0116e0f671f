"""The type that the window is set in, under the SIL Open Font License beside it."""
