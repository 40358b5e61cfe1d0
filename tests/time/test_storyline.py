"""The story's line: the cheapest way through the dates of a text, checked against trying every way."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vitascope.time.storyline import ASTRAY, Beat, Place, line, price


def told(year: int, month: int | None = None, leave: float = 2.0, anew: bool = False) -> Beat:
    first = year * 12 + (month - 1 if month else 0)
    return Beat(first, first if month else first + 11, leave=leave, anew=anew)


def bare(month: int, anew: bool = False) -> Beat:
    return Beat(month=month, anew=anew)


@pytest.mark.parametrize(
    ("beats", "years"),
    [
        ([told(1911, 3), bare(4)], [1911]),
        ([told(1911, 11), bare(1)], [1912]),
        ([told(1911, 11), bare(10)], [1911]),
        ([told(1911), bare(4), bare(9)], [1911, 1911]),
        ([told(1911), bare(9), bare(2)], [1911, 1912]),
        # a law of long ago, a plan for the year after: passed by, since the story goes on from where it was
        ([told(1788, 8), told(1614), bare(12), told(1789, 5)], [1788]),
        ([told(1975, 1), bare(2), told(1976, leave=0.4), bare(3), bare(4), told(1975, 4)], [1975, 1975, 1975]),
        # a year that is told and then gone on from
        ([told(1905), told(1930), bare(5), told(1931)], [1930]),
        ([told(1905), told(1912), told(1921), told(1930), bare(5)], [1930]),
        # a heading takes the story back, whatever its distance
        ([told(1940, 6), told(1911, leave=8.0, anew=True), bare(3, anew=True)], [1911]),
        # "in September of that year … the following January … in March"
        ([told(1918, 2), Beat(month=9, years=0), Beat(month=1, onward=True), bare(3)], [1918, 1919, 1919]),
        ([told(1918, 2), Beat(month=6, years=1), bare(7)], [1919, 1919]),
        ([bare(3)], [None]),
    ],
)
def test_years_of_bare_months(beats: list[Beat], years: list[int | None]) -> None:
    places = line(beats)
    assert [place.year for place, beat in zip(places, beats, strict=True) if beat.month] == years


def test_a_shift_takes_the_line_along() -> None:
    assert line([told(1911, 3), Beat(shift=24), bare(5)])[2] == Place(True, 1913)


def test_nothing_makes_no_line() -> None:
    assert line([]) == []


def test_dates_after_the_last_bare_month_are_on_the_line() -> None:
    assert [p.on for p in line([told(1911, 3), bare(4), told(1990), told(1992)])] == [True, True, True, True]


BEATS = st.one_of(
    st.builds(told, st.integers(1900, 1903), st.none() | st.integers(1, 12), st.sampled_from([0.4, 2.0])),
    st.builds(bare, st.integers(1, 12), st.booleans()),
)


def _total(beats: list[Beat], choices: tuple[int, ...]) -> float:
    """The price of one way: for a told date 0 passes it by, for a bare month the choice is its year."""
    at: tuple[int, int] | None = None
    total, left = 0.0, False
    for beat, choice in zip(beats, choices, strict=True):
        if beat.month is None:
            if at is None:
                at = beat.first, beat.last
            elif choice:
                total += price(*at, beat.first, beat.last, anew=beat.anew, told=True)
                at = (at[0] if beat.first <= at[0] <= beat.last else beat.first), beat.last
                left = False
            else:
                total += beat.leave
                left = beat.leave >= 1
        elif at is not None:
            to = choice * 12 + beat.month - 1
            total += price(*at, to, to, anew=beat.anew, told=False) + (ASTRAY if left and not beat.anew else 0)
            at, left = (to, to), False
    return total


@settings(deadline=None, max_examples=60)
@given(st.lists(BEATS, min_size=1, max_size=5))
def test_no_way_is_cheaper(beats: list[Beat]) -> None:
    places = line(beats)
    # the line may also go to years that are not tried here, where that is cheaper still
    ways = product(*((0, 1) if b.month is None else range(1899, 1905) for b in beats))
    best = min(_total(beats, way) for way in ways)
    last_bare = max((i for i, b in enumerate(beats) if b.month), default=-1)
    found = tuple(int(p.on) if b.month is None else p.year or 0 for b, p in zip(beats, places, strict=True))
    rest = min(
        _total(beats, found[: last_bare + 1] + way) for way in product((0, 1), repeat=len(beats) - last_bare - 1)
    )
    assert rest <= best + 1e-9
