"""The state of reading a text for its people: what is known of each draft, and who stands at which token."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from vitascope.model import Annotation, Gender, MentionKind, Span
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.draft import Draft
from vitascope.people.resolution.salience import Salience
from vitascope.people.resolution.weights import Weights, antecedent_weights

__all__ = ["Pointer", "Story", "Watch"]

Watch = Callable[[int, Sequence[tuple[int, dict[str, float]]]], None]
"""Told of each singular pronoun's token and its candidates: draft and features. For fitting and for looking in."""


class Pointer(NamedTuple):
    """A mention before its persona has an id."""

    span: Span
    kind: MentionKind
    draft: int
    head: int | None
    because: str


@dataclass(slots=True)
class Story:
    """Drafts, pointers found so far, and ``at``: the draft whose mention each head token heads.

    ``merged`` sends a draft that turned out to be another one to it; ``met`` holds those mentioned so far,
    ``spots`` the head tokens of the mentions so far of each one that became no other, ``heads`` those of all, in text
    order, and ``pairs`` the groups of persons joined, by their members. ``bracketed`` are the tokens that stand in
    parentheses.
    """

    annotation: Annotation
    lex: Lexicon
    drafts: list[Draft]
    main: int | None
    one_they: bool
    salience: Salience = field(default_factory=Salience)
    at: dict[int, int] = field(default_factory=dict)
    pointers: list[Pointer] = field(default_factory=list)
    merged: dict[int, int] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)
    spots: dict[int, list[int]] = field(default_factory=dict)
    heads: list[int] = field(default_factory=list)
    pairs: dict[tuple[int, ...], Draft] = field(default_factory=dict)
    watch: Watch | None = None
    bracketed: frozenset[int] = frozenset()
    weights: Weights = field(default_factory=antecedent_weights)

    def whose(self, token: int | None) -> Draft | None:
        """The draft that ``token`` heads a mention of."""
        if token is None or token not in self.at:
            return None
        return self.drafts[self.final(self.at[token])]

    def final(self, draft: int) -> int:
        """The draft that ``draft`` has become."""
        while draft in self.merged:
            draft = self.merged[draft]
        return draft

    def mentioned(self, draft: int) -> list[int]:
        """Head tokens of the mentions of ``draft`` so far, in text order, with those of whoever became it."""
        return self.spots.get(draft, [])

    def merge(self, draft: int, other: int) -> None:
        """Note that ``draft`` turned out to be ``other``."""
        self.merged[draft] = other
        self.spots.setdefault(self.final(other), []).extend(self.spots.pop(draft, ()))
        self.spots[self.final(other)].sort()

    def mentions_between(self, first: int, stop: int) -> int:
        """How many tokens from ``first`` up to ``stop`` head a mention so far. Logarithmic in their number."""
        return bisect_left(self.heads, stop) - bisect_left(self.heads, first)

    def back_from(self, stop: int, first: int) -> Iterator[int]:
        """The head tokens of the mentions so far, from before ``stop`` back to ``first``."""
        for place in range(bisect_left(self.heads, stop) - 1, -1, -1):
            if self.heads[place] < first:
                return
            yield self.heads[place]

    def new(self, label: str, gender: Gender = "unknown", plural: bool = False) -> Draft:
        """A draft without a name of its own."""
        draft = Draft(len(self.drafts), label, "group" if plural else "person", gender=gender, plural=plural)
        self.drafts.append(draft)
        return draft

    def together(self, persons: Sequence[Draft]) -> Draft:
        """The group of these persons, which is a persona only if something means it."""
        key = tuple(sorted({m.number for m in persons}))
        if key not in self.pairs:
            label = f" {self.lex.joint} ".join([", ".join(m.label for m in persons[:-1]), persons[-1].label])
            self.pairs[key] = self.new(label, plural=True)
            self.pairs[key].members = key
        return self.pairs[key]

    def point(self, span: Span, kind: MentionKind, draft: int, head: int, because: str, weight: float) -> None:
        """Record a mention and its weight in mind."""
        self.pointers.append(Pointer(span, kind, draft, head, because))
        self.at[head] = draft
        self.met.add(draft)
        insort(self.spots.setdefault(self.final(draft), []), head)
        place = bisect_left(self.heads, head)
        if self.heads[place : place + 1] != [head]:
            self.heads.insert(place, head)
        self.salience.note(draft, weight)
