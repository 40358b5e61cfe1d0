"""Places and their mentions as rows, and rows as values again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from vitascope.model import Place, PlaceCandidate, PlaceMention, PlaceName, Span
from vitascope.store.rows import Row, to_json


def place_row(document: str, position: int, place: Place) -> Row:
    """One place that a document may mean."""
    return {
        "document": document,
        "position": position,
        "id": place.id,
        "label": place.label,
        "kind": place.kind,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "within": place.within,
        "names": to_json(place.names),
        "jurisdictions": to_json(place.jurisdictions),
    }


def place_value(row: sqlite3.Row) -> Place:
    """A row of places."""
    return Place(
        id=row["id"],
        label=row["label"],
        kind=row["kind"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        country=row["country"],
        within=row["within"],
        names=_names(json.loads(row["names"])),
        jurisdictions=_names(json.loads(row["jurisdictions"])),
    )


def place_mention_row(document: str, position: int, mention: PlaceMention) -> Row:
    """One mention of a place."""
    return {
        "document": document,
        "position": position,
        "start": mention.span.start,
        "end": mention.span.end,
        "name": mention.name,
        "kind": mention.kind,
        "place": mention.place,
        "candidates": to_json(mention.candidates),
        "because": mention.because,
        "within": mention.within,
        "when": mention.when,
        "then": mention.then,
        "jurisdiction": mention.jurisdiction,
    }


def place_mention_value(row: sqlite3.Row) -> PlaceMention:
    """A row of place mentions."""
    return PlaceMention(
        span=Span(row["start"], row["end"]),
        name=row["name"],
        kind=row["kind"],
        place=row["place"],
        candidates=tuple(PlaceCandidate(*pair) for pair in json.loads(row["candidates"])),
        because=row["because"],
        within=row["within"],
        when=row["when"],
        then=row["then"],
        jurisdiction=row["jurisdiction"],
    )


def _names(pairs: Iterable[tuple[str, str | None]]) -> tuple[PlaceName, ...]:
    return tuple(PlaceName(name, edtf) for name, edtf in pairs)
