"""Ordering: what the claims of one life tell of each other's times."""
