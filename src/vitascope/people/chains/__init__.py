"""Chains: everything in a text that means the same person or thing, each with the whole of its words."""
