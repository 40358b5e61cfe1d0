"""Simple temporal networks against two independent oracles: trying all values, and all pairs of points."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.claims.ordering.network import ORIGIN, Edge, bounds, negative_cycle

REACH = 3
"""Every point of the tried networks lies within so many days of the origin."""
POINTS = st.integers(0, 3)
EDGES = st.lists(st.builds(Edge, POINTS, POINTS, st.integers(-4, 4)), max_size=9)


def solutions(edges: list[Edge], size: int = 4) -> list[tuple[int, ...]]:
    """All assignments of whole days within reach that keep every edge."""
    values = product([0], *[range(-REACH, REACH + 1)] * (size - 1))
    return [x for x in values if all(x[e.head] - x[e.tail] <= e.weight for e in edges)]


def fenced(edges: list[Edge], size: int = 4) -> list[Edge]:
    """With limits on every point, so that what is out of reach of the oracle is out of the network too."""
    fences = [Edge(ORIGIN, p, REACH) for p in range(1, size)] + [Edge(p, ORIGIN, REACH) for p in range(1, size)]
    return [*edges, *fences]


@given(EDGES)
def test_bounds_are_those_of_all_solutions(edges):
    network = fenced(edges)
    found = solutions(network)
    cycle = negative_cycle(4, network)
    assert (cycle is None) == bool(found)
    if found:
        known = bounds(4, network)
        assert known.earliest == tuple(min(x[p] for x in found) for p in range(4))
        assert known.latest == tuple(max(x[p] for x in found) for p in range(4))


@given(EDGES)
def test_open_bounds_are_those_of_all_pairs(edges):
    """Floyd–Warshall, which knows nothing of potentials."""
    far = 10**9
    distance = [[0 if a == b else far for b in range(4)] for a in range(4)]
    for edge in edges:
        distance[edge.tail][edge.head] = min(distance[edge.tail][edge.head], edge.weight)
    for middle, one, other in product(range(4), repeat=3):
        distance[one][other] = min(distance[one][other], distance[one][middle] + distance[middle][other])
    consistent = all(distance[p][p] >= 0 for p in range(4))
    assert (negative_cycle(4, edges) is None) == consistent
    if consistent:
        known = bounds(4, edges)
        assert known.latest == tuple(None if d > far // 2 else d for d in distance[ORIGIN])
        assert known.earliest == tuple(None if distance[p][0] > far // 2 else -distance[p][0] for p in range(4))


@given(EDGES)
def test_a_cycle_is_one_and_negative(edges):
    cycle = negative_cycle(4, edges)
    if cycle is not None:
        chosen = [edges[at] for at in cycle]
        assert sum(e.weight for e in chosen) < 0
        assert [e.head for e in chosen] == [e.tail for e in chosen[1:] + chosen[:1]]


@given(EDGES)
def test_the_edges_of_a_bound_make_it(edges):
    network = fenced(edges)
    if negative_cycle(4, network) is not None:
        return
    known = bounds(4, network)
    for point in range(4):
        before, after = ([network[at] for at in path(point)] for path in (known.before, known.after))
        assert sum(e.weight for e in before) == known.latest[point]
        assert sum(e.weight for e in after) == -(known.earliest[point] or 0)
        assert [e.tail for e in before] == [ORIGIN, *(e.head for e in before[:-1])][: len(before)]
        assert [e.tail for e in after] == [point, *(e.head for e in after[:-1])][: len(after)]


def test_the_straightest_of_equal_paths_is_told():
    edges = [Edge(0, 2, 5), Edge(2, 1, 0), Edge(0, 1, 5)]
    assert bounds(3, edges).before(1) == (2,)


def test_no_bounds_of_an_inconsistent_network():
    with pytest.raises(ValueError, match="negative cycle"):
        bounds(2, [Edge(0, 1, -1), Edge(1, 0, 0)])


def test_a_cycle_out_of_reach_of_the_origin_is_found():
    assert set(negative_cycle(3, [Edge(1, 2, -1), Edge(2, 1, 0)]) or ()) == {0, 1}
