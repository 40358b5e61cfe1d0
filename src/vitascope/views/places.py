"""Places as plain values: rows for a table, JSON objects, GeoJSON, and the places of a life as points with times."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from vitascope.model import Claim, Document, Place, PlaceMention, Places, Reading, When

__all__ = ["LifePoint", "PlaceRow", "feature_collection", "life_points", "place_object", "place_rows"]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One mention with its place. ``line`` and ``column`` count from 1, columns in code points."""

    mention: PlaceMention
    place: Place | None
    words: str
    line: int
    column: int

    @property
    def where(self) -> str:
        """The chosen place with what it lies in today, or what it may be."""
        if self.place is None:
            return "?" if not self.mention.candidates else f"one of {len(self.mention.candidates)}"
        if self.place.country == self.place.label:
            return self.place.label
        return ", ".join(part for part in (self.place.label, self.place.within, self.place.country) if part)

    @property
    def coordinates(self) -> str:
        """Latitude and longitude in degrees, empty where there is no one point."""
        if self.place is None or self.place.latitude is None or self.place.longitude is None:
            return ""
        return f"{self.place.latitude:.2f}, {self.place.longitude:.2f}"


def place_rows(document: Document, places: Places) -> tuple[PlaceRow, ...]:
    """A row for every mention, in text order."""
    starts = [0, *(at + 1 for at, letter in enumerate(document.text) if letter == "\n")]
    by_id = {place.id: place for place in places.places}

    def row(mention: PlaceMention) -> PlaceRow:
        line = bisect_right(starts, mention.span.start)
        place = by_id[mention.place] if mention.place else None
        words = " ".join(document.quote(mention.span).split())
        return PlaceRow(mention, place, words, line, mention.span.start - starts[line - 1] + 1)

    return tuple(row(mention) for mention in places.mentions)


def place_object(document: Document, row: PlaceRow) -> dict[str, Any]:
    """One mention as plain JSON values; ``quote == text[start:end]``, offsets in code points."""
    told = row.mention
    return {
        "document": document.id,
        "file": document.source.uri,
        "line": row.line,
        "column": row.column,
        "start": told.span.start,
        "end": told.span.end,
        "quote": document.quote(told.span),
        "kind": told.kind,
        "within": told.within,
        "when": told.when,
        "then": told.then,
        "jurisdiction": told.jurisdiction,
        "place": None if row.place is None else _place(row.place),
        "candidates": [{"place": id_, "because": because} for id_, because in told.candidates],
        "because": told.because,
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "id": place.id,
        "label": place.label,
        "kind": place.kind,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "within": place.within,
        "names": [{"name": name, "edtf": edtf} for name, edtf in place.names],
        "jurisdictions": [{"name": name, "edtf": edtf} for name, edtf in place.jurisdictions],
    }


def feature_collection(documents: Iterable[tuple[Document, Places]]) -> dict[str, Any]:
    """GeoJSON (RFC 7946): a point for every mention of a place that has one, longitude first."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [row.place.longitude, row.place.latitude]},
            "properties": place_object(document, row),
        }
        for document, places in documents
        for row in place_rows(document, places)
        if row.place is not None and row.place.longitude is not None
    ]
    return {"type": "FeatureCollection", "features": features}


@dataclass(frozen=True, slots=True)
class LifePoint:
    """Where and when something is told of somebody. ``name`` is what the place was called then, else its words."""

    place: Place
    name: str
    when: When
    claim: Claim
    mention: PlaceMention


def life_points(reading: Reading, persona: str) -> tuple[LifePoint, ...]:
    """The places of a life as points with times: every chosen place with coordinates within a claim of the persona.

    In the order of the claims. Only claims that the author plainly asserts: a place of which is said that
    someone was not there, or shall have been, is no point of the life. A place within several claims belongs to
    the tightest.
    """
    mine = [claim for claim in reading.claims if claim.subject.id == persona]
    by_id = {place.id: place for place in reading.places.places}
    found: list[LifePoint] = []
    for mention in reading.places.mentions:
        place = by_id.get(mention.place or "")
        around = [claim for claim in mine if claim.span.contains(mention.span)]
        if place is None or place.latitude is None or not around:
            continue
        claim = min(around, key=lambda each: (each.span.end - each.span.start, each.span, each.id))
        if _is_plain(claim):
            found.append(LifePoint(place, mention.then or mention.name, claim.when, claim, mention))
    order = {claim.id: number for number, claim in enumerate(reading.claims)}
    return tuple(sorted(found, key=lambda point: (order[point.claim.id], point.mention.span)))


def _is_plain(claim: Claim) -> bool:
    status = claim.status
    asserted = status.polarity == "affirmed" and status.modality == "asserted" and status.standing == "stands"
    return asserted and status.attributed_to is None and not status.duress
