"""``dates`` and ``eval timex``."""

from __future__ import annotations

import json

import pytest

from vitascope.export.timeml import read_timeml

TEXT = """Ilse Brandvold

Ilse Brandvold (3 May 1871 – 1940) was a painter.
Until 1911 she taught; a year later she sailed.
"""


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "ilse.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_table(run, text):
    out = run("dates", text, "--no-parse").stdout
    assert "ilse.txt (3 dates)" in out
    assert "4:1" in out
    assert "../1911" in out
    assert "counted from" in out


def test_jsonl(run, text):
    lines = [json.loads(line) for line in run("dates", text, "--no-parse", "--format", "jsonl").stdout.splitlines()]
    life, until, later = lines
    assert all(line["quote"] == TEXT[line["start"] : line["end"]] for line in lines)
    assert (life["kind"], life["birth"]["edtf"], life["death"]["edtf"]) == ("lifespan", "1871-05-03", "1940")
    assert [timex["value"] for timex in life["timex3"]] == ["1871-05-03", "1940"]
    assert (until["line"], until["column"], until["edtf"], until["latest"]) == (4, 1, "../1911", "1911-12-31")
    assert TEXT[until["span"]["start"] : until["span"]["end"]] == "Until 1911"
    assert (later["basis"], later["rule"]) == ("derived", "time later")
    assert later["because"]


def test_timeml(run, text, tmp_path):
    run("dates", text, "--no-parse", "--format", "timeml", "--output", tmp_path / "out.tml")
    read = read_timeml((tmp_path / "out.tml").read_bytes(), "out.tml")
    assert read.text == TEXT
    assert [timex.value for timex in read.timexes] == ["1871-05-03", "1940", "1911", "1912"]


def test_several_timeml_go_to_a_folder_and_overwrite_nothing(run, text, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("She left in 1911.\n", "utf-8")
    asked = ("dates", text, other, "--no-parse", "--format", "timeml")
    assert "name a folder" in run(*asked, code=1).stderr
    run(*asked, "--output", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["ilse.tml", "other.tml"]
    assert "is there already" in run(*asked, "--output", tmp_path / "out", code=1).stderr


def test_a_file_that_fails_stops_no_other(run, text, tmp_path):
    result = run("dates", tmp_path / "none.txt", text, "--no-parse", code=1)
    assert "ilse.txt (3 dates)" in result.stdout
    assert "none.txt" in result.stderr


def test_what_is_written_is_perfect_gold(run, text, tmp_path):
    run("dates", text, "--no-parse", "--format", "timeml", "--output", tmp_path / "gold.tml")
    figures = json.loads(run("eval", "timex", tmp_path / "gold.tml", "--no-parse", "--json", "--misses").stdout)
    assert (figures["value_strict"]["f1"], figures["gold"], figures["misses"]) == (1.0, 4, [])


def test_misses_are_listed_and_counted(run, text, tmp_path):
    run("dates", text, "--no-parse", "--format", "timeml", "--output", tmp_path / "gold.tml")
    gold = tmp_path / "gold.tml"
    gold.write_text(gold.read_text("utf-8").replace('value="1912"', 'value="1913"'), "utf-8")
    out = run("eval", "timex", gold, "--no-parse", "--misses").stdout
    assert out.startswith(
        "value   anaphoric    gold.tml:4: want a year later = 1913 got a year later = 1912 (time later)"
    )
    assert "relaxed + value  p 0.7500  r 0.7500  f1 0.7500" in out
    (tmp_path / "empty").mkdir()
    assert "no gold in it" in run("eval", "timex", tmp_path / "empty", code=1).stderr
