"""From a text to the places it names: found, chosen, and called what they were called at the time."""

from __future__ import annotations

from collections.abc import Iterable

from vitascope.model import (
    Annotation,
    Document,
    People,
    Place,
    PlaceMention,
    Places,
    TimeExpression,
)
from vitascope.people.folding import fold
from vitascope.places.containment import containers
from vitascope.places.evidence import Seen, judge
from vitascope.places.lexicon import lexicon
from vitascope.places.resolution import Choice, resolve
from vitascope.places.sightings import find
from vitascope.places.surroundings import Clock, Moment, held
from vitascope.places.words import lines

__all__ = ["read_places"]

_UNKNOWN, _TOWN = "place", "city"


def read_places(document: Document, annotation: Annotation, people: People, times: Iterable[TimeExpression]) -> Places:
    """Every mention of a place in text order, and every place that the mentions may mean, by id.

    Deterministic and offline. Raises DataError where the document's language has no lexicon of places.
    """
    lex = lexicon(document.source.language)
    taken = _full_names(document, people)
    sightings = [each for line in lines(document, annotation, lex) for each in find(document, line, lex, taken)]
    seen = judge(document, annotation, people, sightings, lex)
    clock = Clock(document, annotation, times)
    moments = [clock.at(each.sighting.span) for each in seen]
    holders = containers(document, seen, lex)
    choices = resolve(seen, holders, moments)
    mentions = []
    for number, (each, choice, moment) in enumerate(zip(seen, choices, moments, strict=True)):
        holder = holders.get(number)
        within = seen[holder].sighting.name if holder is not None else ""
        mentions.append(_mention(each, choice, moment, within))
    met: dict[str, Place] = {known.place.id: known.place for choice in choices for known in choice.known}
    return Places(tuple(mentions), tuple(met[id_] for id_ in sorted(met)))


def _full_names(document: Document, people: People) -> frozenset[int]:
    """Offsets within persons' names of several words: nothing in them is worth asking a gazetteer."""
    persons = {persona.id for persona in people.personas if persona.kind == "person"}
    spans = [m.span for m in people.mentions if m.kind == "name" and m.persona in persons]
    return frozenset(at for span in spans if " " in document.quote(span).strip() for at in range(*span))


def _mention(seen: Seen, choice: Choice, moment: Moment | None, within: str) -> PlaceMention:
    sighting, place = seen.sighting, choice.place.place if choice.place else None
    if moment is not None and place is not None and not _fits(place, sighting.name, moment):
        moment = None
    kind = place.kind if place and place.kind != _TOWN else sighting.kind or (place.kind if place else _UNKNOWN)
    return PlaceMention(
        span=sighting.span,
        name=sighting.name,
        kind=kind,
        place=place.id if place else None,
        candidates=choice.candidates,
        because="; ".join(part for part in (choice.because, seen.because) if part),
        within=within,
        when=moment.edtf if moment else None,
        then=_then(place, sighting.name, moment),
        jurisdiction=" / ".join(held(place.jurisdictions, moment)) or None if place and moment else None,
    )


def _fits(place: Place, name: str, moment: Moment) -> bool:
    """A date carried over from another sentence does not hold where the place's own name speaks against it."""
    dated = [each for each in place.names if fold(each.name) == fold(name)]
    return moment.near or not dated or bool(held(dated, moment))


def _then(place: Place | None, name: str, moment: Moment | None) -> str | None:
    """The official name at the moment; where it changed within it, the one that the text uses, else all."""
    if place is None or moment is None or not place.names:
        return None
    names = held(place.names, moment)
    return name if name in names else " / ".join(names) or None
