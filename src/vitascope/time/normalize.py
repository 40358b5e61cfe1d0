"""From a rule's named parts to a value: one production a way of saying, looked up by the rule's ``make``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as civil

from vitascope import edtf
from vitascope.time import lengths
from vitascope.time.matched import Parts, Production
from vitascope.time.values import Fixed, Partial, PartialRange, Value

_JULIAN_DAY_ZERO = 1_721_425
"""Between a Julian day number at noon and Python's ordinal of the same day."""
_FIRST_GREGORIAN = 1582
_STYLE_GAP = range(10, 14)
"""Days between Julian and Gregorian calendar from 1582 to 2099."""


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


def _day_in_words(parts: Parts) -> Value | None:
    """ "The tenth of March 1826"; a last day is known of a month whose year is told."""
    month, year = parts.word("month"), parts.number("year")
    if parts.has("final"):
        return whole(year, month, edtf.days_in_month(year, month)) if year is not None else None
    number = (parts.word("ten") or 0) + (parts.word("ordinal") or 0)
    if year is not None:
        return whole(year, month, number)
    return Partial(month, number) if day(2000, month, number) else None


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
    year, last = parts.number("year") or 0, short_end(parts)
    return extent(day(year), day(last)) if last is not None and last > year else None


def short_end(parts: Parts) -> int | None:
    """The second year of a pair, told whole or by its last one or two digits."""
    year, short, digit = parts.number("year") or 0, parts.number("short"), parts.number("one_digit")
    if short is not None:
        return year // 100 * 100 + short
    return year // 10 * 10 + digit if digit is not None else parts.number("last")


def _split_year(parts: Parts) -> Value | None:
    """A season or school year: two years in a row."""
    span = _year_range(parts)
    years = [int(year) for year in span.edtf.split("/")] if isinstance(span, Fixed) else [0, 0]
    return span if years[1] == years[0] + 1 else None


def _either_year(parts: Parts) -> Value | None:
    """ "1756/7": one of two years, that the source does not know or that began in March."""
    span = _split_year(parts)
    return Fixed(f"[{span.edtf.replace('/', ',')}]") if isinstance(span, Fixed) else None


def _roman_month(parts: Parts) -> Value | None:
    return whole(parts.number("year") or 0, parts.word("roman"), parts.number("day"))


def _early_year(parts: Parts) -> Value | None:
    """A year of three digits or fewer, told without an era; a range that runs backwards lies before it."""
    year, last = parts.number("year") or 0, parts.number("last")
    if last is None:
        return whole(year, parts.word("month") or parts.word("season"), parts.number("day"))
    return extent(day(year), day(last)) if last > year else extent(day(1 - year), day(1 - last))


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
    """The New Style day of a pair; without "O.S." or "N.S." the two must lie ten to thirteen days apart.

    Two days in a row are the night between them ("30 June/1 July 1934").
    """
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
    if apart == 1:  # the night between two days
        return extent(text, value.edtf)
    return value if apart in _STYLE_GAP else None


def _season_only(_: Parts) -> Value | None:
    return Partial(23)


def _julian(parts: Parts) -> Value | None:
    """The Gregorian day of one that the words call Old Style."""
    number, month, year = parts.number("day") or 0, parts.word("month"), parts.number("year") or 0
    if not day(year, month, number) and not (month == 2 and number == 29 and year % 4 == 0):
        return None
    before = (14 - month) // 12
    count = 365 * (year - before + 4800) + (year - before + 4800) // 4
    count += (153 * (month + 12 * before - 3) + 2) // 5 + number - 32083 - _JULIAN_DAY_ZERO
    return Fixed(civil.fromordinal(count).isoformat()) if year >= _FIRST_GREGORIAN else None


def _double_year(parts: Parts) -> Value | None:
    """A day of January to March in a country whose year began on Lady Day: the later year is ours."""
    year, last, short, digit = (parts.number(n) for n in ("year", "last", "short", "one_digit"))
    later = (year or 0) + 1
    if later != last and later % 100 != short and later % 10 != digit:
        return None
    year = later - 1
    return whole(year + 1, parts.word("month"), parts.number("day"))


def _feast(parts: Parts) -> Value | None:
    """A feast or saint's day of a fixed day ("1225")."""
    told, year = str(parts.word("feast") or parts.word("saint", "saint", "saint2")), parts.number("year")
    at = int(told[:-2]), int(told[-2:])
    return Partial(*at) if year is None else whole(year, *at)


def _era_decade(parts: Parts) -> Value | None:
    """The 470s BC: from 479 to 470 BC."""
    year = int(parts.words["digits"])
    return extent(day(1 - year - 9), day(1 - year)) if year % 10 == 0 else None


PRODUCTIONS: Mapping[str, Production] = {
    "date": _date,
    "iso_day": _iso_day,
    "day_in_words": _day_in_words,
    "numeric_day": _numeric_day,
    "day_range": _day_range,
    "month_range": _month_range,
    "year_range": _year_range,
    "split_year": _split_year,
    "either_year": _either_year,
    "early_year": _early_year,
    "season_range": _season_range,
    "open_range": _open_range,
    "era_year": _era_year,
    "era_month": _era_month,
    "decade": _decade,
    "century": _century,
    "new_style_told": _new_style_told,
    "season_only": _season_only,
    "julian": _julian,
    "roman_month": _roman_month,
    "double_year": _double_year,
    "feast": _feast,
    "era_decade": _era_decade,
    **lengths.PRODUCTIONS,
}
"""What a rule may ``make``."""
