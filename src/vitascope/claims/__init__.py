"""From annotation, people and times to claims with their status."""
