"""Triples against gold: overlap and exact, by property, on a tiny file of our own."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from vitascope.errors import SourceError
from vitascope.evaluation.knowledgenet import facts_within, load_mapping, read_passages, score_passages
from vitascope.model import Span
from vitascope.pipeline import Reader

TEXT = "Ilse Brandvold (born 3 May 1871 in Lund, Scania) was a Danish painter. She married Otto Kern in 1895."


def _fact(name: str, subject: str, thing: str, text: str = TEXT, start: int = 100) -> dict[str, object]:
    def span(words: str) -> list[int]:
        at = text.index(words) + start
        return [at, at + len(words)]

    return {"subject": span(subject), "property": name, "object": span(thing)}


def _passages(path: Path, facts: list[dict[str, object]], properties: list[str]) -> Path:
    row = {"doc": "1", "start": 100, "end": 100 + len(TEXT), "text": TEXT, "facts": facts, "properties": properties}
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return path


@pytest.fixture(scope="module")
def reader(annotator) -> Reader:
    return Reader(annotator=annotator)


@pytest.mark.parametrize(
    ("name", "subject", "thing"),
    [
        ("DATE_OF_BIRTH", "Ilse Brandvold", "3 May 1871"),
        ("PLACE_OF_BIRTH", "Ilse Brandvold", "Lund"),
        ("PLACE_OF_BIRTH", "Ilse Brandvold", "Scania"),
        ("PLACE_OF_BIRTH", "She", "Lund"),
        ("NATIONALITY", "Ilse Brandvold", "Danish"),
        ("SPOUSE", "She", "Otto Kern"),
        ("SPOUSE", "Otto Kern", "Ilse Brandvold"),
    ],
)
def test_what_claims_tell(reader, tmp_path, name, subject, thing):
    path = _passages(tmp_path / "p.jsonl", [_fact(name, subject, thing)], [name])
    assert score_passages(read_passages(path), reader.read).overlap.r == 1.0


def test_only_annotated_properties_are_judged(reader, tmp_path):
    path = _passages(tmp_path / "p.jsonl", [_fact("SPOUSE", "She", "Otto Kern")], ["SPOUSE"])
    result = score_passages(read_passages(path), reader.read)
    assert list(result.properties) == ["SPOUSE"]
    assert result.properties["SPOUSE"][0] == 1
    assert {miss.kind for miss in result.misses} == {"extra"}  # both directions and the name, gold has one pair


def test_exact_asks_for_the_very_spans(reader, tmp_path):
    path = _passages(tmp_path / "p.jsonl", [_fact("PLACE_OF_BIRTH", "Brandvold", "Lund")], ["PLACE_OF_BIRTH"])
    result = score_passages(read_passages(path), reader.read)
    assert (result.overlap.r, result.exact.r) == (1.0, 0.0)


def test_a_claim_that_is_no_plain_fact_tells_nothing(reader):
    passages = [p for p in _read("Ilse Brandvold never married Otto Kern.", reader) if p.property == "SPOUSE"]
    assert passages == []


def _read(text: str, reader: Reader):
    from tests.documents import document

    reading = reader.read(document(text))
    return facts_within(reading, load_mapping("en"), Span(0, len(text)))


def test_every_property_says_why():
    assert all(p.why for p in load_mapping("en").properties)


def test_what_is_no_passage_is_named(tmp_path):
    (tmp_path / "p.jsonl").write_text('{"doc": "1"}\n', "utf-8")
    with pytest.raises(SourceError, match=r"p\.jsonl:1"):
        read_passages(tmp_path / "p.jsonl")


def test_figures_are_plain(reader, tmp_path):
    path = _passages(tmp_path / "p.jsonl", [_fact("SPOUSE", "She", "Otto Kern")], ["SPOUSE"])
    result = score_passages(read_passages(path), reader.read)
    assert json.loads(json.dumps(result.as_json()))["gold"] == 1
    assert "SPOUSE" in replace(result).misses[0].told()
