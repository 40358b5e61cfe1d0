"""What speaks against a name's being a person's: places held, dedications, works in quotation marks, compounds."""

from __future__ import annotations

from vitascope.model import Annotation, Document
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.sightings import Sighting

__all__ = ["against", "held_by"]

_HELD = -2.5
"""A name that rank or office is "of" ("the lord of Narva")."""
_DEDICATED = -5.0
"""A saint's name where a place would stand: a church or an abbey."""
_WORK = -2.5
"""A name of several words alone between quotation marks, as the object of publishing or writing."""
_COMPOUND = -3.0
"""The first part of a compound ("Narva-born")."""
_LARGER = -3.0
"""One word in apposition to the name of where somebody was ("born in Narva, Holmia")."""
_OPENING, _CLOSING = "\"“‘'«„", "\"”’'»“"


def against(document: Document, annotation: Annotation, group: list[Sighting], lex: Lexicon) -> float:
    """The sum of what speaks against, 0 or less, each in the share of the sightings that show it."""
    words = group[0].name.text.split()
    saint = len(words) > 1 and words[0] in lex.dedications
    total = 0.0
    for sighting in group:
        held = held_by(annotation, sighting, lex)
        total += _HELD * held
        total += _DEDICATED * (saint and _stands_as_place(annotation, sighting, lex))
        total += _WORK * (len(words) > 1 and _is_work(document, annotation, sighting, lex))
        total += _COMPOUND * _opens_compound(annotation, sighting)
        total += _LARGER * _holds_place(annotation, sighting, lex)
    return total / len(group)


def held_by(annotation: Annotation, sighting: Sighting, lex: Lexicon) -> bool:
    """Whether the name is what a rank, an office or a house is "of"."""
    tokens, before = annotation.tokens, sighting.first - 1
    if before < 1 or tokens[before].text not in lex.linking or sighting.name.titles:
        return False
    return tokens[before - 1].lemma.lower() in lex.ruled


def _stands_as_place(annotation: Annotation, sighting: Sighting, lex: Lexicon) -> bool:
    tokens, before = annotation.tokens, sighting.first - 1
    if before < 1:
        return False
    if tokens[before].text in lex.linking:
        return tokens[before - 1].lemma.lower() in lex.ruled
    return tokens[before].text.lower() in lex.whereabouts


def _holds_place(annotation: Annotation, sighting: Sighting, lex: Lexicon) -> bool:
    """Whether the name stands right behind a comma in apposition to what a preposition of place governs."""
    tokens, last = annotation.tokens, sighting.first - 2
    if last < 1 or sighting.last - sighting.first > 1 or tokens[last + 1].text != ",":
        return False
    name = tokens[sighting.head]
    place = tokens[name.head]
    whole = name.dep == "appos" and place.index == last and place.pos == "PROPN" and place.dep == "pobj"
    return whole and tokens[place.head].lemma.lower() in lex.places


def _is_work(document: Document, annotation: Annotation, sighting: Sighting, lex: Lexicon) -> bool:
    text, span = document.text, sighting.span
    quoted = text[span.start - 1 : span.start] in tuple(_OPENING) and text[span.end : span.end + 1] in tuple(_CLOSING)
    verb = annotation.tokens[annotation.tokens[sighting.head].head]
    return quoted and verb.lemma in lex.makes


def _opens_compound(annotation: Annotation, sighting: Sighting) -> bool:
    tokens, at = annotation.tokens, sighting.last
    if at + 1 >= len(tokens) or tokens[at].text != "-":
        return False
    return tokens[at - 1].span.end == tokens[at].span.start and tokens[at + 1].text[:1].islower()
