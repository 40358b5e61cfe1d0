"""Kinfolk: relatives who are told of, named or not."""
