"""List lines and the ``Key: value`` lines of an infobox, alike in plain text, Markdown and wiki extracts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vitascope.model import Span
from vitascope.sources.layout import Piece

_BULLET = re.compile(r"[-*•]{1,4}[ \t]+(?=\S)")
_KEY_LENGTH = 40
_KEY_WORDS = 5


def bullet(text: str, line: Span) -> int:
    """The length of the list mark that ``line`` begins with, 0 if none."""
    match = _BULLET.match(text, line.start, line.end)
    return match.end() - line.start if match else 0


def pair(text: str, span: Span) -> tuple[Span, Span] | None:
    """Key and value if the words at ``span`` read ``Key: value`` with a short key without digits."""
    colon = text.find(":", span.start, min(span.end, span.start + _KEY_LENGTH + 1))
    if colon <= span.start or colon + 1 >= span.end or not text[colon + 1].isspace():
        return None
    key = text[span.start : colon]
    rest = text[colon + 1 : span.end]
    if len(key.split()) > _KEY_WORDS or any(map(str.isdigit, key)) or not key[0].isalpha() or not rest.strip():
        return None
    value = span.end - len(rest.lstrip())
    return Span(span.start, span.start + len(key.rstrip())), Span(value, span.end)


def listed(text: str, items: Sequence[Span], *, leading: bool) -> list[Piece]:
    """Pieces for consecutive list lines, given without their marks.

    ``leading`` is true before the first section: there each ``Key: value`` line belongs to the infobox.
    Further on a list is one only if it has two lines or more, all of them pairs with different keys; "-
    Riga: a guide" in a list of works is an item.
    """
    pairs = [pair(text, item) for item in items]
    keys = [text[found[0].start : found[0].end] for found in pairs if found]
    table = len(keys) == len(items) > 1 and len(set(keys)) == len(keys)
    return [
        Piece("infobox", item, key=found[0], value=found[1]) if found and (leading or table) else Piece("item", item)
        for item, found in zip(items, pairs, strict=True)
    ]
