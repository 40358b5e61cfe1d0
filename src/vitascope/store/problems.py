"""What SQLite complains of, in words that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from vitascope.errors import StoreError

_ADVICE = {
    "SQLITE_BUSY": ("is locked by another program", "wait until it has finished, then try again"),
    "SQLITE_LOCKED": ("is locked by another program", "wait until it has finished, then try again"),
    "SQLITE_FULL": ("cannot grow: the disk is full", "free some space; nothing was changed"),
    "SQLITE_READONLY": ("is read-only", "change its permissions, or copy it where you may write"),
    "SQLITE_CANTOPEN": ("cannot be opened", "check that the folder exists and that you may write there"),
    "SQLITE_NOTADB": ("is not a Vitascope project", "name another file with --project"),
    "SQLITE_CORRUPT": ("is damaged", "restore it from a copy, or read its sources into a new project"),
    "SQLITE_IOERR": ("cannot be read or written", "check the disk, then try again"),
}


class InconsistentReading(StoreError):
    """A reading that contradicts itself and is not kept; the project is sound, and other readings may be kept."""


@contextmanager
def told_as_store_errors(where: str) -> Iterator[None]:
    """Turn whatever SQLite raises inside into a StoreError about ``where``, with the cause kept."""
    try:
        yield
    except sqlite3.Error as cause:
        # Extended names refine the primary ones: SQLITE_READONLY_DBMOVED, SQLITE_IOERR_WRITE.
        name = getattr(cause, "sqlite_errorname", None) or ""
        for primary, (what, advice) in _ADVICE.items():
            if name == primary or name.startswith(primary + "_"):
                raise StoreError(where, f"{what} ({cause})", advice) from cause
        if name.startswith("SQLITE_CONSTRAINT"):
            what = f"refuses a reading that contradicts itself ({cause})"
            raise InconsistentReading(where, what, "report this with the file you read") from cause
        raise StoreError(where, f"the database reports: {cause}", "report this with the command you ran") from cause
