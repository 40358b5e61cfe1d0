"""Names of places that stand side by side: "Riga, Latvia", "Springfield IL"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vitascope.people.folding import fold
from vitascope.places.sightings import Sighting

__all__ = ["holds", "lies_in", "neighbours"]


def neighbours(sightings: Sequence[Sighting]) -> Iterator[tuple[Sighting | None, Sighting, Sighting | None]]:
    """Every sighting with the one just before and just after it in its line, with a comma or less between."""
    for at, sighting in enumerate(sightings):
        before = sightings[at - 1] if at else None
        after = sightings[at + 1] if at + 1 < len(sightings) else None
        yield (
            before if before is not None and _adjoin(before, sighting) else None,
            sighting,
            after if after is not None and _adjoin(sighting, after) else None,
        )


def _adjoin(one: Sighting, other: Sighting) -> bool:
    if other.line is not one.line or other.first != one.last:
        return False
    gap = other.line.words[other.first].gap
    return gap in (", ", ",") or (gap == " " and holds(one, other))


def holds(place: Sighting, larger: Sighting) -> bool:
    """Whether the second is a larger place in which the first lies, or may lie where no gazetteer knows it."""
    broad = [each for each in larger.places if each.broad]
    if not place.places:
        return bool(larger.places)
    return any(
        lies_in(each.around, each.code, place.key, big.place.label, larger.key, big.code)
        for each in place.places
        for big in broad
    )


def lies_in(around: frozenset[str], code: str, key: str, label: str, larger: str, larger_code: str) -> bool:
    """Whether a place with these surroundings lies in the larger one of that folded name and label."""
    return key != larger and (larger in around or fold(label) in around or (not around and code == larger_code))
