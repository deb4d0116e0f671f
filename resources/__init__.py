"""Data that ships with the program: word lists, icons and translations."""
