"""A life of one sentence a line, and a reader of it whose rules can be changed: what judgements must survive."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from tests.readings import PROVENANCE, date
from vitascope.model import (
    Block,
    Claim,
    Document,
    Party,
    People,
    Persona,
    Reading,
    Source,
    Span,
    Status,
)

LINES = {
    "arrest": "In 1902 the gendarmes came for her at the mill below Ostrava",
    "post": "From 1906 she kept the ledgers of a paper factory in Brno",
    "marriage": "She married the widowed organ builder Tobias Krenn in 1911",
    "exile": "A decree of 1915 banished the family to the salt coast",
    "award": "The academy gave her its silver medal for glass painting in 1923",
    "death": "She died in 1940 while visiting a cousin near Szeged",
}
"""The sentence of each claim, by the claim's type."""


@dataclass(frozen=True)
class Rules:
    """``salt`` changes every id, ``blind`` are the types not found, ``late`` those dated a year too late."""

    salt: str = "1"
    blind: frozenset[str] = frozenset()
    late: frozenset[str] = frozenset()
    label: str = "Judita Krenn"


def life(lines: Sequence[tuple[str, str]], rules: Rules = Rules(), uri: str = "krenn.txt") -> Reading:
    """The reading of these lines, each with the type of the claim that it makes ("" for none)."""
    text = "".join(f"{words}.\n" for _, words in lines)
    id_ = hashlib.sha256(text.encode()).hexdigest()
    spans, at = [], 0
    for _, words in lines:
        spans.append(Span(at, at + len(words)))
        at += len(words) + 2
    source = Source(uri, "text", id_, licence="CC0-1.0")
    document = Document(id_, text, "Judita Krenn", source, tuple(Block("paragraph", span) for span in spans))
    who = "p-" + hashlib.sha256(f"{id_}{rules.salt}".encode()).hexdigest()[:12]
    people = People((Persona(who, rules.label, names=(rules.label,), gender="female", main=True),), ())
    claims = [
        _claim(document, type_, span, rules, who)
        for (type_, _), span in zip(lines, spans, strict=True)
        if type_ and type_ not in rules.blind
    ]
    return Reading(document, people, (), tuple(claims), replace(PROVENANCE, rules=repr(_told(rules))))


def _told(rules: Rules) -> Collection[object]:
    return rules.salt, sorted(rules.blind), sorted(rules.late), rules.label


def year_of(words: str) -> int:
    """The year that a line names."""
    return next(int(word) for word in words.replace(",", "").split() if word.isdigit())


def _claim(document: Document, type_: str, span: Span, rules: Rules, who: str) -> Claim:
    year = year_of(document.quote(span)) + (type_ in rules.late)
    key = f"{document.id} {type_} {span} {rules.salt}"
    return Claim(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        document=document.id,
        type=type_,
        subject=Party(rules.label, who),
        span=span,
        predicate=Span(span.start, span.start + 4),
        sentence=Span(span.start, span.end + 1),
        roles={},
        when=date(str(year), f"{year}-01-01", f"{year}-12-31", str(year)),
        status=Status(),
        confidence=0.8,
        rule=f"toy:{type_}",
    )


def whole(rules: Rules = Rules(), uri: str = "krenn.txt") -> Reading:
    """All lines in their order."""
    return life(list(LINES.items()), rules, uri)
