"""Days as numbers and back, for years of any sign.

Python's own dates end at year 1, so that antiquity needs its own arithmetic: the proleptic Gregorian calendar, counted
by 400-year cycles of years that begin in March (Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013).
"""

from __future__ import annotations

from vitascope.edtf import Day, iso

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


def iso_day(number: int | None) -> str | None:
    """The ISO day of a number, None for none."""
    return None if number is None else iso(day_of(number))
