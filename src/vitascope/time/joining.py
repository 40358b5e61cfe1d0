"""Put neighbouring dates together: ranges, alternatives, and rows that share one preposition."""

from __future__ import annotations

import re
from dataclasses import replace

from vitascope import edtf
from vitascope.edtf import Date
from vitascope.model import Span
from vitascope.time import calendar
from vitascope.time.centuries import elided_from
from vitascope.time.lexicon import Lexicon
from vitascope.time.normalize import day, extent
from vitascope.time.values import Adjacent, Elided, Fixed, Found, Length, Named, Nth, Partial, PartialRange, Value

_DASH = re.compile(r"[–—−‒-]{1,2}")
_LONGEST_GAP, _YEAR = 24, 4
"""Code points between what is joined, and in the EDTF of a year."""
_SENTENCE_GAP = 60
"""Code points between two days, the second of which tells the month of both."""
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
PART = "part of span"
"""Rule of a counted part of something told."""
COUNTED = "counted from a date"
"""Rule of a time so long before or after a date."""


def join(text: str, found: list[Found], lexicon: Lexicon) -> list[Found]:
    """Neighbours joined; everything else as it was. One pass, in text order."""
    joined: list[Found] = []
    for item in found:
        before = joined[-1] if joined else None
        merged = _merge(text, before, item, lexicon) if before and before.block == item.block else None
        if merged is None:
            joined.append(item)
        else:
            joined[-1:] = merged
    _told_last(text, joined, lexicon)
    return joined


def _told_last(text: str, joined: list[Found], lexicon: Lexicon) -> None:
    """ "In January, March and July 1917", "held on the 5th, tried on the 12th of August": the last of a row, or of a
    sentence, tells the month and year of those before it."""
    for index in range(len(joined) - 2, -1, -1):
        one, other = joined[index], joined[index + 1]
        gap = text[one.core.end : other.core.start]
        if not isinstance(one.value, Partial) or one.block != other.block or len(gap) > _SENTENCE_GAP:
            continue
        if one.value.step is not None or one.part or _SENTENCE_END.search(gap):
            continue
        words = " ".join(gap.lower().split())
        row = (words.startswith(",") and words.strip(", ") in ("", other.lead)) or _says(lexicon, "row", words)
        value = (
            _day_before(one.value, other.value) if one.value.month is None else _in_year(one, other) if row else None
        )
        if value is not None:
            joined[index] = replace(one, value=value, weak=False)


def _day_before(one: Partial, other: Value) -> Value | None:
    """A day of no month before a day of a told one, which it precedes in that month."""
    if isinstance(other, Partial) and other.month is not None and other.day and (one.day or 0) < other.day:
        return replace(other, day=one.day)
    date = edtf.parse(other.edtf) if isinstance(other, Fixed) else None
    if not isinstance(date, Date) or not date.day.isdigit() or (one.day or 0) >= int(date.day):
        return None
    text = day(date.earliest.year, date.earliest.month, one.day)
    return Fixed(text) if text else None


def _in_year(one: Found, other: Found) -> Value | None:
    """A month of a row of months, the last of which tells the year."""
    shared = _from_to(one, other)
    start = calendar.first(shared.edtf) if isinstance(shared, Fixed) and isinstance(other.value, Fixed) else None
    return Fixed(str(start)) if start else None


def _merge(text: str, one: Found, other: Found, lexicon: Lexicon) -> list[Found] | None:
    gap = Span(one.core.end, other.core.start)
    if gap.end - gap.start > _LONGEST_GAP or gap.end < gap.start:
        return None
    words = " ".join(text[gap.start : gap.end].lower().split())
    if isinstance(one.value, Length | Nth) and isinstance(other.value, Fixed | Named) and words in ("", other.lead):
        if other.lead in lexicon.belonging:
            return _of_span(one, other, one.value, other.value.edtf)
        countable = isinstance(one.value, Length) and isinstance(other.value, Fixed)
        return _counted(one, other, one.value, other.value) if countable else None  # type: ignore[arg-type]
    if isinstance(other.value, Adjacent) and other.value.unit == "year":
        return _of_year(one, other, other.value, words)
    if one.rule == "range" and _DASH.fullmatch(words):
        return None
    if _DASH.fullmatch(words) or _says(lexicon, "range", words):
        open_range = not _DASH.fullmatch(words) and not (one.lead or one.weak is False)
        return None if open_range else _range(one, other, "at" if one.relation == "since" else one.relation)
    if _says(lexicon, "both", words) and one.lead in lexicon.between:
        return _range(one, other, "at")
    if _says(lexicon, "both", words) and one.lead in lexicon.spanning and _follows(one.value, other.value):
        return _range(one, other, "at")
    if _says(lexicon, "either", words):
        return _either(one, other)
    if words.rstrip(" ") in (",", "", ", and") or _says(lexicon, "row", words):
        return _row(one, other) if words else None
    return None


def _follows(one: Value, other: Value) -> bool:
    """ "During 1954 and 1955": two years, the one right after the other."""
    years = (v.edtf if isinstance(v, Fixed) else "" for v in (one, other))
    first, second = (int(y) if len(y) == _YEAR and y.isdigit() else 0 for y in years)
    return bool(first) and second == first + 1


def _says(lexicon: Lexicon, kind: str, words: str) -> bool:
    return lexicon.joins[kind].fullmatch(words) is not None


def _range(one: Found, other: Found, relation: str) -> list[Found] | None:
    if one.rule == other.rule == "range":
        return None
    value = _from_to(one, other)
    if value is None:
        return None
    core, span = Span(one.core.start, other.core.end), Span(one.span.start, other.core.end)
    return [
        Found(Span(one.atom.start, other.atom.end), core, span, value, "range", relation, one.lead, block=one.block)
    ]


def _from_to(one: Found, other: Found) -> Value | None:
    start, end = _same_century(one.value, other.value)
    if isinstance(start, Partial) and isinstance(end, Partial):
        fits = start.month is not None and end.month is not None and not (one.part or other.part)
        return PartialRange(start, end) if fits else None
    if isinstance(start, Fixed) and isinstance(end, Fixed):
        return extent(_side(start.edtf, one, first=True), _side(end.edtf, other, first=False))
    if isinstance(start, Partial) and isinstance(end, Fixed):
        date = edtf.parse(end.edtf)
        if not isinstance(date, Date) or not date.month.isdigit() or start.month is None:
            return None
        at = date.earliest
        year = at.year - (1 if start.month > int(date.month) else 0)
        text = day(year, start.month, start.day)
        return extent(text and _side(text, one, first=True), _side(end.edtf, other, first=False))
    if isinstance(start, Fixed) and isinstance(end, Partial):
        date = edtf.parse(start.edtf)
        if not isinstance(date, Date) or not date.month.isdigit() or end.month is None:
            return None
        year = date.earliest.year + (1 if end.month < int(date.month) else 0)
        text = day(year, end.month, end.day)
        return extent(_side(start.edtf, one, first=True), text and _side(text, other, first=False))
    return None


def _same_century(start: Value, end: Value) -> tuple[Value, Value]:
    """A year told by two digits beside one told whole: the nearest in the range's direction."""
    if isinstance(start, Fixed) and isinstance(end, Elided):
        date = calendar.first(start.edtf)
        return start, Fixed(told) if date and (told := elided_from(end, date.earliest.year)) else end
    if isinstance(start, Elided) and isinstance(end, Fixed):
        date = calendar.last(end.edtf)
        return Fixed(told) if date and (told := elided_from(start, date.latest.year - 99)) else start, end
    return start, end


def _side(text: str, found: Found, *, first: bool) -> str | None:
    """One end of the range, its part ("late 1911") and qualifier heeded."""
    if found.part:
        text = calendar.part_of(text, found.part)
    date = calendar.first(text) if first else calendar.last(text)
    return calendar.marked(str(date), found.mark) if date else None


def _of_year(one: Found, other: Found, year: Adjacent, gap: str) -> list[Found] | None:
    """ "October of that year", "spring of the following year"."""
    if not isinstance(one.value, Partial) or one.value.month is None or gap not in ("", ",", other.lead):
        return None
    value = replace(one.value, step=year.step)
    core, span = Span(one.core.start, other.core.end), Span(one.span.start, other.core.end)
    return [replace(one, atom=Span(one.atom.start, other.atom.end), core=core, span=span, value=value, weak=False)]


def _of_span(one: Found, other: Found, value: Length | Nth, span: str) -> list[Found] | None:
    """ "The first two months of 1939", "the third year of the Korean War"."""
    if isinstance(value, Nth):
        text = calendar.nth(span, value.number, value.unit)
    elif value.side in ("first", "last") and value.amount is not None:
        text = calendar.stretch(span, value.amount, value.unit, from_start=value.side == "first")
    else:
        text = None
    if text is None or not edtf.valid(text) or other.part:
        return None
    core, cover = Span(one.core.start, other.core.end), Span(one.span.start, other.core.end)
    atom = Span(one.atom.start, other.atom.end)
    return [replace(one, atom=atom, core=core, span=cover, value=Fixed(text), weak=False, rule=PART)]


def _counted(one: Found, other: Found, length: Length, date: Fixed) -> list[Found] | None:
    """ "Two weeks before Easter 1916", "three days after 5 May 1911": so long before or after a told day or month."""
    near = calendar.first(date.edtf)
    if (
        near is None
        or length.amount is None
        or not length.unit
        or length.side
        or other.relation not in ("before", "after")
    ):
        return None
    if other.part or edtf.is_extent(date.edtf):
        return None
    last = calendar.last(date.edtf)
    moved = [calendar.on_from(at, length.amount if other.relation == "after" else -length.amount, length.unit)
             for at in (near, last) if at]  # fmt: skip
    if None in moved or len(moved) < 2:
        return None
    text = moved[0] if moved[0] == moved[1] else f"[{calendar.bare(moved[0])}..{calendar.bare(moved[1])}]"
    if text is None or not edtf.valid(text):
        return None
    core, cover = Span(one.core.start, other.core.end), Span(one.span.start, other.core.end)
    atom = Span(one.atom.start, other.atom.end)
    return [replace(one, atom=atom, core=core, span=cover, value=Fixed(text), weak=False, rule=COUNTED)]


def _either(one: Found, other: Found) -> list[Found] | None:
    """ "In 1921 or 1922": one of the two."""
    if not (isinstance(one.value, Fixed) and isinstance(other.value, Fixed)) or one.part or other.part:
        return None
    first, second = edtf.parse(one.value.edtf), edtf.parse(other.value.edtf)
    if not (isinstance(first, Date) and isinstance(second, Date)) or first.mark or second.mark:
        return None
    pair = f"[{first},{second}]"
    if not edtf.valid(pair):
        return None
    core, span = Span(one.core.start, other.core.end), Span(one.span.start, other.core.end)
    return [replace(one, atom=Span(one.atom.start, other.atom.end), core=core, span=span, value=Fixed(pair))]


def _row(one: Found, other: Found) -> list[Found] | None:
    """ "In 1911 and 1914": the second stands under the first one's preposition. "In May and June 1905": one year."""
    shared = _from_to(one, other) if isinstance(one.value, Partial) and not (one.part or one.mark) else None
    if isinstance(shared, Fixed) and isinstance(other.value, Fixed):
        start = calendar.first(shared.edtf)
        return [replace(one, value=Fixed(str(start)), weak=False), other]
    alike = type(one.value) is type(other.value) and (one.rule == other.rule or one.rule in ("range", "year range"))
    if not (other.weak and alike and (one.lead or not one.weak)) or not isinstance(other.value, Fixed):
        return None
    return [one, replace(other, weak=False, relation="at", span=other.core)]
