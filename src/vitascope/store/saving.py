"""Keeping a reading: one transaction that replaces what the same document said before."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from vitascope.model import Claim, Reading
from vitascope.store.claim_rows import claim_row, role_row
from vitascope.store.loading import claims_where, document_at, provenance_of
from vitascope.store.names import searchable
from vitascope.store.place_rows import place_mention_row, place_row
from vitascope.store.problems import InconsistentReading
from vitascope.store.rows import (
    Row,
    document_row,
    mention_row,
    notice_row,
    persona_row,
    provenance_row,
    source_row,
    time_row,
)


@dataclass(frozen=True, slots=True)
class Change:
    """What saving a reading did to a document's claims, counted by claim id.

    ``kept`` claims are the same in every part; ``altered`` ones keep their id and say something else of it (a
    better date, another status).
    """

    added: int = 0
    removed: int = 0
    kept: int = 0
    altered: int = 0

    @property
    def unchanged(self) -> bool:
        """Whether nothing is different from before."""
        return not (self.added or self.removed or self.altered)


def save(connection: sqlite3.Connection, reading: Reading, raw: bytes | None) -> Change:
    """Write the reading within the caller's transaction.

    What is already there by the same provenance stays as it is. A document of the same uri with other text is
    replaced; one of the same text at another uri gets a second source. Raises InconsistentReading
    where the reading names an id twice.
    """
    _refuse_repeated_ids(reading)
    document = reading.document
    held = document_at(connection, document.source.uri)
    before = claims_where(connection, "document = ?", (held or document.id,))
    if provenance_of(connection, document.id) != reading.provenance:
        elsewhere = connection.execute(
            "SELECT * FROM sources WHERE document = ? AND uri <> ?", (document.id, document.source.uri)
        ).fetchall()
        connection.execute("DELETE FROM documents WHERE id = ?", (document.id,))
        _insert(connection, reading)
        _insert_rows(connection, "sources", [dict(row) for row in elsewhere])
    if held != document.id:
        connection.execute("DELETE FROM sources WHERE uri = ?", (document.source.uri,))
    _insert_rows(connection, "sources", [source_row(document, raw)], "OR IGNORE")
    if held is not None:
        connection.execute(
            "DELETE FROM documents WHERE id = ? AND id NOT IN (SELECT document FROM sources WHERE document = ?)",
            (held, held),
        )
    return _change(before, reading.claims)


def remove(connection: sqlite3.Connection, uri: str) -> bool:
    """Forget a place within the caller's transaction, and its document where it lay nowhere else; whether it was
    there."""
    held = document_at(connection, uri)
    connection.execute("DELETE FROM sources WHERE uri = ?", (uri,))
    connection.execute("DELETE FROM documents WHERE id = ? AND id NOT IN (SELECT document FROM sources)", (held,))
    return held is not None


def _change(before: Iterable[Claim], after: Iterable[Claim]) -> Change:
    old, new = {c.id: c for c in before}, {c.id: c for c in after}
    shared = [id_ for id_ in new if id_ in old]
    kept = sum(old[id_] == new[id_] for id_ in shared)
    return Change(
        added=len(new) - len(shared),
        removed=len(old) - len(shared),
        kept=kept,
        altered=len(shared) - kept,
    )


def _refuse_repeated_ids(reading: Reading) -> None:
    for what, ids in (
        ("claim", [c.id for c in reading.claims]),
        ("persona", [p.id for p in reading.people.personas]),
    ):
        repeated = [id_ for id_, times in Counter(ids).items() if times > 1]
        if repeated:
            raise InconsistentReading(
                reading.document.source.uri,
                f"the reading holds the {what} {repeated[0]} more than once",
                "report this with the file you read",
            )


def _insert(connection: sqlite3.Connection, reading: Reading) -> None:
    document, people = reading.document, reading.people
    _insert_rows(connection, "documents", [document_row(document)])
    _insert_rows(connection, "readings", [provenance_row(document.id, reading.provenance)])
    _insert_rows(connection, "notices", [notice_row(document.id, i, n) for i, n in enumerate(document.notices)])
    for position, persona in enumerate(people.personas):
        number = _insert_rows(connection, "personas", [persona_row(document.id, position, persona)])
        connection.execute("INSERT INTO name_search (rowid, words) VALUES (?, ?)", (number, searchable(persona)))
    _insert_rows(connection, "mentions", [mention_row(document.id, i, m) for i, m in enumerate(people.mentions)])
    _insert_rows(connection, "times", [time_row(document.id, i, t) for i, t in enumerate(reading.times)])
    places = reading.places
    _insert_rows(connection, "places", [place_row(document.id, i, p) for i, p in enumerate(places.places)])
    mentions = [place_mention_row(document.id, i, m) for i, m in enumerate(places.mentions)]
    _insert_rows(connection, "place_mentions", mentions)
    _insert_rows(connection, "claims", [claim_row(i, c) for i, c in enumerate(reading.claims)])
    roles = [
        role_row(claim.id, i, name, party)
        for claim in reading.claims
        for i, (name, party) in enumerate(claim.roles.items())
    ]
    _insert_rows(connection, "claim_roles", roles)


def _insert_rows(connection: sqlite3.Connection, table: str, rows: list[Row], conflict: str = "") -> int | None:
    """Insert rows that all have the same columns; the rowid of the last one when it is alone."""
    if not rows:
        return None
    columns = ", ".join(f'"{column}"' for column in rows[0])
    values = ", ".join(f":{column}" for column in rows[0])
    statement = f"INSERT {conflict} INTO {table} ({columns}) VALUES ({values})"
    if len(rows) == 1:
        return connection.execute(statement, rows[0]).lastrowid
    connection.executemany(statement, rows)
    return None
