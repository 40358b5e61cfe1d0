"""``people``: who is in a text."""

from __future__ import annotations

import json

import pytest

from tests import readings
from vitascope.commands import people as command


@pytest.fixture(autouse=True)
def people_by_hand(monkeypatch):
    """The people of the small life, in place of a language model's."""
    monkeypatch.setattr(command, "reader_of_people", lambda *_: lambda document: readings.read(document).people)


def test_table(run, life, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    lines = run("people", life).stdout.splitlines()
    assert lines[0].endswith("brandvold.txt (3 personas)")
    assert next(line for line in lines if line.startswith("*")).split()[1:3] == ["Ilse", "Brandvold"]
    assert any("parent of Ilse Brandvold" in line for line in lines)


def test_mentions(run, life):
    out = run("people", life, "--mentions").stdout
    mention = readings.read(readings.document(readings.TEXT)).people.mentions[0]
    words = readings.TEXT[mention.span.start : mention.span.end]
    assert f"{mention.span.start}–{mention.span.end}" in out
    assert f"{words} → " in out
    assert f"[{mention.kind}: {mention.because}]" in out


def test_jsonl(run, life, tmp_path):
    run("people", life, "--format", "jsonl", "--mentions", "--output", tmp_path / "out.jsonl")
    told = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert told[0]["main"]
    assert told[0]["mention_count"] == len(told[0]["mentions"])
    for persona in told:
        for mention in persona["mentions"]:
            assert readings.TEXT[mention["start"] : mention["end"]] == mention["quote"]
    kin = [tie for persona in told for tie in persona["kin"]]
    assert kin[0]["relation"] == "parent"
    assert kin[0]["of"] in {persona["id"] for persona in told}


def test_without_mentions_they_are_counted_only(run, life):
    told = json.loads(run("people", life, "--format", "jsonl").stdout.splitlines()[0])
    assert "mentions" not in told
    assert told["mention_count"] > 0


def test_a_file_that_fails_stops_no_other(run, life, tmp_path):
    result = run("people", tmp_path / "none.txt", life, code=1)
    assert "personas)" in result.stdout
    assert "none.txt" in result.stderr
