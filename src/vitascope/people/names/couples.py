"""Two names under one surname ("Karl and Ida Holm"), in a title or in the text, and the surname a wedding gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from vitascope.model import Annotation
from vitascope.people.folding import fold
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.draft import Draft
from vitascope.people.names.evidence import Verdict
from vitascope.people.names.parts import PersonName, parse_name
from vitascope.people.names.sightings import Sighting
from vitascope.people.names.told_ties import ToldTie

__all__ = ["first_of_couple", "join_married_names", "judge_couples", "with_shared_surnames"]

_SPOUSE = "spouse"


def first_of_couple(title: PersonName, text: str, lex: Lexicon) -> PersonName:
    """The first of the two whom a title names, "Karl Holm" of "Karl and Ida Holm", if the text calls one of them so;
    any other title as it is."""
    words = title.text.split()
    at = next((n for n, word in enumerate(words) if word in lex.family["joining"]), 0)
    if not at or at + 1 == len(words):
        return title
    one, other = parse_name(" ".join(words[:at]), lex), parse_name(" ".join(words[at + 1 :]), lex)
    if not (other.given and other.surname):
        return title
    first = one if one.given and one.surname else parse_name(f"{one.text} {other.surname}", lex)
    return first if first.given and first.surname and first.text in text else title


def with_shared_surnames(
    annotation: Annotation, sightings: list[Sighting], title: PersonName, lex: Lexicon
) -> list[Sighting]:
    """The sightings, with the surname for the first of two that have one: "Karl and Ida Holm".

    Not where the first is known by a surname of their own, or was told of alone and need not be the other's spouse.
    """
    full = {(fold(n.given), fold(n.surname)) for n in (title, *(s.name for s in sightings)) if n.given and n.surname}
    surnames = {surname for _, surname in full}
    alone: set[str] = set()
    found: list[Sighting] = []
    for number, sighting in enumerate(sightings):
        name, lone = sighting.name, fold(sighting.name.single)
        other = sightings[number + 1] if number + 1 < len(sightings) else None
        known = lone in lex.given and lone not in surnames
        shared = known and other is not None and _joined(annotation, sighting, other)
        if shared and other is not None and other.name.given and other.name.surname and not other.name.titles:
            own = {surname for given, surname in full if given == lone}
            wed = {name.hint, other.name.hint} == {"male", "female"}
            if own <= {fold(other.name.surname)} and (own or wed or lone not in alone):
                text = f"{name.text} {other.name.surname}"
                name = parse_name(text, lex)
                sighting = sighting._replace(name=name, key=fold(name.bare))
        if lone:
            alone.add(lone)
        found.append(sighting)
    return found


def _joined(annotation: Annotation, one: Sighting, other: Sighting) -> bool:
    """Whether nothing but a conjunction parts two names, and the first is no more than the second's equal."""
    tokens = annotation.tokens
    between = tokens[one.last : other.first]
    beside = one.first > 0 and tokens[one.first - 1].tag in ("NN", "NNP") and tokens[one.first - 1].text != ""
    return len(between) == 1 and between[0].tag == "CC" and not beside


def judge_couples(sightings: list[Sighting], verdicts: dict[str, Verdict]) -> None:
    """Who shares the surname of a person told beside them is a person too."""
    for one, other in pairwise(sightings):
        shared = one.name.surname and one.last - one.first == 1 and one.name.surname == other.name.surname
        if shared and one.last + 1 == other.first and "person" in (verdicts[one.key], verdicts[other.key]):
            verdicts[one.key] = verdicts[other.key] = "person"


def join_married_names(
    drafts: list[Draft],
    owner: dict[int, tuple[int, str]],
    sightings: list[Sighting],
    persons: Iterable[int],
    ties: Mapping[int, ToldTie],
) -> None:
    """Who is told to marry and is then called by the spouse's surname is one person: Ida Lund and Ida Holm, whom Karl
    Holm married. The married name is the one that counts."""
    persons = [n for n in persons if n in owner]
    main = next((d for d in drafts if d.main), None)
    otherwise = {owner[n][0] for n in persons if n in ties and ties[n].relation != _SPOUSE}
    for number in persons:
        tie, name = ties.get(number), sightings[number].name
        if tie is None or tie.relation != _SPOUSE or not (name.given and name.surname):
            continue
        spouse = main if tie.to_main else drafts[owner[tie.of][0]] if tie.of in owner else None
        bride = drafts[owner[number][0]]
        if spouse is None or bride.main or "male" in (bride.gender, bride.hint):
            continue
        taken = {fold(form.surname) for form in spouse.forms if form.surname} - {fold(name.surname)}
        married = {
            owner[n][0]
            for n in persons
            if fold(sightings[n].name.given) == fold(name.given) and fold(sightings[n].name.surname) in taken
        } - {bride.number, spouse.number, *otherwise}
        for other in sorted(married):
            bride.forms[:0] = [f for f in drafts[other].forms if f not in bride.forms]
            for n in [n for n, (draft, _) in owner.items() if draft == other]:
                owner[n] = (bride.number, "the surname that the wedding gives")
