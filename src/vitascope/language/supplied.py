"""A stretch of text with words supplied for the parser, and the way back to the offsets of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """``given`` stands for ``[start, end)`` of a text; where nothing stands there it is supplied."""

    start: int
    end: int
    given: str


@dataclass(frozen=True, slots=True)
class Supplied:
    """The ``text`` for the parser. ``pieces`` are (start in it, start and end in the source, whether they are the
    source's own words) in order."""

    text: str
    pieces: tuple[tuple[int, int, int, bool], ...]

    def source(self, start: int, end: int) -> tuple[int, int, bool]:
        """Where ``[start, end)`` of the parser's text stands in the source; False with words that do not stand there.

        A word that spans a supplied and a source piece belongs to the piece in which it begins.
        """
        at = bisect_right(self.pieces, (start + 1,)) - 1
        began, first, last, own = self.pieces[at]
        if own:
            return first + start - began, min(first + end - began, last), True
        return first, last, first < last


def supply(text: str, changes: Sequence[Change]) -> Supplied:
    """``text`` with the changes made, which are in text order and do not overlap."""
    parts: list[str] = []
    pieces: list[tuple[int, int, int, bool]] = []
    at = length = 0
    for change in changes:
        if change.start > at:
            pieces.append((length, at, change.start, True))
            parts.append(text[at : change.start])
            length += change.start - at
        pieces.append((length, change.start, change.end, False))
        parts.append(change.given)
        length += len(change.given)
        at = change.end
    pieces.append((length, at, len(text), True))
    parts.append(text[at:])
    return Supplied("".join(parts), tuple(pieces))
