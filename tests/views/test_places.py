"""Places of a life as points with times."""

from __future__ import annotations

from dataclasses import replace

from tests.readings import TEXT, brandvold, find
from vitascope.model import Place, PlaceCandidate, PlaceMention, PlaceName, Places, Status
from vitascope.views.places import life_points, place_rows

TOWN = Place("geonames:1", "Łomża", "city", 53.18, 22.08, "Poland", "Podlasie", (PlaceName("Łomża", None),))


def with_place(place=TOWN, chosen=True):
    at = find(TEXT, "Łomża")
    mention = PlaceMention(
        at, "Łomża", "city", place.id if chosen else None, (PlaceCandidate(place.id, "x"),), "", then="Lomscha"
    )
    return replace(brandvold(), places=Places((mention,), (place,)))


def test_a_place_within_a_claim_is_a_point_with_its_time():
    (point,) = life_points(with_place(), "ilse")
    assert (point.place, point.name, point.when.edtf, point.claim.type) == (TOWN, "Lomscha", "1871-05-03", "birth")


def test_no_point_without_a_choice_or_coordinates():
    assert life_points(with_place(chosen=False), "ilse") == ()
    assert life_points(with_place(replace(TOWN, latitude=None, longitude=None)), "ilse") == ()
    assert life_points(with_place(), "mother") == ()


def test_what_is_not_asserted_is_no_point():
    reading = with_place()
    claims = tuple(replace(claim, status=Status(modality="alleged")) for claim in reading.claims)
    assert life_points(replace(reading, claims=claims), "ilse") == ()


def test_rows_count_lines_and_columns_from_one():
    reading = with_place()
    (row,) = place_rows(reading.document, reading.places)
    assert (row.line, row.column, row.where) == (4, 42, "Łomża, Podlasie, Poland")
