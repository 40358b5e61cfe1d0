"""Several lives on one axis, or several sources of one life: what each tells, side by side, never mixed.

For each kind of claim that is told of a life's subject by more than one of them, the claims stand beside each other;
whether their dates can both be true is told from their bounds, and no side is preferred.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vitascope.days import number_of
from vitascope.export.attested import Attested
from vitascope.export.departures import is_plain
from vitascope.model import Persona, Reading, When
from vitascope.views.timeline import Timeline, timeline
from vitascope.views.timeline_chart import Chart, timeline_chart
from vitascope.vocabulary import load


@dataclass(frozen=True, slots=True)
class ComparedLife:
    """One life: whose, and its bars on the common axis (None where nothing is dated)."""

    reading: Reading
    subject: Persona | None
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class ComparedClaims:
    """What several tell of one thing: ``cells`` holds one tuple a life, in the order of the lives.

    ``agree`` is False where plainly asserted dates of two of them cannot both be true of what happens only once.
    """

    type: str
    label: str
    cells: tuple[tuple[Attested, ...], ...]
    agree: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Lives on one axis, and the once-only events that more than one of them tells."""

    lives: tuple[ComparedLife, ...]
    claims: tuple[ComparedClaims, ...]


def comparison(readings: Sequence[Reading]) -> Comparison:
    """The lives of these readings' subjects side by side."""
    told = [(reading, _subject(reading)) for reading in readings]
    items = [_items(reading, subject) for reading, subject in told]
    lines = [
        timeline(subject.label if subject else reading.document.title, own)
        for (reading, subject), own in zip(told, items, strict=True)
    ]
    span = _span(lines)
    lives = tuple(
        ComparedLife(reading, subject, timeline_chart(line, span=span))
        for (reading, subject), line in zip(told, lines, strict=True)
    )
    return Comparison(lives, _once_only(items))


def _subject(reading: Reading) -> Persona | None:
    return next((persona for persona in reading.people.personas if persona.main), None)


def _items(reading: Reading, subject: Persona | None) -> tuple[Attested, ...]:
    return tuple(
        Attested(reading.document, claim)
        for claim in reading.claims
        if subject is None or claim.subject.id == subject.id
    )


def _span(lines: Sequence[Timeline]) -> tuple[float, float] | None:
    ends = [line.span for line in lines if line.rows]
    return (min(first for first, _ in ends), max(last for _, last in ends)) if ends else None


def _once_only(items: Sequence[Sequence[Attested]]) -> tuple[ComparedClaims, ...]:
    compared = []
    for name, type_ in load().types.items():
        if not type_.once:
            continue
        cells = tuple(tuple(item for item in own if item.claim.type == name) for own in items)
        if sum(bool(cell) for cell in cells) > 1:
            compared.append(ComparedClaims(name, type_.label, cells, _agree(cells)))
    return tuple(compared)


def _agree(cells: Sequence[Sequence[Attested]]) -> bool:
    dates = [
        [item.claim.when for item in cell if is_plain(item.claim.status) and item.claim.when.edtf] for cell in cells
    ]
    return all(
        any(_meet(one, other) for one in own for other in theirs)
        for at, own in enumerate(dates)
        for theirs in dates[at + 1 :]
        if own and theirs
    )


def _meet(one: When, other: When) -> bool:
    """Whether the bounds of two times share a day."""

    def before(end: str | None, start: str | None) -> bool:
        return end is not None and start is not None and number_of(end) < number_of(start)

    return not before(one.latest, other.earliest) and not before(other.latest, one.earliest)
