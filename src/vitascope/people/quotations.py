"""Direct speech: stretches between quotation marks or set apart whose "I" and "he" belong to the one who speaks."""

from __future__ import annotations

import re
from typing import NamedTuple

from vitascope.language.set_apart import in_first_person, set_apart
from vitascope.model import Document, Span

__all__ = ["Quoted", "quoted"]

_CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"'}
_SIGN = re.compile(f"[{''.join((*_CLOSING, *_CLOSING.values()))}]")
_WORDS = 4
"""Shorter quotations are by-names and borrowed words, which the author's own sentence governs."""


class Quoted(NamedTuple):
    """What stands between quotation marks, in text order, and of that the sentences of their own."""

    quotations: tuple[Span, ...]
    speeches: frozenset[Span]


def quoted(document: Document) -> Quoted:
    """Every quotation whose marks close within its block, and those that are set apart."""
    found: list[Span] = []
    apart = set_apart(document)
    for block in document.blocks:
        opened: tuple[str, int] | None = None
        for mark in _SIGN.finditer(document.text, block.span.start, block.span.end):
            sign, at = mark[0], mark.start()
            if opened is not None and sign == _CLOSING[opened[0]] and not _only_opens(document.text, at):
                found.append(Span(opened[1], at + 1))
                opened = None
            elif sign in _CLOSING and (opened is None or _only_opens(document.text, at)):
                opened = None if _only_closes(document.text, at) else (sign, at)
    found = [span for span in found if not any(a.overlaps(span) for a in apart)]
    speeches = {s for s in found if _is_speech(document.text[s.start + 1 : s.end - 1])}
    speeches.update(a for a in apart if in_first_person(document, a))
    return Quoted(tuple(sorted({*found, *apart})), frozenset(speeches))


def _only_opens(text: str, at: int) -> bool:
    """A straight mark with a blank before it and a word behind begins: one still open before it was never closed."""
    return text[at] == '"' and text[at - 1 : at].isspace() and text[at + 1 : at + 2].isalnum()


def _only_closes(text: str, at: int) -> bool:
    """A straight mark with a blank behind it and none before ends what nobody began."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return text[at] == '"' and bool(before) and not before.isspace() and (not after or after.isspace())


def _is_speech(inner: str) -> bool:
    inner = inner.lstrip(" …[.")
    return len(inner.split()) >= _WORDS and inner[:1].isupper()
