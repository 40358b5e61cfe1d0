"""Which names stand with a kin noun, before anybody knows whose they are: "Olga, his sister", "the son of Count Ove".

Two men of one given name are told apart by it: the father of a life's subject is not their son of the same name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from vitascope.model import Annotation
from vitascope.people.kin import KinNominal, find_kin
from vitascope.people.lexicon import Lexicon
from vitascope.people.syntax import first_conjunct, subject_of

__all__ = ["ToldTie", "told_ties"]


class ToldTie(NamedTuple):
    """What the bearer of a name is told to be, and whether to the person the life is about."""

    relation: str
    to_main: bool


def told_ties(
    annotation: Annotation, lex: Lexicon, inside: Mapping[int, int], main: frozenset[int]
) -> dict[int, ToldTie]:
    """The tie told beside each sighting that has one.

    ``inside`` maps tokens to sightings, ``main`` holds the sightings that name the life's subject.
    """
    found: dict[int, ToldTie] = {}
    for kin in find_kin(annotation, lex, inside):
        if not kin.noun.relation:
            continue
        of_main = _is_main(annotation, lex, inside, main, kin.anchor)
        named = _named(annotation, kin, inside)
        if named is not None and not kin.noun.plural:
            found.setdefault(named, ToldTie(kin.noun.relation, of_main))
        bearer = _predicated_of(annotation, kin)
        inverse = lex.inverse.get(kin.noun.relation)
        if (
            kin.anchor in inside
            and not of_main
            and inverse is not None
            and _is_main(annotation, lex, inside, main, bearer)
        ):
            found.setdefault(inside[kin.anchor], ToldTie(inverse, True))
    return found


def _is_main(
    annotation: Annotation, lex: Lexicon, inside: Mapping[int, int], main: frozenset[int], token: int | None
) -> bool:
    """Whether the token means the life's subject: by name, or by a pronoun, which it mostly is in a life."""
    if token is None:
        return False
    form = lex.pronouns.get(annotation.tokens[token].text.lower())
    return inside.get(token) in main or (form is not None and not form.plural)


def _named(annotation: Annotation, kin: KinNominal, inside: Mapping[int, int]) -> int | None:
    tokens, at = annotation.tokens, kin.last
    if at in inside:
        return inside[at]
    if at + 1 < len(tokens) and tokens[at].tag == "," and at + 1 in inside and tokens[at + 1].dep == "appos":
        return inside[at + 1]
    if kin.start >= 2 and tokens[kin.start - 1].tag == "," and tokens[kin.head].dep == "appos":
        return inside.get(kin.start - 2)
    return None


def _predicated_of(annotation: Annotation, kin: KinNominal) -> int | None:
    tokens = annotation.tokens
    top = first_conjunct(annotation, kin.head)
    if tokens[top].dep in ("attr", "oprd"):
        return subject_of(annotation, tokens[top].head)
    return None
