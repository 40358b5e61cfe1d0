"""Which claims cannot all be true: minimal sets of culprits, found in the network and never repaired.

Every rule that two claims break by their own dates is a conflict; then, without the claims found so far, negative
cycles through several claims are, each cut down to a set of which any smaller one is consistent (deletion filter;
Chinneck, "Feasibility and Infeasibility in Optimization", 2008).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vitascope.claims.ordering.constraints import ONCE, READINGS, Constraint, Life
from vitascope.claims.ordering.network import ORIGIN, Edge, negative_cycle


@dataclass(frozen=True, slots=True)
class Clash:
    """A minimal set of claims (indices in order) that breaks ``rules``."""

    claims: tuple[int, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The clashes, and the constraints that are left: those of claims in no clash, consistent with each other.

    Soft constraints that contradict the rest are gone, and so are those that only check.
    """

    clashes: tuple[Clash, ...]
    kept: tuple[Constraint, ...]


def judge(life: Life, constraints: Sequence[Constraint]) -> Verdict:
    """Find all clashes. ``constraints`` are those of ``life``, in their order."""
    clashes: dict[tuple[int, ...], dict[str, None]] = {}
    disputed: set[int] = set()
    constraints = _without_vain(life.points.size, constraints)
    counting: list[Constraint] = []
    others: list[Constraint] = []
    for c in constraints:
        (counting if all(map(life.counts.__getitem__, c.claims)) else others).append(c)
    hard = Culpability([c for c in counting if c.hard and c.rule != READINGS])
    for pair in (pair for pairs in life.readings.values() for pair in pairs):
        clashes.setdefault(tuple(sorted(pair)), {})[ONCE] = None
    for culprits, certain in _direct(hard.constraints):
        clash = _note(clashes, hard.minimal(culprits))
        # Against one of two readings alone: the other may be true, so nothing is lost for the rest of the life.
        if certain:
            disputed.update(clash.claims, *(r for r in life.exclusive if not r.isdisjoint(clash.claims)))
    active = [c for c in counting if disputed.isdisjoint(c.claims) and not (c.checks and c.rule == ONCE)]
    while (cycle := negative_cycle(life.points.size, [c.edge for c in active])) is not None:
        soft = {at for at in cycle if not active[at].hard}
        if soft:
            active = [c for at, c in enumerate(active) if at not in soft]
            continue
        found = [active[at] for at in cycle]
        disputed.update(_note(clashes, hard.minimal({at for c in found for at in c.claims})).claims)
        disputed.update(at for c in found if c.rule == READINGS for at in c.claims)
        active = [c for c in active if disputed.isdisjoint(c.claims)]
    kept = tuple(c for c in (*active, *others) if not c.checks)
    told = (Clash(claims, tuple(rules)) for claims, rules in clashes.items())
    return Verdict(tuple(sorted(told, key=lambda clash: clash.claims)), kept)


def _without_vain(size: int, constraints: Sequence[Constraint]) -> Sequence[Constraint]:
    """The constraints without those that rest on no claim and contradict each other.

    Kin who are read as each other's parents make such a circle. No claim is to blame for it, and it must bound none.
    """
    free = [(at, c) for at, c in enumerate(constraints) if not c.claims]
    vain: set[int] = set()
    while (cycle := negative_cycle(size, [c.edge for _, c in free])) is not None:
        vain.update(free[at][0] for at in cycle)
        free = [(at, c) for at, c in free if at not in vain]
    return [c for at, c in enumerate(constraints) if at not in vain] if vain else constraints


def _note(clashes: dict[tuple[int, ...], dict[str, None]], clash: Clash) -> Clash:
    if not clash.claims:
        raise ValueError("limits of no claim contradict each other: the rules of event logic are at odds")
    clashes.setdefault(clash.claims, {}).update(dict.fromkeys(clash.rules))
    return clash


class Culpability:
    """Answers which sets of claims contradict themselves under the given hard constraints.

    Each of these rests on no claim, on one or on two (in order).
    """

    def __init__(self, constraints: Sequence[Constraint]) -> None:
        self.constraints = constraints
        self._of: dict[tuple[int, ...], list[int]] = {}
        self._free: dict[int, list[int]] = {}
        for number, constraint in enumerate(constraints):
            self._of.setdefault(constraint.claims, []).append(number)
            if not constraint.claims:
                self._free.setdefault(constraint.edge.tail, []).append(number)

    def cycle(self, claims: Iterable[int]) -> tuple[Constraint, ...] | None:
        """A negative cycle of constraints that rest on these claims alone, None where they are consistent."""
        own = [self.constraints[n] for n in sorted(self._resting_on(sorted(set(claims))))]
        points = {point for c in own for point in (c.edge.tail, c.edge.head)}
        free = (self.constraints[n] for point in sorted(points) for n in self._free.get(point, ()))
        own += [c for c in free if c.edge.head in points]
        names = {point: number for number, point in enumerate(sorted(points | {ORIGIN}))}
        edges = [Edge(names[c.edge.tail], names[c.edge.head], c.edge.weight) for c in own]
        found = negative_cycle(len(names), edges)
        return None if found is None else tuple(own[at] for at in found)

    def _resting_on(self, claims: Sequence[int]) -> Iterator[int]:
        """Numbers of the constraints that rest on these claims alone."""
        for place, at in enumerate(claims):
            yield from self._of.get((at,), ())
            for other in claims[place + 1 :]:
                yield from self._of.get((at, other), ())

    def minimal(self, culprits: Iterable[int]) -> Clash:
        """The culprits without those that are not needed for the contradiction, the last told left out first.

        Large sets are cut in halves, quarters and so on before single claims are tried.
        """
        needed = sorted(culprits)
        size = (len(needed) + 1) // 2
        while size:
            for end in range(len(needed), 0, -size):
                smaller = needed[: max(0, end - size)] + needed[end:]
                if self.cycle(smaller) is not None:
                    needed = smaller
            size //= 2
        cycle = self.cycle(needed) or ()
        rules = dict.fromkeys(c.rule for c in cycle if c.link)
        told = [rule for rule in rules if rule != ONCE] or list(rules)
        return Clash(tuple(needed), tuple(told))


_Limit = tuple[int, tuple[int, ...]]
"""A day, and the claims that say so."""


def _direct(constraints: Sequence[Constraint]) -> Iterator[tuple[set[int], bool]]:
    """The culprits of every rule that the dates at its two points break by themselves, and whether that is certain.

    An event of which readings exclude each other is tried by the strictest of them and by the mildest: what only the
    one contradicts is not certain.
    """
    low: dict[int, _Limit] = {ORIGIN: (0, ())}
    high: dict[int, _Limit] = {ORIGIN: (0, ())}
    for c in constraints:
        if not c.link and c.edge.tail == ORIGIN:
            high[c.edge.head] = min(high.get(c.edge.head, (c.edge.weight, c.claims)), (c.edge.weight, c.claims))
        elif not c.link and c.edge.head == ORIGIN:
            low[c.edge.tail] = max(low.get(c.edge.tail, (-c.edge.weight, c.claims)), (-c.edge.weight, c.claims))
    lows, highs = _attested(constraints, low, high)
    for c in constraints:
        if c.link and c.rule != ONCE:
            pairs = [(f, n) for f in lows.get(c.edge.head, ()) for n in highs.get(c.edge.tail, ())]
            broken = [(first, last) for first, last in pairs if first[0] - last[0] > c.edge.weight]
            for first, last in broken:
                yield {*first[1], *last[1], *c.claims}, len(broken) == len(pairs)


def _attested(
    constraints: Sequence[Constraint], low: dict[int, _Limit], high: dict[int, _Limit]
) -> tuple[dict[int, tuple[_Limit, ...]], dict[int, tuple[_Limit, ...]]]:
    """The limits of every point: of an event the strictest that is attested, and the mildest of exclusive readings."""
    told_low: dict[int, list[_Limit]] = {}
    told_high: dict[int, list[_Limit]] = {}
    apart: set[int] = set()
    for c in constraints:
        if c.rule == ONCE and c.edge.head in low:
            told_low.setdefault(c.edge.tail, []).append(low[c.edge.head])
        if c.rule == ONCE and c.edge.tail in high:
            told_high.setdefault(c.edge.head, []).append(high[c.edge.tail])
        if c.rule == ONCE and c.checks:
            apart.update((c.edge.tail, c.edge.head))
    lows: dict[int, tuple[_Limit, ...]] = {point: (limit,) for point, limit in low.items()}
    highs: dict[int, tuple[_Limit, ...]] = {point: (limit,) for point, limit in high.items()}
    for point, limits in told_low.items():
        lows[point] = (max(limits), min(limits)) if point in apart else (max(limits),)
    for point, limits in told_high.items():
        highs[point] = (min(limits), max(limits)) if point in apart else (min(limits),)
    return lows, highs
