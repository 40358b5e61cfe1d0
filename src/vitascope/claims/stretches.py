"""Stretches of text between quotation marks."""

from __future__ import annotations

import re

from vitascope.model import Span

MARKS = {"“": "”", "«": "»", "„": "“", '"': '"'}
_OPENING = re.compile(f"[{''.join(MARKS)}]")
LONGEST = 3_000
"""Code points; an unmatched mark does not swallow the rest of a text."""


def quoted(text: str, span: Span) -> list[Span]:
    """Stretches between quotation marks within ``span``, without the marks. Linear in the length."""
    found: list[Span] = []
    opening = _OPENING.search(text, span.start, span.end)
    while opening is not None:
        at = opening.start()
        end = text.find(MARKS[opening[0]], at + 1, min(span.end, at + LONGEST))
        if end > at + 1:
            found.append(Span(at + 1, end))
            at = end
        opening = _OPENING.search(text, at + 1, span.end)
    return found
