"""The temporal network of a document's claims: its points, and every constraint with the claims that it rests on.

A claim has a start and an end, one point for a happening. An event that a person has once is a point of its own, which
all claims that attest it share: constraints of event logic then grow with the claims, not with their pairs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vitascope.claims.event_rules import EventOrder, Rule
from vitascope.claims.ordering.network import ORIGIN, Edge
from vitascope.claims.ordering.told_times import ToldTime, Window, told_time
from vitascope.model import Claim, Document, People

ONCE = "once"
"""The rule that an event of a lifetime has one date."""
READINGS = "readings"
"""No rule: where dates of one event exclude each other, it lies between the first and the last of them."""
LASTS = "duration"
"""The rule that a claim lasts as long as it is told to."""
TOLD = "told"
"""No rule: a limit that a claim's own words set."""


class Constraint(NamedTuple):
    """An edge of the network, and why it is there.

    ``claims`` are indices: without any one of them the constraint is gone. ``link`` says that it ties points together
    by a rule; limits that words set are not. A soft constraint gives way to hard ones; one
    that ``checks`` finds conflicts and bounds nothing.
    """

    edge: Edge
    claims: tuple[int, ...]
    rule: str = TOLD
    hard: bool = True
    link: bool = False
    checks: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """Which point of the network stands for what. ``events`` are keyed by persona and event, told or untold."""

    size: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    events: dict[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Life:
    """The claims of one document as the network sees them; every sequence is parallel to ``claims``.

    ``blocks`` are the numbers of the blocks of text that the claims stand in, -1 outside all. ``whose`` is the person
    that a claim is about, None for groups, bodies and those who have no persona: event logic is about persons.
    ``counts`` says whether it may constrain others. ``attested`` are the claims of an event of a lifetime, ``readings``
    pairs among them whose dates exclude each other, ``apart`` all claims of such dates, ``exclusive``
    the same event by event.
    """

    claims: Sequence[Claim]
    order: EventOrder
    people: People
    blocks: tuple[int, ...]
    times: tuple[ToldTime, ...]
    whose: tuple[str | None, ...]
    counts: tuple[bool, ...]
    attested: dict[tuple[str, str], tuple[int, ...]]
    readings: dict[tuple[str, str], tuple[tuple[int, int], ...]]
    apart: frozenset[int]
    exclusive: tuple[frozenset[int], ...]
    points: Points


def constrains(claim: Claim) -> bool:
    """Whether the author vouches for the claim: only then may it bound another."""
    status = claim.status
    plain = (status.polarity, status.modality, status.standing) == ("affirmed", "asserted", "stands")
    return plain and status.attributed_to is None


def life_of(document: Document, claims: Sequence[Claim], people: People, order: EventOrder) -> Life:
    """The claims with their times, persons and points. A subject of whom ``people`` knows no kind is a person."""
    bodies = {p.id for p in people.personas if p.kind != "person"}
    times = tuple(told_time(claim, order) for claim in claims)
    whose = tuple(None if c.subject.id in bodies else c.subject.id for c in claims)
    counts = tuple(constrains(c) for c in claims)
    found: dict[tuple[str, str], list[int]] = {}
    for at, claim in enumerate(claims):
        event, who = order.event_of(claim), whose[at]
        if event is not None and who is not None and counts[at]:
            found.setdefault((who, event), []).append(at)
    attested = {key: tuple(indices) for key, indices in found.items()}
    readings = {key: pairs for key, indices in attested.items() if (pairs := _readings(indices, times))}
    split = {key: {_whole(times[at]) for pair in pairs for at in pair} for key, pairs in readings.items()}
    exclusive = tuple(frozenset(at for at in attested[key] if _whole(times[at]) in split[key]) for key in split)
    apart = frozenset(at for claims_apart in exclusive for at in claims_apart)
    starts = [block.span.start for block in document.blocks]
    blocks = tuple(_block(document, starts, claim) for claim in claims)
    persons = dict.fromkeys((*(p.id for p in people.personas if p.id not in bodies), *filter(None, whose)))
    points = _points(times, [(who, event) for who in persons for event in order.events])
    return Life(claims, order, people, blocks, times, whose, counts, attested, readings, apart, exclusive, points)


def told_constraints(life: Life) -> Iterator[Constraint]:
    """What the words of each claim say of itself, and of the event that it attests."""
    for at, time in enumerate(life.times):
        start, end = life.points.starts[at], life.points.ends[at]
        if not time.moment:
            yield Constraint(Edge(end, start, 0), (at,))
        if not life.counts[at]:
            continue
        yield from _within(start, time.start, (at,), time.firm)
        if not time.moment:
            yield from _within(end, time.end, (at,), time.firm)
            if time.length.last is not None:
                yield Constraint(Edge(start, end, time.length.last), (at,), LASTS, link=True)
            if time.length.first is not None:
                yield Constraint(Edge(end, start, -time.length.first), (at,), LASTS, link=True)
    for key, indices in life.attested.items():
        event = life.points.events[key]
        for at in indices:
            apart = at in life.apart
            yield Constraint(Edge(event, life.points.starts[at], 0), (at,), ONCE, link=True, checks=apart)
            yield Constraint(Edge(life.points.ends[at], event, 0), (at,), ONCE, link=True, checks=apart)
        if key in life.readings:
            yield from _hull(life, key)


def precedence(first: int, then: int, rule: Rule, claims: tuple[int, ...]) -> Constraint:
    """``first`` at least the rule's gap before ``then``: ``x[first] − x[then] ≤ −gap``."""
    edge = Edge(then, first, -rule.gap.in_days)
    return Constraint(edge, claims, rule.id, not rule.soft, link=True, checks=rule.checks)


def _block(document: Document, starts: Sequence[int], claim: Claim) -> int:
    """The number of the block that holds a claim's predicate, -1 where none does."""
    number = bisect_right(starts, claim.predicate.start) - 1
    return number if number >= 0 and document.blocks[number].span.contains(claim.predicate) else -1


def _within(point: int, window: Window, claims: tuple[int, ...], firm: bool = True) -> Iterator[Constraint]:
    if window.last is not None:
        yield Constraint(Edge(ORIGIN, point, window.last), claims, hard=firm)
    if window.first is not None:
        yield Constraint(Edge(point, ORIGIN, -window.first), claims, hard=firm)


def _hull(life: Life, key: tuple[str, str]) -> Iterator[Constraint]:
    apart = tuple(dict.fromkeys(at for pair in life.readings[key] for at in pair))
    windows = [_whole(life.times[at]) for at in apart]
    firsts, lasts = [w.first for w in windows], [w.last for w in windows]
    low = None if None in firsts else min(f for f in firsts if f is not None)
    high = None if None in lasts else max(n for n in lasts if n is not None)
    for constraint in _within(life.points.events[key], Window(low, high), apart):
        yield constraint._replace(rule=READINGS)


def _readings(indices: Sequence[int], times: Sequence[ToldTime]) -> tuple[tuple[int, int], ...]:
    """Pairs of claims whose dates of one event neither agree nor contain one another.

    Each date stands by the first claim that tells it, and is set against the first one told that it excludes.
    """
    dated: dict[Window, int] = {}
    pairs = []
    for at in indices:
        window = _whole(times[at])
        if not times[at].firm or window == Window() or window in dated:
            continue
        other = next((w for w in dated if not w.holds(window) and not window.holds(w)), None)
        if other is not None:
            pairs.append((dated[other], at))
        dated[window] = at
    return tuple(pairs)


def _whole(time: ToldTime) -> Window:
    return Window(time.start.first, time.end.last)


def _points(times: Sequence[ToldTime], events: Sequence[tuple[str, str]]) -> Points:
    starts, ends, at = [], [], ORIGIN
    for time in times:
        at += 1
        starts.append(at)
        at += not time.moment
        ends.append(at)
    lifetimes = {key: at + number for number, key in enumerate(events, 1)}
    return Points(at + 1 + len(lifetimes), tuple(starts), tuple(ends), lifetimes)
