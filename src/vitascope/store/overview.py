"""A project in numbers, and its lives: what the first page asks, answered by the database without reading texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from vitascope.store.names import folded_words


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a project holds: ``claims`` as people left them, ``types`` and ``statuses`` (departing from plain)."""

    documents: int
    personas: int
    claims: int
    types: Mapping[str, int]
    statuses: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LifeLine:
    """A document in a list. ``born`` and ``died`` are the subject's, as EDTF, where a claim dates them."""

    document: str
    title: str
    uri: str
    claims: int
    born: str | None
    died: str | None


# What was read is tallied (0006_pace.sql); what people judged of it is few, and set against the tallies.
COUNTED = """
SELECT type, polarity, modality, attributed, duress, standing, n FROM claim_tallies
UNION ALL
SELECT type, polarity, modality, attributed_to IS NOT NULL, duress, standing, -1 FROM claims
WHERE id IN (SELECT id FROM judged_claims)
UNION ALL
SELECT type, polarity, modality, attributed_to IS NOT NULL, duress, standing, 1 FROM judged_claims
WHERE verdict <> 'reject'
"""
"""The claims that stand, tallied: rows with a number ``n`` that may be negative."""

_STATUSES = f"""
SELECT
  sum(n * (polarity = 'negated')) AS negated, sum(n * (modality = 'uncertain')) AS uncertain,
  sum(n * (modality = 'reported')) AS reported, sum(n * (modality = 'alleged')) AS alleged,
  sum(n * (modality = 'intended')) AS intended, sum(n * duress) AS duress,
  sum(n * (standing = 'withdrawn')) AS withdrawn, sum(n * (standing = 'annulled')) AS annulled,
  sum(n * (standing = 'disputed')) AS disputed
FROM ({COUNTED})
"""

# The page is found in the index alone; what is told of its lives is looked up afterwards.
_WHICH = "SELECT number FROM documents {condition} ORDER BY title, number LIMIT ? OFFSET ?"
_LIFE = """
SELECT id, title, (SELECT min(uri) FROM sources WHERE document = id) AS uri,
  (SELECT count(*) FROM claims WHERE document = documents.id) AS claims
FROM documents WHERE number = ?
"""
_ENDS = """
SELECT type, edtf FROM standing_claims AS told JOIN personas ON personas.document = ?1 AND personas.id = told.subject
WHERE told.document = ?1 AND verdict IS NOT 'reject' AND main AND edtf IS NOT NULL AND (
  type = 'birth'
  OR type IN ('death', 'execution', 'assassination') AND modality = 'asserted' AND polarity = 'affirmed')
ORDER BY told.position
"""


def counts(connection: sqlite3.Connection) -> Counts:
    """The numbers of the whole project."""

    def number(table: str) -> int:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    rows = connection.execute(f"SELECT type, sum(n) AS n FROM ({COUNTED}) GROUP BY type ORDER BY n DESC, type")
    types = {row["type"]: row["n"] for row in rows if row["n"]}
    statuses = connection.execute(_STATUSES).fetchone()
    return Counts(
        number("documents"),
        number("personas"),
        sum(types.values()),
        types,
        {name: statuses[name] for name in statuses.keys() if statuses[name]},  # noqa: SIM118  (a Row is no mapping)
    )


@dataclass(frozen=True, slots=True)
class Titled:
    """A document to choose."""

    document: str
    title: str
    uri: str


def titles(connection: sqlite3.Connection, words: str, limit: int) -> list[Titled]:
    """The first documents of :func:`lives`, without what is told in them."""
    condition, values = _called(words)
    rows = connection.execute(
        f"""SELECT id, title, (SELECT min(uri) FROM sources WHERE document = id) AS uri
        FROM documents {condition} ORDER BY title, number LIMIT ?""",
        (*values, limit),
    )
    return [Titled(*row) for row in rows]


def lives(connection: sqlite3.Connection, words: str, offset: int, limit: int) -> list[LifeLine]:
    """Documents by title, then as they were first read; where there are words, of those who tell of such a name."""
    condition, values = _called(words)
    rows = connection.execute(_WHICH.format(condition=condition), (*values, limit, offset)).fetchall()
    return [_line(connection, row["number"]) for row in rows]


def _called(words: str) -> tuple[str, tuple[str, ...]]:
    """The condition on documents that they tell of somebody of such a name; none without words."""
    query = " ".join(f'"{word}"*' for word in folded_words(words))
    if not query:
        return "", ()
    told = "SELECT document FROM personas WHERE number IN (SELECT rowid FROM name_search WHERE words MATCH ?)"
    return f"WHERE documents.id IN ({told})", (query,)


def _line(connection: sqlite3.Connection, number: int) -> LifeLine:
    row = connection.execute(_LIFE, (number,)).fetchone()
    born = died = None
    for type_, edtf in connection.execute(_ENDS, (row["id"],)):
        if type_ == "birth":
            born = born or edtf
        else:
            died = died or edtf
    return LifeLine(row["id"], row["title"], row["uri"], row["claims"], born, died)
