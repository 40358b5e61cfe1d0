"""The places of lives as a map shows them: chosen places with what is told there, and those that are left open.

A place is a point only where the reading chose one for its words. Of a claim that the author does not plainly assert
the point says so; a name that may mean several places is listed with them and drawn nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from vitascope.days import decimal_year
from vitascope.export.attested import Attested
from vitascope.export.departures import is_plain
from vitascope.model import Claim, Persona, Place, PlaceMention, Reading
from vitascope.views.claim_words import headline
from vitascope.views.date_words import date_words
from vitascope.views.judgement_words import sign
from vitascope.views.status_words import mark
from vitascope.vocabulary import load


@dataclass(frozen=True, slots=True)
class Stop:
    """One claim at a place. ``name`` is what the place was called then, else its words; years as in a timeline."""

    item: Attested
    who: str
    name: str
    jurisdiction: str
    date: str
    start: float | None
    end: float | None
    mark: str
    plain: bool


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place with coordinates, and what is told there, in the order of the lives and their claims."""

    place: Place
    stops: tuple[Stop, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called in these texts or was called then, each once."""
        return tuple(dict.fromkeys(stop.name for stop in self.stops))


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A name within a claim for which no one place was chosen, with the labels of what it may mean."""

    item: Attested
    name: str
    may_be: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class LifeMap:
    """Points in the order in which they are first told, and names that stay open."""

    points: tuple[MapPoint, ...]
    open: tuple[OpenPlace, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain values for drawing."""
        return {"points": [_point(each) for each in self.points]}

    def as_geojson(self) -> dict[str, Any]:
        """GeoJSON (RFC 7946): a point for every place, longitude first, with its stops."""
        features = [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [each.place.longitude, each.place.latitude]},
                "properties": _point(each),
            }
            for each in self.points
        ]
        return {"type": "FeatureCollection", "features": features}


def life_map(told: Iterable[tuple[Reading, Persona | None]]) -> LifeMap:
    """The places within claims about each persona, everybody's where it is None."""
    stops: dict[str, list[Stop]] = {}
    places: dict[str, Place] = {}
    open_: list[OpenPlace] = []
    for reading, persona in told:
        by_id = {place.id: place for place in reading.places.places}
        mine = [c for c in reading.claims if persona is None or c.subject.id == persona.id]
        for claim, mention in _within(mine, reading.places.mentions):
            item = Attested(reading.document, claim)
            place = by_id.get(mention.place or "")
            if place is None:
                labels = dict.fromkeys(_where(by_id[each.place]) for each in mention.candidates if each.place in by_id)
                open_.append(OpenPlace(item, mention.name, tuple(labels), mention.because))
            elif place.latitude is not None:
                places.setdefault(place.id, place)
                stops.setdefault(place.id, []).append(_stop(item, mention))
    return LifeMap(tuple(MapPoint(places[id_], tuple(stops[id_])) for id_ in places), tuple(open_))


def _within(claims: Iterable[Claim], mentions: Iterable[PlaceMention]) -> list[tuple[Claim, PlaceMention]]:
    """Each mention with the tightest claim around it, in the order of the claims; a claim and a place once.

    O(c log c + m log m + m·k), k being the claims that lie over one place of the text.
    """
    told = list(claims)
    order = {claim.id: number for number, claim in enumerate(told)}
    upcoming = sorted(told, key=lambda claim: (claim.span, claim.id), reverse=True)
    over: list[Claim] = []
    found: dict[tuple[str, str], tuple[Claim, PlaceMention]] = {}
    for mention in sorted(mentions, key=lambda each: each.span):
        while upcoming and upcoming[-1].span.start <= mention.span.start:
            over.append(upcoming.pop())
        over = [claim for claim in over if claim.span.end > mention.span.start]
        around = [claim for claim in over if claim.span.contains(mention.span)]
        if around:
            claim = min(around, key=lambda each: (each.span.end - each.span.start, each.span, each.id))
            found.setdefault((claim.id, mention.place or mention.name), (claim, mention))
    return sorted(found.values(), key=lambda pair: (order[pair[0].id], pair[1].span))


def _stop(item: Attested, mention: PlaceMention) -> Stop:
    claim, when = item.claim, item.claim.when
    dated = when.basis != "none"
    return Stop(
        item=item,
        who=claim.subject.label,
        name=mention.then or mention.name,
        jurisdiction=mention.jurisdiction or "",
        date=date_words(when.edtf),
        start=decimal_year(when.earliest) if dated and when.earliest else None,
        end=decimal_year(when.latest, days_later=1) if dated and when.latest else None,
        mark=", ".join(words for words in (mark(claim.status), sign(claim)) if words),
        plain=is_plain(claim.status),
    )


def _where(place: Place) -> str:
    return ", ".join(dict.fromkeys(part for part in (place.label, place.within, place.country) if part))


def _point(point: MapPoint) -> dict[str, Any]:
    return {
        "place": point.place.id,
        "label": point.names[0] if len(point.names) == 1 else point.place.label,
        "longitude": point.place.longitude,
        "latitude": point.place.latitude,
        "stops": [_stop_object(stop) for stop in point.stops],
    }


def _stop_object(stop: Stop) -> dict[str, Any]:
    claim = stop.item.claim
    known = load().types.get(claim.type)
    return {
        "claim": claim.id,
        "words": f"{stop.who}: {headline(claim)}",
        "name": stop.name,
        "jurisdiction": stop.jurisdiction,
        "family": known.family if known and known.family.isalpha() else "other",
        "date": stop.date,
        "start": stop.start,
        "end": stop.end,
        "mark": stop.mark,
        "plain": stop.plain,
    }
