"""Years of three digits or fewer, told without an era: whether they count, and before or after the era began."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope import edtf
from vitascope.edtf import Date, Interval
from vitascope.model import When
from vitascope.time.normalize import day
from vitascope.time.values import Fixed, Found

_THOUSAND, _HUNDRED = 1000, 100


def ancient(*ends: When | None) -> bool:
    """Whether a life lies in the first millennium or before."""
    return any(year is not None and year < _THOUSAND for year in map(_year, ends))


def near(birth: When | None, death: When | None) -> bool:
    """Whether a life began before the year 100, so that years of two digits are told in it."""
    first = _year(birth) if birth is not None else _year(death)
    return first is not None and first < _HUNDRED


def in_era(found: Sequence[Found], birth: When | None, death: When | None) -> list[Found]:
    """Years told without an era, in the era in which they fall within the life; both readings where both do."""
    first, last = _year(birth), _year(death)
    if not any(year is not None and year <= 0 for year in (first, last)):
        return list(found)
    return [_in_era(item, first, last) if item.ancient else item for item in found]


def _in_era(item: Found, first: int | None, last: int | None) -> Found:
    value = edtf.parse(item.value.edtf) if isinstance(item.value, Fixed) else None
    years = _years(value)
    if not years or years[0] <= 0:
        return item
    told = _within(years, first, last)
    before = tuple(1 - year for year in years)
    earlier = list(before) == sorted(before) and _within(before, first, last)
    if not earlier:
        return item
    turned = "/".join(_at(date, year) for date, year in zip(_dates(value), before, strict=True))
    if told and len(years) == 1:
        turned = f"[{turned},{value}]"
    return replace(item, value=Fixed(turned)) if edtf.valid(turned) and not (told and len(years) > 1) else item


def _dates(value: object) -> tuple[Date, ...]:
    if isinstance(value, Interval):
        return tuple(side for side in (value.start, value.end) if isinstance(side, Date))
    return (value,) if isinstance(value, Date) else ()


def _years(value: object) -> tuple[int, ...]:
    return tuple(date.earliest.year for date in _dates(value))


def _within(years: tuple[int, ...], first: int | None, last: int | None) -> bool:
    return all((first is None or first <= year) and (last is None or year <= last) for year in years)


def _at(date: Date, year: int) -> str:
    month = int(date.month) if date.month.isdigit() else None
    return day(year, month, int(date.day) if date.day.isdigit() else None) or str(date)


def _year(when: When | None) -> int | None:
    return edtf.span_of_years(when.edtf)[0] if when and when.edtf else None
