"""The words of a text for the search of places: prose, asides, list items and infobox values alike."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from vitascope.model import Annotation, Document, Span, Token
from vitascope.places.lexicon import Lexicon

__all__ = ["Line", "Word", "lines"]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = ("'s", "’s")
_SPACES = re.compile(r"\s+")


class Word(NamedTuple):
    """One word that begins at ``start``. ``gap`` is the text between it and the word before, ``token`` its token where
    it was parsed."""

    text: str
    start: int
    gap: str
    token: Token | None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.start + len(self.text))

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
        word, (start, end) = match[0], match.span()
        if word.endswith(_POSSESSIVE):
            word, end = word[:-2], end - 2
        token = tokens.get(start)
        if token is None and starts:
            at = bisect_right(starts, start) - 1
            held = annotation.tokens[at] if at >= 0 else None
            token = held if held is not None and held.span.end > start else None
        gap = text[before:start]
        if gap != " ":
            gap = _SPACES.sub(" ", gap)
            if gap == ". " and before != span.start and _last_word(text, before).strip("(") in lex.abbreviated:
                gap = " "
        yield Word(word, start, gap, token)
        before = end


def _last_word(text: str, end: int) -> str:
    """What stands without a blank before ``end``."""
    start = end
    while start and not text[start - 1].isspace():
        start -= 1
    return text[start:end]
