"""Who a document tells of: personas and every mention of them."""

from vitascope.people.coreference import read_people

__all__ = ["read_people"]
