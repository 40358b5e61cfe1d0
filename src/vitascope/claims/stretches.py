"""Stretches of text between quotation marks."""

from __future__ import annotations

import re

from vitascope.model import Span

MARKS = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"', "'": "'"}
_OPENING = re.compile(r"""[“«„]|‘(?=\S)|(?!(?<=\S)"(?!\w))"|(?<![^\s(\[])'(?=[^\s\d])""")
_CLOSING = {
    "”": re.compile("”"),
    "»": re.compile("»"),
    "“": re.compile("“"),
    '"': re.compile(r"""(?!(?<![^\s(\[])"(?=\S))\""""),
    "’": re.compile(r"(?<=\S)’(?!\w)"),
    "'": re.compile(r"(?<=\S)'(?!\w)"),
}
"""A straight mark can by the signs around it only end a quotation, or only begin one. A single mark between letters or
before a year is an apostrophe."""
LONGEST = 3_000
"""Code points; an unmatched mark does not swallow the rest of a text."""


def quoted(text: str, span: Span) -> list[Span]:
    """Stretches between quotation marks within ``span``, without the marks. Linear in the length."""
    found: list[Span] = []
    opening = _OPENING.search(text, span.start, span.end)
    while opening is not None:
        at = opening.start()
        closing = _CLOSING[MARKS[opening[0]]].search(text, at + 1, min(span.end, at + LONGEST))
        if closing is not None and closing.start() > at + 1:
            found.append(Span(at + 1, closing.start()))
            at = closing.start()
        opening = _OPENING.search(text, at + 1, span.end)
    return found
