"""The nouns: frozen, comparable values that every other part of the program speaks in."""
