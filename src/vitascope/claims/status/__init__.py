"""Status: how far each claim is from fact, whose word it is, under what force, and whether it still stands."""
