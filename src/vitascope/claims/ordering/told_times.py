"""What a claim's own words say of its time: two points, its start and its end, and limits on them in days.

A happening is one point within its date. A state is told to hold at its date, so that it began no later than that
date ends and ended no earlier than it begins; only an extent ``a/b`` tells its ends.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from vitascope.claims.dating.dating import PERIOD
from vitascope.claims.event_rules import PRECISIONS, EventOrder
from vitascope.days import YEAR, day_number
from vitascope.edtf import Date, Day, Interval, OneOf, Run, parse, valid
from vitascope.model import Claim

DURATION = "duration"
_ISO_DURATION = re.compile(r"P(?=\d)" + "".join(rf"(?:(\d+(?:\.\d+)?){unit})?" for unit in "YMWD") + r"\Z")
_UNIT_DAYS = (YEAR, YEAR / 12, 7, 1)
_DOUBTFUL = re.compile(r"[?%]")


class Window(NamedTuple):
    """First and last day, inclusive, None where open."""

    first: int | None = None
    last: int | None = None

    def holds(self, other: Window) -> bool:
        """Whether ``other`` lies within."""
        low = self.first is None or (other.first is not None and self.first <= other.first)
        return low and (self.last is None or (other.last is not None and other.last <= self.last))


class ToldTime(NamedTuple):
    """``moment``: start and end are one point. ``firm`` is false where the source doubts its own date ("?")."""

    start: Window
    end: Window
    moment: bool
    firm: bool = True
    length: Window = Window()


UNTOLD = Window()


def told_time(claim: Claim, order: EventOrder) -> ToldTime:
    """The limits that the claim itself sets.

    A date borrowed from another claim (no words of its own) sets none, nor does one that is no EDTF of our profile.
    """
    told = claim.when.edtf
    value = parse(told) if told and valid(told) else None
    lasts, length = order.lasts(claim), _length(claim)
    extended = isinstance(value, Interval)
    moment = not lasts and not extended and length == UNTOLD
    if value is None or (claim.when.basis == "derived" and claim.when.span is None):
        return ToldTime(UNTOLD, UNTOLD, moment, True, length)
    firm = not _DOUBTFUL.search(str(value))
    whole = _window(value, order)
    if moment:
        return ToldTime(whole, whole, True, firm)
    if not lasts and length == UNTOLD:
        return ToldTime(Window(whole.first), Window(None, whole.last), False, firm, length)
    if isinstance(value, Interval) and claim.when.basis != "derived" and not claim.when.because.startswith(PERIOD):
        return ToldTime(_side(value.start, order), _side(value.end, order), False, firm, length)
    return ToldTime(Window(None, whole.last), Window(whole.first), False, firm, length)


def _window(value: Date | Interval | OneOf, order: EventOrder) -> Window:
    if isinstance(value, Date):
        return _side(value, order)
    if isinstance(value, Interval):
        return Window(_side(value.start, order).first, _side(value.end, order).last)
    sides = [
        Window(_side(m.start, order).first, _side(m.end, order).last) if isinstance(m, Run) else _side(m, order)
        for m in value.members
    ]
    firsts, lasts = [s.first for s in sides], [s.last for s in sides]
    return Window(
        None if None in firsts else min(f for f in firsts if f is not None),
        None if None in lasts else max(n for n in lasts if n is not None),
    )


def _side(date: Date | str | None, order: EventOrder) -> Window:
    if not isinstance(date, Date) or not date.dated:
        return UNTOLD
    slack = order.slack[_precision(date)] if date.mark in ("~", "%") else 0
    return _days(date, slack)


@lru_cache(maxsize=8_192)
def _days(date: Date, slack: int) -> Window:
    return Window(day_number(date.earliest) - slack, day_number(date.latest) + slack)


def _precision(date: Date) -> str:
    if date.day.isdigit() or date.month.isdigit():
        return PRECISIONS[0 if date.day.isdigit() else 1]
    return PRECISIONS[2 + date.year.count("X")]


def _length(claim: Claim) -> Window:
    """How long it lasted: an ISO 8601 duration, one of its smallest unit to either side: spoken counts are round."""
    told = claim.roles.get(DURATION)
    match = _ISO_DURATION.fullmatch(told.label) if told is not None else None
    if match is None:
        return UNTOLD
    counts = [(float(n), days) for n, days in zip(match.groups(), _UNIT_DAYS, strict=True) if n is not None]
    days, unit = sum(n * d for n, d in counts), counts[-1][1]
    return Window(max(0, int(days - unit)), int(days + unit) + 1)


def day_window(earliest: str | None, latest: str | None) -> Window:
    """ISO days as numbers."""
    return Window(_number(earliest), _number(latest))


def _number(iso: str | None) -> int | None:
    if iso is None:
        return None
    year, month, day = iso[:-6], iso[-5:-3], iso[-2:]
    return day_number(Day(int(year), int(month), int(day)))
