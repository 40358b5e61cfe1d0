"""What a format reader finds in a text: its pieces in order, and from them the blocks and sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vitascope.model import Block, BlockKind, Section, Span


class Piece(NamedTuple):
    """A block before it is known in which section it stands. ``level`` counts for headings, from 1."""

    kind: BlockKind
    span: Span
    level: int = 0
    key: Span | None = None
    value: Span | None = None


class Layout(NamedTuple):
    """A text with its structure. ``title`` is empty where the text does not name itself."""

    text: str
    title: str
    pieces: tuple[Piece, ...]


def arrange(text: str, pieces: Iterable[Piece]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """Blocks and sections of ``text`` from ``pieces`` in text order.

    A section runs from its heading to the next heading of any level, the last to the end of the text.
    """
    blocks: list[Block] = []
    headings: list[Piece] = []
    for piece in pieces:
        if piece.kind == "heading":
            headings.append(piece)
        blocks.append(Block(piece.kind, piece.span, len(headings) - 1, piece.key, piece.value))
    ends = [piece.span.start for piece in headings[1:]] + [len(text)]
    sections = tuple(
        Section(text[piece.span.start : piece.span.end], piece.level, Span(piece.span.start, end))
        for piece, end in zip(headings, ends, strict=False)
    )
    return tuple(blocks), sections


def own_title(text: str, pieces: Sequence[Piece]) -> str:
    """The words of the first heading of level 1, or nothing."""
    for piece in pieces:
        if piece.kind == "heading" and piece.level == 1:
            return " ".join(text[piece.span.start : piece.span.end].split())
    return ""
