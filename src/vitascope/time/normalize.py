"""From a rule's named parts to a value: one production a way of saying, looked up by the rule's ``make``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date as civil
from typing import Any

from vitascope import edtf
from vitascope.time.lexicon import Lexicon
from vitascope.time.values import (
    Adjacent,
    Age,
    Fixed,
    Length,
    Partial,
    PartialRange,
    Pointer,
    Rhythm,
    Shifted,
    Value,
)

_STYLE_GAP = range(10, 14)
"""Days between Julian and Gregorian calendar from 1582 to 2099."""
_LEADING_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Parts:
    """The named parts of one match, with the lexicon that gives their words a value."""

    words: Mapping[str, str]
    lexicon: Lexicon

    def has(self, *names: str) -> bool:
        """Whether any of these parts was matched."""
        return any(name in self.words for name in names)

    def number(self, *names: str) -> int | None:
        """The digits of the first of these parts that was matched."""
        for name in names:
            if name in self.words and (digits := _LEADING_DIGITS.match(self.words[name])):
                return int(digits[0])
        return None

    def word(self, klass: str, *names: str) -> Any:
        """The value, in the word class ``klass``, of the first of these parts (or the class's own) matched."""
        for name in names or (klass,):
            if name in self.words:
                return lookup(self.lexicon, klass, self.words[name])
        return None


Production = Callable[[Parts], Value | None]


def lookup(lexicon: Lexicon, klass: str, text: str) -> Any:
    """The value of a word or phrase in a class, whatever its case and dots; None where it is not there."""
    entries, key = lexicon.words[klass], " ".join(text.split())
    for form in (key, key.rstrip("."), key.lower(), key.capitalize().rstrip(".")):
        if form in entries:
            return entries[form]
    return None


def amount(lexicon: Lexicon, text: str) -> float | None:
    """The number that digits or words give: "40", "twenty-one", "two and a half"; None where vague."""
    text = text.lower()
    half = 0.5 if text.endswith("half") and " " in text.strip() else 0.0
    words = re.split(r"[\s-]+", text)
    total = 0.0
    for word in words[:1] if half else words:
        if re.fullmatch(r"\d+(?:\.\d+)?", word):
            return float(word) + half
        value = next((v for c in ("cardinal", "article", "vague") if (v := lookup(lexicon, c, word)) is not None), None)
        if not value:
            return None
        total += value
    return total + half


def day(year: int, month: int | None = None, number: int | None = None) -> str | None:
    """EDTF of a day, month (or season) or year; None where there is no such day."""
    parts = [f"-{-year:04d}" if year < 0 else f"{year:04d}"]
    if month is not None:
        parts.append(f"{month:02d}")
        if number is not None:
            parts.append(f"{number:02d}")
    text = "-".join(parts)
    return text if edtf.valid(text) else None


def whole(year: int, month: int | None, number: int | None) -> Fixed | None:
    """A told date. A winter named by one year may be either of two: both are kept."""
    if month == 24:
        return Fixed(f"[{year}-01..{year}-02,{year}-12..{year + 1}-02]")
    text = day(year, month, number)
    return Fixed(text) if text else None


def _date(parts: Parts) -> Value | None:
    number, year = parts.number("day", "day2"), parts.number("year")
    month = parts.word("month", "month", "month2") or parts.word("season")
    if year is not None:
        return whole(year, month, number)
    if number is not None and month is not None and not day(2000, month, number):
        return None
    return Partial(month, number)


def _iso_day(parts: Parts) -> Value | None:
    return whole(parts.number("full") or 0, parts.number("mm"), parts.number("dd"))


def _numeric_day(parts: Parts) -> Value | None:
    """Dots are day first; strokes are either, and both readings stay where both are days."""
    one, two, year = parts.number("one") or 0, parts.number("two") or 0, parts.number("year") or 0
    first, second = day(year, two, one), day(year, one, two)
    if parts.words["sep"] == "." or not second or first == second:
        return Fixed(first) if first else None
    return Fixed("[" + ",".join(sorted((first, second))) + "]") if first else Fixed(second)


def _day_range(parts: Parts) -> Value | None:
    month, last_month, year = parts.word("month"), parts.word("month", "last_month"), parts.number("year")
    first = Partial(month or last_month, parts.number("day"))
    last = Partial(last_month or month, parts.number("last"))
    return _partial_range(first, last, year)


def _month_range(parts: Parts) -> Value | None:
    first, last = Partial(parts.word("month")), Partial(parts.word("month", "last_month"))
    return _partial_range(first, last, parts.number("year"))


def _partial_range(first: Partial, last: Partial, year: int | None) -> Value | None:
    if year is None:
        return PartialRange(first, last)
    began = year - 1 if (first.month or 0) > (last.month or 0) else year
    return extent(day(began, first.month, first.day), day(year, last.month, last.day))


def extent(start: str | None, end: str | None) -> Fixed | None:
    """``start/end`` where that is an interval."""
    return Fixed(f"{start}/{end}") if start and end and edtf.valid(f"{start}/{end}") else None


def _year_range(parts: Parts) -> Value | None:
    year, last, short = parts.number("year") or 0, parts.number("last"), parts.number("short")
    if short is not None:
        last = year // 100 * 100 + short
    return extent(day(year), day(last)) if last is not None and last > year else None


def _split_year(parts: Parts) -> Value | None:
    """A season or school year: two years in a row."""
    span = _year_range(parts)
    years = [int(year) for year in span.edtf.split("/")] if isinstance(span, Fixed) else [0, 0]
    return span if years[1] == years[0] + 1 else None


def _early_year(parts: Parts) -> Value | None:
    year, last = parts.number("year") or 0, parts.number("last")
    return whole(year, None, None) if last is None else extent(day(year), day(last)) if last > year else None


def _season_range(parts: Parts) -> Value | None:
    span = _year_range(parts)
    first, last = (int(y) for y in span.edtf.split("/")) if isinstance(span, Fixed) else (0, 0)
    return Fixed(f"{first:04d}-{parts.word('season')}") if span and last == first + 1 else None


def _open_range(parts: Parts) -> Value | None:
    return Fixed(f"{parts.number('year')}/..")


def _era_year(parts: Parts) -> Value | None:
    """BC years are astronomical in EDTF: 44 BC is -0043."""
    sign = parts.has("past_era")
    years = [parts.number(n) for n in ("digits", "year")]
    first, last = (None if y is None else 1 - y if sign else y for y in years)
    if last is None or (sign and last > 0):
        return None
    return extent(day(first), day(last)) if first is not None else whole(last, None, None)


def _era_month(parts: Parts) -> Value | None:
    month, year = parts.word("month") or parts.word("season"), parts.number("year") or 0
    text = day(1 - year if parts.has("past_era") else year, month)
    return Fixed(text) if text else None


def _decade(parts: Parts) -> Value | None:
    return Fixed(parts.words["decade"][:3] + "X")


def _century(parts: Parts) -> Value | None:
    number = parts.number("nth") or parts.word("ordinal")
    if not number:
        return None
    return Fixed(f"{'-' if parts.has('past_era') else ''}{number - 1:02d}XX")


def _new_style_told(parts: Parts) -> Value | None:
    """The New Style day of a pair; without "O.S." or "N.S." the two must lie ten to thirteen days apart."""
    number, month = parts.number("day"), parts.word("month")
    year = parts.number("late", "year", "oy")
    if year is None:
        return Partial(month, number)
    value = whole(year, month, number)
    if value is None or parts.has("old", "old2", "new", "new2", "new3"):
        return value
    julian = (year, parts.word("month", "om") or month, parts.number("od") or 0)
    if not parts.has("om") and julian[2] - (number or 0) in _STYLE_GAP:
        return whole(*julian)
    if julian[1] == month and julian[2] > (number or 0):
        julian = (year, month - 1, julian[2]) if month > 1 else (year - 1, 12, julian[2])
    if julian[1] > month:
        julian = (year - 1, *julian[1:])
    text = day(*julian)
    if not text:
        return None
    apart = civil.fromisoformat(value.edtf).toordinal() - civil.fromisoformat(text).toordinal()
    return value if apart in _STYLE_GAP else None


def _adjacent(parts: Parts) -> Value | None:
    step = 1 if parts.has("ahead") else -1
    month = parts.word("month") or parts.word("season")
    return Adjacent(step, parts.word("frame_unit"), month, parts.word("weekday"))


def _same(parts: Parts) -> Value | None:
    month = parts.word("month") or parts.word("season")
    return Adjacent(0, parts.word("frame_unit"), month, parts.word("weekday"))


def _same_year(_: Parts) -> Value | None:
    return Adjacent(0, "year")


def _amount(parts: Parts) -> float | None:
    if parts.has("amount"):
        return amount(parts.lexicon, parts.words["amount"])
    if parts.has("dozen"):
        return parts.word("vague", "dozen") or None
    if parts.has("vague"):
        return parts.word("vague") or None
    return 1.0 if parts.has("article") else None


def _later(parts: Parts) -> Value | None:
    return Shifted(1 if parts.has("later", "after") else -1, _amount(parts), parts.word("unit"))


def _length(parts: Parts) -> Value | None:
    return Length(_amount(parts), parts.word("unit"))


def _age(parts: Parts) -> Value | None:
    years = parts.number("years")
    if years is None:
        told = amount(parts.lexicon, parts.words["word"])
        years = int(told) if told else None
    return Age(years) if years is not None else None


def _stage(parts: Parts) -> Value | None:
    """Teens are 13 to 19; early, mid and late parts of a decade of life are its years 0–3, 4–6 and 7–9."""
    first = parts.number("decade") or parts.word("stage")
    start, end = (0, 6) if first == 13 else (0, 9)
    if parts.has("early"):
        start, end = (0, 2) if first == 13 else (0, 3)
    elif parts.has("mid"):
        start, end = (2, 4) if first == 13 else (4, 6)
    elif parts.has("late"):
        start, end = (4, 6) if first == 13 else (7, 9)
    return Age(first + start, first + end)


def _rhythm(parts: Parts) -> Value | None:
    if parts.has("often"):
        return Rhythm(parts.word("adverb", "often"))
    unit = parts.word("unit", "unit", "per")
    told = _amount(parts) if parts.has("amount", "vague") else 1.0
    return Rhythm(duration(told, unit)) if unit else Rhythm("P1Y" if parts.has("season") else "P1W")


def _pointer(_: Parts) -> Value | None:
    return Pointer(back=False)


def _pointer_back(_: Parts) -> Value | None:
    return Pointer(back=True)


_CODES = {
    "second": ("PT", 1, "S"),
    "minute": ("PT", 1, "M"),
    "hour": ("PT", 1, "H"),
    "day": ("P", 1, "D"),
    "week": ("P", 1, "W"),
    "fortnight": ("P", 2, "W"),
    "month": ("P", 1, "M"),
    "year": ("P", 1, "Y"),
    "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}


def duration(amount_: float | None, unit: str) -> str | None:
    """ISO 8601 duration; None where the amount is vague. Half years are told in months, half weeks in days."""
    if amount_ is None:
        return None
    sign, factor, code = _CODES[unit]
    total = amount_ * factor
    if total != int(total) and (sign, code) == ("P", "Y"):
        years, months = divmod(round(total * 12), 12)
        return (f"P{years}Y" if years else "P") + (f"{months}M" if months else "")
    return f"{sign}{total:g}{code}"


PRODUCTIONS: Mapping[str, Production] = {
    "date": _date,
    "iso_day": _iso_day,
    "numeric_day": _numeric_day,
    "day_range": _day_range,
    "month_range": _month_range,
    "year_range": _year_range,
    "split_year": _split_year,
    "early_year": _early_year,
    "season_range": _season_range,
    "open_range": _open_range,
    "era_year": _era_year,
    "era_month": _era_month,
    "decade": _decade,
    "century": _century,
    "new_style_told": _new_style_told,
    "adjacent": _adjacent,
    "same": _same,
    "same_year": _same_year,
    "later": _later,
    "ago": _pointer,
    "length": _length,
    "age": _age,
    "stage": _stage,
    "rhythm": _rhythm,
    "pointer": _pointer,
    "pointer_back": _pointer_back,
}
"""What a rule may ``make``."""
