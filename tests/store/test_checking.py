"""What a check finds, and copies that can be relied on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.readings import brandvold
from vitascope.errors import StoreError
from vitascope.judgement import Correction
from vitascope.store import Project, copying


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "lives.vita"
    with Project.open(path) as project:
        project.save(brandvold())
        first = project.claims()[0].claim.id
        project.judge(first, "correct", by="A", correction=Correction(when="1872"))
    return path


def test_a_sound_project(path):
    before = path.read_bytes()
    with Project.open(path) as project:
        assert project.check() == ()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE claims SET start = 5000, end = 5003 WHERE type = 'arrest'", "start 5000, end 5003 is no stretch"),
        ("UPDATE claims SET sentence_end = -1 WHERE type = 'arrest'", "is no stretch"),
        ("UPDATE claims SET end = start WHERE type = 'arrest'", "has no words"),
        ("UPDATE claims SET type = 'arest' WHERE type = 'arrest'", "“arest” is no type"),
        (
            "UPDATE claim_roles SET name = 'stepmother' WHERE name = 'agent'",
            "“stepmother” is no role of rehabilitation",
        ),
        ("UPDATE claim_roles SET start = 0, end = 4000 WHERE name = 'agent'", "role agent: 0–4000 is no stretch"),
        ("UPDATE claim_roles SET persona = 'nobody' WHERE name = 'agent'", "nobody) is no persona"),
        ("UPDATE mentions SET start = -3", "mentions: start -3"),
        ("UPDATE claims SET subject = 'nobody' WHERE type = 'arrest'", "refers to a row of personas"),
        ("DROP TRIGGER documents_forgotten; UPDATE documents SET text = text || 'more zebras'", "full text search"),
        ("DELETE FROM name_search WHERE rowid = 1", "is not found by name"),
        ("INSERT INTO name_search (rowid, words) VALUES (99, 'nobody')", "row 99, which is no persona"),
        ("DELETE FROM sources", "lies nowhere"),
        ("UPDATE attachments SET target = 'nothing'", "judgement 1: is said to be about nothing"),
        ("DELETE FROM attachments", "judgement 1: it is not noted"),
        ("UPDATE judged_claims SET edtf = '1899'", "what was judged of it is not what is shown"),
        ("DELETE FROM judged_claims", "what was judged of it is not what is shown"),
    ],
)
def test_what_is_wrong_is_told(path, damage, told):
    base = sqlite3.connect(path)
    base.executescript(damage)
    base.close()
    with Project.open(path) as project:
        faults = project.check()
        assert any(told in fault for fault in faults), faults
        assert project.check() == faults, "checking mends nothing"


def test_a_backup_is_the_project(path, tmp_path):
    with Project.open(path) as project:
        size = project.backup(tmp_path / "copy.vita")
        assert (tmp_path / "copy.vita").stat().st_size == size
        with Project.open(tmp_path / "copy.vita", create=False) as copied:
            assert list(copied.readings()) == list(project.readings())
            assert copied.judgements() == project.judgements()
            assert copied.check() == ()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy.vita", "lives.vita"]


def test_a_backup_overwrites_only_when_told(path, tmp_path):
    target = tmp_path / "copy.vita"
    target.write_text("something dear")
    with Project.open(path) as project:
        with pytest.raises(StoreError, match=r"is there already\n.*--force"):
            project.backup(target)
        assert target.read_text() == "something dear"
        project.backup(target, force=True)
    assert target.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize(("target", "told"), [("none/copy.vita", "cannot be opened"), (".", "is a folder")])
def test_a_backup_that_cannot_be_written(path, tmp_path, target, told):
    with Project.open(path) as project, pytest.raises(StoreError, match=told):
        project.backup(tmp_path / target)


def test_a_copy_that_is_not_whole_gets_no_name(path, tmp_path, monkeypatch):
    counts = iter(range(10**6))
    monkeypatch.setattr(copying, "_count", lambda *_: next(counts))
    with Project.open(path) as project, pytest.raises(StoreError, match="is not what was copied"):
        project.backup(tmp_path / "copy.vita")
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("copy")] == []


def test_a_backup_while_another_writes(path, tmp_path):
    with Project.open(path) as project, Project.open(path) as other:
        other._connection.execute("BEGIN IMMEDIATE")
        project.backup(tmp_path / "copy.vita")
        other._connection.execute("ROLLBACK")
