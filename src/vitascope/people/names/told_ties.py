"""Which names stand with a kin noun, before anybody knows whose they are: "Olga, his sister", "the son of Count Ove".

Two men of one given name are told apart by it: the father of a life's subject is not their son of the same name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from vitascope.model import Annotation, Gender
from vitascope.people.kin import KinNominal, named_after
from vitascope.people.lexicon import Lexicon
from vitascope.people.syntax import clause_of, first_conjunct, subject_of

__all__ = ["Others", "ToldTie", "kin_apart", "told_ties"]

Others = Mapping[int, Collection[int]]
"""For a sighting those that name somebody else."""


class ToldTie(NamedTuple):
    """What the bearer of a name is told to be, whether to the person the life is about, and of which gender.

    ``wed``: that they marry the person the life is about is told as well. ``apart``: that they are another person of
    the same name. ``of``: the sighting of the name whose bearer's kin they are, -1 where no other is named.
    """

    relation: str
    to_main: bool
    gender: Gender = "unknown"
    wed: bool = False
    apart: bool = False
    of: int = -1


def told_ties(
    annotation: Annotation,
    lex: Lexicon,
    inside: Mapping[int, int],
    relatives: Sequence[KinNominal],
    main: frozenset[int],
    gender: Gender,
) -> dict[int, ToldTie]:
    """The tie told beside each sighting that has one.

    ``inside`` maps tokens to sightings, ``relatives`` are found outside them, ``main`` holds the sightings that name
    the life's subject of ``gender``.
    """
    asked = _Main(annotation, lex, inside, main, gender)
    found: dict[int, ToldTie] = {}
    for kin in relatives:
        if not kin.noun.relation:
            continue
        of_main = asked.means(kin.anchor) or (kin.noun.relation in lex.generic and asked.means_pair(kin.anchor))
        named = _named(annotation, kin, lex, inside)
        if named is not None:
            whose = -1 if of_main else inside.get(kin.anchor, -1)
            tie = ToldTie(kin.noun.relation, of_main, kin.noun.gender, of=whose)
            for one in _joined(annotation, inside, named) if kin.noun.plural else [named]:
                found.setdefault(one, tie)
        inverse = lex.inverse.get(kin.noun.relation)
        of_name = kin.anchor in inside and not of_main
        if of_name and inverse is not None and asked.means(_predicated_of(annotation, kin, inside)):
            found.setdefault(inside[kin.anchor], ToldTie(inverse, True))
    for one, other in _married(annotation, lex):
        for whose, spouse in ((one, other), (other, one)):
            if spouse in inside and inside[spouse] not in main and asked.means(whose):
                number = inside[spouse]
                found[number] = found.get(number, ToldTie("spouse", True))._replace(wed=True)
    for whose, other in _namesakes(annotation, lex):
        if other in inside and asked.means(whose):
            found.setdefault(inside[other], ToldTie("", True, apart=True))
    return found


def kin_apart(
    annotation: Annotation, lex: Lexicon, inside: Mapping[int, int], relatives: Sequence[KinNominal]
) -> Others:
    """The sightings of those who are told to be each other's kin, who are two persons whatever their names.

    "Holm was the son of Karl Holm", "Karl's son Karl II": nobody is kin of himself.
    """
    found: dict[int, set[int]] = {}
    for kin in relatives:
        if not kin.noun.relation or kin.anchor not in inside:
            continue
        said = _predicated_of(annotation, kin, inside)
        bearers = {_named(annotation, kin, lex, inside), None if said is None else inside.get(said)} - {None}
        anchors = {inside[i] for i in _listed(annotation, kin.anchor) if i in inside}
        for bearer in (b for b in bearers if b is not None):
            for anchor in anchors - {bearer}:
                found.setdefault(bearer, set()).add(anchor)
                found.setdefault(anchor, set()).add(bearer)
    return found


def _listed(annotation: Annotation, at: int) -> list[int]:
    """All in the list that a noun begins, with what stands in apposition: "Karl Holm, a smith, and his wife Ida"."""
    found = [at]
    for one in found:
        found.extend(c for c in annotation.children[one] if annotation.tokens[c].dep in ("conj", "appos"))
    return found


def _joined(annotation: Annotation, inside: Mapping[int, int], first: int) -> list[int]:
    """The sightings of the names in the list that the name at sighting ``first`` begins: "sons, Karl and Ove"."""
    found = [first]
    for token, number in inside.items():
        place = annotation.tokens[token]
        if place.dep == "conj" and inside.get(place.head) in found and number not in found:
            found.append(number)
    return found


class _Main(NamedTuple):
    """The person the life is about, as far as names and forms show."""

    annotation: Annotation
    lex: Lexicon
    inside: Mapping[int, int]
    main: frozenset[int]
    gender: Gender

    def means(self, token: int | None) -> bool:
        """Whether the token means them: by name, or by a pronoun that fits, which it mostly is in a life."""
        if token is None:
            return False
        form = self.lex.pronouns.get(self.annotation.tokens[token].text.lower())
        fits = form is not None and not form.plural and (self.gender == "unknown" or form.gender == self.gender)
        return fits or self.inside.get(token) in self.main

    def means_pair(self, token: int) -> bool:
        """Whether the token is a plural pronoun: in a life its person and another mostly have the children."""
        form = self.lex.pronouns.get(self.annotation.tokens[token].text.lower())
        return form is not None and form.plural


def _married(annotation: Annotation, lex: Lexicon) -> Iterator[tuple[int, int]]:
    """Who marries and whom, for every verb of marrying: "she married …", "she was married to …"."""
    tokens, children = annotation.tokens, annotation.children
    for token in (tokens[i] for i in annotation.told_forms(lex.marry)):
        subject = subject_of(annotation, token.index)
        below = [
            *children[token.index],
            *(d for c in children[token.index] if tokens[c].dep == "prep" for d in children[c]),
        ]
        for child in below:
            if subject is not None and tokens[child].dep in ("dobj", "pobj"):
                yield subject, child


def _namesakes(annotation: Annotation, lex: Lexicon) -> Iterator[tuple[int, int]]:
    """Who is told not to be whom: "is confused with the painter Karl Holm", "was no relation of Karl Holm"."""
    tokens, children = annotation.tokens, annotation.children
    for token in (tokens[i] for i in annotation.told_forms(lex.confusing | lex.unrelated)):
        subject = None
        if token.lemma in lex.confusing and token.pos == "VERB":
            subject = subject_of(annotation, token.index)
        elif token.lemma in lex.unrelated and token.pos != "VERB":
            subject = subject_of(annotation, clause_of(annotation, token.index))
        if subject is None:
            continue
        for prep in (tokens[c] for c in children[token.index] if tokens[c].dep == "prep"):
            for noun in children[prep.index]:
                yield subject, noun
                yield from ((subject, c) for c in children[noun] if tokens[c].dep == "appos")


def _named(annotation: Annotation, kin: KinNominal, lex: Lexicon, inside: Mapping[int, int]) -> int | None:
    """The sighting that names the bearer: after the noun, or before the phrase that stands in apposition to it."""
    after = named_after(annotation, kin, lex, inside)
    if after is None and kin.start >= 2 and annotation.tokens[kin.start - 1].tag == ",":
        return inside.get(kin.start - 2) if annotation.tokens[kin.head].dep == "appos" else None
    return after


def _predicated_of(annotation: Annotation, kin: KinNominal, inside: Mapping[int, int]) -> int | None:
    """Of whom the noun is said: "Holm was the son of …", "Holm, the son of …", "was born in Narva, the son of …"."""
    tokens = annotation.tokens
    top = first_conjunct(annotation, kin.head)
    if tokens[top].dep in ("attr", "oprd"):
        return subject_of(annotation, tokens[top].head)
    first = kin.head
    while tokens[first].dep == "conj" and tokens[first].head != first:
        first = tokens[first].head
    if tokens[first].dep == "appos" and kin.via == "of":
        above = tokens[first].head
        return above if above in inside else subject_of(annotation, clause_of(annotation, above))
    return None
