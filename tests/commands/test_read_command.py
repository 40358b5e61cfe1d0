"""``read``: formats, projects, bad files."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests import readings
from tests.readings import TEXT
from vitascope.export.schema import faults
from vitascope.store import Project


def test_a_table_with_dates_marks_and_words(run, life):
    out = run("read", life).stdout
    for words in (
        "Ilse Brandvold",
        "1871-05-03",
        "[alleged, under duress, annulled]",
        "[reported]",
        "[negated]",
        "(10",
    ):
        assert words in out.replace("\n", " ") or words.split()[0] in out


@pytest.mark.parametrize("columns", ["80", "100", "200"])
def test_a_table_fits_its_width_and_loses_no_word(run, life, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    out = run("read", life).stdout
    assert max(map(len, out.splitlines()[1:])) <= int(columns)
    words = out.split()
    for mark in ("[reported]", "[negated]", "duress]", "annulled]"):
        assert mark in words
    assert "…" not in out
    assert all(line == line.rstrip() for line in out.splitlines())


def test_json_lines(run, life):
    lines = run("read", life, "--format", "jsonl").stdout.splitlines()
    assert len(lines) == 10
    assert all(faults(json.loads(line)) == () for line in lines)


def test_csv_has_one_header(run, life, tmp_path):
    (tmp_path / "second.txt").write_text(TEXT + "More.\n", "utf-8")
    out = run("read", life, "second.txt", "--format", "csv").stdout
    table = list(csv.DictReader(io.StringIO(out)))
    assert len(table) == 20
    assert out.count("subject_id") == 1


def test_standard_input(run):
    assert len(run("read", "-", "--format", "jsonl", text=TEXT).stdout.splitlines()) == 10


def test_into_a_file(run, life, tmp_path):
    assert run("read", life, "--format", "jsonl", "--output", "a.jsonl").stdout == ""
    assert len((tmp_path / "a.jsonl").read_text("utf-8").splitlines()) == 10
    failed = run("read", life, "--output", "no/a.jsonl", code=1)
    assert "no/a.jsonl: cannot be written" in failed.stderr


def test_a_bad_file_stops_no_other(run, life, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"")
    result = run("read", "missing.txt", "bad.txt", life, "--format", "jsonl", code=1)
    assert len(result.stdout.splitlines()) == 10
    assert "error: missing.txt: no such file" in result.stderr
    assert "error: bad.txt: the file is empty" in result.stderr
    assert "Traceback" not in result.output


def test_warnings_have_a_place_and_can_be_silenced(run, tmp_path):
    (tmp_path / "gap.txt").write_text("A life\n\nShe went to \ufffd and back. He saw \ufffd there.\n", "utf-8")
    result = run("read", "gap.txt")
    assert "warning: gap.txt:3:13:" in result.stderr
    assert "[span " in result.stderr
    assert run("read", "gap.txt", "--quiet").stderr == ""


def test_a_project_is_kept_and_not_read_twice(run, life, reader):
    assert run("read", life, "--project", "p.vita").stdout == f"{life}: 10 new\n"
    assert run("read", life, "--project", "p.vita").stdout == f"{life}: unchanged, not read again\n"
    assert reader.asked == 1
    assert len(run("read", life, "--project", "p.vita", "--format", "jsonl").stdout.splitlines()) == 10
    assert run("read", life, "--project", "p.vita", "--quiet").stdout == ""


def test_a_changed_file_replaces_its_claims(run, project, life):
    life.write_text(TEXT.replace("1902", "1903").replace("In 1903", "In 1902"), "utf-8")
    life.write_text("Other words.\n", "utf-8")
    assert run("read", life, "--project", project).stdout == f"{life}: 10 gone\n"
    with Project.open(project) as opened:
        assert opened.claims() == ()


def test_a_file_that_is_no_project_is_left_alone(run, life, tmp_path):
    other = tmp_path / "notes.txt"
    other.write_text("Not a database, for a good reason. " * 50)
    result = run("read", life, "--project", other, code=1)
    assert "notes.txt: is not a Vitascope project" in result.stderr
    assert other.read_text().startswith("Not a database")


@pytest.mark.parametrize("arguments", [[], ["x.txt", "--format", "xml"], ["--nonsense"]])
def test_usage(run, arguments):
    assert run("read", *arguments, code=2).stderr != ""


def test_a_reading_that_contradicts_itself_stops_no_other(run, life, tmp_path, monkeypatch):
    (tmp_path / "second.txt").write_text("Other words.\n", "utf-8")
    honest = readings.read

    def doubling(document):
        found = honest(document)
        return replace(found, claims=found.claims * 2)

    monkeypatch.setattr(readings, "read", doubling)
    result = run("read", life, "second.txt", "--project", "p.vita", code=1)
    assert result.stdout == "second.txt: read, unchanged (0 claims)\n"
    assert "the reading holds the claim" in result.stderr
    assert "more than once" in run("show", "ilse", life, code=1).stderr


def test_output_is_the_same_each_time(run, life):
    assert run("read", life).stdout == run("read", life).stdout
    assert Path.cwd() == life.parent


def test_an_explanation_of_every_claim(run, life):
    out = run("read", life, "--explain").stdout
    assert out.count("\nrule") == out.count("\nstatus") == out.count("\nwhen") > 5


def test_an_explanation_is_for_eyes(run, life):
    result = run("read", life, "--explain", "--format", "jsonl", code=2)
    assert "--explain" in result.output
