"""The story's clock: what the reader takes to be "now" at each point of the telling.

It moves with the dates that the narrative tells in order. Dates in parentheses, quotations, flashbacks (past perfect),
relative clauses and what somebody says of earlier days, and dates that merely qualify a noun ("the treaty of 1839"),
are read but do not move it. A new paragraph takes over the last one's time, weakly; a heading with a year sets it,
weakly.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from vitascope import edtf
from vitascope.edtf import Date, Day
from vitascope.model import TimeExpression
from vitascope.time import calendar
from vitascope.time.expressions import PERIOD
from vitascope.time.scene import Scene
from vitascope.time.values import Adjacent, Found, Length, OfLife, Shifted

_MOVING = ("date", "extent", "age")
_LONG = ("year", "decade", "century")
Still = frozenset[str]


@dataclass(frozen=True, slots=True)
class Clock:
    """The time now told of, and the words that set it. ``at`` is where those words end."""

    edtf: str
    words: str
    at: int
    weak: bool = False

    @property
    def start(self) -> Date:
        """Its first date."""
        return calendar.first(self.edtf) or calendar.last(self.edtf) or Date("0000")

    @property
    def end(self) -> Date:
        """Its last date."""
        return calendar.last(self.edtf) or self.start

    @property
    def earliest(self) -> Day:
        """The first day that it may mean."""
        return self.start.earliest

    @property
    def latest(self) -> Day:
        """The last day that it may mean."""
        return self.end.latest


def advance(
    clock: Clock | None, told: TimeExpression, item: Found, words: str, scene: Scene, still: Still
) -> Clock | None:
    """The clock after ``told``, whose core reads ``words``: moved, as it was, or lost.

    "Many years later" loses it; "some days later" leaves it standing. A neighbour before the clock ("the previous
    year", "two years earlier") is a look back and leaves it too.
    """
    if told.when.edtf is None or told.when.span is None or not moves(told, item, scene, still):
        return clock
    if told.relation == "offset" and None in edtf.bounds(told.when.edtf):
        near = calendar.first(told.when.edtf) or calendar.last(told.when.edtf)
        long = isinstance(item.value, Shifted | Length) and item.value.unit in _LONG
        return None if near is None or (long and calendar.precision(near) == "year") else clock
    value = _new_time(told)
    if value is None:
        return clock
    if isinstance(item.value, Adjacent | Shifted) and item.value.step < 0:
        return clock
    if clock and scene.content(told.core.start) and edtf.precedes(value, clock.edtf):
        return clock
    # a period or an age is too wide to move the story back, or to blur a date within it
    if (told.kind == "age" or told.rule == PERIOD) and clock and not edtf.precedes(clock.edtf, value):
        return clock
    return Clock(value, words, told.span.end)


def mentioned(
    clock: Clock | None, told: TimeExpression, item: Found, words: str, scene: Scene, still: Still
) -> Clock | None:
    """The last date spoken of in the running text, on the story's line or off it: what "that year" points at.

    An earlier date that only tells one thing from others behind the one that the sentence tells of is none ("was given
    in 1991 the medal of 1956"); ``still`` holds the leads that hang a date on a noun.
    """
    if told.kind not in _MOVING and told.relation != "offset":
        return clock
    at = told.core.start
    if told.when.edtf is None or told.kind == "age" or scene.enclosed(at) or scene.quoted(at):
        return clock
    value = _new_time(told)
    hung = clock is not None and item.lead in still and scene.together(clock.at - 1, at)
    if hung and clock and value and not edtf.precedes(clock.edtf, value):
        return clock
    return Clock(value, words, told.span.end) if value else clock


def moves(told: TimeExpression, item: Found, scene: Scene, still: Still) -> bool:
    """Whether the narrative goes on from this expression; ``still`` holds the leads that hang a date on a noun."""
    if (told.kind not in _MOVING and told.relation != "offset") or isinstance(item.value, OfLife):
        return False
    at = told.core.start
    if told.relation == "before" and item.relation != "by":
        return False
    if scene.enclosed(at) or scene.quoted(at):
        return False
    if scene.relative(at) or (scene.flashback(at) and told.relation != "before"):
        return False
    if item.lead in still and scene.setting(at):
        return True
    return item.lead not in still and not (item.attributed and not item.lead)


def weakened(clock: Clock | None) -> Clock | None:
    """The clock as a new paragraph or section finds it."""
    return replace(clock, weak=True) if clock else None


def _new_time(told: TimeExpression) -> str | None:
    value = told.when.edtf or ""
    if told.relation in ("until", "before"):
        date = calendar.last(value)
    elif told.relation in ("since", "after"):
        date = calendar.first(value)
    else:
        date = calendar.first(value) or calendar.last(value)
        return value if date else None
    return str(date) if date else None
