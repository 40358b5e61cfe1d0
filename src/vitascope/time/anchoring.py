"""Give a value its time: fixed ones as they are, the others from the story's clock or the subject's birth.

Where two readings fit what is told before and after, both are kept as a set; nothing is guessed away.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date as civil

from vitascope import edtf
from vitascope.days import day_number
from vitascope.edtf import Date, Day
from vitascope.model import When
from vitascope.time import calendar
from vitascope.time.centuries import elided
from vitascope.time.clock import Clock
from vitascope.time.normalize import day
from vitascope.time.surroundings import NOTHING, Anchored, Surroundings, anchored, derived
from vitascope.time.values import (
    BIRTHDAY,
    Adjacent,
    Age,
    Elided,
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
from vitascope.time.yearless import partial, partial_range, year_within, yearless

_EXACT = (("month", "month"), ("week", "day"))
"""Units that count exactly from a date told to the month or the day."""
_SOON = 31
"""Days within which a day of no year follows on the date told last."""


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
    spoken = around.clock is not None and around.clock.weak and around.mention is not None and not around.mention.weak
    clock = around.mention if near or spoken else around.clock  # what the paragraph tells outweighs the one before
    if isinstance(value, Elided):
        return elided(value, clock, around)
    soon = _soon_after(value, around) if isinstance(value, Partial) else None
    if soon is not None:
        return soon
    if clock is None and isinstance(value, Partial):
        return yearless(value)
    if clock is None or isinstance(value, Rhythm):
        return NOTHING
    if isinstance(value, Length):
        return _stretch(value, clock)
    if isinstance(value, Pointer):
        told = value.to in ("then", "here") and not around.newborn
        return anchored(str(clock.end), clock) if told else NOTHING
    if isinstance(value, Hour):
        return anchored(str(clock.end), clock) if calendar.precision(clock.end) == "day" else NOTHING
    if isinstance(value, Partial):
        return partial(value, clock, replace(around, clock=clock, year=None) if spoken and clock.end.day else around)
    if isinstance(value, PartialRange):
        return partial_range(value, clock, around)
    if isinstance(value, Adjacent):
        return _adjacent(value, clock)
    return _told_on(value, clock) if isinstance(value, Shifted) else NOTHING


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
    return derived(f"{near}/{date}" if ahead else f"{date}/{near}", clock)


def _told_on(value: Shifted, clock: Clock) -> Anchored:
    """ "Three months later", told of a month, is a month, "two weeks later", told of a day, a day; "after three months"
    is about that."""
    found = shifted(value, clock)
    near = clock.end if value.step > 0 else clock.start
    whole = value.amount is not None and value.amount.is_integer()
    alike = (value.unit, calendar.precision(near)) in _EXACT
    exact = whole and alike and found.edtf and not near.mark
    return replace(found, edtf=(found.edtf or "").rstrip("~")) if exact else found


def shifted(value: Shifted, clock: Clock) -> Anchored:
    """So long after or before the clock; "several years later" is open on its far side."""
    start = clock.end if value.step > 0 else clock.start
    if value.amount is None:
        near = start.earliest.year if value.step > 0 else start.latest.year
        years = value.unit in ("year", "decade", "century")
        text = day(near + value.step) if years else str(start).rstrip("~?%")
        return derived(f"[{text}..]" if value.step > 0 else f"[..{text}]", clock)
    return derived(calendar.on_from(start, value.step * value.amount, value.unit), clock)


def _soon_after(value: Partial, around: Surroundings) -> Anchored | None:
    """A day of no year within a month after one that the paragraph has just told in full, on the story's line or off
    it: "at the trial, which opened on 3 March 1951, … on 5 March"."""
    spoken = around.mention
    if spoken is None or spoken.weak or calendar.precision(spoken.end) != "day" or value.step is not None:
        return None
    at = spoken.end.earliest
    for year in (at.year, at.year + 1):
        text = day(year, value.month, value.day) if value.month and value.day else None
        date = calendar.first(text) if text else None
        if date is not None and 0 < day_number(date.earliest) - day_number(at) <= _SOON:
            return anchored(text, spoken)
    return None


# ------------------------------------------------------------ neighbours of the clock


def _adjacent(value: Adjacent, clock: Clock) -> Anchored:
    date = clock.end if value.step > 0 else clock.start
    if value.month is not None:
        text = _neighbour_month(value.month, value.step, clock)
        return anchored(f"{text}-{value.day:02d}" if text and value.day else text, clock)
    if value.weekday is not None:
        return _weekday(value.weekday, value.step, date, clock)
    if value.unit is None:
        return NOTHING
    at, told = date.earliest, calendar.precision(date)
    if value.unit == "year":
        return anchored(day(at.year + value.step), clock)
    if value.unit == "decade":
        return anchored(calendar.decade(at.year, value.step), clock)
    if value.unit == "century":
        return anchored(calendar.century(at.year, value.step), clock)
    if value.unit == "month" and told != "year":
        year, month = divmod(at.year * 12 + at.month - 1 + value.step, 12)
        return anchored(day(year, month + 1, value.day), clock)
    if value.day:
        return NOTHING
    if value.unit == "week":
        return anchored(calendar.on_from(date, value.step, "week"), clock)
    if value.unit == "day" and told == "day":
        moved = calendar.days_on(at, value.step)
        return anchored(day(*moved) if moved else None, clock)
    return anchored(calendar.marked(str(date), "~"), clock) if value.step == 0 or value.unit == "day" else NOTHING


def _weekday(number: int, step: int, date: Date, clock: Clock) -> Anchored:
    """The next or last such day of the week; both where the words do not say which."""
    at = date.earliest
    if calendar.precision(date) != "day" or not 1 <= at.year <= 9999:
        return NOTHING
    gap = (number - civil(at.year, at.month, at.day).isoweekday()) % 7
    if gap == 0 and step == 0:
        return anchored(str(date), clock)
    days = [calendar.days_on(at, by) for by in ((gap or 7,) if step > 0 else (gap - 7,) if step else (gap - 7, gap))]
    texts = [text for moved in days if moved and (text := day(*moved))]
    return anchored(texts[0] if len(texts) == 1 else "[" + ",".join(texts) + "]" if texts else None, clock)


def _neighbour_month(month: int, step: int, clock: Clock) -> str | None:
    """The nearest such month or season strictly after or before the clock, or in its year."""
    if step == 0:
        return day(year_within(month, clock.start, clock.end), month)
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
    if value.side:
        text = _up_to(date, value)
    elif value.unit == BIRTHDAY:
        text = _birthday(date, round(value.amount or 0))
    elif value.unit and not value.step:
        text = _whole_unit(date, value.unit)
    elif value.step:
        text = shifted(Shifted(value.step, value.amount, value.unit), Clock(str(date), told.text, 0)).edtf
    return Anchored(text, "derived", f"from the {value.event} told as “{told.text}”") if text else NOTHING


def _up_to(date: Date, value: OfLife) -> str | None:
    """All or some of the time that led up to the end of a life: its last so many years, or as much as is told."""
    began = calendar.on_from(date, -value.amount, value.unit) if value.amount and value.unit else None
    start = calendar.first(began) if began else None
    if value.side == "until":
        return f"{start or '..'}/{date}"
    return calendar.within(edtf.Interval(start or "..", date))


def _birthday(date: Date, number: int) -> str | None:
    """The day on which so many years were completed, told as precisely as the birth."""
    at, told = date.earliest, calendar.precision(date)
    parts = (at.month, at.day) if told == "day" else (at.month,) if told == "month" else ()
    text = day(at.year + number, *parts) or day(at.year + number, *parts[:1])
    return text and text + date.mark


def _whole_unit(date: Date, unit: str) -> str | None:
    """The year, month or day of a birth or death, as far as it is told so narrowly."""
    told = calendar.precision(date)
    if unit == "year":
        return f"{date.year}{date.mark}"
    fits = told == "day" or (unit == "month" and told == "month")
    if not fits or unit not in ("month", "day"):
        return None
    return str(date) if unit == "day" else f"{date.year}-{date.month}{date.mark}"


def _anniversary(at: Day, years: int) -> Day:
    """The day on which so many years are completed; a leap day's falls on 1 March of common years."""
    return Day(at.year + years, *((at.month, at.day) if day(at.year + years, at.month, at.day) else (3, 1)))


def anchor_age(value: Age, birth: When | None) -> Anchored:
    """An age lasts from one birthday to the eve of the next; a stage of life is told in whole years.

    At 17, born 4 June 1872: between that day of 1889 and the third of June 1890. Born 1872: 1889 or 1890. Born about
    1872: about 1889.
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
        return Anchored(f"{day(year + value.years)}{mark}", "derived", because)
    if calendar.precision(date) == "year":
        start, end = day(year + value.years), day(year + value.years + 1)
    elif calendar.precision(date) == "month":
        start, end = day(year + value.years, month), day(year + value.years + 1, month)
    else:
        start = day(*_anniversary(date.earliest, value.years))
        eve = calendar.days_on(_anniversary(date.earliest, value.years + 1), -1)
        end = day(*eve) if eve else day(year + value.years + 1, month)
        start = start if eve else day(year + value.years, month)
    return Anchored(f"[{start}..{end}]", "derived", because)
