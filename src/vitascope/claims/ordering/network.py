"""Simple temporal networks: time points, upper limits on their differences, and what follows from them.

A network is consistent where its graph has no negative cycle, and then the shortest paths from and to the origin are
the tightest bounds of every point (Dechter, Meiri & Pearl, "Temporal constraint networks", Artificial Intelligence 49,
1991). Only paths that touch the origin are needed here, so the graph stays sparse: Bellman–Ford finds a cycle or
potentials, and Dijkstra on the weights that these make non-negative (Johnson 1977) the bounds.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from typing import NamedTuple

ORIGIN = 0
"""The point that stands for day 0."""


class Edge(NamedTuple):
    """``x[head] − x[tail] ≤ weight``; points are numbers from 0, weights whole days."""

    tail: int
    head: int
    weight: int


class Bounds(NamedTuple):
    """The tightest bounds of every point in days, None where open, each with the edges that make it.

    A path is made when it is asked for: indices of edges in the order of the walk, from the point to the origin for
    ``earliest``, from the origin to the point for ``latest``. ``reached`` and ``left`` hold by which of the ``edges``
    each point lies on the way from the origin, and on the way to it; -1 where on none.
    """

    earliest: tuple[int | None, ...]
    latest: tuple[int | None, ...]
    edges: Sequence[Edge]
    reached: Sequence[int]
    left: Sequence[int]

    def after(self, point: int) -> tuple[int, ...]:
        """The edges that make the earliest day of a point."""
        path = []
        while (edge := self.left[point]) >= 0:
            path.append(edge)
            point = self.edges[edge].head
        return tuple(path)

    def before(self, point: int) -> tuple[int, ...]:
        """The edges that make the latest day of a point."""
        path = []
        while (edge := self.reached[point]) >= 0:
            path.append(edge)
            point = self.edges[edge].tail
        return tuple(reversed(path))


def negative_cycle(size: int, edges: Sequence[Edge]) -> tuple[int, ...] | None:
    """Indices of the edges of one negative cycle, None where the network is consistent."""
    found = _potentials(size, edges)
    return found if isinstance(found, tuple) else None


def bounds(size: int, edges: Sequence[Edge]) -> Bounds:
    """The bounds of a consistent network. Raises ValueError where it is none.

    Of several shortest paths one of the fewest edges is given, then the one of the lowest indices, so that a bound is
    explained as directly as it can be. O((V + E) log V) after the potentials.
    """
    potentials = _potentials(size, edges)
    if isinstance(potentials, tuple):
        raise ValueError(f"the network is inconsistent: edges {potentials} form a negative cycle")
    latest, reached = _shortest(size, edges, potentials)
    turned = [(head, tail, weight) for tail, head, weight in edges]
    to_origin, left = _shortest(size, turned, [-p for p in potentials])
    return Bounds(tuple(None if d is None else -d for d in to_origin), tuple(latest), edges, reached, left)


def _potentials(size: int, edges: Sequence[Edge]) -> list[int] | tuple[int, ...]:
    """Distances from a source with an edge of 0 to every point, or a negative cycle.

    A cycle in the graph of parents is negative; it is looked for after every round, so that an inconsistent network
    costs little more than a consistent one (Cherkassky & Goldberg, "Negative-cycle detection algorithms", 1999).
    Rounds go forwards and backwards by turns, so that a long chain needs few of them in whatever order it is told.
    """
    distance = [0] * size
    parent = [-1] * size
    for way in _to_and_fro(edges):
        changed = False
        for index, (tail, head, weight) in way:
            reached = distance[tail] + weight
            if reached < distance[head]:
                distance[head] = reached
                parent[head] = index
                changed = True
        if not changed:
            return distance
        found = _cycle_of_parents(size, edges, parent)
        if found is not None:
            return found
    raise AssertionError("the rounds never end by themselves")


def _to_and_fro(edges: Sequence[Edge]) -> Iterator[Sequence[tuple[int, Edge]]]:
    """The edges with their indices, forwards and backwards by turns."""
    way = list(enumerate(edges))
    while True:
        yield way
        way = way[::-1]


def _cycle_of_parents(size: int, edges: Sequence[Edge], parent: Sequence[int]) -> tuple[int, ...] | None:
    seen = [-1] * size
    for start in range(size):
        at = start
        while seen[at] < 0 and parent[at] >= 0:
            seen[at] = start
            at = edges[parent[at]].tail
        if seen[at] == start and parent[at] >= 0:
            return _walk_back(edges, parent, at)
        if seen[at] < 0:
            seen[at] = start
    return None


def _walk_back(edges: Sequence[Edge], parent: Sequence[int], end: int) -> tuple[int, ...]:
    path, at = [parent[end]], edges[parent[end]].tail
    while at != end:
        path.append(parent[at])
        at = edges[parent[at]].tail
    return tuple(reversed(path))


def _shortest(
    size: int, edges: Sequence[tuple[int, int, int]], potentials: Sequence[int]
) -> tuple[list[int | None], list[int]]:
    """Distances from the origin, None where it does not reach, and the edge by which each point is reached, or -1."""
    leaving: list[list[int]] = [[] for _ in range(size)]
    for index, (tail, _, _) in enumerate(edges):
        leaving[tail].append(index)
    best: list[tuple[int, int] | None] = [None] * size
    parent = [-1] * size
    best[ORIGIN] = (0, 0)
    queue = [(0, 0, ORIGIN)]
    while queue:
        distance, hops, at = heapq.heappop(queue)
        if (distance, hops) != best[at]:
            continue
        for index in leaving[at]:
            _, head, weight = edges[index]
            reached = (distance + weight + potentials[at] - potentials[head], hops + 1)
            known = best[head]
            if known is None or reached < known:
                best[head] = reached
                parent[head] = index
                heapq.heappush(queue, (*reached, head))
    shift = potentials[ORIGIN]
    distances = [None if b is None else b[0] - shift + potentials[v] for v, b in enumerate(best)]
    return distances, parent
