"""Days as numbers and back, for years of any sign.

Python's own dates end at year 1, so that antiquity needs its own arithmetic: the proleptic Gregorian calendar, counted
by 400-year cycles of years that begin in March (Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013).
"""

from __future__ import annotations

import re
from functools import lru_cache

from vitascope.edtf import Day, iso
from vitascope.errors import DataError

_ISO_DAY = re.compile(r"([+-]?\d{4,})-(\d{2})-(\d{2})\Z")
_CYCLE = 146_097
_EPOCH = 719_468
"""Days from 0000-03-01 to 1970-01-01."""
YEAR = 365.2425
"""Days of a mean Gregorian year."""


def day_number(day: Day) -> int:
    """Days from 1970-01-01 to ``day``, negative before it."""
    year = day.year - (day.month <= 2)
    cycle, year_of_cycle = divmod(year, 400)
    day_of_year = (153 * ((day.month - 3) % 12) + 2) // 5 + day.day - 1
    return cycle * _CYCLE + year_of_cycle * 365 + year_of_cycle // 4 - year_of_cycle // 100 + day_of_year - _EPOCH


def day_of(number: int) -> Day:
    """The day so many days from 1970-01-01; the inverse of :func:`day_number`."""
    cycle, day_of_cycle = divmod(number + _EPOCH, _CYCLE)
    year_of_cycle = (day_of_cycle - day_of_cycle // 1460 + day_of_cycle // 36_524 - day_of_cycle // 146_096) // 365
    day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle // 4 - year_of_cycle // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return Day(cycle * 400 + year_of_cycle + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1)


@lru_cache(maxsize=65_536)
def iso_day(number: int | None) -> str | None:
    """The ISO day of a number, None for none."""
    return None if number is None else iso(day_of(number))


@lru_cache(maxsize=65_536)
def number_of(iso_day: str) -> int:
    """Days from 1970-01-01 to an ISO day (``-0043-03-15``). Raises DataError where it is no such day."""
    parts = _ISO_DAY.match(iso_day)
    if parts is None or not (1 <= int(parts[2]) <= 12 and 1 <= int(parts[3]) <= 31):
        raise DataError("date", f"“{iso_day}” is not a day", "write it as YYYY-MM-DD, years before 1 BC negative")
    return day_number(Day(int(parts[1]), int(parts[2]), int(parts[3])))


def iso_year(iso: str) -> int:
    """The astronomical year of an ISO day: 0 is 1 BC."""
    number_of(iso)
    return int(iso[:-6])


def decimal_year(iso: str, days_later: int = 0) -> float:
    """A day as a point on an axis of years: 1900-01-01 is 1900.0, the middle of that year about 1900.5.

    ``days_later=1`` is where the day ends: 1900-12-31 gives 1901.0.
    """
    year = iso_year(iso)
    first, following = number_of(_new_year(year)), number_of(_new_year(year + 1))
    return year + (number_of(iso) + days_later - first) / (following - first)


def _new_year(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}-01-01"
