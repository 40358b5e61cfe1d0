"""Words found again in a text that may have changed: by themselves, by what stands around them, or nearly.

The selectors are those of the W3C Web Annotation Data Model (2017): the exact words, some text before and after
(TextQuoteSelector), and where they stood (TextPositionSelector), which decides between equals.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from rapidfuzz import fuzz

from vitascope.judgement import Quote
from vitascope.model import Span

CONTEXT = 48
"""Code points kept before and after the words."""
_RECOGNISED = 60.0
"""How alike (0–100, normalised indel similarity) one side of the context must be, and words that were edited."""
_WINDOW = 75.0
"""How alike words and context together must be to a stretch of the text, where the words alone are not there."""
_TELLING = 40
"""Words of this length that stand once are taken for the same even where all around them has changed."""


def quoted(text: str, span: Span) -> Quote:
    """The words at ``span`` with their surroundings."""
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return Quote(span, text[span.start : span.end], before, after)


def located(text: str, quote: Quote) -> Span | None:
    """Where the words stand now; None where neither they nor anything near enough to them is there.

    Deterministic. Among equals the one in the most similar surroundings is taken, then the nearest to where it was,
    then the first. Words that were edited are found between the surroundings that were not.
    """
    if not quote.exact:
        return None
    here = _hits(text, quote.exact)
    best = max(here, key=lambda at: (_around(text, at, quote), -abs(at - quote.span.start), -at), default=None)
    if best is not None:
        alone = len(here) == 1 and len(quote.exact) >= _TELLING
        if alone or max(_sides(text, best, quote)) >= _RECOGNISED:
            return Span(best, best + len(quote.exact))
    return _nearly(text, quote)


def _hits(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _around(text: str, at: int, quote: Quote) -> float:
    return sum(_sides(text, at, quote))


def _sides(text: str, at: int, quote: Quote) -> tuple[float, float]:
    """How alike what stands before and after is (0–100); two empty sides are alike, both being an end of the text."""
    end = at + len(quote.exact)
    before, after = text[max(0, at - len(quote.prefix)) : at], text[end : end + len(quote.suffix)]
    if not quote.prefix:
        before = text[max(0, at - 1) : at]
    if not quote.suffix:
        after = text[end : end + 1]
    return fuzz.ratio(quote.prefix, before), fuzz.ratio(quote.suffix, after)


def _nearly(text: str, quote: Quote) -> Span | None:
    needle = quote.prefix + quote.exact + quote.suffix
    if len(needle) > 2 * len(text):
        return None
    aligned = fuzz.partial_ratio_alignment(needle, text, score_cutoff=_WINDOW)
    if aligned is None:
        return None
    first = max(0, aligned.dest_start - CONTEXT)
    window = text[first : aligned.dest_end + CONTEXT]
    blocks = SequenceMatcher(None, needle, window, autojunk=False).get_matching_blocks()
    start, end = len(quote.prefix), len(quote.prefix) + len(quote.exact)
    # An edit at the border belongs to the words: their start moves back to where it began, their end to where it ended.
    left = max((b + min(size, start - a) for a, b, size in blocks if size and a <= start), default=0)
    right = min((b + max(0, end - a) for a, b, size in blocks if size and a + size >= end), default=len(window))
    words = window[left:right]
    span = Span(first + left + len(words) - len(words.lstrip()), first + left + len(words.rstrip()))
    if span.start >= span.end or fuzz.ratio(quote.exact, text[span.start : span.end]) < _RECOGNISED:
        return None
    return span
