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
from vitascope.claims.retelling import retold
from vitascope.claims.works import Works
from vitascope.evaluation.claims import Rates
from vitascope.evaluation.event_tables import Life
from vitascope.language import Annotator
from vitascope.model import Clause, Document, Span
from vitascope.people import read_people
from vitascope.places import read_places
from vitascope.time import read_times

_TAKING_PART = frozenset({"subject", "object", "recipient"})
_OWN = frozenset({"possessor", "of", "by", "against"})
_FAMILY = "family"
_MAIN = ("root", "conj")
_HAPPENING = frozenset({"happening", "degree"})
_MADE = frozenset({"publication", "creation", "award"})


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


class LifeEvents:
    """Which tokens of one document tell events of the life's person, by the policy that gold shows.

    A verb counts where the person acts, is acted on or is who something is done to; where it says or asks what the
    person does ("recalled that she sang"); where it tells in a main clause what became of a work of the person's
    ("her novel appeared") or what was done to something of the person's ("her house was searched", "the court
    allowed her release"). With it count its negation, "became" before a participle, and what it says of the person.
    A copula counts with what it says of the person, kinship and age aside, in the past and in the sentence that
    introduces the person; an event noun where it is the person's own and no thing made ("his arrest", "a lawsuit
    against him", not "his works"), or what the person does or gains ("made a visit"). Nothing counts inside a
    quotation, which is somebody's speech, in a title, or where a work is retold.
    """

    def __init__(self, context: Context, clauses: tuple[Clause, ...]) -> None:
        self._context = context
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._clauses = clauses
        self._works = Works(context, clauses)
        self._plots = retold(context, clauses, self._works)
        self._taking_part = frozenset(c.index for c in clauses if self._takes_part(c))
        self._saying = frozenset(c.parent for c in clauses if c.link == "ccomp" and c.index in self._taking_part)

    def tokens(self) -> Iterator[int]:
        """Indices of the tokens, some more than once."""
        for clause in self._clauses:
            spoken = self._context.in_quotation(clause.head)
            if not spoken and not self._works.in_title(clause.head) and clause.sentence not in self._plots:
                yield from self._told_by(clause)

    def _told_by(self, clause: Clause) -> Iterator[int]:
        taking_part = clause.index in self._taking_part
        if clause.kind == "verb":
            if taking_part or clause.index in self._saying or self._of_a_work(clause) or self._done_to_own(clause):
                yield clause.head
                yield from self._with_verb(clause)
        elif clause.kind == "copula":
            if taking_part and self._is_told(clause):
                yield from self._said(clause)
        elif self._is_own(clause):
            yield clause.head

    def _takes_part(self, clause: Clause) -> bool:
        return any(a.function in _TAKING_PART and self._is_target(a.head) for a in clause.arguments)

    # ------------------------------------------------------------ verbs

    def _with_verb(self, clause: Clause) -> Iterator[int]:
        """What counts with a verb that does: its negation, "became" before a participle, what it says of the person."""
        for c in self._children[clause.head]:
            child = self._tokens[c]
            if child.dep == "neg" or (
                child.dep == "auxpass" and child.lemma in self._context.lexicon.grammar["becoming"]
            ):
                yield c
        for argument in clause.arguments:
            token = self._tokens[argument.head]
            if argument.function == "object" and clause.index in self._taking_part and self._happens(token.index):
                yield token.index
            if token.dep == "acomp" or (token.dep == "attr" and self._is_said(token.index)):
                yield self._foremost(token.index)

    def _of_a_work(self, clause: Clause) -> bool:
        """Whether a clause tells what became of a work of the person's, not what stands in it."""
        if clause.link not in _MAIN or not self._is_over(clause):
            return False
        return any(self._is_target(maker) for _, maker in self._works.told_of(clause))

    def _is_over(self, clause: Clause) -> bool:
        """Past or perfect: a plain present retells a work or says how things are."""
        aux = (self._tokens[c] for c in self._children[clause.head])
        perfect = self._tokens[clause.head].tag == "VBN" and any(a.dep == "aux" for a in aux)
        return clause.passive or clause.tense in ("past", "pluperfect") or perfect

    def _done_to_own(self, clause: Clause) -> bool:
        """Something of the person's is acted on, or a work of which no maker is told: in a life it is the person's."""
        acted = [a.head for a in clause.arguments if a.function == "object"]
        if not clause.passive:
            below = (i for head in acted for i in self._children[head])
            return clause.link in _MAIN and self._is_over(clause) and any(map(self._owns, below))
        frames = (p.frame for p in self._context.lexicon.verbs.get(clause.lemma, ()))
        if any(f.type in _MADE for f in frames):
            unmade = not any(a.function == "subject" for a in clause.arguments)
            return unmade and any("work" in self._context.kinds(i) for i in acted if self._context.persona(i) is None)
        below = (i for head in acted for i in self._context.annotation.subtree(head))
        return clause.link in _MAIN and any(map(self._owns, below))

    def _owns(self, index: int) -> bool:
        return self._tokens[index].dep == "poss" and self._is_target(index)

    # ------------------------------------------------------------ copulas and nouns

    def _is_told(self, clause: Clause) -> bool:
        """A copula of the past, or of the sentence that introduces the person."""
        return clause.tense != "present" or clause.sentence == 0 or self._tokens[clause.head].tag == "VBN"

    def _said(self, clause: Clause) -> Iterator[int]:
        said = [a.head for a in clause.arguments if a.function == "complement"]
        counted = [head for head in said if self._is_said(head)]
        if counted or not said:
            yield clause.head
            yield from map(self._foremost, counted)

    def _is_said(self, head: int) -> bool:
        token = self._tokens[head]
        kin = token.lemma.lower() in self._context.lexicon.kin
        return token.pos in ("NOUN", "ADJ", "PROPN") and not kin and not self._context.is_time(head)

    def _foremost(self, head: int) -> int:
        """Of "the first woman to sit there" it is being first that is told."""
        below = [self._tokens[c] for c in self._children[head]]
        if any(c.pos == "VERB" and c.dep in ("relcl", "acl") for c in below):
            counting = self._context.lexicon.grammar["counting"]
            return next((c.index for c in below if c.dep == "amod" and c.lemma.lower() in counting), head)
        return head

    def _is_own(self, clause: Clause) -> bool:
        """An event noun of the person's: "his arrest", "the promotion of Berg"."""
        if not self._happens(clause.head) and clause.lemma not in self._context.lexicon.nouns:
            return False
        if "work" in self._context.kinds(clause.head):
            return False
        return any(a.function in _OWN and self._is_target(a.head) for a in clause.arguments)

    def _happens(self, head: int) -> bool:
        """Whether a noun tells what is done or gained: "made a visit", "took a degree"."""
        sets = self._context.lexicon.memberships.get(self._tokens[head].lemma.lower(), frozenset())
        return bool(sets & _HAPPENING) and self._tokens[head].pos == "NOUN"

    def _is_target(self, head: int) -> bool:
        """The person of the life, or a group with the person in it: "they", "her family"."""
        persona, main = self._context.persona(head), self._context.main
        if persona is None or main is None:
            return False
        return persona.main or main.id in persona.members or (_FAMILY, main.id) in persona.kin
