"""Who is who across documents, as far as somebody said so: clusters of personas, and what contradicts them.

Identity is the transitive closure of what stands as ``same``. A ``different`` within a cluster contradicts it and is
told with it; nothing here decides which of the two is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Who = tuple[str, str]
"""Document and persona id."""


@dataclass(frozen=True, slots=True)
class Link:
    """A standing judgement of two personas: ``verdict`` is same, different or unsure."""

    number: int
    one: Who
    other: Who
    verdict: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Personas (sorted) that are one person by what stands as ``same``.

    ``links`` are the numbers of the judgements that join them, ``against`` of those that say two of them differ.
    """

    members: tuple[Who, ...]
    links: tuple[int, ...]
    against: tuple[int, ...] = ()


def latest(links: Iterable[Link]) -> list[Link]:
    """Of several judgements of one pair the last, in order of their numbers."""
    pairs: dict[frozenset[Who], Link] = {}
    for link in sorted(links, key=lambda each: each.number):
        pairs[frozenset((link.one, link.other))] = link
    return sorted(pairs.values(), key=lambda each: each.number)


def clusters(links: Iterable[Link]) -> tuple[Cluster, ...]:
    """Every cluster of two or more personas, by its first member."""
    standing = latest(links)
    parent: dict[Who, Who] = {}
    for link in standing:
        if link.verdict == "same" and link.one != link.other:
            one, other = sorted((_root(parent, link.one), _root(parent, link.other)))
            parent.setdefault(one, one)
            parent[other] = one
    members: dict[Who, list[Who]] = {}
    for who in sorted(parent):
        members.setdefault(_root(parent, who), []).append(who)
    return tuple(
        Cluster(
            tuple(group),
            _numbers(standing, "same", parent, root),
            _numbers(standing, "different", parent, root),
        )
        for root, group in sorted(members.items())
        if len(group) > 1
    )


def _root(parent: Mapping[Who, Who], who: Who) -> Who:
    while parent.get(who, who) != who:
        who = parent[who]
    return who


def _numbers(links: Iterable[Link], verdict: str, parent: Mapping[Who, Who], root: Who) -> tuple[int, ...]:
    return tuple(
        link.number
        for link in links
        if link.verdict == verdict and _root(parent, link.one) == root == _root(parent, link.other)
    )
