"""Who with whom: people and bodies as nodes, the claims that name both as links.

A link says only that a claim has one as its subject and the other in a role (who arrested, married, succeeded whom);
its claims stand with it, so that each can be read. Personas that were judged to be one person are one node.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vitascope.days import decimal_year
from vitascope.export.attested import Attested
from vitascope.export.departures import is_plain
from vitascope.model import Persona
from vitascope.views.claim_words import headline
from vitascope.views.date_words import date_words
from vitascope.views.judgement_words import sign
from vitascope.views.status_words import mark
from vitascope.vocabulary import load

PersonaKey = tuple[str, str]
"""A persona's document and id."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One claim on a link. ``start`` and ``end`` are decimal years, None where open or untold."""

    claim: str
    role: str
    words: str
    family: str
    date: str
    start: float | None
    end: float | None
    mark: str
    plain: bool


@dataclass(frozen=True, slots=True)
class Node:
    """A person, group or body. ``ties`` counts the claims on its links, ``document`` is the first that shows it."""

    id: int
    label: str
    kind: str
    document: str
    persona: str
    main: bool
    ties: int


@dataclass(frozen=True, slots=True)
class Link:
    """Two nodes, ``source`` the subject of the first claim, and the claims between them in the order given."""

    source: int
    target: int
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and links; ``left_out`` counts nodes beyond the limit, those with the fewest ties."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    left_out: int

    def as_json(self) -> dict[str, Any]:
        """Plain values: links name nodes by their ``id``."""
        return {
            "nodes": [
                {slot: getattr(node, slot) for slot in ("id", "label", "kind", "document", "persona", "main", "ties")}
                for node in self.nodes
            ],
            "links": [
                {
                    "source": link.source,
                    "target": link.target,
                    "ties": [{slot: getattr(tie, slot) for slot in Tie.__slots__} for tie in link.ties],
                }
                for link in self.links
            ],
            "left_out": self.left_out,
        }


def network(
    items: Iterable[Attested],
    personas: Mapping[PersonaKey, Persona],
    same: Mapping[PersonaKey, PersonaKey] | None = None,
    limit: int = 150,
) -> Network:
    """The network of these claims; ``same`` maps a persona to the one that stands for all judged the same."""
    stands_for = same or {}
    between: dict[tuple[PersonaKey, PersonaKey], list[Tie]] = {}
    for item in items:
        claim = item.claim
        if claim.subject.id is None:
            continue
        subject = (item.document.id, claim.subject.id)
        for role, party in claim.roles.items():
            other = (item.document.id, party.id or "")
            if other not in personas or subject not in personas:
                continue
            ends = stands_for.get(subject, subject), stands_for.get(other, other)
            if ends[0] == ends[1]:
                continue
            key = ends if ends in between or ends[::-1] not in between else ends[::-1]
            between.setdefault(key, []).append(_tie(item, role))
    weight: dict[PersonaKey, int] = {}
    for (one, other), ties in between.items():
        for end in (one, other):
            weight[end] = weight.get(end, 0) + len(ties)
    kept = sorted(weight, key=lambda key: (-weight[key], personas[key].label, key))[:limit]
    known = set(kept)
    linked = {end for ends in between if known.issuperset(ends) for end in ends}
    kept = [key for key in kept if key in linked]
    number = {key: at for at, key in enumerate(kept)}
    nodes = tuple(_node(number[key], key, personas[key], weight[key]) for key in kept)
    return Network(nodes, _links(between, number), len(weight) - len(kept))


def _links(
    between: Mapping[tuple[PersonaKey, PersonaKey], Sequence[Tie]], number: Mapping[PersonaKey, int]
) -> tuple[Link, ...]:
    return tuple(
        Link(number[one], number[other], tuple(ties))
        for (one, other), ties in between.items()
        if one in number and other in number
    )


def _node(at: int, key: PersonaKey, persona: Persona, ties: int) -> Node:
    return Node(at, persona.label, persona.kind, key[0], key[1], persona.main, ties)


def _tie(item: Attested, role: str) -> Tie:
    claim, when = item.claim, item.claim.when
    known = load().types.get(claim.type)
    dated = when.basis != "none"
    return Tie(
        claim=claim.id,
        role=role,
        words=f"{claim.subject.label}: {headline(claim)}",
        family=known.family if known and known.family.isalpha() else "other",
        date=date_words(when.edtf),
        start=decimal_year(when.earliest) if dated and when.earliest else None,
        end=decimal_year(when.latest, days_later=1) if dated and when.latest else None,
        mark=", ".join(words for words in (mark(claim.status), sign(claim)) if words),
        plain=is_plain(claim.status),
    )
