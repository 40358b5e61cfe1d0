"""When the text around a place is told: the nearest date of its sentence, else the last one before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vitascope.days import iso_year
from vitascope.model import Annotation, Document, PlaceName, Span, TimeExpression, When

__all__ = ["Clock", "Moment", "held"]


class Moment(NamedTuple):
    """A date at its place in the text: first and last possible year, None where open.

    ``period``: a named period or event, not a date.
    ``near``: it stands in the sentence that asks for it, and is not carried over from one before.
    """

    span: Span
    edtf: str
    first: int | None
    last: int | None
    near: bool = False
    period: bool = False


class Clock:
    """Answers which date holds at a span of the text."""

    def __init__(self, document: Document, annotation: Annotation, times: Iterable[TimeExpression]) -> None:
        self._moments = sorted(_moments(times))
        self._starts = [moment.span.start for moment in self._moments]
        self._sentences = [sentence.span for sentence in annotation.sentences]
        self._sentence_starts = [span.start for span in self._sentences]
        self._blocks = [block.span for block in document.blocks]
        self._block_starts = [span.start for span in self._blocks]

    def at(self, span: Span) -> Moment | None:
        """The date of the text around ``span``: the nearest in its sentence, else the last before it in its block."""
        here = self._around(span)
        near = self._within(here) if here else []
        if near:
            nearest = min(near, key=lambda moment: (moment.period, _gap(moment.span, span), moment.span))
            return nearest._replace(near=True)
        at = bisect_right(self._starts, span.start) - 1
        block = _holder(self._blocks, self._block_starts, span)
        if at < 0 or block is None or not block.contains(self._moments[at].span):
            return None
        return self._moments[at]

    def _around(self, span: Span) -> Span | None:
        sentence = _holder(self._sentences, self._sentence_starts, span)
        return sentence or _holder(self._blocks, self._block_starts, span)

    def _within(self, stretch: Span) -> list[Moment]:
        low, high = bisect_left(self._starts, stretch.start), bisect_right(self._starts, stretch.end)
        return [moment for moment in self._moments[low:high] if stretch.contains(moment.span)]


def _holder(spans: list[Span], starts: list[int], span: Span) -> Span | None:
    """Of spans in order that do not overlap, the one that contains ``span``."""
    at = bisect_right(starts, span.start) - 1
    return spans[at] if at >= 0 and spans[at].contains(span) else None


def _gap(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def _moments(times: Iterable[TimeExpression]) -> Iterator[Moment]:
    for time in times:
        sides = [side for side in (time.birth, time.death) if side is not None and side.span is not None]
        for when in sides or [time.when]:
            moment = _moment(when, when.span or time.span)
            if moment is not None and time.kind not in ("duration", "set"):
                yield moment._replace(period=time.kind == "reference")


def _moment(when: When, span: Span) -> Moment | None:
    if when.edtf is None or (when.earliest is None and when.latest is None):
        return None
    first = None if when.earliest is None else iso_year(when.earliest)
    last = None if when.latest is None else iso_year(when.latest)
    # "From 1914" dates the beginning, "until 1720" the end: the open side says nothing of the place.
    return Moment(span, when.edtf, last if first is None else first, first if last is None else last)


def held(names: Iterable[PlaceName], moment: Moment) -> list[str]:
    """What of ``names`` held at the moment, in order, each once; of two that meet in its one year both."""
    found: dict[str, None] = {}
    for dated in names:
        start, end = years(dated.edtf)
        if (moment.last is None or start is None or start <= moment.last) and (
            moment.first is None or end is None or moment.first <= end
        ):
            found.setdefault(dated.name)
    return list(found)


def years(edtf: str | None) -> tuple[int | None, int | None]:
    """The first and last year of an interval of years, None where open."""
    start, _, end = (edtf or "/").partition("/")
    return _year(start), _year(end)


def _year(text: str) -> int | None:
    return None if text in ("", "..") else int(text)
