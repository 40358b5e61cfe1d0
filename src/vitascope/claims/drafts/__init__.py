"""Drafts that no frame gives by itself: added, completed or told of somebody else by what stands around them."""
