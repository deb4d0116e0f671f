"""Contacts out of the library and into it, in the formats other programs speak."""
