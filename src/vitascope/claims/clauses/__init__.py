"""Clauses: every predication of a text with its logical arguments, from the parse alone."""
