"""Old files open in the new version with all that they held."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from vitascope.errors import DataError, StoreError
from vitascope.export.claims_jsonl import claims_jsonl
from vitascope.store import ClaimFilter, Project, migrations

FILES = Path(__file__).parent / "files"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A project of schema 1: a life of tests/lives, and two judgements entered by hand."""
    return Path(shutil.copy(FILES / "schema-1.vita", tmp_path / "old.vita"))


def test_a_file_of_schema_1_holds_what_it_held(old):
    with Project.open(old, create=False) as project:
        raw = project.claims(ClaimFilter(judged=False))
        assert "".join(claims_jsonl(raw)) == (FILES / "schema-1.jsonl").read_text("utf-8")
        [reading] = project.readings()
        assert reading.document.text == (FILES.parent.parent / "lives/pellowe.txt").read_text("utf-8")
        assert reading.provenance.model.parser == ""
        kept = [each.judgement for each in project.judgements()]
        assert [(j.number, j.at, j.by, j.verdict, j.why) for j in kept] == [
            (1, "2024-01-01T00:00:00Z", "R. Hale", "accept", "the register says so"),
            (2, "2024-01-02T00:00:00Z", "R. Hale", "reject", "of another man"),
        ]
        assert [c.judged.verdict for _, c in project.claims(ClaimFilter(rejected=True)) if c.judged] == [
            "accept",
            "reject",
        ]
        assert project.find_personas("pellowe")
        assert project.check() == ()


def test_what_was_judged_before_anchors_were_kept_survives_a_new_reading(old):
    from dataclasses import replace

    with Project.open(old) as project:
        [reading] = project.readings()
        claims = tuple(
            replace(c, id=f"{n:016}", status=replace(c.status, by=None)) for n, c in enumerate(reading.claims)
        )
        other = replace(reading, claims=claims, provenance=replace(reading.provenance, rules="others"))
        project.save(other)
        assert [each.how for each in project.judgements()] == [("span",), ("span",)]
        project.save(replace(other, claims=claims[4:], provenance=replace(reading.provenance, rules="more")))
        assert [c.judged.alone for _, c in project.claims() if c.judged] == [True]
        assert [p.judgement.number for p in project.judgements(lost=True)] == [2]


def test_an_upgrade_is_whole_or_not_at_all(old, monkeypatch):
    before = old.read_bytes()
    broken = (*migrations.migrations(), (9999, "CREATE TABLE half (a);\nCREATE TABLE half (a);\n"))
    monkeypatch.setattr(migrations, "migrations", lambda: broken)
    with pytest.raises(StoreError, match="already exists"):
        Project.open(old)
    assert sqlite3.connect(old).execute("PRAGMA user_version").fetchone() == (1,)
    assert old.read_bytes() == before


def test_migrations_written_side_by_side_are_each_applied_once(old, monkeypatch):
    known = migrations.migrations()
    later, earlier = (9998, "CREATE TABLE later (a);\n"), (9997, "CREATE TABLE earlier (a);\n")
    monkeypatch.setattr(migrations, "migrations", lambda: (*known, later))
    Project.open(old).close()
    monkeypatch.setattr(migrations, "migrations", lambda: (*known, earlier, later))
    Project.open(old).close()
    with Project.open(old) as project:
        names = {row[0] for row in project._connection.execute("SELECT name FROM sqlite_schema")}
    assert {"earlier", "later"} <= names
    monkeypatch.setattr(migrations, "migrations", lambda: known)
    with pytest.raises(StoreError, match="newer Vitascope"):
        Project.open(old)


def test_two_migrations_of_one_number_are_told(tmp_path, monkeypatch):
    for name in ("0001_a.sql", "0001_b.sql"):
        (tmp_path / name).write_text("SELECT 1;\n")
    monkeypatch.setattr(migrations, "files", lambda _: tmp_path)
    with pytest.raises(DataError, match=r"0001_b.sql: has the number of 0001_a.sql"):
        migrations.migrations.__wrapped__()


def test_views_for_people_who_ask_with_sql(old):
    with Project.open(old) as project:
        project.judge(project.claims()[1].claim.id, "reject", by="A")
        base = project._connection
        told = base.execute("SELECT * FROM claims_told WHERE verdict = 'accept'").fetchall()
        assert [(row["person"], row["type"], row["mark"], row["judged_by"]) for row in told] == [
            ("Nathaniel Pellowe", "kinship", "", '["R. Hale"]')
        ]
        for row in base.execute("SELECT * FROM claims_told"):
            item = project.claim(row["claim"])
            assert row["words"] == item.quote
            assert row["when"] == item.claim.when.edtf
        people = base.execute("SELECT person, claims FROM people_told ORDER BY claims DESC").fetchone()
        shown = [c for _, c in project.claims() if c.subject.label == people["person"]]
        assert (people["person"], people["claims"]) == ("Nathaniel Pellowe", len(shown))
        judged = base.execute("SELECT number, verdict, attached FROM judgements_told").fetchall()
        assert [tuple(row) for row in judged] == [(1, "accept", "id"), (2, "reject", "id"), (3, "reject", "id")]
