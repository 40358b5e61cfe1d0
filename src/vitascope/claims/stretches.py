"""Stretches of text that are quoted: between quotation marks, or set apart in paragraphs of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vitascope.language.set_apart import set_apart
from vitascope.model import Document, Span

MARKS = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"', "'": "'"}
_OPENING = re.compile(r"""“|«|„|‘(?=\S)|"(?:(?<!\S")|(?=\w))|'(?<![^\s(\[]')(?=[^\s\d])""")
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


def framed(document: Document) -> tuple[tuple[Span, tuple[Span, ...]], ...]:
    """What a document quotes, paragraph by paragraph: where the speaker may be told, and the stretches.

    Of a paragraph that is set apart the speaker is told in the one before it.
    """
    return tuple(_framed(document))


def _framed(document: Document) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    apart = set_apart(document)
    lead = Span(0, 0)
    for block in document.blocks:
        if block.kind == "infobox":
            continue
        whole = tuple(span for span in apart if block.span.contains(span))
        inside = (span for span in quoted(document.text, block.span) if not any(w.contains(span) for w in whole))
        yield Span(lead.start if whole else block.span.start, block.span.end), (*inside, *whole)
        if not whole:
            lead = block.span
