"""Direct speech: stretches between quotation marks whose "I" and "he" belong to the one who speaks."""

from __future__ import annotations

from vitascope.model import Document, Span

__all__ = ["speeches"]

_CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"'}
_WORDS = 4
"""Shorter quotations are by-names and borrowed words, which the author's own sentence governs."""


def speeches(document: Document) -> list[Span]:
    """Quotations that are sentences of their own, in text order; marks must close within their block."""
    found: list[Span] = []
    for block in document.blocks:
        opened: tuple[str, int] | None = None
        for at in range(block.span.start, block.span.end):
            sign = document.text[at]
            if opened is not None and sign == _CLOSING[opened[0]]:
                span = Span(opened[1], at + 1)
                if _is_speech(document.text[span.start + 1 : at]):
                    found.append(span)
                opened = None
            elif opened is None and sign in _CLOSING:
                opened = sign, at
    return found


def _is_speech(inner: str) -> bool:
    inner = inner.lstrip(" …[.")
    return len(inner.split()) >= _WORDS and inner[:1].isupper()
