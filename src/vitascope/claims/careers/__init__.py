"""Careers: offices, trades and works, which nouns tell more often than verbs."""
