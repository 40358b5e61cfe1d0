"""EDTF values (ISO 8601-2:2019 Annex A): read, print, bound and compare.

The profile is levels 0 and 1 whole, and from level 2 the *one of* sets ``[a,b]``, ``[a..b]``, ``[..b]`` and
``[a..]``, and months and days of no told year, ``XXXX-11`` and ``XXXX-11-03``: these are open on both sides and stand
alone, in no interval and no set. Years are astronomical: ``-0043`` is 44 BC. Seasons are the northern meteorological
ones, winter beginning in December of its year. Why this is not a wrapper of the ``edtf`` library:
docs/decisions/0004-edtf-library.md.
"""

from __future__ import annotations

import re
from calendar import isleap
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

__all__ = [
    "UNKNOWN_YEAR",
    "Date",
    "Day",
    "EdtfError",
    "Interval",
    "OneOf",
    "Run",
    "bounds",
    "days_in_month",
    "encloses",
    "is_extent",
    "is_set",
    "iso",
    "may_coincide",
    "parse",
    "precedes",
    "span_of_years",
    "valid",
]

Mark = Literal["", "~", "?", "%"]
Edge = Literal["..", ""]
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11)}
_DATE = re.compile(
    r"(?P<year>-?(?:\d{4}|\d{3}X|\d{2}XX|\dXXX)|Y-?[1-9]\d{4,17}|XXXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?P<time>T\d\d:\d\d:\d\d(?:Z|[+-]\d\d(?::\d\d)?)?)?(?P<mark>[~?%])?"
)
UNKNOWN_YEAR = "XXXX"
_LEAP = 2000
_CLOCK = re.compile(r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?|T24:00:00")


class EdtfError(ValueError):
    """A string that is no EDTF of this profile; the message says why."""


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar, astronomical year."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month, season, year, decade, century or millennium, by its written components.

    ``month`` is ``01``–``12``, a season ``21``–``24``, ``XX`` or empty; ``mark`` qualifies the whole:
    ``~`` about, ``?`` uncertain, ``%`` both. A year ``XXXX`` is not told at all: such a date has no first or last day,
    ask :attr:`dated` before :attr:`earliest` and :attr:`latest`.
    """

    year: str
    month: str = ""
    day: str = ""
    mark: Mark = ""
    time: str = ""

    def __str__(self) -> str:
        return "-".join(filter(None, (self.year, self.month, self.day))) + self.time + self.mark

    @property
    def dated(self) -> bool:
        """Whether anything of its year is told."""
        return self.year != UNKNOWN_YEAR

    @property
    def earliest(self) -> Day:
        """Its first possible day."""
        year = self._years()[0]
        if self.month == "24":
            return Day(year, 12, 1)
        month = _SEASONS[self.month][0] if self.month in _SEASONS else _number(self.month, 1)
        return Day(year, month, _number(self.day, 1))

    @property
    def latest(self) -> Day:
        """Its last possible day."""
        year = self._years()[1]
        if self.month == "24":
            return Day(year + 1, 2, days_in_month(year + 1, 2))
        month = _SEASONS[self.month][1] if self.month in _SEASONS else _number(self.month, 12)
        return Day(year, month, _number(self.day, days_in_month(year, month)))

    def _years(self) -> tuple[int, int]:
        digits = self.year.removeprefix("Y")
        ends = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
        return min(ends), max(ends)


@dataclass(frozen=True, slots=True)
class Interval:
    """An extent ``start/end``; a side is open (``..``) or unknown (empty) where no date stands."""

    start: Date | Edge
    end: Date | Edge

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"


@dataclass(frozen=True, slots=True)
class Run:
    """A member ``start..end`` of a set: every date from one to the other, None where open."""

    start: Date | None
    end: Date | None

    def __str__(self) -> str:
        return f"{self.start or ''}..{self.end or ''}"


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of its members, which one is not known."""

    members: tuple[Date | Run, ...]

    def __str__(self) -> str:
        return "[" + ",".join(map(str, self.members)) + "]"


@lru_cache(maxsize=65_536)
def parse(edtf: str) -> Date | Interval | OneOf:
    """Read ``edtf``; ``str()`` of the result gives it back. Raises EdtfError."""
    if edtf.startswith("[") and edtf.endswith("]"):
        members = tuple(_member(part, edtf) for part in edtf[1:-1].split(","))
        if any(isinstance(m, Run) and m.start is None for m in members[1:]):
            raise EdtfError(f"{edtf!r}: only the first member of a set may be open to the past")
        if any(isinstance(m, Run) and m.end is None for m in members[:-1]):
            raise EdtfError(f"{edtf!r}: only the last member of a set may be open to the future")
        return OneOf(members)
    if "/" in edtf:
        left, _, right = edtf.partition("/")
        if not left and not right:
            raise EdtfError(f"{edtf!r}: an interval needs at least one side")
        interval = Interval(_side(left, edtf), _side(right, edtf))
        _check_order(interval.start, interval.end, edtf)
        return interval
    return _date(edtf, edtf)


def valid(edtf: str) -> bool:
    """Whether ``edtf`` belongs to the profile."""
    try:
        parse(edtf)
    except EdtfError:
        return False
    return True


@lru_cache(maxsize=65_536)
def bounds(edtf: str) -> tuple[str | None, str | None]:
    """The first and last possible day, inclusive ISO days, None where open. Raises EdtfError.

    Qualifiers do not widen: how far "about" reaches is for the reader to judge.
    """
    first, last = _ends(parse(edtf))
    return (iso(first) if first else None, iso(last) if last else None)


def is_extent(edtf: str) -> bool:
    """Whether ``edtf`` is an interval ``a/b``."""
    return isinstance(parse(edtf), Interval)


def is_set(edtf: str) -> bool:
    """Whether ``edtf`` is a *one of* set."""
    return isinstance(parse(edtf), OneOf)


def span_of_years(edtf: str) -> tuple[int | None, int | None]:
    """The first and last possible year, None where open. Raises EdtfError."""
    first, last = _ends(parse(edtf))
    return (first.year if first else None, last.year if last else None)


def precedes(one: str, other: str) -> bool:
    """Whether ``one`` is over before ``other`` begins, under every reading of both."""
    last, first = _ends(parse(one))[1], _ends(parse(other))[0]
    return last is not None and first is not None and last < first


def may_coincide(one: str, other: str) -> bool:
    """Whether the bounds of the two share a day."""
    return not precedes(one, other) and not precedes(other, one)


def encloses(outer: str, inner: str) -> bool:
    """Whether the bounds of ``inner`` lie within those of ``outer``."""
    (first, last), (start, end) = _ends(parse(outer)), _ends(parse(inner))
    return (first is None or (start is not None and first <= start)) and (
        last is None or (end is not None and end <= last)
    )


def iso(day: Day) -> str:
    """``YYYY-MM-DD``; years outside 0–9999 signed, beyond four digits in ISO's expanded form (``+17000``)."""
    sign = "-" if day.year < 0 else "+" if day.year > 9999 else ""
    return f"{sign}{abs(day.year):04d}-{day.month:02d}-{day.day:02d}"


def days_in_month(year: int, month: int) -> int:
    """Days of a month of the proleptic Gregorian calendar."""
    return 29 if month == 2 and isleap(year) else _MONTH_DAYS[month - 1]


def _ends(value: Date | Interval | OneOf) -> tuple[Day | None, Day | None]:
    if isinstance(value, Date):
        return (value.earliest, value.latest) if value.dated else (None, None)
    if isinstance(value, Interval):
        start, end = value.start, value.end
        return (
            start.earliest if isinstance(start, Date) else None,
            end.latest if isinstance(end, Date) else None,
        )
    starts = [m.earliest if isinstance(m, Date) else m.start and m.start.earliest for m in value.members]
    ends = [m.latest if isinstance(m, Date) else m.end and m.end.latest for m in value.members]
    first = None if None in starts else min(s for s in starts if s)
    last = None if None in ends else max(e for e in ends if e)
    return first, last


def _number(component: str, otherwise: int) -> int:
    return int(component) if component.isdigit() else otherwise


def _date(text: str, whole: str) -> Date:
    match = _DATE.fullmatch(text)
    if not match or not text.isascii():
        raise EdtfError(f"{whole!r}: {text!r} is no EDTF date")
    year, month, day = match["year"], match["month"] or "", match["day"] or ""
    time, mark = match["time"] or "", match["mark"] or ""
    yearless = year == UNKNOWN_YEAR
    if yearless and (text != whole or time or not (month.isdigit() and int(month) <= 12)):
        raise EdtfError(f"{whole!r}: a date of no told year is a month or day that stands alone")
    if year == "-0000" or ("X" in year and month and not yearless) or (year.startswith("Y") and month):
        raise EdtfError(f"{whole!r}: {text!r} has a year that cannot stand so")
    if month.isdigit() and not (1 <= int(month) <= 12 or (21 <= int(month) <= 24 and not day)):
        raise EdtfError(f"{whole!r}: {text!r} has no such month or season")
    if day.isdigit() and not (month.isdigit() and 1 <= int(day) <= _days_of(year, int(month))):
        raise EdtfError(f"{whole!r}: {text!r} has no such day")
    if time and (not day.isdigit() or mark or not _CLOCK.fullmatch(time)):
        raise EdtfError(f"{whole!r}: {text!r} has no such time of day")
    return Date(year, month, day, mark, time)  # type: ignore[arg-type]


def _days_of(year: str, month: int) -> int:
    return days_in_month(_LEAP if year == UNKNOWN_YEAR else int(year), month)


def _side(text: str, whole: str) -> Date | Edge:
    if text == "" or text == "..":
        return "" if text == "" else ".."
    return _date(text, whole)


def _member(text: str, whole: str) -> Date | Run:
    if ".." not in text:
        return _date(text, whole)
    left, _, right = text.partition("..")
    if not left and not right:
        raise EdtfError(f"{whole!r}: a run needs at least one end")
    run = Run(_date(left, whole) if left else None, _date(right, whole) if right else None)
    if run.start and run.end:
        _check_order(run.start, run.end, whole)
    return run


def _check_order(start: Date | Edge, end: Date | Edge, whole: str) -> None:
    if isinstance(start, Date) and isinstance(end, Date) and start.earliest > end.latest:
        raise EdtfError(f"{whole!r}: ends before it begins")
