"""Direct speech: stretches between quotation marks whose "I" and "he" belong to the one who speaks."""

from __future__ import annotations

from typing import NamedTuple

from vitascope.model import Document, Span

__all__ = ["Quoted", "quoted", "speeches"]

_CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"'}
_WORDS = 4
"""Shorter quotations are by-names and borrowed words, which the author's own sentence governs."""


class Quoted(NamedTuple):
    """What stands between quotation marks, in text order, and of that the sentences of their own."""

    quotations: tuple[Span, ...]
    speeches: frozenset[Span]


def quoted(document: Document) -> Quoted:
    """Every quotation whose marks close within its block."""
    found: list[Span] = []
    for block in document.blocks:
        opened: tuple[str, int] | None = None
        for at in range(block.span.start, block.span.end):
            sign = document.text[at]
            if opened is not None and sign == _CLOSING[opened[0]]:
                found.append(Span(opened[1], at + 1))
                opened = None
            elif opened is None and sign in _CLOSING:
                opened = sign, at
    return Quoted(tuple(found), frozenset(s for s in found if _is_speech(document.text[s.start + 1 : s.end - 1])))


def speeches(document: Document) -> list[Span]:
    """Quotations that are sentences of their own, in text order; marks must close within their block."""
    return sorted(quoted(document).speeches)


def _is_speech(inner: str) -> bool:
    inner = inner.lstrip(" …[.")
    return len(inner.split()) >= _WORDS and inner[:1].isupper()
