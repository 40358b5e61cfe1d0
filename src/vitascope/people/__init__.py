"""Who a document tells of: personas and every mention of them."""

from vitascope.people.coreference import read_people, with_words

__all__ = ["read_people", "with_words"]
