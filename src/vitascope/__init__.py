"""Vitascope reads the story of a life and gives back what it claims, claim by claim."""

__version__ = "0.1.0"
