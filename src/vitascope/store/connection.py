"""Opening a project file: created, migrated, or opened as far as the disk allows."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from urllib.parse import quote

from vitascope.errors import StoreError
from vitascope.store.judging import write_out_all
from vitascope.store.migrations import migrate
from vitascope.store.problems import told_as_store_errors

PATIENCE = 5.0
"""Seconds to wait for another writer before saying that the file is locked."""


def connect(path: Path, create: bool) -> sqlite3.Connection:
    """A connection in autocommit mode to a project of the newest schema.

    Raises StoreError where there is no file and none is to be made, where the file is no project or written
    by a newer version, and for whatever the disk refuses.
    """
    where = str(path)
    if path.is_dir():
        raise StoreError(where, "is a folder", "name a project file, such as lives.vita")
    if not create and not path.exists():
        raise StoreError(
            where,
            "there is no such project",
            "make one: vitascope read FILE… --project " + quote_for_shell(path),
        )
    with told_as_store_errors(where):
        connection = _opened(path, "rwc" if create else "rw")
        try:
            migrate(connection, where, write_out_all)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_in_memory() -> sqlite3.Connection:
    """A project that lasts as long as its connection."""
    connection = _prepared(sqlite3.connect(":memory:", isolation_level=None))
    migrate(connection, "memory")
    return connection


def quote_for_shell(path: Path) -> str:
    """The path as one word of a command line."""
    return f'"{path}"' if " " in str(path) else str(path)


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    try:
        return _tried(path, f"mode={mode}")
    except sqlite3.OperationalError as refusal:
        if not path.exists() or not refusal.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
            raise
        # A write-ahead log needs a place beside the file; on a read-only medium nobody writes, so none is
        # needed.
        return _tried(path, "immutable=1")


def _tried(path: Path, options: str) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.absolute()))}?{options}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=PATIENCE)
    try:
        _prepared(connection)
        if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            _keep_a_log(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _keep_a_log(connection: sqlite3.Connection) -> None:
    """Have a new file write ahead. SQLite itself does not wait here for another that is making the same file: whoever
    holds it is done in milliseconds, so that asking again is enough."""
    since = time.monotonic()
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as refusal:
            if refusal.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() - since > PATIENCE:
                raise
            time.sleep(0.01)


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    # SQLite's default, but not of every build: what was told to be saved outlives a power cut. It costs one sync of
    # the log a document, milliseconds beside the reading of one. See docs/limits.md.
    connection.execute("PRAGMA synchronous = FULL")
    return connection
