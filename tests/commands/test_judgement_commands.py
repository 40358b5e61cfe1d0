"""Judging, reviewing, comparing, checking and copying from the command line."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from tests import readings
from tests.readings import TEXT
from vitascope.export.schema import faults
from vitascope.store import Project


@pytest.fixture(autouse=True)
def author(monkeypatch):
    for name in ("VITASCOPE_USER", "LOGNAME", "USER", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("VITASCOPE_USER", "R. Hale")


@pytest.fixture
def ids(run, project):
    lines = run("claims", "--project", project, "--format", "jsonl").stdout.splitlines()
    return {told["type"]: told["id"] for told in map(json.loads, lines)}


def test_judge_correct_and_undo(run, project, ids):
    arrest = ids["arrest"]
    told = run(
        "judge", arrest[:8], "correct", "when=1903-05", "role.place=Łomża", "status.duress=yes", "--project", project
    )
    assert "judgement 1: [corrected by R. Hale]" in told.stdout
    out = run("show", "brandvold", "--project", project).stdout
    assert "May 1903" in out
    line = run("claims", "--type", "arrest", "--project", project, "--format", "jsonl").stdout
    found = json.loads(line)
    assert faults(found) == ()
    assert found["judged"]["corrected"] == ["when", "roles.place", "status.duress"]
    assert (found["when"]["edtf"], found["roles"]["place"]["label"], found["status"]["duress"]) == (
        "1903-05",
        "Łomża",
        True,
    )
    [row] = csv.DictReader(
        io.StringIO(run("claims", "--type", "arrest", "--project", project, "--format", "csv").stdout)
    )
    assert (row["verdict"], row["judged_by"], row["corrected"]) == (
        "correct",
        "R. Hale",
        "when; roles.place; status.duress",
    )
    raw = json.loads(run("claims", "--type", "arrest", "--raw", "--project", project, "--format", "jsonl").stdout)
    assert (raw["when"]["edtf"], "judged" in raw) == ("1902", False)
    why = run("why", arrest, "--project", project).stdout
    assert "judged" in why
    assert "when = 1903-05" in why
    assert "brandvold.txt, text, sha256" in " ".join(why.split())
    assert "licence" not in why, "this file has none"
    assert "judgement 2: judgement 1 is taken back by B" in run("undo", 1, "--by", "B", "--project", project).stdout
    history = run("history", arrest[:8], "--project", project).stdout.splitlines()
    assert len(history) == 2
    assert "taken back by judgement 2" in history[0]
    assert json.loads(run("claims", "--type", "arrest", "--project", project, "--format", "jsonl").stdout) == raw


def test_why_tells_source_licence_and_parser(run, tmp_path):
    life = readings.brandvold()
    model = replace(life.provenance.model, parser="toy 2.1")
    with Project.open(tmp_path / "a.vita") as project:
        project.save(replace(life, provenance=replace(life.provenance, model=model)))
    told = " ".join(run("why", life.claims[0].id, "--project", "a.vita").stdout.split())
    assert "retrieved 2024-01-02; licence CC0-1.0" in told
    assert "model toy 1.0, sha256 00ff, run by toy 2.1" in told


def test_what_is_rejected_is_hidden_everywhere(run, project, ids):
    run("judge", ids["arrest"], "reject", "--why", "another woman", "--project", project)
    for command in (["show", "brandvold"], ["claims"], ["timeline", "brandvold"]):
        assert "arrest" not in run(*command, "--project", project).stdout
        assert "rejected by" in " ".join(run(*command, "--rejected", "--project", project).stdout.split())
    assert "another woman" in run("why", ids["arrest"], "--project", project).stdout


def test_words_and_subject_as_they_are_typed(run, project, ids):
    run("judge", ids["escape"], "correct", "words=mother reportedly fled", "subject=ilse", "--project", project)
    found = json.loads(run("claims", "--type", "escape", "--project", project, "--format", "jsonl").stdout)
    assert (found["quote"], found["subject"]) == ("mother reportedly fled", {"id": "ilse", "label": "Ilse Brandvold"})


@pytest.mark.parametrize(
    ("arguments", "told", "code"),
    [
        (["believe"], "none of accept", 2),
        (["accept", "when=1900"], "accept changes nothing", 1),
        (["correct"], "changes nothing", 1),
        (["correct", "when"], "NAME=VALUE", 1),
        (["correct", "truth=yes"], "is no part of a correction", 1),
        (["correct", "when=soon"], "1937-08", 1),
        (["correct", "type=arest"], "no claim type", 1),
        (["correct", "words=she was not arrested"], "does not stand in the text", 1),
        (["correct", "status.duress=perhaps"], "duress cannot be", 1),
        (["accept", "--by", " "], "", 0),
    ],
)
def test_what_cannot_be_judged(run, project, ids, arguments, told, code):
    assert told in run("judge", ids["arrest"], *arguments, "--project", project, code=code).stderr


def test_somebody_must_say_so(run, project, ids, monkeypatch):
    monkeypatch.delenv("VITASCOPE_USER")
    failed = run("judge", ids["arrest"], "accept", "--project", project, code=1)
    assert "say who you are: --by NAME" in failed.stderr
    assert "nothing was judged" in run("judgements", "--project", project).stdout


def test_no_such_judgement(run, project):
    assert "there is no judgement 4" in run("undo", 4, "--project", project, code=1).stderr
    assert "nothing was judged of it" in run("history", "brandvold", "--project", project).stdout
    assert "nobody of this name" in run("history", "zzz", "--project", project, code=1).stderr


def test_review_line_by_line(run, project):
    text = "a so it is\nc when=1872 role.place= 'as she said'\nreject\nx\nu\nskip\nq\n"
    out = run("review", project, text=text).stdout
    assert "⟦" in out
    assert "is no key" in out
    assert "judgement 3 is taken back" in out
    assert out.splitlines()[-1] == "2 judged, 7 left"
    kept = run("judgements", "--project", project).stdout.splitlines()
    assert [line.split(": ")[1].split()[0] for line in kept] == ["accept", "correct", "reject", "undo"]
    assert "because so it is" in kept[0]
    assert "because as she said" in kept[1]
    assert "1 of 8" in run("review", project, text="").stdout, "what is settled does not come again"
    assert "1 of 1 " in run("review", project, "--person", "mother brandvold", text="").stdout


def test_review_by_keys(run, project, monkeypatch):
    from vitascope.commands import review

    keys, answers = iter("aRcsq"), iter(["not she", "when=1903"])
    monkeypatch.setattr(review.typer, "getchar", lambda: next(keys))
    monkeypatch.setattr(review.typer, "prompt", lambda *_, **__: next(answers))
    monkeypatch.setattr(review, "_lines", review._keys)
    assert "3 judged, 6 left" in run("review", project).stdout
    kept = run("judgements", "--project", project).stdout
    assert "because not she" in kept
    assert "when = 1903" in kept


def test_after_another_reading(run, project, life, ids):
    run("judge", ids["arrest"], "correct", "when=1903", "--project", project)
    run("judge", ids["escape"], "reject", "--project", project)
    assert "no reading has changed anything" in run("diff", project).stdout
    life.write_text("A preface.\n" + TEXT, "utf-8")
    assert "brandvold.txt: nothing different" in run("diff", project, life).stdout
    again = run("read", life, "--project", project, "--format", "csv")
    assert (again.stderr, again.stdout.count("correct,R. Hale,when")) == ("", 1)
    assert "found again by its words" in run("history", ids["escape"], "--project", project).stdout
    assert run("judgements", "--lost", "--project", project).stdout == "no judgement is lost\n"
    # In this text the reader by hand finds nothing.
    life.write_text(TEXT.replace("Brandvold was born", "was born"), "utf-8")
    preview = run("diff", project, life).stdout
    assert "brandvold.txt: 10 disappeared" in preview
    result = run("read", life, "--project", project)
    assert "1 judged, but not found any more; see vitascope judgements --lost" in result.stderr
    assert run("diff", project).stdout == preview
    assert "“Her mother reportedly fled”" in run("judgements", "--lost", "--project", project).stdout
    line = run("claims", "--project", project, "--format", "jsonl").stdout
    assert [json.loads(line)["when"]["edtf"], json.loads(line)["judged"]["alone"]] == ["1903", True]
    arrest = json.loads(line)["id"]
    assert "no longer read" in " ".join(run("why", arrest, "--project", project).stdout.split())
    assert "when = 1903" in run("history", arrest, "--project", project).stdout
    assert "all is well" in run("check", project).stdout


def test_what_is_read_otherwise_is_told_after_a_reading(run, project, life, ids, reader, monkeypatch):
    run("judge", ids["arrest"], "accept", "--project", project)

    def later(self, document):
        found = readings.read(document)
        claims = tuple(replace(c, when=readings.BORN) if c.type == "arrest" else c for c in found.claims)
        return replace(found, claims=claims, provenance=self.provenance)

    monkeypatch.setattr(reader, "read", later)
    monkeypatch.setattr(reader, "provenance", replace(readings.PROVENANCE, rules="rules-2"))
    assert "1 judged, but read otherwise since" in run("read", life, "--project", project).stderr
    assert "accepted by R. Hale, read otherwise since" in run("review", project, text="").stdout
    assert "(when)" in run("diff", project).stdout


def test_diff_with_another_project(run, project, life):
    life.write_text(TEXT.replace("Brandvold was born", "was born"), "utf-8")
    run("read", life, "--project", "other.vita")
    out = run("diff", project, "other.vita").stdout
    assert "brandvold.txt: 10 disappeared" in out
    assert "- " in out
    assert "missing.txt" in run("diff", project, "missing.txt", code=1).stderr


def test_who_is_who(run, project):
    assert "nobody was said to be the same" in run("clusters", "--project", project).stdout
    assert "judgement 1: same" in run("same", "ilse", "mother", "--project", project).stdout
    assert "one person by judgement 1" in run("clusters", "--project", project).stdout
    run("same", "mother", "court", "--project", project)
    told = run("different", "ilse", "court", "--why", "a court is none", "--project", project).stdout
    assert "note: judgement 3 contradicts judgement 1, 2" in told
    assert "CONTRADICTED by judgement 3" in run("clusters", "--project", project, code=1).stdout
    assert "is one persona" in run("unsure", "ilse", "ilse", "--project", project, code=1).stderr
    assert run("history", "court", "--project", project).stdout.count("\n") == 2


def test_check_and_backup(run, project, tmp_path):
    assert "all is well" in run("check", project).stdout
    assert "checked" in run("backup", project, "copy.vita").stdout
    assert "--force" in run("backup", project, "copy.vita", code=1).stderr
    run("backup", project, "copy.vita", "--force")
    import sqlite3

    with sqlite3.connect(tmp_path / "copy.vita") as base:
        base.execute("UPDATE claims SET type = 'arest' WHERE type = 'arrest'")
    base.close()
    assert "“arest” is no type" in run("check", "copy.vita", code=1).stdout
