"""Project files that are not what they should be."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from tests.readings import brandvold, document, reading
from vitascope.errors import StoreError
from vitascope.model import Persona
from vitascope.store import Project, connection
from vitascope.store.migrations import APPLICATION_ID, migrations, statements
from vitascope.store.problems import told_as_store_errors


def made(path: Path) -> Path:
    with Project.open(path) as project:
        project.save(brandvold())
    return path


def test_one_file_is_left_and_opens_again(tmp_path: Path):
    path = made(tmp_path / "lives & more.vita")
    assert [p.name for p in tmp_path.iterdir()] == ["lives & more.vita"]
    with Project.open(path, create=False) as project:
        assert len(project.claims()) == len(brandvold().claims)


def test_a_missing_project_is_not_made_by_asking(tmp_path: Path):
    with pytest.raises(StoreError, match="no such project"):
        Project.open(tmp_path / "none.vita", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder(tmp_path: Path):
    with pytest.raises(StoreError, match="cannot be opened"):
        Project.open(tmp_path / "no" / "p.vita")


def test_a_folder(tmp_path: Path):
    with pytest.raises(StoreError, match="is a folder"):
        Project.open(tmp_path)


def test_a_text_file_is_left_alone(tmp_path: Path):
    path = tmp_path / "p.vita"
    path.write_text("Once upon a time there was a file that was not a database at all. " * 20)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a Vitascope project"):
        Project.open(path)
    assert path.read_bytes() == before


def test_another_database_is_left_alone(tmp_path: Path):
    path = tmp_path / "p.vita"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (name)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a Vitascope project"):
        Project.open(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_project(tmp_path: Path):
    path = tmp_path / "p.vita"
    path.touch()
    assert made(path) == path


def test_a_newer_schema_is_refused(tmp_path: Path):
    path = made(tmp_path / "p.vita")
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 999")
    newer.close()
    with pytest.raises(StoreError, match=r"newer Vitascope.*\n.*upgrade"):
        Project.open(path)


def test_locked_by_another_writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = made(tmp_path / "p.vita")
    monkeypatch.setattr(connection, "PATIENCE", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Project.open(path) as project:
        assert len(project.claims()) == len(brandvold().claims), "readers are not kept out"
        with pytest.raises(StoreError, match="locked by another program"):
            project.save(brandvold())
    other.close()


def test_a_full_disk_changes_nothing(tmp_path: Path):
    path = tmp_path / "p.vita"
    Project.open(path).close()
    with Project.open(path) as project:
        pages = project._connection.execute("PRAGMA page_count").fetchone()[0]
        project._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="disk is full"):
            project.save(reading(document("A very long life. " * 20_000), []))
        assert list(project.readings()) == []


def test_read_only(tmp_path: Path):
    path = made(tmp_path / "p.vita")
    with Project.open(path) as project:
        project._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(StoreError, match="is read-only"):
            project.save(brandvold("another.txt"))


def test_a_read_only_folder_can_still_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = made(tmp_path / "p.vita")
    asked = []
    real = connection._tried

    def refusing(path: Path, options: str) -> sqlite3.Connection:
        asked.append(options)
        if options != "immutable=1":
            with sqlite3.connect(tmp_path / "no" / "x") as _:
                pass
        return real(path, options)

    monkeypatch.setattr(connection, "_tried", refusing)
    with Project.open(path, create=False) as project:
        assert len(project.claims()) == len(brandvold().claims)
    assert asked == ["mode=rw", "immutable=1"]


def test_damage_is_told(tmp_path: Path):
    path = made(tmp_path / "p.vita")
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = b"\xa5" * (len(content) - 4096 * 2)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is damaged"), Project.open(path, create=False) as project:
        project.claims()


def test_any_other_complaint_keeps_its_words():
    with pytest.raises(StoreError, match="no such table: nowhere"), told_as_store_errors("p.vita"):
        sqlite3.connect(":memory:").execute("SELECT * FROM nowhere")


def test_two_writers_at_once(tmp_path: Path):
    path = tmp_path / "p.vita"
    faults: list[BaseException] = []

    def write(uri: str) -> None:
        try:
            with Project.open(path) as project:
                project.save(brandvold(uri))
        except BaseException as fault:  # noqa: BLE001 - reported by the test
            faults.append(fault)

    threads = [threading.Thread(target=write, args=(f"{i}.txt",)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with Project.open(path) as project:
        assert [r.document.source.uri for r in project.readings()] == ["0.txt", "1.txt", "2.txt", "3.txt"]


def test_judgements_are_only_ever_added(tmp_path: Path):
    path = made(tmp_path / "p.vita")
    base = sqlite3.connect(path)
    base.execute(
        "INSERT INTO judgements (made_at, made_by, about, target, verdict, why)"
        " VALUES ('2024-01-01', 'me', 'claim', 'abc', 'accept', 'seen in the archive')"
    )
    base.commit()
    for statement in ("UPDATE judgements SET why = ''", "DELETE FROM judgements"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            base.execute(statement)
    base.close()


def test_migrations_are_numbered_and_whole():
    numbers = [number for number, _ in migrations()]
    assert numbers[0] == 1
    assert numbers == sorted(set(numbers))
    for _, script in migrations():
        assert list(statements(script))


def test_a_trigger_is_one_statement():
    script = "CREATE TRIGGER a BEFORE DELETE ON b\nBEGIN SELECT 1;\nSELECT 2; END;\nSELECT 3;\n"
    assert len(list(statements(script))) == 2


@pytest.mark.parametrize("name", ["'; DROP TABLE claims; --", '<script>alert("x")</script>', "%s{0}\\", "é" * 10_000])
def test_names_that_look_like_code_are_names(tmp_path: Path, name: str):
    found = reading(
        document("Other words.", uri=f"{name[:40]}.txt"), [], [Persona("p", name, names=(name,), main=True)]
    )
    with Project.open(tmp_path / "p.vita") as project:
        project.save(found)
        assert list(project.readings()) == [found]
        assert [each.persona.label for each in project.find_personas(name)] == [name]
        assert project.held(f"{name[:40]}.txt") is not None


def test_a_project_from_before_several_ties_opens(tmp_path: Path):
    path = tmp_path / "p.vita"
    old = sqlite3.connect(path)
    for statement in statements(migrations()[0][1]):
        old.execute(statement)
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.execute("PRAGMA user_version = 1")
    old.execute("INSERT INTO documents VALUES (1, 'd', 'Anna Berg', 'Her mother', 'en', '[]', '[]')")
    old.execute("INSERT INTO sources VALUES ('a.txt', 'd', '', 'text', 'utf-8', NULL, NULL, NULL)")
    old.execute("INSERT INTO readings VALUES ('d', '', '', '', '', '')")
    for row in ((1, "a", "Anna Berg", None, None), (2, "m", "mother of Anna Berg", "parent", "a")):
        number, id_, label, relation, of = row
        values = (number, "d", id_, number, label, "person", "[]", "unknown", relation, of, 0)
        old.execute("INSERT INTO personas VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    old.commit()
    old.close()
    with Project.open(path, create=False) as project:
        (reading,) = project.readings()
    assert [persona.kin for persona in reading.people.personas] == [(), (("parent", "a"),)]
