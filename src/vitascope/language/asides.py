"""Lift parentheses out of a text before it is parsed, and map parsed offsets back.

A parser trained on news reads "Anna Berg (Анна Берг; 3 May 1871 – 1940) was a painter" as three sentences. What a
parenthesis of dates, scripts or a short gloss says is read from the text itself by other stages; the sentence
around it is parsed without it.

A run of characters without a blank that is longer than any word is parsed in pieces: spaCy's tokeniser takes time
that grows with the square of a word's length or worse (10,000 brackets in a row: a minute).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from vitascope.model import Span

_CLOSING = {"(": ")", "[": "]"}
_LOWER = re.compile(r"\b[a-z]{2,}\b")
_YEAR = re.compile(r"\d{3}|\d\d?\s?[–-]\s?\d")
MAX_ASIDE = 400
"""Longer parentheses are prose of their own and stay, in code points."""
LONGEST_WORD = 200
"""Code points after which a word is cut for the parser."""
_UNBROKEN = re.compile(r"\S+")


def find_asides(text: str, span: Span, born: re.Pattern[str] | None = None, kept: tuple[str, ...] = ()) -> list[Span]:
    """Outermost parentheses and brackets within ``span`` that are no prose, in order. Linear in the length.

    What ``born`` finds outside them (", née Lund") is lifted as well, and so is all that stands in brackets with it;
    what begins with one of the words of ``kept`` stays, however short ("(according to Karl Lund)").
    """
    found, opened = [], []
    for at in range(span.start, span.end):
        sign = text[at]
        if sign in _CLOSING:
            opened.append((sign, at))
        elif opened and sign == _CLOSING[opened[-1][0]]:
            _, start = opened.pop()
            inner = text[start + 1 : at]
            told = born is not None and len(inner) <= MAX_ASIDE and born.match(f", {inner}") is not None
            if not opened and not inner.lower().startswith(kept) and (told or _is_aside(inner)):
                found.append(Span(start, at + 1))
    names = (Span(*m.span()) for m in born.finditer(text, span.start, span.end)) if born is not None else ()
    return sorted([*found, *(n for n in names if not any(n.overlaps(f) for f in found))])


def birth_names(cues: Iterable[str]) -> re.Pattern[str]:
    """What finds a birth name between commas: a cue of ``cues`` and up to four words that begin with capitals."""
    words = "|".join(re.escape(cue) for cue in sorted(cues))
    return re.compile(rf",\s(?:{words})(?:\s(?:(?:von|van|de|der|di|da)\s)?[A-ZÀ-ÖØ-Þ][\w'’-]*){{1,3}}(?=[\s,.;:)]|$)")


def _is_aside(inner: str) -> bool:
    """Dates, other scripts and short glosses; a parenthesis with a sentence's worth of words is prose."""
    if not inner.strip() or len(inner) > MAX_ASIDE:
        return False
    words = len(_LOWER.findall(inner))
    return words <= 2 or (words <= 6 and (bool(_YEAR.search(inner)) or _other_script(inner)))


def _other_script(inner: str) -> bool:
    return any(c.isalpha() and ord(c) > 0x24F and not unicodedata.name(c, "").startswith("LATIN") for c in inner)


@dataclass(frozen=True, slots=True)
class Reduced:
    """A stretch of text without its asides; ``starts``/``shifts`` map offsets in it back to the document."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The document span of reduced offsets ``[start, end)``; it never swallows a lifted aside at its edge."""
        return Span(start + self._shift(start), end - 1 + self._shift(end - 1) + 1)

    def _shift(self, at: int) -> int:
        return self.shifts[bisect_right(self.starts, at) - 1]


def reduce(text: str, span: Span, asides: list[Span]) -> Reduced:
    """``text[span]`` without the ``asides`` and the blank before each."""
    parts: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    length, at = 0, span.start

    def keep(start: int, end: int) -> None:
        nonlocal length
        starts.append(length)
        shifts.append(start - length)
        parts.append(text[start:end])
        length += end - start

    for cut in [*asides, Span(span.end, span.end)]:
        stop = cut.start
        if cut.start < cut.end and stop > at and text[stop - 1] == " " and _joins(text, cut.end):
            stop -= 1
        for word in _UNBROKEN.finditer(text, at, stop):
            for middle in range(word.start() + LONGEST_WORD, word.end(), LONGEST_WORD):
                keep(at, middle)
                parts.append(" ")
                length += 1
                at = middle
        if stop > at:
            keep(at, stop)
        at = cut.end
    return Reduced("".join(parts), tuple(starts) or (0,), tuple(shifts) or (span.start,))


def _joins(text: str, at: int) -> bool:
    return at >= len(text) or not text[at].isalnum()
