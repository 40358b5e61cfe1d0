"""A copy of a project that can be relied on: made by SQLite's own backup, checked, and only then given its name."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from vitascope.errors import StoreError
from vitascope.store.problems import told_as_store_errors


def copy(connection: sqlite3.Connection, target: Path, force: bool) -> int:
    """Copy what is committed, consistently, into a file of its own; its size in bytes."""
    if target.is_dir():
        raise StoreError(str(target), "is a folder", "name the file of the copy")
    if target.exists() and not force:
        raise StoreError(str(target), "is there already", "name another file, or overwrite it with --force")
    beside = target.with_name(target.name + ".part")
    try:
        with told_as_store_errors(str(target)):
            beside.unlink(missing_ok=True)
            with closing(sqlite3.connect(beside)) as made:
                connection.backup(made)
                # One file, without a write-ahead log of its own.
                made.execute("PRAGMA journal_mode = DELETE")
                told = [row[0] for row in made.execute("PRAGMA integrity_check")]
                differing = [name for name in _tables(connection) if _count(connection, name) != _count(made, name)]
        if told != ["ok"] or differing:
            what = "; ".join([each for each in told if each != "ok"] + differing)
            raise StoreError(str(target), f"the copy is not what was copied ({what})", "check the disk, then try again")
        beside.replace(target)
    except OSError as refusal:
        what = f"cannot be written ({refusal.strerror})"
        raise StoreError(str(target), what, "check that the folder exists and that you may write there") from refusal
    finally:
        if beside.parent.is_dir():
            beside.unlink(missing_ok=True)
    return target.stat().st_size


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
    return sorted(row[0] for row in rows)


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
