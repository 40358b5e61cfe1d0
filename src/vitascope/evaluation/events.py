"""Clauses against WikiBio-events: which tokens tell an event that the person of the life takes part in.

Scored by tokens, as in Stranisci et al. (ACL 2023): every token that gold labels EVENT, EVENT-GR (a copula or light
verb) or EVENT-MOD (negation and modality of an event) is an event mention, whatever its kind. What is predicted are the
predicates of clauses that have the person among their participants.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vitascope.claims.assembly import read_clauses
from vitascope.claims.context import Context
from vitascope.claims.lexicon import load_lexicon
from vitascope.errors import SourceError, VitascopeError
from vitascope.evaluation.claims import Rates
from vitascope.language import Annotator
from vitascope.model import Block, Clause, Document, Source, Span
from vitascope.people import read_people
from vitascope.time import read_times

_COLUMNS = ("token", "label", "sentence")
_TIGHT_BEFORE = re.compile(r"[.,;:!?%)\]}”’–—/-]|['’]\w{1,2}|n['’]t")
_TIGHT_AFTER = frozenset("([{“‘–—/-$£")
_TAKING_PART = frozenset({"subject", "object", "recipient"})
_MAIN = ("root", "conj")
_WORKS = frozenset({"publication", "creation", "award"})
"""In a life, what is published, staged or honoured without more words is the person's own."""


@dataclass(frozen=True, slots=True)
class Life:
    """One life: its tokens with their places in the document's text, and whether gold marks each as an event."""

    document: Document
    tokens: tuple[tuple[Span, bool], ...]


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


def read_lives(folder: Path, language: str = "en") -> list[Life]:
    """Every life of a folder of token tables, by name. Raises VitascopeError where there is none."""
    paths = sorted(folder.glob("*.csv")) if folder.is_dir() else [folder]
    if not paths:
        raise VitascopeError(str(folder), "no token tables in it (.csv)", "name a folder of WikiBio-events tables")
    return [_life(path, language) for path in paths]


def _life(path: Path, language: str) -> Life:
    """One table: a paragraph a sentence run, words put together as they are typed. Raises SourceError."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if not set(_COLUMNS) <= set(rows.fieldnames or ()):
            raise SourceError(str(path), "no token table", f"give columns {', '.join(_COLUMNS)}")
        pieces: list[str] = []
        tokens: list[tuple[Span, bool]] = []
        at, glued = 0, True
        for row in rows:
            word = row["token"].strip()
            if not word:
                continue
            if not glued and not _TIGHT_BEFORE.fullmatch(word):
                pieces.append(" ")
                at += 1
            tokens.append((Span(at, at + len(word)), row["label"].startswith("EVENT")))
            pieces.append(word)
            at += len(word)
            glued = word in _TIGHT_AFTER
    text = "".join(pieces)
    digest = hashlib.sha256(f"\0{text}".encode()).hexdigest()
    source = Source(path.name, "text", digest, language=language)
    return Life(Document(digest, text, "", source, (Block("paragraph", Span(0, at)),)), tuple(tokens))


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
    context = Context(document, annotation, people, times, load_lexicon(document.source.language))
    found: dict[int, Span] = {}
    for clause in read_clauses(annotation, context):
        for head in _predicates(context, clause):
            span = annotation.tokens[head].span
            found[span.start] = span
    return found


def _predicates(context: Context, clause: Clause) -> Iterator[int]:
    """The tokens by which a clause tells an event of the person: none inside a quotation, which is somebody's speech.

    A verb counts where the person acts or is acted on, or where something of the person's is acted on in a main
    clause ("her novel was banned"); a past copula with what it says of the person, kinship aside; an event noun
    where it is the person's own and no thing made ("his arrest", not "his works").
    """
    span = context.tokens[clause.head].span
    if any(stretch.contains(span) for _, stretches in context.quoted for stretch in stretches):
        return
    taking_part = any(a.function in _TAKING_PART and _is_target(context, a.head) for a in clause.arguments)
    if clause.kind == "verb" and (taking_part or _done_to_own(context, clause)):
        yield clause.head
        yield from (a.head for a in clause.arguments if _is_said_by_verb(context, a.head))
    elif clause.kind == "copula" and taking_part and clause.tense != "present":
        yield clause.head
        yield from (a.head for a in clause.arguments if a.function == "complement" and _is_said(context, a.head))
    elif clause.kind in ("nominal", "apposition") and clause.lemma in context.lexicon.nouns:
        own = any(a.function == "possessor" and _is_target(context, a.head) for a in clause.arguments)
        if own and "work" not in context.kinds(clause.head):
            yield clause.head


def _done_to_own(context: Context, clause: Clause) -> bool:
    if not clause.passive or clause.link not in _MAIN:
        return False
    if any(p.frame.type in _WORKS for p in context.lexicon.verbs.get(clause.lemma, ())):
        return not any(a.function == "subject" for a in clause.arguments)
    acted = (i for a in clause.arguments if a.function == "object" for i in context.annotation.subtree(a.head))
    return any(context.tokens[i].dep == "poss" and _is_target(context, i) for i in acted)


def _is_said_by_verb(context: Context, head: int) -> bool:
    """ "Became an editor", "fell ill"; not the name somebody was given."""
    return context.tokens[head].dep == "acomp" or (context.tokens[head].dep == "attr" and _is_said(context, head))


def _is_said(context: Context, head: int) -> bool:
    token = context.tokens[head]
    return token.pos in ("NOUN", "ADJ", "PROPN") and token.lemma.lower() not in context.lexicon.kin


def _is_target(context: Context, head: int) -> bool:
    """The person of the life, or a pronoun for a group, which in a life mostly has the person in it."""
    persona = context.persona(head)
    if persona is None or persona.main:
        return persona is not None
    return persona.kind == "group" and context.tokens[head].tag == "PRP"
