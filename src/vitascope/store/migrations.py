"""The schema's history: numbered SQL files, applied in order, each with its number in one transaction."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from vitascope.errors import StoreError

APPLICATION_ID = 0x56495441
"""``VITA`` in SQLite's header: what tells a project file from any other database."""

_NAME = re.compile(r"(\d{4})_\w+\.sql\Z")


@cache
def migrations() -> tuple[tuple[int, str], ...]:
    """Number and SQL of every migration, in order; none has another's number."""
    found = sorted(
        (int(name[1]), entry.read_text("utf-8"))
        for entry in files("vitascope.store").iterdir()
        if (name := _NAME.match(entry.name))
    )
    assert len({number for number, _ in found}) == len(found)
    return tuple(found)


def migrate(connection: sqlite3.Connection, where: str) -> None:
    """Bring a project file, or an empty database, to the newest schema.

    The connection is in autocommit mode. Raises StoreError for a database that is no project and for one that
    a newer Vitascope has written.
    """
    newest = migrations()[-1][0]
    if _is_foreign(connection):
        raise StoreError(where, "is not a Vitascope project", "name another file with --project")
    version = _version(connection)
    if version > newest:
        raise StoreError(
            where,
            f"was written by a newer Vitascope (schema {version}; this one knows {newest})",
            "upgrade: pip install --upgrade vitascope",
        )
    if version == newest:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again: another process may have migrated while this one waited for the lock.
        version = _version(connection)
        for number, script in migrations():
            if number > version:
                for statement in statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except sqlite3.Error:
        connection.execute("ROLLBACK")
        raise


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one; ``executescript`` would commit between them."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    assert not pending.strip(), "a migration must end with a semicolon"


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _is_foreign(connection: sqlite3.Connection) -> bool:
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        return False
    return bool(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
