"""The library on disk: SQLite and picture files inside, model values outside."""
