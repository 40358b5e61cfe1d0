"""Years told by their last two digits ('89, "the summer of '68", "the thirties"): the telling gives the century."""

from __future__ import annotations

from vitascope import edtf
from vitascope.time import calendar
from vitascope.time.clock import Clock
from vitascope.time.normalize import day, whole
from vitascope.time.surroundings import NOTHING, Anchored, Surroundings, anchored
from vitascope.time.values import Elided

_HUNDRED, _FIFTY = 100, 50


def elided(value: Elided, clock: Clock | None, around: Surroundings) -> Anchored:
    """The year nearest to the story's clock, but not before the subject's birth; without a clock, the first since."""
    birth = around.birth
    born = edtf.span_of_years(birth.edtf)[0] if birth and birth.edtf else None
    if clock is None:
        text = elided_from(value, born) if born is not None else None
        return (
            Anchored(text, "derived", f"the first since the birth told as “{birth.text}”")
            if text and birth
            else NOTHING
        )
    first = clock.earliest.year - _FIFTY
    text = elided_from(value, first if born is None else max(first, born - born % 10 if value.decade else born))
    return anchored(text, clock)


def elided_from(value: Elided, first: int) -> str | None:
    """EDTF of the first such time that begins in the year ``first`` or later; None where it is none."""
    year = first + (value.year - first) % _HUNDRED
    if value.decade:
        return calendar.decade(year)
    if value.last is not None:
        text = f"{day(year)}/{day(year + (value.last - value.year) % _HUNDRED)}"
        return text if edtf.valid(text) else None
    told = whole(year, value.month, value.day)
    return told.edtf if told else None
