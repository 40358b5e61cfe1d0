"""A claim together with the document that makes it: what a writer or a view needs to show the words."""

from __future__ import annotations

from typing import NamedTuple

from vitascope.model import Claim, Document, Reading


class Attested(NamedTuple):
    """One claim and its document. ``claim.document == document.id``."""

    document: Document
    claim: Claim

    @property
    def quote(self) -> str:
        """The exact words of the claim."""
        return self.document.quote(self.claim.span)

    @property
    def sentence(self) -> str:
        """The exact words of the sentence around it."""
        return self.document.quote(self.claim.sentence)


def attested(reading: Reading) -> tuple[Attested, ...]:
    """Every claim of a reading with its document, in the order of the reading."""
    return tuple(Attested(reading.document, claim) for claim in reading.claims)
