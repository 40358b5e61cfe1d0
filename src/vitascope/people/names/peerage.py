"""Titles of rank that the subject of a life bears, by which the text calls them: "Lord Morvane" for Charles Hadley."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from vitascope.lang import load
from vitascope.model import Annotation, Token
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.matching import compare
from vitascope.people.names.parts import PersonName
from vitascope.people.names.sightings import Sighting
from vitascope.people.syntax import subject_of

__all__ = ["forms_by_rank"]

_FAR = 14
"""Tokens of the first sentence within which a rank behind a name is its bearer's."""
_CLIMB = 4


class _Words(NamedTuple):
    ranks: frozenset[str]
    verbs: frozenset[str]
    openings: frozenset[str]


@cache
def _words(language: str) -> _Words:
    peers: Mapping[str, list[str]] = load(language, "titles")["peers"]
    return _Words(*(frozenset(peers[key]) for key in ("ranks", "verbs", "openings")))


def forms_by_rank(
    annotation: Annotation, sightings: list[Sighting], title: PersonName, lex: Lexicon, language: str
) -> Iterator[PersonName]:
    """The names by rank that are told of the person in the title, and the name of the one whose rank the title is."""
    words = _words(language)
    own = {s.head for s in sightings if compare(title, s.name) != "different"}
    first = next((s for s in sightings if s.name.given and s.name.surname), None)
    for sighting in sightings:
        rank = _rank(annotation.tokens, sighting, words, lex)
        if rank is None:
            continue
        at, form = rank
        opens = first is not None and 0 < at - first.last < _FAR and _opens(annotation.tokens, first, at, words)
        if opens and first is not None and compare(title, first.name) == "different":
            if compare(title, form) != "different":
                yield first.name
        elif opens or (compare(title, sighting.name) == "different" and _is_given(annotation, at, own, words, lex)):
            yield form


def _rank(tokens: tuple[Token, ...], sighting: Sighting, words: _Words, lex: Lexicon) -> tuple[int, PersonName] | None:
    """Where the rank before or in a name stands, with the name as a form: "Earl of Morvane", "Viscount Leigh"."""
    name, before = sighting.name, sighting.first - 2
    if name.titles and name.titles[-1] in words.ranks and not name.given and not name.suffix:
        return sighting.first, name
    if before < 0 or tokens[before + 1].text not in lex.linking or tokens[before].text not in words.ranks:
        return None
    rank = tokens[before].text
    gender = lex.titles.get((rank,), "unknown")
    return before, PersonName(f"{rank} {name.bare}", (rank,), surname=name.bare, gender=gender)


def _opens(tokens: tuple[Token, ...], first: Sighting, at: int, words: _Words) -> bool:
    """Whether the rank at token ``at`` is set behind the first name: "…, 3rd Earl of Morvane"."""
    before = at - 1
    if tokens[first.first].sentence or any(t.tag == "." for t in tokens[first.last : at]):
        return False
    while tokens[before].text[:1].isdigit():
        before -= 1
    return tokens[before].text == "," or tokens[before].text in words.openings


def _is_given(annotation: Annotation, at: int, own: Collection[int], words: _Words, lex: Lexicon) -> bool:
    """Whether the subject of the life is told to be given, or to come into, the rank at token ``at``."""
    tokens, above = annotation.tokens, annotation.tokens[at]
    for _ in range(_CLIMB):
        if above.pos == "VERB" or above.head == above.index:
            break
        above = tokens[above.head]
    subject = subject_of(annotation, above.index) if above.lemma in words.verbs else None
    if subject is None or above.index > at:
        return False
    form = lex.pronouns.get(tokens[subject].text.lower())
    return subject in own or (form is not None and not form.plural and form.gender != "unknown")
