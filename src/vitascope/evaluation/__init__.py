"""Scores of what was read against what a careful reader finds."""
