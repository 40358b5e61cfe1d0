"""``vitascope conflicts``."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests import readings
from tests.views.test_conflicts import TEXT, contradicting
from vitascope.model import Document, Reading
from vitascope.store import Project


@pytest.fixture
def contradictions(tmp_path):
    """A project with one life that contradicts itself, and one that does not."""
    path = tmp_path / "bad.vita"
    with Project.open(path) as project:
        project.save(contradicting())
        project.save(readings.brandvold("other.txt"))
    return path


def test_each_conflict_with_its_rule_and_words(run, contradictions):
    out = run("conflicts", "--project", contradictions).stdout
    assert "birth 1890, birth 1894: it happens once" in out
    assert "brandvold.txt:1:" in out
    assert "was a clerk in 1880" in " ".join(out.split())
    assert out.count("nobody does or undergoes anything before being born") == 2


def test_as_json(run, contradictions):
    found = json.loads(run("conflicts", "--project", contradictions, "--format", "json").stdout)
    assert [len(conflict["claims"]) for conflict in found] == [2, 2, 2]
    quotes = [(c["start"], c["end"], c["quote"]) for conflict in found for c in conflict["claims"]]
    assert all(TEXT[start:end] == quote for start, end, quote in quotes)


def test_of_one_person(run, contradictions):
    every = ["--project", contradictions, "--every"]
    assert "it happens once" in run("conflicts", "ilse brandvold", *every).stdout
    assert run("conflicts", "mother brandvold", *every).stdout == "no claims contradict each other\n"
    assert "nobody of this name" in run("conflicts", "zacharias", *every, code=1).stderr


def test_none(run, project):
    assert run("conflicts", "--project", project).stdout == "no claims contradict each other\n"
    assert run("conflicts", "--project", project, "--format", "json").stdout == "[]\n"


def test_over_files(run, reader, monkeypatch, tmp_path):
    def read(_self: object, of: Document) -> Reading:
        found = contradicting()
        claims = [c for c in found.claims if of.text.strip() == TEXT]
        return readings.reading(of, [replace(c, document=of.id) for c in claims])

    monkeypatch.setattr(reader, "read", read)
    (tmp_path / "life.txt").write_text(TEXT, "utf-8")
    assert "it happens once" in run("conflicts", "--from", "life.txt").stdout
