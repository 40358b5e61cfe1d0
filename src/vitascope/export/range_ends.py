"""Where the two ends of a range stand within its words: "12 to 15 May 1905" is "12" and "15 May 1905"."""

from __future__ import annotations

import re

from vitascope.edtf import Date, Interval, OneOf, Run, parse
from vitascope.model import Span
from vitascope.time.lexicon import Lexicon

_DASH = re.compile(r"[–—−‒]+")
_HYPHEN = re.compile(r"-+")
_WORD_START = re.compile(r"(?<![\w-])(?=[^\W\d])")


def range_ends(text: str, edtf: str | None, words: Lexicon) -> tuple[tuple[Span, Date | None], ...]:
    """The two ends of a range or pair of readings told by ``text``, as spans within it, each with its date.

    None stands for an end that is told but open ("1911–present"); where an end is only left out ("1911–"), there is
    one. Empty where ``edtf`` is no such pair, or ``text`` tells it in one ("early 1911", "the war").
    """
    value = parse(edtf) if edtf is not None else None
    if value is None or isinstance(value, Date):
        return ()
    first, last = _pair(value)
    if first is None:
        return ()
    gap = _gap(text, words)
    if gap is None:
        return ()
    left, right = _trimmed(text, Span(0, gap.start)), _trimmed(text, Span(gap.end, len(text)))
    if left.start == left.end:
        return ()
    if right.start == right.end:
        return ((left, first),)
    return ((left, first), (right, last))


def _pair(value: Interval | OneOf) -> tuple[Date | None, Date | None]:
    if isinstance(value, Interval):
        sides = value.start, value.end
        return (sides[0] if isinstance(sides[0], Date) else None, sides[1] if isinstance(sides[1], Date) else None)
    if len(value.members) == 1 and isinstance(value.members[0], Run):
        run = value.members[0]
        return (run.start, run.end) if run.start and run.end else (None, None)
    if len(value.members) == 2 and all(isinstance(member, Date) for member in value.members):
        return value.members  # type: ignore[return-value]
    return None, None


def _gap(text: str, words: Lexicon) -> Span | None:
    """The word or dash between the ends. Hyphens also stand within dates: the middle one parts them."""
    joins = [words.joins[kind] for kind in ("range", "both", "either")]
    for word in _WORD_START.finditer(text):
        for join in joins:
            match = join.match(text, word.start())
            if match and word.start():
                return Span(*match.span())
    dash = _DASH.search(text)
    if dash:
        return Span(*dash.span())
    hyphens = [match for match in _HYPHEN.finditer(text) if not _is_part(text[: match.start()], words)]
    if not hyphens:
        return None
    return Span(*hyphens[len(hyphens) // 2].span())


def _is_part(before: str, words: Lexicon) -> bool:
    """Whether what stands before a hyphen ends in the name of a part ("mid-1911")."""
    last = before.lower().split()[-1:]
    return bool(last) and (last[0] in words.parts or f"{last[0]}-" in words.parts)


def _trimmed(text: str, span: Span) -> Span:
    inner = text[span.start : span.end]
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))
