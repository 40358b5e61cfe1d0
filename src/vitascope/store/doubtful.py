"""The claims still to be judged, the most doubtful first, a page at a time and without reading the others.

The order is that of :mod:`vitascope.views.doubt`: what was judged and is read otherwise since or what somebody doubts;
then what nobody judged, the least confident first, among equals what is not plainly asserted. Among equals of several
lives the documents come one after the other, each as it is told.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from vitascope.store.filters import PLAIN

OPEN = "(outdated OR verdict = 'unsure')"
"""What holds of a judged claim that is looked at again."""


@dataclass(frozen=True, slots=True)
class DoubtQuery:
    """Of which document and of which type; empty parts ask nothing."""

    document: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Ids of one page of the claims to be judged, and how many are, and are not, to be judged."""

    claims: tuple[str, ...]
    left: int
    settled: int


def doubtful(connection: sqlite3.Connection, query: DoubtQuery, offset: int, limit: int) -> Doubt:
    """One page of what is to be judged. With the index ``claims_by_doubt`` O(offset + limit), but for the counts."""
    condition, values = _condition(query)

    def number(sql: str) -> int:
        return int(connection.execute(sql, values).fetchone()[0])

    judged = number(f"SELECT count(*) FROM judged_claims WHERE {condition}")
    reopened = number(f"SELECT count(*) FROM judged_claims WHERE {OPEN} AND {condition}")
    read = number(f"SELECT count(*) FROM claims WHERE {condition}")
    known = number(f"SELECT count(*) FROM claims WHERE id IN (SELECT id FROM judged_claims) AND {condition}")
    ids = _page(
        connection,
        f"SELECT id FROM judged_claims WHERE {OPEN} AND {condition} ORDER BY confidence, {PLAIN}, document, position",
        (values, offset, limit),
    )
    if len(ids) < limit:
        ids += _page(
            connection,
            f"""SELECT id FROM claims WHERE id NOT IN (SELECT id FROM judged_claims) AND {condition}
            ORDER BY confidence, {PLAIN}, document, position""",
            (values, max(0, offset - reopened), limit - len(ids)),
        )
    return Doubt(tuple(ids), reopened + read - known, judged - reopened)


def _page(connection: sqlite3.Connection, sql: str, asked: tuple[tuple[str, ...], int, int]) -> list[str]:
    values, offset, limit = asked
    return [row["id"] for row in connection.execute(f"{sql} LIMIT ? OFFSET ?", (*values, limit, offset))]


def _condition(query: DoubtQuery) -> tuple[str, tuple[str, ...]]:
    asked = {"document": query.document, "type": query.type}
    parts = [f"{name} = ?" for name, value in asked.items() if value]
    return " AND ".join(["TRUE", *parts]), tuple(value for value in asked.values() if value)
