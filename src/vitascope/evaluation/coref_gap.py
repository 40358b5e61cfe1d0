"""Ambiguous pronouns, by the rule of GAP (Webster, Recasens, Axelrod & Baldridge, TACL 2018, section 4).

Each example asks of two names whether the pronoun means their bearer. A system says yes where it links the pronoun to
a persona one of whose mentions by name shares a character with that name. Precision and recall are over all the
answers yes; F1 is told for masculine and feminine pronouns, and the bias is the ratio of feminine to masculine F1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from vitascope.evaluation.claims import Rates
from vitascope.evaluation.coref import PeopleOf
from vitascope.evaluation.coref_gold import GapExample
from vitascope.model import Gender, People, Span

__all__ = ["GapMiss", "GapScore", "answers", "score_gap"]


@dataclass(frozen=True, slots=True)
class GapMiss:
    """A name of which the answer was wrong. ``kind``: ``missed``, ``extra``; ``unread``: nobody was linked at all."""

    kind: str
    example: str
    pronoun: str
    name: str
    chosen: str


@dataclass(frozen=True, slots=True)
class GapScore:
    """Figures over a file: all, and by the gender of the pronoun. ``bias`` None where there is no masculine F1."""

    examples: int
    rates: dict[str, Rates]
    bias: float | None
    misses: tuple[GapMiss, ...] = field(repr=False)

    def as_json(self) -> dict[str, Any]:
        """Every figure as plain values, without the single misses."""
        rates = {name: {"p": rate.p, "r": rate.r, "f1": rate.f1} for name, rate in self.rates.items()}
        counts: dict[str, int] = {}
        for miss in self.misses:
            counts[miss.kind] = counts.get(miss.kind, 0) + 1
        kinds = dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
        return {"examples": self.examples, **rates, "bias": self.bias, "misses_by_kind": kinds}


def answers(people: People, pronoun: Span, names: tuple[Span, Span]) -> tuple[bool, bool]:
    """For each name whether the pronoun was linked to its bearer."""
    meant = {m.persona for m in people.mentions if m.span == pronoun}
    first, second = (
        any(m.persona in meant and m.kind == "name" and m.span.overlaps(name) for m in people.mentions)
        for name in names
    )
    return first, second


def score_gap(examples: Iterable[GapExample], read: PeopleOf, genders: Mapping[str, Gender]) -> GapScore:
    """The score of a reader of people. ``genders``: of each pronoun in lower case."""
    counts = {group: [0, 0, 0] for group in ("all", "male", "female")}
    misses: list[GapMiss] = []
    number = 0
    for example in examples:
        number += 1
        document = example.document
        people = read(document)
        said = answers(people, example.pronoun, example.names)
        gender = genders.get(document.quote(example.pronoun).lower(), "unknown")
        labels = {p.id: p.label for p in people.personas}
        chosen = next((labels[m.persona] for m in people.mentions if m.span == example.pronoun), "")
        for name, answer, truth in zip(example.names, said, example.meant, strict=True):
            for group in ("all", gender):
                if group in counts:
                    counts[group][0] += answer and truth
                    counts[group][1] += answer
                    counts[group][2] += truth
            if answer != truth:
                kind = "extra" if answer else "missed" if chosen else "unread"
                misses.append(
                    GapMiss(kind, example.name, document.quote(example.pronoun), document.quote(name), chosen)
                )
    rates = {group: Rates.of(*count) for group, count in counts.items()}
    male = rates["male"].f1
    return GapScore(number, rates, round(rates["female"].f1 / male, 4) if male else None, tuple(misses))
