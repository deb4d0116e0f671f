"""Cardkeeper's core: business cards in, people kept. Nothing in this package imports Qt."""

__version__ = "0.1.0"
