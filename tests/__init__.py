"""The tests: what a user gets, in the user's words; the folders mirror the program's structure."""
