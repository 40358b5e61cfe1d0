"""Lanes: every bar once, and no two of a row over each other unless the lane is full."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vitascope.views.timeline import TimelineRow
from vitascope.views.timeline_chart import Bar, Chart
from vitascope.views.timeline_lanes import DEEPEST, timeline_lanes

PLACES = st.tuples(st.sampled_from(["birth", "post", "arrest"]), st.integers(0, 95), st.integers(0, 40), st.booleans())


def bar(number: int, type_: str, start: int, width: int, point: bool) -> Bar:
    row = TimelineRow(
        *(str(number), type_, type_, "", "", None, None, "within", None, False, "", True, False, False, False, "")
    )
    return Bar(row, start, min(width, 100 - start), start if point else None, None, "")


@given(st.lists(PLACES, max_size=40))
def test_bars_of_a_row_stand_apart(places: list[tuple[str, int, int, bool]]) -> None:
    bars = tuple(bar(number, *place) for number, place in enumerate(places))
    lanes = timeline_lanes(Chart(0, 100, (), bars), family=str.upper)
    assert sorted(mark.bar.row.claim for lane in lanes for mark in lane.marks) == sorted(b.row.claim for b in bars)
    for lane in lanes:
        assert {mark.bar.row.type.upper() for mark in lane.marks} == {lane.family}
        assert {mark.row for mark in lane.marks} == set(range(lane.depth))
        if lane.depth == DEEPEST:
            continue
        for row in range(lane.depth):
            own = sorted((m.bar.start, m.bar.start + (0 if m.bar.point is not None else m.bar.width))
                         for m in lane.marks if m.row == row)  # fmt: skip
            assert all(before[1] < after[0] for before, after in pairwise(own))


def test_nothing_dated_has_no_lane() -> None:
    assert timeline_lanes(None, family=str.upper) == ()
