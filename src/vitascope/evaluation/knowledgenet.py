"""Claims against KnowledgeNet: triples of subject, property and object by their spans.

The rules are those of Mesquita et al. (EMNLP 2019) and their published scorer: a passage is judged only for the
properties it is annotated for exhaustively; every mention of subject and object within the passage counts by itself; a
gold fact is found where some predicted one overlaps it in subject and object (or has their very spans); a prediction
that agrees with no gold fact is wrong. Which claims tell which property is data: ``lang/<language>/knowledgenet.yml``.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from vitascope import lang
from vitascope.errors import DataError, SourceError
from vitascope.evaluation.claims import Rates
from vitascope.model import Block, Claim, Document, MentionKind, Party, Reading, Source, Span


class Telling(BaseModel):
    """How claims of one type are read as triples of a property; parts as in the data's header."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str
    subject: str = "subject"
    object: str
    given: dict[str, tuple[str, ...]] = {}
    given_words: dict[str, tuple[str, ...]] = {}
    rule: str = ""
    other_than: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    origin: bool = False
    around: bool = False
    both_ways: bool = False


class Property(BaseModel):
    """A property of KnowledgeNet and the claims that tell it; ``of_body``: its subject is no person."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    property: str
    why: str
    claims: tuple[Telling, ...]
    of_body: bool = False


class Mapping(BaseModel):
    """The whole mapping, with the words that its rules look for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    properties: tuple[Property, ...]
    origins: frozenset[str]
    anaphors: frozenset[str]
    within: frozenset[str]
    pronouns: frozenset[str]


class Fact(NamedTuple):
    """A triple; spans are code points of the passage's text."""

    subject: Span
    property: str
    object: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with its gold facts, exhaustive for ``properties``."""

    document: str
    start: int
    text: str
    properties: frozenset[str]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class FactMiss:
    """A gold fact not found (``missed``) or a predicted one that gold has not (``extra``)."""

    kind: str
    fact: Fact
    passage: Passage

    def told(self) -> str:
        """One line: the triple in words, and the passage."""
        text = self.passage.text
        subject, thing = (text[s.start : s.end] for s in (self.fact.subject, self.fact.object))
        return f"{self.kind:6} {self.fact.property:22} {subject!r} → {thing!r} | {' '.join(text.split())}"


@dataclass(frozen=True, slots=True)
class FactScore:
    """Micro figures over all mapped properties, over those of persons, and by property (the last two by overlap)."""

    passages: int
    gold: int
    predicted: int
    overlap: Rates
    exact: Rates
    persons: Rates
    properties: dict[str, tuple[int, Rates]]
    misses: tuple[FactMiss, ...] = field(repr=False)

    def as_json(self) -> dict[str, Any]:
        """Every figure as plain values, without the single misses."""
        rows = {name: {"gold": n, **_plain(rates)} for name, (n, rates) in self.properties.items()}
        counts = {"passages": self.passages, "gold": self.gold, "predicted": self.predicted}
        micro = {"overlap": self.overlap, "exact": self.exact, "persons": self.persons}
        return {**counts, **{name: _plain(rates) for name, rates in micro.items()}, "properties": rows}


def _plain(rates: Rates) -> dict[str, float]:
    return {"p": rates.p, "r": rates.r, "f1": rates.f1}


@cache
def load_mapping(language: str = "en") -> Mapping:
    """The mapping of a language. Raises DataError where it is wrong."""
    try:
        return Mapping.model_validate(lang.load(language, "knowledgenet"))
    except ValidationError as fault:
        raise DataError(f"lang/{language}/knowledgenet.yml", str(fault)) from fault


def read_passages(path: Path) -> list[Passage]:
    """The passages of a file, one JSON object a line. Raises SourceError naming the line that is none."""
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            start = row["start"]
            facts = tuple(
                Fact(_moved(f["subject"], start), f["property"], _moved(f["object"], start)) for f in row["facts"]
            )
            found.append(Passage(str(row["doc"]), start, row["text"], frozenset(row["properties"]), facts))
        except (ValueError, KeyError, TypeError) as fault:
            advice = "give one JSON object a line with doc, start, text, properties and facts"
            raise SourceError(f"{path}:{number}", f"no passage: {fault}", advice) from fault
    return found


def _moved(ends: Sequence[int], start: int) -> Span:
    return Span(ends[0] - start, ends[1] - start)


def score_passages(passages: Iterable[Passage], read: Callable[[Document], Reading], language: str = "en") -> FactScore:
    """The score of what ``read`` finds. The passages of a document are read together, each a paragraph."""
    mapping = load_mapping(language)
    names = [p.property for p in mapping.properties]
    by_document: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_document[passage.document].append(passage)
    n: Counter[tuple[str, str]] = Counter()
    misses: list[FactMiss] = []
    for name, parts in by_document.items():
        parts = sorted(parts, key=lambda p: p.start)
        document, starts = _document(name, parts, language)
        reading = read(document)
        for passage, start in zip(parts, starts, strict=True):
            wanted = passage.properties & set(names)
            gold = [f for f in dict.fromkeys(passage.facts) if f.property in wanted]
            place = Span(start, start + len(passage.text))
            told = [f for f in facts_within(reading, mapping, place) if f.property in wanted]
            misses += _judged(passage, gold, told, n)
    by_property = {name: (n["gold", name], _rates(n, (name,), "overlap")) for name in names}
    return FactScore(
        passages=sum(len(parts) for parts in by_document.values()),
        gold=sum(n["gold", name] for name in names),
        predicted=sum(n["told", name] for name in names),
        overlap=_rates(n, names, "overlap"),
        exact=_rates(n, names, "exact"),
        persons=_rates(n, [p.property for p in mapping.properties if not p.of_body], "overlap"),
        properties={name: row for name, row in by_property.items() if row[0] or n["told", name]},
        misses=tuple(misses),
    )


def _judged(passage: Passage, gold: list[Fact], told: list[Fact], n: Counter[tuple[str, str]]) -> Iterator[FactMiss]:
    """Counts a passage's hits and faults; gives those of the scoring by overlap."""
    for rule, agree in (("overlap", _overlap), ("exact", _exact)):
        for fact in gold:
            found = any(agree(fact, f) for f in told)
            n["hit" if rule == "overlap" else "exact hit", fact.property] += found
            if rule == "overlap" and not found:
                yield FactMiss("missed", fact, passage)
        for fact in told:
            right = any(agree(fact, g) for g in gold)
            n["wrong" if rule == "overlap" else "exact wrong", fact.property] += not right
            if rule == "overlap" and not right:
                yield FactMiss("extra", fact, passage)
    n.update(("gold", f.property) for f in gold)
    n.update(("told", f.property) for f in told)


def _overlap(a: Fact, b: Fact) -> bool:
    return a.property == b.property and a.subject.overlaps(b.subject) and a.object.overlaps(b.object)


def _exact(a: Fact, b: Fact) -> bool:
    return a == b


def _rates(n: Counter[tuple[str, str]], names: Iterable[str], rule: str) -> Rates:
    prefix = "" if rule == "overlap" else "exact "
    hits, wrong, gold = (sum(n[key, name] for name in names) for key in (f"{prefix}hit", f"{prefix}wrong", "gold"))
    return Rates.of(hits, hits + wrong, gold)


def _document(name: str, passages: Sequence[Passage], language: str) -> tuple[Document, list[int]]:
    """The passages of a document as its paragraphs, and where each begins."""
    starts, blocks, at = [], [], 0
    for passage in passages:
        starts.append(at)
        blocks.append(Block("paragraph", Span(at, at + len(passage.text))))
        at += len(passage.text) + 2
    text = "\n\n".join(p.text for p in passages)
    digest = hashlib.sha256(f"\0{text}".encode()).hexdigest()
    return Document(digest, text, "", Source(name, "text", digest, language=language), tuple(blocks)), starts


# ---------------------------------------------------------------- claims as triples

_NAMING: frozenset[MentionKind] = frozenset({"name", "pronoun", "possessive", "relative"})
"""Annotators mark names and pronouns, never "his wife" or "a young poet"."""
_AROUND = re.compile(r",\s?([A-Z][\w.'’-]+(?:\s(?:of\s)?[A-Z][\w.'’-]+)*)(?=[\s,.;)–—-]|$)")
_SHORT = re.compile(r"\s\(([^\W\d_][\w$&.-]{1,9})\)")
_WITHIN = re.compile(
    r"(?:,\s|\s(?P<joint>\w+)\s)(?:[a-z]{3}\s)?"
    r"(?P<name>[A-Z][\w.'’-]+(?:\s(?:[a-z]{2,3}\s){0,2}[A-Z][\w.'’-]+)*)(?=[\s,.;)–—-]|$)"
)
_NEAR = 60
"""How far after a name a relative word still stands for it, in code points."""
_STOP = re.compile(r"[.;:!?]\s")
_WORD = re.compile(r"\w[\w'’-]*")


def facts_within(reading: Reading, mapping: Mapping, place: Span) -> list[Fact]:
    """The triples that plain claims within ``place`` tell, one for each pair of mentions there, each once."""
    tellings = [(p.property, t) for p in mapping.properties for t in p.claims]
    found: dict[Fact, None] = {}
    for claim in reading.claims:
        status = claim.status
        plain = (status.polarity, status.modality, status.standing) == ("affirmed", "asserted", "stands")
        if not plain or not place.overlaps(claim.span):
            continue
        for name, telling in tellings:
            if telling.type != claim.type or not _ruled(telling, claim) or not _given(telling, claim):
                continue
            subjects = _subjects(reading, telling, claim, place, mapping)
            objects = list(_objects(reading, telling, claim, place, mapping))
            for pair in ((s, o) for s in subjects for o in objects if not s.overlaps(o)):
                for subject, thing in (pair, pair[::-1]) if telling.both_ways else (pair,):
                    found[Fact(_within(subject, place), name, _within(thing, place))] = None
    return list(found)


def _subjects(reading: Reading, telling: Telling, claim: Claim, place: Span, mapping: Mapping) -> list[Span]:
    """The mentions of a triple's subject, a body's with what stands for it as of an object."""
    told = _mentions(reading, _party(telling.subject, claim), place, mapping)
    if telling.subject == "organisation":
        told += [more for span in told for more in _again(reading.document.text, span, place, mapping)]
    return list(dict.fromkeys(told))


def _again(text: str, span: Span, place: Span, mapping: Mapping) -> Iterator[Span]:
    """A body's abbreviation in brackets behind its name, and the relative word that stands for it."""
    if short := _SHORT.match(text, span.end, place.end):
        yield Span(*short.span(1))
    yield from _pointing(text, span, place, mapping)


def _objects(reading: Reading, telling: Telling, claim: Claim, place: Span, mapping: Mapping) -> Iterator[Span]:
    """The mentions of a triple's object; with ``around`` the larger places named after it ("Graz, Styria")."""
    if telling.origin:
        yield from _origins(reading, claim, mapping)
        return
    for span in _mentions(reading, _party(telling.object, claim), place, mapping):
        if (not telling.words and not telling.without) or _worded(telling, reading.document.quote(span)):
            yield span
            if telling.around:
                yield from _larger(reading.document.text, span, place)
            elif telling.object == "organisation":
                yield from _again(reading.document.text, span, place, mapping)
                yield from _within_body(reading.document.text, span, place, mapping)


def _larger(text: str, span: Span, place: Span) -> Iterator[Span]:
    """The places named after a place: "Graz, Styria"."""
    at = span.end
    while more := _AROUND.match(text, at, place.end):
        yield Span(*more.span(1))
        at = more.end()


def _within_body(text: str, span: Span, place: Span, mapping: Mapping) -> Iterator[Span]:
    """The larger body named straight after a body: "the Institute (IPL) at the University"."""
    short = _SHORT.match(text, span.end, place.end)
    at = span.end if short is None else short.end()
    more = _WITHIN.match(text, at, place.end)
    if more and (" " in more["name"] if not more["joint"] else more["joint"] in mapping.within):
        yield Span(*more.span("name"))


def _origins(reading: Reading, claim: Claim, mapping: Mapping) -> Iterator[Span]:
    """Adjectives of origin among the words of a claim up to its role: "was a Danish painter"."""
    end = max((p.span.end for p in claim.roles.values() if p.span is not None), default=claim.predicate.end)
    for word in _WORD.finditer(reading.document.text, claim.span.start, min(end, claim.span.end)):
        if word.group().lower() in mapping.origins and word.group()[0].isupper():
            yield Span(*word.span())


def _within(span: Span, place: Span) -> Span:
    return Span(span.start - place.start, span.end - place.start)


def _ruled(telling: Telling, claim: Claim) -> bool:
    return telling.rule in ("", claim.rule) and claim.rule not in telling.other_than


def _given(telling: Telling, claim: Claim) -> bool:
    said = {role: party.label.lower() for role, party in claim.roles.items()}
    exact = all(said.get(role) in values for role, values in telling.given.items())
    return exact and all(
        any(f" {word} " in f" {said.get(role, '')} " for word in words) for role, words in telling.given_words.items()
    )


def _worded(telling: Telling, quote: str) -> bool:
    words = set(quote.lower().split())
    return (not telling.words or bool(words & set(telling.words))) and not words & set(telling.without)


def _party(place: str, claim: Claim) -> Party | None:
    if place == "subject":
        return claim.subject
    if place == "when":
        return Party(claim.when.text, None, claim.when.span) if claim.when.span is not None else None
    return claim.roles.get(place)


def _mentions(reading: Reading, party: Party | None, place: Span, mapping: Mapping) -> list[Span]:
    """Every name and pronoun of a party's persona within ``place``, else the party's own words if they name."""
    if party is None:
        return []
    known = [m.span for m in reading.people.mentions if m.persona == party.id and place.contains(m.span)]
    naming = [m for m in reading.people.mentions if m.persona == party.id and m.kind in _NAMING]
    if party.id is not None and known:
        told = [m.span for m in naming if place.contains(m.span)]
        span = party.span
        if span is not None and span not in told and reading.document.quote(span).lower() in mapping.pronouns:
            told.append(span)  # "their", which means both of two
        return told
    if party.span is None or not place.contains(party.span):
        return []
    words = reading.document.quote(party.span)
    named = any(sign.isupper() or sign.isdigit() for sign in words) or words in mapping.pronouns
    return [party.span] if named else []


def _pointing(text: str, span: Span, place: Span, mapping: Mapping) -> Iterator[Span]:
    """The relative word that stands for a named body or place: "the college in Lund, where she taught"."""
    for word in _WORD.finditer(text, span.end, min(place.end, span.end + _NEAR)):
        if word.group() in mapping.anaphors:
            yield Span(*word.span())
            return
        if _STOP.search(text, span.end, word.start()):
            return
