"""``places``, over a reading made by hand."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests import readings
from vitascope.commands import readings as command_readings
from vitascope.model import Place, PlaceCandidate, PlaceMention, PlaceName, Places

ŁOMŻA = Place(
    "geonames:1", "Łomża", "city", 53.18, 22.08, "Poland", "Podlasie", (), (PlaceName("Russian Empire", "1815/1915"),)
)
AT = readings.find(readings.TEXT, "Łomża")
MENTION = PlaceMention(
    AT, "Łomża", "city", ŁOMŻA.id, (PlaceCandidate(ŁOMŻA.id, "the only one"),), "it stands after “in”",
    when="1871-05-03", jurisdiction="Russian Empire",
)  # fmt: skip
OPEN = PlaceMention(AT, "Łomża", "place", None, (), "no gazetteer knows it")


@pytest.fixture
def found(monkeypatch):
    """What the reader finds, to be filled by a test."""
    told = [Places((MENTION,), (ŁOMŻA,))]

    class Reader:
        provenance = readings.PROVENANCE

        def read(self, document):
            return replace(readings.read(document), places=told[0])

    monkeypatch.setattr(command_readings, "open_reader", lambda *_: Reader())
    return told


@pytest.mark.usefixtures("found")
def test_table(run, life):
    out = run("places", life).stdout
    assert "brandvold.txt (1 places)" in out
    assert "53.18, 22.08" in out
    assert "Russian Empire" in " ".join(out.split())


@pytest.mark.usefixtures("found")
def test_jsonl(run, life):
    (line,) = map(json.loads, run("places", life, "--format", "jsonl").stdout.splitlines())
    assert line["quote"] == readings.TEXT[line["start"] : line["end"]] == "Łomża"
    assert line["place"]["latitude"] == 53.18
    assert line["candidates"] == [{"place": "geonames:1", "because": "the only one"}]


def test_geojson_has_longitude_first_and_only_places_with_a_point(run, life, found, tmp_path):
    found[0] = Places((MENTION, OPEN), (ŁOMŻA,))
    run("places", life, "--format", "geojson", "--output", tmp_path / "out.geojson")
    told = json.loads((tmp_path / "out.geojson").read_text("utf-8"))
    assert told["type"] == "FeatureCollection"
    assert [feature["geometry"]["coordinates"] for feature in told["features"]] == [[22.08, 53.18]]


def test_a_place_that_nobody_knows_is_shown(run, life, found):
    found[0] = Places((OPEN,), ())
    assert "no gazetteer knows" in run("places", life).stdout


@pytest.mark.usefixtures("found")
def test_a_file_that_fails_stops_no_other(run, life, tmp_path):
    result = run("places", tmp_path / "none.txt", life, code=1)
    assert "brandvold.txt (1 places)" in result.stdout
    assert "none.txt" in result.stderr
