"""Which claims words are about: those in whose sentence the words stand, or whose subject or text is called so.

So that who looks for a place finds what is told of it, and not everything of every life that names it somewhere; and
who looks for a person finds their claims where the sentence says only "she".
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from vitascope.store.names import folded_words
from vitascope.store.searching import CLOSE, OPEN, marked_spans, phrases

LIVES = 500
"""Words are looked for in the lives that fit them best, at most so many."""

_TABLES = (
    "CREATE TEMP TABLE fitting (number INTEGER PRIMARY KEY, document TEXT NOT NULL)",
    "CREATE TEMP TABLE spots (phrase INTEGER, document TEXT, at INTEGER)",
    "CREATE TEMP TABLE called (phrase INTEGER, document TEXT, persona TEXT)",
)
_INDEXES = (
    "CREATE INDEX temp.spots_by_place ON spots (phrase, document, at)",
    "CREATE INDEX temp.called_by_whom ON called (phrase, document, persona)",
)
# The claim is `it`. A whole text is called so where there is no persona.
_FITS = """(EXISTS (SELECT 1 FROM temp.spots WHERE phrase = {0} AND spots.document = it.document
    AND at BETWEEN min(it.sentence_start, it.start) AND max(it.sentence_end, it."end") - 1)
  OR EXISTS (SELECT 1 FROM temp.called WHERE phrase = {0} AND called.document = it.document
    AND (persona IS NULL OR persona = it.subject)))"""


def fitting(connection: sqlite3.Connection, words: str) -> str:
    """A condition on claims, named ``it``: that they fit all the words. Leaves temporary tables until :func:`forget`.

    Words in double quotes stand side by side. Without any word everything fits.
    """
    forget(connection)
    wanted = phrases(words)
    if not wanted:
        return "TRUE"
    for statement in _TABLES:
        connection.execute(statement)
    connection.execute(
        """INSERT INTO temp.fitting
        SELECT number, documents.id FROM text_search JOIN documents ON number = text_search.rowid
        WHERE text_search MATCH ? ORDER BY rank, number LIMIT ?""",
        (" ".join(wanted), LIVES),
    )
    for number, phrase in enumerate(wanted):
        _place(connection, number, phrase)
    for statement in _INDEXES:
        connection.execute(statement)
    parts = ["it.document IN (SELECT document FROM temp.fitting)", *map(_FITS.format, range(len(wanted)))]
    return " AND ".join(parts)


def forget(connection: sqlite3.Connection) -> None:
    """Take the temporary tables away."""
    for name in ("fitting", "spots", "called"):
        connection.execute(f"DROP TABLE IF EXISTS temp.{name}")


def _place(connection: sqlite3.Connection, number: int, phrase: str) -> None:
    """Where a phrase stands, and who and what is called so."""
    rows = connection.execute(
        """SELECT document, highlight(text_search, 1, ?, ?) AS marked
        FROM text_search JOIN temp.fitting ON fitting.number = text_search.rowid WHERE text_search MATCH ?""",
        (OPEN, CLOSE, phrase),
    )
    connection.executemany(
        "INSERT INTO temp.spots VALUES (?, ?, ?)",
        [(number, row["document"], span.start) for row in rows.fetchall() for span in marked_spans(row["marked"])],
    )
    connection.execute(
        """INSERT INTO temp.called SELECT ?, document, NULL
        FROM text_search JOIN temp.fitting ON fitting.number = text_search.rowid WHERE text_search MATCH ?""",
        (number, f"title : {phrase}"),
    )
    _name(connection, number, folded_words(phrase))


def _name(connection: sqlite3.Connection, number: int, words: Sequence[str]) -> None:
    if words:
        connection.execute(
            """INSERT INTO temp.called SELECT ?, document, id FROM personas
            WHERE number IN (SELECT rowid FROM name_search WHERE words MATCH ?)
            AND document IN (SELECT document FROM temp.fitting)""",
            (number, " ".join(f'"{word}"' for word in words)),
        )
