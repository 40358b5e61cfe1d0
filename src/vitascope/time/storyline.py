"""Which dates a story goes on from: the cheapest way through all that it tells, in the order of its telling.

A narrative moves forward by small steps, steps back at a new paragraph more easily than within one, and leaves its
line for a single date ("a law of 1839", "planned for 1976") rather than go far and return. Each such move has a
price in :data:`STEP` and below; the line is the sequence of least total price, found by dynamic programming over at
most :data:`_WIDTH` states (Viterbi 1967), so in time linear in the number of dates. Months are counted from year 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

STEP = 0.1
"""Price of a month's move, ahead or back."""
BACK, BACK_ANEW = 0.65, 0.45
"""Price of turning back within a paragraph, and at the first date of a new one."""
NEAR, LEAP = 12, 0.15
"""Months that a date told in full is moved to at the full price, and the price of each doubling of the years beyond."""
ASTRAY = 0.5
"""Price of reading a bare month past a date that the same paragraph told in full."""
_WIDTH = 8
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Beat:
    """A date in the telling: told in full (``first`` to ``last``, in months), a bare ``month``, or a ``shift``.

    ``leave`` is the price of a date told in full that the line passes by; ``anew`` says that a paragraph begins. A
    month of ``years`` on is of a year counted from the one told last ("in May of the next year"), an ``onward`` one the
    first such after it ("the following May").
    """

    first: int = 0
    last: int = 0
    month: int | None = None
    shift: int | None = None
    years: int | None = None
    onward: bool = False
    leave: float = 1.0
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where the line is at a beat: whether it goes through it, and the year it gives a bare month."""

    on: bool
    year: int | None = None


@dataclass(slots=True)
class _State:
    first: int
    last: int
    price: float
    before: _State | None
    on: bool = False
    year: int | None = None
    left: bool = False


def line(beats: Sequence[Beat]) -> list[Place]:
    """The place of each beat on the story's line. A month before any told date has no year.

    Dates told in full after the last bare month are all on the line: nothing tells that the story left them.
    """
    ahead = _told_next(beats)
    states = [_State(0, -1, 0.0, None)]
    for beat, following in zip(beats, ahead, strict=True):
        best: dict[tuple[int, int, bool], _State] = {}
        for state in states:
            for new in _moves(state, beat, following):
                key = new.first, new.last, new.left
                if key not in best or new.price < best[key].price:
                    best[key] = new
        states = sorted(best.values(), key=lambda s: (s.price, s.first, s.last, s.left))[:_WIDTH]
    places: list[Place] = []
    at: _State | None = states[0]
    while at is not None and at.before is not None:
        places.append(Place(at.on, at.year))
        at = at.before
    places.reverse()
    for index in range(len(beats) - 1, -1, -1):
        if beats[index].month is not None:
            break
        if beats[index].shift is None:
            places[index] = Place(True)
    return places


def _told_next(beats: Sequence[Beat]) -> list[Beat | None]:
    ahead: list[Beat | None] = []
    following: Beat | None = None
    for beat in reversed(beats):
        ahead.append(following)
        if beat.month is None and beat.shift is None:
            following = beat
    return ahead[::-1]


def _moves(state: _State, beat: Beat, following: Beat | None) -> list[_State]:
    unset = state.last < state.first
    if beat.shift is not None:
        by = 0 if unset else beat.shift
        return [_State(state.first + by, state.last + by, state.price, state, on=not unset, left=state.left)]
    if beat.month is not None:
        if unset:
            return [_State(state.first, state.last, state.price, state)]
        if beat.years is not None:
            return [_to_month(state, beat, _year_on(state, beat))]
        return [_to_month(state, beat, year) for year in _years(state, beat.month, following)]
    moved = 0.0 if unset else price(state.first, state.last, beat.first, beat.last, anew=beat.anew, told=True)
    within = not unset and beat.first <= state.first <= beat.last
    on = _State(state.first if within else beat.first, beat.last, state.price + moved, state, on=True)
    if unset:
        return [on]
    return [on, _State(state.first, state.last, state.price + beat.leave, state, left=beat.leave >= 1)]


def _to_month(state: _State, beat: Beat, year: int) -> _State:
    at = year * _YEAR + (beat.month or 1) - 1
    cost = price(state.first, state.last, at, at, anew=beat.anew, told=False)
    if state.left and not beat.anew:
        cost += ASTRAY
    return _State(at, at, state.price + cost, state, on=True, year=year)


def _year_on(state: _State, beat: Beat) -> int:
    """The year of the line, so many years on, or that of the first such month after it."""
    passed = (beat.month or 1) - 1 <= state.last % _YEAR
    return state.last // _YEAR + (passed if beat.onward else beat.years or 0)


def _years(state: _State, month: int, following: Beat | None) -> list[int]:
    """Years worth trying for a month: around the line, and the year of the next told date."""
    first, last = state.first // _YEAR, state.last // _YEAR
    years = {first - 1, first, min(first + 1, last), last, last + 1}
    if following:
        year = following.first // _YEAR
        years |= {year} if (following.first % _YEAR) + 1 >= month else {year - 1, year}
    return sorted(years)


def price(first: int, last: int, to_first: int, to_last: int, *, anew: bool, told: bool) -> float:
    """The price of going from one time to another, each from its first month to its last.

    Distances are counted from the first month: to leave a year without a date in it is no shorter for its length.
    A date ``told`` in full may lie far off, a bare month is taken to be near.
    """
    if to_first > last:
        away, turn = to_first - first, 0.0
    elif to_last < first:
        away, turn = first - to_last, BACK_ANEW if anew else BACK
    else:
        return STEP / 4 * min(max(to_first - first, 0) // _YEAR, 8)
    if told:
        return turn + STEP * min(away, NEAR) + LEAP * log2(1 + max(away - NEAR, 0) / _YEAR)
    return turn + STEP * min(away, 4 * _YEAR)
