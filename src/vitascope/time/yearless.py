"""Dates told without their year: the one that the story's clock, its next date and the whole telling imply.

Where two years fit what is told before and after, both are kept as a set.
"""

from __future__ import annotations

from vitascope import edtf
from vitascope.edtf import Date, Day
from vitascope.time import calendar
from vitascope.time.clock import Clock
from vitascope.time.normalize import day
from vitascope.time.surroundings import NOTHING, Anchored, Surroundings, anchored
from vitascope.time.values import Partial, PartialRange

_CLOSE, _NEAR = 3, 8
"""Months ahead up to which a month without its year is taken to come next: always, and unless it may lie behind.

Between the two, a date told next in the same paragraph that comes before it says that it lies behind.
"""
_FAR, _LULL = 4, 3
"""Months ahead and sentences since the clock moved, from which on a year may have been skipped."""


def partial(value: Partial, clock: Clock, around: Surroundings) -> Anchored:
    """A month, season or day without its year: the year that fits, or the two that do."""
    if value.month is None:
        return anchored(_day_alone(value.day or 1, clock), clock)
    if value.step is not None:
        return anchored(day(clock.latest.year + value.step, value.month, value.day), clock)
    years = _likely(value.month, clock, around)
    readings = [text for year in years if (text := day(year, value.month, value.day))]
    if not readings:  # 29 February
        readings = [text for year in (years[0] - 1, years[0] + 1) if (text := day(year, value.month, value.day))][:1]
    if not readings:
        return NOTHING
    if len(readings) == 1:
        return anchored(readings[0], clock)
    if value.month > 12:
        readings = [f"{day(d.earliest.year, d.earliest.month)}..{day(d.latest.year, d.latest.month)}"
                    for d in (edtf.parse(r) for r in readings) if isinstance(d, Date)]  # fmt: skip
    chosen = anchored("[" + ",".join(readings) + "]", clock)
    told = f" and “{around.following.words}”, told next" if around.following else ""
    return Anchored(chosen.edtf, chosen.basis, f"both fit between “{clock.words}”{told}")


def yearless(value: Partial) -> Anchored:
    """A month or day of no year that the text tells: ``XXXX-11-03``; nothing for seasons, and days of no month."""
    if value.month is None or value.month > 12 or value.step is not None:
        return NOTHING
    number = f"-{value.day:02d}" if value.day else ""
    text = f"{edtf.UNKNOWN_YEAR}-{value.month:02d}{number}"
    return Anchored(text, "stated", "no year is told") if edtf.valid(text) else NOTHING


def _likely(month: int, clock: Clock, around: Surroundings) -> list[int]:
    """The years that the clock allows, unless the telling as a whole implies another one."""
    years = _years(month, clock, around)
    return years if around.year is None or around.year in years else [around.year]


def _years(month: int, clock: Clock, around: Surroundings) -> list[int]:
    """The years in which a month may lie, given the clock and what is told next: one, or two in order."""
    first, last = clock.start, clock.end
    first = last if last.month else first  # "from May 1911 to June 1913": the story goes on from there
    if calendar.precision(first) == "year":
        return [year_within(month, first, last)]
    at = first.earliest
    begins = first_month(month)
    gap = (begins - at.month) % 12
    ahead = at.year if begins >= at.month else at.year + 1
    if gap == 0:
        return [at.year]
    if around.flashback:
        return [ahead - 1]
    if not _fits(ahead, month, around) and gap > (_CLOSE if around.following_here else _NEAR):
        return [ahead - 1]
    if around.passed and abs(around.passed - gap) <= 1:
        return [ahead]
    if gap > _NEAR:
        return [ahead - 1, ahead] if _bounded(around) else [ahead - 1]
    lull = around.elapsed or (gap >= _FAR and around.sentences >= _LULL)
    if lull and _bounded(around) and _fits(ahead + 1, month, around) and not clock.weak:
        return [ahead, ahead + 1]
    return [ahead]


def first_month(month: int) -> int:
    """The first month of a season (21–24), or the month itself."""
    return {21: 3, 22: 6, 23: 9, 24: 12}.get(month, month)


def year_within(month: int, first: Date, last: Date) -> int:
    """A month after a bare year lies in that year; within an extent, in its first year that has it."""
    year = first.earliest.year
    if month == 24 or last.latest.year == year:
        return year
    begins = first_month(month)
    return year if begins >= first.earliest.month else year + 1


def _fits(year: int, month: int, around: Surroundings) -> bool:
    """Whether that month comes no later than the next told date, or, where none is told, the subject's death.

    A next date that lies before the clock says only that the story steps back there, and bounds nothing.
    """
    begins = Day(year, first_month(month), 1)
    limit = around.following.edtf if around.following else around.death.edtf if around.death else None
    if limit is None:
        return True
    date = calendar.first(limit)
    if date is None or (around.clock and date.latest < around.clock.earliest):
        return True
    return begins <= date.latest


def _bounded(around: Surroundings) -> bool:
    """Whether the date told next lies after the clock, so that it bounds a second reading."""
    if around.following is None or around.clock is None:
        return False
    date = calendar.first(around.following.edtf)
    return date is not None and date.latest >= around.clock.earliest


def _day_alone(number: int, clock: Clock) -> str | None:
    """ "On the 3rd": of the clock's month, or of the next if that day has passed."""
    at = clock.end
    told = calendar.precision(at)
    if told == "year":
        return None
    year, month = at.earliest.year, at.earliest.month
    if told == "day" and number < at.earliest.day:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return day(year, month, number)


def partial_range(value: PartialRange, clock: Clock, around: Surroundings) -> Anchored:
    """From one date without its year to another of the same or the next year."""
    start = partial(value.first, clock, around)
    date = calendar.first(start.edtf) if start.edtf else None
    if date is None or value.last.month is None or value.first.month is None:
        return NOTHING
    year = date.earliest.year + (1 if value.last.month < value.first.month else 0)
    end = day(year, value.last.month, value.last.day)
    return anchored(f"{date}/{end}", clock) if end else NOTHING
