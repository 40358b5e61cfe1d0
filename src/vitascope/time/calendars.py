"""Times told by another calendar: lunar years, eras, regnal years, Roman days, the Republic's months, Easter.

Where the words tell the common date as well ("950/1543", "Kangxi 23 (1684)") that is the value; else it is reckoned,
no narrower than the two calendars allow. Lunar years by the tabular Islamic calendar (Reingold & Dershowitz,
*Calendrical Calculations*, 2018), Easter by the computus of Gauss and Meeus (*Astronomical Algorithms*, 1991, ch. 8).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as civil
from datetime import timedelta

from vitascope import edtf
from vitascope.days import day_number, day_of
from vitascope.edtf import Day, iso
from vitascope.time.matched import Parts, Production
from vitascope.time.normalize import day, short_end, whole
from vitascope.time.values import Fixed, Partial, Value

_FIRST_OF_LUNAR = day_number(Day(622, 7, 19))
"""16 July 622 of the Julian calendar."""
_JULIAN_EPOCH = day_number(Day(-4713, 11, 24))
"""1 January 4713 BC of the Julian calendar, where Julian day numbers begin."""
_GREGORIAN_SINCE = day_number(Day(1582, 10, 15))
_ENGLISH_SINCE = 1752
_REPUBLIC = {1: 22, 2: 22, 3: 22, 4: 23, 5: 22, 6: 22, 7: 22, 8: 23, 9: 23, 10: 23, 11: 23, 12: 24, 13: 23, 14: 23}
"""The day of September on which each year of the Republic began."""
_REPUBLIC_MONTH = 30
_FULL_MONTHS = (3, 5, 7, 10)
"""Roman months whose Nones are the 7th and whose Ides are the 15th."""


def _lunar_start(year: int, month: int = 1) -> int:
    """The number of the first day of a lunar month."""
    return _FIRST_OF_LUNAR + (year - 1) * 354 + (11 * year + 3) // 30 + (59 * (month - 1) + 1) // 2


def _told_day(number: int) -> Day:
    """A day as histories tell it: Julian until 1582."""
    if number >= _GREGORIAN_SINCE:
        return day_of(number)
    count = number - _JULIAN_EPOCH + 32_082
    year = (4 * count + 3) // 1461
    rest = count - 1461 * year // 4
    month = (5 * rest + 2) // 153
    return Day(year - 4800 + month // 10, month + 3 - 12 * (month // 10), rest - (153 * month + 2) // 5 + 1)


def _lunar_years(year: int) -> tuple[int, int]:
    return _told_day(_lunar_start(year)).year, _told_day(_lunar_start(year + 1) - 1).year


def _lunar(parts: Parts) -> Value | None:
    """ "950/1543", "Rajab 1050", "AH 1021 (1612)": the common date where it is told and fits, else the reckoned one."""
    lunar = parts.number("lunar", "lunar2") or 0
    first, last = _lunar_years(lunar)
    told = parts.number("year", "year2")
    if told is not None:
        return _common(parts, told) if first - 1 <= told <= last + 1 else None
    month = parts.word("lunar_month")
    if month is None:
        return Fixed(f"{first:04d}" if first == last else f"[{first:04d},{last:04d}]")
    number = parts.number("lunar_day")
    start = _lunar_start(lunar, month)
    if number is not None:  # a lunar month begins when the moon is seen: a day to either side
        return _days(start + number - 2, start + number)
    begin, end = (_told_day(n) for n in (start, _lunar_start(lunar, month + 1) - 1))
    return Fixed(f"[{begin.year:04d}-{begin.month:02d},{end.year:04d}-{end.month:02d}]")


def _days(first: int, last: int) -> Value | None:
    value = f"[{iso(_told_day(first))}..{iso(_told_day(last))}]"
    return Fixed(value) if edtf.valid(value) else None


def _common(parts: Parts, year: int) -> Value | None:
    """The common half of a pair: a day, a month, one of two months, a year, one of two years."""
    month, last_month = parts.word("month"), parts.word("month", "last_month")
    if month is not None:
        first, last = day(year, month, parts.number("day")), day(year, last_month) if last_month else None
        return Fixed(f"[{first},{last}]") if last and first else Fixed(first) if first else None
    last_year = short_end(parts)
    if last_year is None:
        return whole(year, None, None)
    return Fixed(f"[{year:04d},{last_year:04d}]") if last_year == year + 1 else None


def _era_name(parts: Parts) -> Value | None:
    """The year of an East Asian era; a year, month or day told beside it is the value."""
    number = parts.number("count", "nth") or parts.word("ordinal") or (1 if parts.has("opening") else 0)
    reckoned = int(parts.word("era_name", "era_name", "era_name2")) + (parts.word("ten") or 0) + number - 1
    told = parts.number("year", "year2")
    if told is None:
        return whole(reckoned, None, None) if number else None
    return whole(told, parts.word("month"), parts.number("day")) if abs(told - reckoned) <= 1 else None


def _regnal(parts: Parts) -> Value | None:
    """A regnal year: from the accession's anniversary to the eve of the next."""
    begun = civil.fromisoformat(
        str(parts.word("ruler", "ruler", "ruler2") or parts.word("lone_ruler", "lone_ruler", "lone_ruler2"))
    )
    number = parts.number("count", "count2", "nth") or (parts.word("ordinal") or 0) + (parts.word("ten") or 0)
    if not 1 <= number <= 70:
        return None
    start, after = (begun.replace(year=begun.year + n) for n in (number - 1, number))
    return Fixed(f"[{start.isoformat()}..{(after - timedelta(days=1)).isoformat()}]")


def _roman_day(parts: Parts) -> Value | None:
    """The Kalends are the 1st, the Nones the 5th or 7th, the Ides the 13th or 15th."""
    month = parts.word("month")
    nones = 7 if month in _FULL_MONTHS else 5
    number = {"kalends": 1, "nones": nones, "ides": nones + 8}[parts.word("roman_day")]
    year = parts.number("year", "digits")
    if year is None:
        return Partial(month, number)
    return whole(1 - year if parts.has("past_era") else year, month, number)


def _republican(parts: Parts) -> Value | None:
    """A day of the French Republican calendar ("9 Thermidor Year II"), or the common day told beside it."""
    told, year = parts.number("year"), parts.word("roman", "roman") or parts.number("count")
    if told is not None:
        return whole(told, parts.word("month"), parts.number("day"))
    if year not in _REPUBLIC:
        return None
    begun = civil(1791 + year, 9, _REPUBLIC[year])
    start = begun + timedelta(days=_REPUBLIC_MONTH * (parts.word("republican_month") - 1))
    number = parts.number("of_month")
    if number is not None:
        return Fixed((start + timedelta(days=number - 1)).isoformat())
    end = start + timedelta(days=_REPUBLIC_MONTH - 1)
    return Fixed(f"[{start.isoformat()}..{end.isoformat()}]")


def easter(year: int, *, julian: bool) -> civil:
    """Easter Sunday of a year, in the calendar by which it was kept."""
    if julian:
        epact = (19 * (year % 19) + 15) % 30
        week = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7
        month, number = divmod(epact + week + 114, 31)
        return civil(year, month, number + 1)
    century, golden = year // 100, year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    late = (golden + 11 * epact + 22 * week) // 451
    month, number = divmod(epact + week - 7 * late + 114, 31)
    return civil(year, month, number + 1)


def _movable_feast(parts: Parts) -> Value | None:
    """A feast so many days from Easter: by both calendars while some countries kept the old one and some the new."""
    offset, year = timedelta(days=int(parts.word("movable_feast"))), parts.number("year")
    if year is None:
        return Partial(21) if offset.days <= 1 else None
    styles = (True,) if year <= 1582 else (False,) if year > _ENGLISH_SINCE else (True, False)
    days = sorted({(easter(year, julian=style) + offset).isoformat() for style in styles})
    return Fixed(days[0] if len(days) == 1 else "[" + ",".join(days) + "]")


PRODUCTIONS: Mapping[str, Production] = {
    "lunar": _lunar,
    "era_name": _era_name,
    "regnal": _regnal,
    "roman_day": _roman_day,
    "republican": _republican,
    "movable_feast": _movable_feast,
}
"""What a rule may ``make`` of another calendar's words."""
