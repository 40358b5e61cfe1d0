"""The words of a text for the search of places: prose, asides, list items and infobox values alike."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from vitascope.model import Annotation, Document, Span, Token
from vitascope.places.lexicon import Lexicon

__all__ = ["Line", "Word", "lines"]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word. ``gap`` is the text between it and the word before, ``token`` its token where it was parsed."""

    text: str
    span: Span
    gap: str
    token: Token | None

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it is written like a name; a lone letter is an initial."""
        return self.text[:1].isupper() and len(self.text) > 1


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one block in order; ``key`` is that of an infobox line, in lower case."""

    words: tuple[Word, ...]
    key: str = ""


def lines(document: Document, annotation: Annotation, lex: Lexicon) -> Iterator[Line]:
    """All blocks but headings, in text order. Linear in the text."""
    tokens = {token.span.start: token for token in annotation.tokens}
    starts = [token.span.start for token in annotation.tokens]
    for block in document.blocks:
        if block.kind == "heading":
            continue
        span = block.value if block.kind == "infobox" and block.value else block.span
        key = document.quote(block.key).strip().lower() if block.key else ""
        yield Line(tuple(_words(document.text, span, tokens, starts, annotation, lex)), key)


def _words(
    text: str, span: Span, tokens: dict[int, Token], starts: list[int], annotation: Annotation, lex: Lexicon
) -> Iterator[Word]:
    before = span.start
    for match in _WORD.finditer(text, span.start, span.end):
        ending = _POSSESSIVE.search(match[0])
        end = match.end() - (len(ending[0]) if ending else 0)
        token = tokens.get(match.start())
        if token is None and starts:
            at = bisect_right(starts, match.start()) - 1
            held = annotation.tokens[at] if at >= 0 else None
            token = held if held is not None and held.span.end > match.start() else None
        gap = _SPACES.sub(" ", text[before : match.start()])
        if gap == ". " and before != span.start and text[:before].rsplit(None, 1)[-1].strip("(") in lex.abbreviated:
            gap = " "
        yield Word(text[match.start() : end], Span(match.start(), end), gap, token)
        before = end
