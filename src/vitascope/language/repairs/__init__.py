"""Named repairs of known faults of the parser."""
