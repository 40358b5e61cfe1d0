"""The claims that a document tells just before and just after one."""

from __future__ import annotations

import sqlite3

_NEXT = """SELECT id FROM standing_claims
WHERE document = ? AND verdict IS NOT 'reject' AND position {0} ? ORDER BY position {1} LIMIT 1"""


def neighbours(connection: sqlite3.Connection, claim: str) -> tuple[str | None, str | None]:
    """The ids of the claim before and the claim after, None at an end. Rejected claims are passed over."""
    row = connection.execute("SELECT document, position FROM standing_claims WHERE id = ?", (claim,)).fetchone()
    if row is None:
        return None, None
    found = (
        connection.execute(_NEXT.format(*way), (row["document"], row["position"])).fetchone()
        for way in (("<", "DESC"), (">", "ASC"))
    )
    before, after = (each["id"] if each else None for each in found)
    return before, after
