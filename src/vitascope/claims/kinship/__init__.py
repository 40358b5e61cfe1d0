"""Kinship: the claims that tie persons of a text to each other."""
