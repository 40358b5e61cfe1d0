"""The schema's history: numbered SQL files, each applied once, in order, in one transaction."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

from vitascope.errors import DataError, StoreError

APPLICATION_ID = 0x56495441
"""``VITA`` in SQLite's header: what tells a project file from any other database."""

_NAME = re.compile(r"(\d{4})_\w+\.sql\Z")


@cache
def migrations() -> tuple[tuple[int, str], ...]:
    """Number and SQL of every migration, in order. Raises DataError where two have one number.

    Numbers need not follow each other: each is applied once, whichever are there, so that two that were written side
    by side can be put together in either order.
    """
    named: dict[int, tuple[str, str]] = {}
    for entry in sorted(files("vitascope.store").iterdir(), key=lambda each: each.name):
        if name := _NAME.match(entry.name):
            number = int(name[1])
            if number in named:
                raise DataError(entry.name, f"has the number of {named[number][0]}", "give it the next free number")
            named[number] = (entry.name, entry.read_text("utf-8"))
    return tuple((number, script) for number, (_, script) in sorted(named.items()))


def migrate(
    connection: sqlite3.Connection, where: str, afterwards: Callable[[sqlite3.Connection], None] | None = None
) -> None:
    """Bring a project file, or an empty database, to the newest schema.

    The connection is in autocommit mode. ``afterwards`` makes anew, in the same transaction, what a file that held
    something derives from it. Raises StoreError for a database that is no project and for one that a newer
    Vitascope has written.
    """
    if _is_foreign(connection):
        raise StoreError(where, "is not a Vitascope project", "name another file with --project")
    known = [number for number, _ in migrations()]
    unknown = sorted(_applied(connection) - set(known))
    if unknown:
        raise StoreError(
            where,
            f"was written by a newer Vitascope (schema {unknown[-1]}; this one knows {known[-1]})",
            "upgrade: pip install --upgrade vitascope",
        )
    if _applied(connection) == set(known):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again: another process may have migrated while this one waited for the lock.
        applied = _applied(connection)
        for number, script in migrations():
            if number not in applied:
                for statement in statements(script):
                    connection.execute(statement)
        connection.executemany("INSERT OR IGNORE INTO migrations (number) VALUES (?)", [(n,) for n in known])
        connection.execute(f"PRAGMA user_version = {known[-1]}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        if applied and afterwards is not None:
            afterwards(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
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


def _applied(connection: sqlite3.Connection) -> set[int]:
    """The numbers applied; before they were listed they ran from 1 to the version in the header."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    listed = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").fetchone()
    if listed is None:
        return set(range(1, version + 1))
    applied = {int(row[0]) for row in connection.execute("SELECT number FROM migrations")}
    return applied | ({version} if version else set())


def _is_foreign(connection: sqlite3.Connection) -> bool:
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        return False
    return bool(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
