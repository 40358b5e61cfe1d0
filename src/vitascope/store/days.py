"""Days as numbers: what ISO days with astronomical years are compared and measured by.

Python's own dates end at year 1, so that antiquity needs its own arithmetic: the proleptic Gregorian
calendar, counted by 400-year cycles (Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013).
"""

from __future__ import annotations

import re

from vitascope.errors import DataError

_ISO_DAY = re.compile(r"([+-]?\d{4,})-(\d{2})-(\d{2})\Z")
_CYCLE_DAYS = 146_097
_EPOCH = 719_468
"""Days from 0000-03-01 to 1970-01-01."""


def day_number(iso: str) -> int:
    """Days from 1970-01-01 to an ISO day (``-0043-03-15``). Raises DataError where it is no such day."""
    parts = _ISO_DAY.match(iso)
    if parts is None or not (1 <= int(parts[2]) <= 12 and 1 <= int(parts[3]) <= 31):
        raise DataError("date", f"“{iso}” is not a day", "write it as YYYY-MM-DD, years before 1 BC negative")
    year, month, day = int(parts[1]), int(parts[2]), int(parts[3])
    # Years are counted from March, so that the leap day is the last of its year.
    year -= month <= 2
    cycle, year_of_cycle = divmod(year, 400)
    day_of_year = (153 * ((month - 3) % 12) + 2) // 5 + day - 1
    day_of_cycle = year_of_cycle * 365 + year_of_cycle // 4 - year_of_cycle // 100 + day_of_year
    return cycle * _CYCLE_DAYS + day_of_cycle - _EPOCH


def iso_year(iso: str) -> int:
    """The astronomical year of an ISO day: 0 is 1 BC."""
    day_number(iso)
    return int(iso[:-6])


def decimal_year(iso: str, days_later: int = 0) -> float:
    """A day as a point on an axis of years: 1900-01-01 is 1900.0, the middle of that year about 1900.5.

    ``days_later=1`` is where the day ends: 1900-12-31 gives 1901.0.
    """
    year = iso_year(iso)
    first, following = day_number(_new_year(year)), day_number(_new_year(year + 1))
    return year + (day_number(iso) + days_later - first) / (following - first)


def _new_year(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}-01-01"
