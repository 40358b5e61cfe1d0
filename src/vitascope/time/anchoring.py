"""Give a value its time: fixed ones as they are, the others from the story's clock or the subject's birth.

Where two readings fit what is told before and after, both are kept as a set; nothing is guessed away.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as civil

from vitascope import edtf
from vitascope.edtf import Date, Day
from vitascope.model import Basis, When
from vitascope.time import calendar
from vitascope.time.clock import Clock
from vitascope.time.normalize import day
from vitascope.time.values import (
    Adjacent,
    Age,
    Fixed,
    Hour,
    Length,
    Named,
    OfLife,
    Partial,
    PartialRange,
    Pointer,
    Rhythm,
    Shifted,
    Value,
)

_CLOSE, _NEAR = 3, 8
"""Months ahead up to which a month without its year is taken to come next: always, and unless it may lie behind.

Between the two, a date told next in the same paragraph that comes before it says that it lies behind.
"""
_FAR, _LULL = 4, 3
"""Months ahead and sentences since the clock moved, from which on a year may have been skipped."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A date told in full further on: its first date, its words, its block."""

    edtf: str
    words: str
    block: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an expression is read against.

    ``clock`` is the story's time, ``mention`` the date spoken of last, which need not be on the story's line.
    ``following`` is the next date told in full, ``following_here`` the same within the paragraph. ``flashback``
    holds under a past perfect, ``elapsed`` after a word like "eventually", ``sentences`` counts those since the
    clock last moved. ``year`` is the one that the whole telling implies for a month told without its year.
    """

    clock: Clock | None
    mention: Clock | None
    following: Ahead | None
    following_here: Ahead | None
    birth: When | None
    death: When | None
    flashback: bool
    elapsed: bool
    sentences: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Anchored:
    """A value's EDTF with its basis, in words; ``edtf`` None where nothing tells it."""

    edtf: str | None
    basis: Basis = "stated"
    because: str = ""


NOTHING = Anchored(None, "none")


def anchor(value: Value, around: Surroundings) -> Anchored:
    """The time of ``value`` among its surroundings."""
    if isinstance(value, Fixed | Named):
        because = f"the span of “{value.name}”" if isinstance(value, Named) else ""
        return Anchored(value.edtf, "stated", because)
    if isinstance(value, Age):
        return anchor_age(value, around.birth)
    if isinstance(value, OfLife):
        return _of_life(value, around.birth if value.event == "birth" else around.death)
    near = isinstance(value, Adjacent | Shifted | Length | Hour) or (isinstance(value, Pointer) and value.to == "here")
    clock = around.mention if near else around.clock
    if clock is None or isinstance(value, Rhythm):
        return NOTHING
    if isinstance(value, Length):
        return _stretch(value, clock)
    if isinstance(value, Pointer):
        return _anchored(str(clock.end), clock) if value.to in ("then", "here") else NOTHING
    if isinstance(value, Hour):
        return _anchored(str(clock.end), clock) if calendar.precision(clock.end) == "day" else NOTHING
    if isinstance(value, Partial):
        return _partial(value, clock, around)
    if isinstance(value, PartialRange):
        return _partial_range(value, clock, around)
    if isinstance(value, Adjacent):
        return _adjacent(value, clock)
    return shifted(value, clock) if isinstance(value, Shifted) else NOTHING


def _stretch(value: Length, clock: Clock) -> Anchored:
    """ "The next two years", "the past month": from the clock on, or up to it."""
    if value.side not in ("next", "past") or value.amount is None or not value.unit:
        return NOTHING
    ahead = value.side == "next"
    near = clock.end if ahead else clock.start
    far = calendar.on_from(near, value.amount if ahead else -value.amount, value.unit)
    date = calendar.first(far) if far and not edtf.is_set(far) else None
    if date is None or str(date).rstrip("~?%") == str(near).rstrip("~?%"):
        return NOTHING
    return _derived(f"{near}/{date}" if ahead else f"{date}/{near}", clock)


def shifted(value: Shifted, clock: Clock) -> Anchored:
    """So long after or before the clock; "several years later" is open on its far side."""
    start = clock.end if value.step > 0 else clock.start
    if value.amount is None:
        near = start.earliest.year if value.step > 0 else start.latest.year
        years = value.unit in ("year", "decade", "century")
        text = day(near + value.step) if years else str(start).rstrip("~?%")
        return _derived(f"[{text}..]" if value.step > 0 else f"[..{text}]", clock)
    return _derived(calendar.on_from(start, value.step * value.amount, value.unit), clock)


def _anchored(text: str | None, clock: Clock) -> Anchored:
    return Anchored(text, "anchored", _because(clock)) if text and edtf.valid(text) else NOTHING


def _derived(text: str | None, clock: Clock) -> Anchored:
    return Anchored(text, "derived", f"counted from “{clock.words}”") if text and edtf.valid(text) else NOTHING


def _because(clock: Clock) -> str:
    return f"anchored to “{clock.words}”" + (", told in an earlier paragraph" if clock.weak else "")


# ------------------------------------------------------------ dates without a year


def _partial(value: Partial, clock: Clock, around: Surroundings) -> Anchored:
    if value.month is None:
        return _anchored(_day_alone(value.day or 1, clock), clock)
    if value.step is not None:
        return _anchored(day(clock.latest.year + value.step, value.month, value.day), clock)
    years = _likely(value.month, clock, around)
    readings = [text for year in years if (text := day(year, value.month, value.day))]
    if not readings:  # 29 February
        readings = [text for year in (years[0] - 1, years[0] + 1) if (text := day(year, value.month, value.day))][:1]
    if not readings:
        return NOTHING
    if len(readings) == 1:
        return _anchored(readings[0], clock)
    if value.month > 12:
        readings = [f"{day(d.earliest.year, d.earliest.month)}..{day(d.latest.year, d.latest.month)}"
                    for d in (edtf.parse(r) for r in readings) if isinstance(d, Date)]  # fmt: skip
    chosen = _anchored("[" + ",".join(readings) + "]", clock)
    told = f" and “{around.following.words}”, told next" if around.following else ""
    return Anchored(chosen.edtf, chosen.basis, f"both fit between “{clock.words}”{told}")


def _likely(month: int, clock: Clock, around: Surroundings) -> list[int]:
    """The years that the clock allows, unless the telling as a whole implies another one."""
    years = _years(month, clock, around)
    return years if around.year is None or around.year in years else [around.year]


def _years(month: int, clock: Clock, around: Surroundings) -> list[int]:
    """The years in which a month may lie, given the clock and what is told next: one, or two in order."""
    first, last = clock.start, clock.end
    if calendar.precision(first) == "year":
        return [_year_within(month, first, last)]
    at = first.earliest
    begins = _first_month(month)
    gap = (begins - at.month) % 12
    ahead = at.year if begins >= at.month else at.year + 1
    if gap == 0:
        return [at.year]
    if around.flashback:
        return [ahead - 1]
    if not _fits(ahead, month, around) and gap > (_CLOSE if around.following_here else _NEAR):
        return [ahead - 1]
    if gap > _NEAR:
        return [ahead - 1, ahead] if _bounded(around) else [ahead - 1]
    lull = around.elapsed or (gap >= _FAR and around.sentences >= _LULL)
    if lull and _bounded(around) and _fits(ahead + 1, month, around) and not clock.weak:
        return [ahead, ahead + 1]
    return [ahead]


def _first_month(month: int) -> int:
    return {21: 3, 22: 6, 23: 9, 24: 12}.get(month, month)


def _year_within(month: int, first: Date, last: Date) -> int:
    """A month after a bare year lies in that year; within an extent, in its first year that has it."""
    year = first.earliest.year
    if month == 24 or last.latest.year == year:
        return year
    begins = _first_month(month)
    return year if begins >= first.earliest.month else year + 1


def _fits(year: int, month: int, around: Surroundings) -> bool:
    """Whether that month comes no later than the next told date, or, where none is told, the subject's death.

    A next date that lies before the clock says only that the story steps back there, and bounds nothing.
    """
    begins = Day(year, _first_month(month), 1)
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


def _partial_range(value: PartialRange, clock: Clock, around: Surroundings) -> Anchored:
    start = _partial(value.first, clock, around)
    date = calendar.first(start.edtf) if start.edtf else None
    if date is None or value.last.month is None or value.first.month is None:
        return NOTHING
    year = date.earliest.year + (1 if value.last.month < value.first.month else 0)
    end = day(year, value.last.month, value.last.day)
    return _anchored(f"{date}/{end}", clock) if end else NOTHING


# ------------------------------------------------------------ neighbours of the clock


def _adjacent(value: Adjacent, clock: Clock) -> Anchored:
    date = clock.end if value.step > 0 else clock.start
    if value.month is not None:
        return _anchored(_neighbour_month(value.month, value.step, clock), clock)
    if value.weekday is not None:
        return _weekday(value.weekday, value.step, date, clock)
    if value.unit is None:
        return NOTHING
    at, told = date.earliest, calendar.precision(date)
    if value.unit == "year":
        return _anchored(day(at.year + value.step), clock)
    if value.unit == "decade":
        return _anchored(calendar.decade(at.year, value.step), clock)
    if value.unit == "century":
        return _anchored(calendar.century(at.year, value.step), clock)
    if value.unit == "month" and told != "year":
        year, month = divmod(at.year * 12 + at.month - 1 + value.step, 12)
        return _anchored(day(year, month + 1), clock)
    if value.unit == "week":
        return _anchored(calendar.on_from(date, value.step, "week"), clock)
    if value.unit == "day" and told == "day":
        moved = calendar.days_on(at, value.step)
        return _anchored(day(*moved) if moved else None, clock)
    return _anchored(calendar.marked(str(date), "~"), clock) if value.step == 0 or value.unit == "day" else NOTHING


def _weekday(number: int, step: int, date: Date, clock: Clock) -> Anchored:
    """The next or last such day of the week; both where the words do not say which."""
    at = date.earliest
    if calendar.precision(date) != "day" or not 1 <= at.year <= 9999:
        return NOTHING
    gap = (number - civil(at.year, at.month, at.day).isoweekday()) % 7
    if gap == 0 and step == 0:
        return _anchored(str(date), clock)
    days = [calendar.days_on(at, by) for by in ((gap or 7,) if step > 0 else (gap - 7,) if step else (gap - 7, gap))]
    texts = [text for moved in days if moved and (text := day(*moved))]
    return _anchored(texts[0] if len(texts) == 1 else "[" + ",".join(texts) + "]" if texts else None, clock)


def _neighbour_month(month: int, step: int, clock: Clock) -> str | None:
    """The nearest such month or season strictly after or before the clock, or in its year."""
    if step == 0:
        return day(_year_within(month, clock.start, clock.end), month)
    year = clock.latest.year if step > 0 else clock.earliest.year
    for candidate in (year - step, year, year + step, year + 2 * step):
        text = day(candidate, month)
        date = edtf.parse(text) if text else None
        if isinstance(date, Date) and (date.earliest > clock.latest if step > 0 else date.latest < clock.earliest):
            return text
    return None


# ------------------------------------------------------------ ages and ends of a life


def _of_life(value: OfLife, told: When | None) -> Anchored:
    date = calendar.first(told.edtf) if told and told.edtf else None
    if told is None or date is None:
        return NOTHING
    text: str | None = str(date)
    if value.step:
        text = shifted(Shifted(value.step, value.amount, value.unit), Clock(str(date), told.text, 0)).edtf
    return Anchored(text, "derived", f"from the {value.event} told as “{told.text}”") if text else NOTHING


def anchor_age(value: Age, birth: When | None) -> Anchored:
    """An age lasts from one birthday to the eve of the next; a stage of life is told in whole years.

    At 17, born 4 June 1872: between June 1889 and June 1890. Born 1872: 1889 or 1890. Born about 1872: the
    same, as an extent of approximate years.
    """
    date = calendar.first(birth.edtf) if birth and birth.edtf else None
    if birth is None or date is None or "X" in date.year:
        return NOTHING
    because = f"from the birth told as “{birth.text}”"
    year, month = date.earliest.year, date.earliest.month
    mark = date.mark
    if value.last is not None:
        start, end = day(year + value.years), day(year + value.last)
        return Anchored(f"{start}{mark}/{end}{mark}", "derived", because)
    if mark:
        return Anchored(f"{day(year + value.years)}{mark}/{day(year + value.years + 1)}{mark}", "derived", because)
    if calendar.precision(date) == "year":
        start, end = day(year + value.years), day(year + value.years + 1)
    else:
        start, end = day(year + value.years, month), day(year + value.years + 1, month)
    return Anchored(f"[{start}..{end}]", "derived", because)
