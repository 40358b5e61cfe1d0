"""Stretches of text between quotation marks."""

from __future__ import annotations

from vitascope.model import Span

MARKS = {"“": "”", "«": "»", "„": "“", '"': '"'}
LONGEST = 3_000
"""Code points; an unmatched mark does not swallow the rest of a text."""


def quoted(text: str, span: Span) -> list[Span]:
    """Stretches between quotation marks within ``span``, without the marks. Linear in the length."""
    found: list[Span] = []
    at = span.start
    while at < span.end:
        closing = MARKS.get(text[at])
        if closing is not None:
            end = text.find(closing, at + 1, min(span.end, at + LONGEST))
            if end > at + 1:
                found.append(Span(at + 1, end))
                at = end
        at += 1
    return found
