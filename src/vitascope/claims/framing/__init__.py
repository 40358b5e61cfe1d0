"""Frames: from clauses and the lexicon to drafts of claims."""
