"""Which of the times that hang on one clause is its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope import edtf
from vitascope.days import number_of
from vitascope.model import TimeExpression, When

_OPEN = 10**9
_HOUR = "hour"
"""How the rules of times of the day are named, which are of the day that the story is at."""
_PREFERENCE = {"date": 0, "extent": 0, "lifespan": 1, "age": 1, "reference": 2, "duration": 3, "set": 4}


def chosen(times: Sequence[TimeExpression]) -> When | None:
    """The narrowest of the times of one clause; a beginning and an end told apart make one extent."""
    dated = [t for t in times if t.when.edtf]
    if not dated:
        return None
    dated = [t for t in dated if not t.rule.startswith(_HOUR)] or dated  # "at dawn on 3 May" is of that day
    if len(dated) > 1:
        dated.sort(key=_width)
    starts = [t for t in dated if t.relation == "since"]
    ends = [t for t in dated if t.relation == "until"]
    if starts and ends:
        begin = (starts[0].when.edtf or "").split("/")[0]
        finish = (ends[0].when.edtf or "").split("/")[-1]
        value = f"{begin}/{finish}"
        if edtf.valid(value):
            earliest, latest = edtf.bounds(value)
            because = f"from “{starts[0].when.text}” and “{ends[0].when.text}”"
            return replace(starts[0].when, edtf=value, earliest=earliest, latest=latest, because=because)
    return dated[0].when


def with_end(times: Sequence[TimeExpression], of_verb: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
    """The times of a noun; where they tell only a beginning, with the end that its verb tells ("was editor from 1925
    until his dismissal in 1929")."""
    dated = [t for t in times if t.when.edtf]
    began = bool(dated) and all(t.relation == "since" for t in dated)
    return [*times, *(t for t in of_verb if t.relation == "until")] if began else times


def _width(time: TimeExpression) -> tuple[int, int, int]:
    """What is told of the clause itself first, then the narrower of two dates, then the first in the text."""
    earliest, latest = time.when.earliest, time.when.latest
    days = _OPEN if earliest is None or latest is None else number_of(latest) - number_of(earliest)
    return (_PREFERENCE.get(time.kind, 5), days, time.span.start)
