"""The text of a life with its claims marked: what a page underlines.

The text is cut where a claim begins or ends, so that each piece lies wholly within or outside of every claim.
Claims may nest (a confession and what was confessed) and cross; a piece names all that cover it, the tightest
first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vitascope.model import BlockKind, Claim, Document, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block, and the claims that cover it: the tightest first, empty where nothing is claimed."""

    text: str
    span: Span
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """One block in pieces; joined, they are its words. ``level`` is that of a heading, 0 for all else."""

    kind: BlockKind
    level: int
    pieces: tuple[Piece, ...]


def marked_text(document: Document, claims: Sequence[Claim]) -> tuple[MarkedBlock, ...]:
    """The blocks of a document in text order. O(b log n + n + p), p being the pieces and their claims."""
    ordered = sorted(claims, key=lambda claim: (claim.span, claim.id))
    levels = {section.span.start: section.level for section in document.sections}
    blocks = []
    open_: list[Claim] = []
    upcoming = 0
    for block in document.blocks:
        while upcoming < len(ordered) and ordered[upcoming].span.start < block.span.end:
            open_.append(ordered[upcoming])
            upcoming += 1
        open_ = [claim for claim in open_ if claim.span.end > block.span.start]
        here = document.sections[block.section] if block.kind == "heading" and block.section >= 0 else None
        level = here.level if here else levels.get(block.span.start, 0)
        blocks.append(MarkedBlock(block.kind, level, _pieces(document, block.span, open_)))
    return tuple(blocks)


def _pieces(document: Document, span: Span, claims: Sequence[Claim]) -> tuple[Piece, ...]:
    cuts = {span.start, span.end}
    for claim in claims:
        cuts.update(at for at in claim.span if span.start < at < span.end)
    ends = sorted(cuts)
    pieces = []
    for start, end in pairwise(ends):
        piece = Span(start, end)
        covering = [claim for claim in claims if claim.span.contains(piece)]
        covering.sort(key=lambda claim: (claim.span.end - claim.span.start, claim.span, claim.id))
        pieces.append(Piece(document.quote(piece), piece, tuple(covering)))
    return tuple(pieces)
