"""Which larger place the text names with a place: "Riga, Latvia", "the Bor Uyezd of Perm Governorate"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vitascope.model import Document
from vitascope.people.folding import fold
from vitascope.places.adjacency import lies_in
from vitascope.places.evidence import Seen
from vitascope.places.gazetteer import Known
from vitascope.places.lexicon import Lexicon

__all__ = ["containers", "lies_within"]

_STEP = 12
"""Code points between a place and the larger one that may hold it."""


def _is_of_today(place: Known) -> bool:
    """States that are no more may have held towns of several of today's countries."""
    return bool(place.code) and not place.place.names


_BARE = frozenset({""})
"""Nothing but a space: "Riga Latvia"."""


def containers(document: Document, seen: Sequence[Seen], lex: Lexicon) -> Mapping[int, int]:
    """For the number of a sighting the number of the one that holds it, where the text says so."""
    found: dict[int, int] = {}
    for at in range(len(seen) - 1):
        one, other = seen[at].sighting, seen[at + 1].sighting
        between = document.text[one.span.end : other.span.start]
        if len(between) > _STEP or "\n" in between or " ".join(between.lower().split()) not in _BARE | lex.containing:
            words = between.lower().replace(",", " ").split()
            if not words or len(between) > _STEP or words[0] not in lex.containing or words[-1] not in lex.articles:
                continue
        if _may_hold(seen, at):
            found[at] = at + 1
    return found


def _may_hold(seen: Sequence[Seen], at: int) -> bool:
    one, other = seen[at].sighting, seen[at + 1].sighting
    larger = [place for place in other.places if place.broad]
    if not larger:
        return bool(other.kind) and not one.places
    if not one.places or one.kind:
        return one.key != other.key
    return any(lies_within(place, big, one.key, other.key) for place in one.places for big in larger)


def lies_within(place: Known, larger: Known, key: str, larger_key: str) -> bool:
    """Whether the gazetteer says that ``place`` lies in ``larger``."""
    if place.place.id == larger.place.id or (_is_of_today(larger) and place.code != larger.code):
        return False
    if larger_key in place.units or any(unit.endswith(f"-{larger_key.upper()}") for unit in place.units):
        return True
    if larger.units and set(larger.units) & set(place.units):
        return True
    return lies_in(place.around, place.code, key, larger.place.label, larger_key, larger.code) or (
        fold(larger.place.label) in place.around
    )
