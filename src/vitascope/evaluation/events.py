"""Clauses against WikiBio-events: which tokens tell an event that the person of the life takes part in.

Scored by tokens, as in Stranisci et al. (ACL 2023): every token that gold labels EVENT, EVENT-GR (a copula or light
verb) or EVENT-MOD (negation and modality of an event) is an event mention, whatever its kind. What is predicted are the
predicates of clauses that have the person among their participants.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from vitascope.claims.assembly import read_clauses
from vitascope.claims.context import Context
from vitascope.claims.lexicon import load_lexicon
from vitascope.evaluation.claims import Rates
from vitascope.evaluation.event_tables import Life
from vitascope.evaluation.life_events import LifeEvents
from vitascope.language import Annotator
from vitascope.model import Document, Span
from vitascope.people import read_people
from vitascope.places import read_places
from vitascope.time import read_times

__all__ = ["EventMiss", "EventScore", "event_spans", "score_lives"]


@dataclass(frozen=True, slots=True)
class EventMiss:
    """A token that gold marks and we do not (``missed``) or the other way (``extra``), with the words around it."""

    kind: str
    word: str
    around: str

    def told(self) -> str:
        """One line."""
        return f"{self.kind:6} {self.word:16} {self.around}"


@dataclass(frozen=True, slots=True)
class EventScore:
    """Token figures over all lives, and by life."""

    tokens: int
    gold: int
    predicted: int
    mentions: Rates
    lives: dict[str, Rates]
    misses: tuple[EventMiss, ...] = field(repr=False)

    def as_json(self) -> dict[str, Any]:
        """Every figure as plain values, without the single misses."""
        counts = {"tokens": self.tokens, "gold": self.gold, "predicted": self.predicted}
        lives = {name: {"p": r.p, "r": r.r, "f1": r.f1} for name, r in self.lives.items()}
        whole = {"p": self.mentions.p, "r": self.mentions.r, "f1": self.mentions.f1}
        return {**counts, "mentions": whole, "lives": lives}


def score_lives(lives: Iterable[Life], annotator: Annotator) -> EventScore:
    """The score of what ``annotator`` and our clauses find."""
    total, by_life = [0, 0, 0, 0], {}
    misses: list[EventMiss] = []
    for life in lives:
        told = event_spans(life.document, annotator)
        marked = [any(s.overlaps(t) for t in _around(told, s)) for s, _ in life.tokens]
        hits = sum(m and g for m, (_, g) in zip(marked, life.tokens, strict=True))
        gold, predicted = sum(g for _, g in life.tokens), sum(marked)
        by_life[life.document.source.uri] = Rates.of(hits, predicted, gold)
        total = [a + b for a, b in zip(total, (len(life.tokens), gold, predicted, hits), strict=True)]
        misses += _missed(life, marked)
    tokens, gold, predicted, hits = total
    return EventScore(tokens, gold, predicted, Rates.of(hits, predicted, gold), by_life, tuple(misses))


def _around(told: dict[int, Span], span: Span) -> Iterator[Span]:
    return (told[i] for i in range(span.start, span.end) if i in told)


def _missed(life: Life, marked: list[bool]) -> Iterator[EventMiss]:
    for i, (span, gold) in enumerate(life.tokens):
        if gold != marked[i]:
            first, last = life.tokens[max(0, i - 8)][0], life.tokens[min(len(marked) - 1, i + 6)][0]
            text = life.document.text
            yield EventMiss("missed" if gold else "extra", text[span.start : span.end], text[first.start : last.end])


# ---------------------------------------------------------------- clauses as events


def event_spans(document: Document, annotator: Annotator) -> dict[int, Span]:
    """The tokens that tell an event of the life's person, by where they begin."""
    annotation = annotator.annotate(document)
    times = read_times(document, annotation)
    people = read_people(document, annotation)
    places = read_places(document, annotation, people, times)
    context = Context(document, annotation, people, times, places, load_lexicon(document.source.language))
    told = LifeEvents(context, read_clauses(annotation, context)).tokens()
    return {annotation.tokens[i].span.start: annotation.tokens[i].span for i in told}
