"""Rows back into values, always in the order in which they were read."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence

from vitascope.model import Claim, Document, ModelInfo, People, Places, Provenance, Reading
from vitascope.store.claim_rows import claim_value
from vitascope.store.names import Named, folded_words
from vitascope.store.place_rows import place_mention_value, place_value
from vitascope.store.rows import document_value, mention_value, persona_value, time_value

_DOCUMENTS = """
SELECT documents.*, uri, sha256, format, encoding, licence, retrieved
FROM documents JOIN first_sources ON first_sources.document = documents.id
"""


def claims_where(connection: sqlite3.Connection, condition: str, values: Sequence[str | int] = ()) -> list[Claim]:
    """Claims under an SQL condition on the table of claims, by uri of their document, then as they were
    read."""
    rows = connection.execute(
        f"""SELECT claims.* FROM claims JOIN first_sources USING (document)
        WHERE claims.id IN (SELECT id FROM claims WHERE {condition}) ORDER BY uri, position""",
        values,
    ).fetchall()
    roles: dict[str, list[sqlite3.Row]] = {row["id"]: [] for row in rows}
    for role in connection.execute(
        f"""SELECT * FROM claim_roles WHERE claim IN (SELECT id FROM claims WHERE {condition})
        ORDER BY claim, position""",
        values,
    ):
        roles[role["claim"]].append(role)
    return [claim_value(row, roles[row["id"]]) for row in rows]


def document_of(connection: sqlite3.Connection, id_: str) -> Document | None:
    """One document by its id."""
    row = connection.execute(_DOCUMENTS + "WHERE documents.id = ?", (id_,)).fetchone()
    if row is None:
        return None
    return document_value(row, _rows(connection, "notices", id_))


def document_at(connection: sqlite3.Connection, uri: str) -> str | None:
    """The id of the document that was last read from a place."""
    row = connection.execute("SELECT document FROM sources WHERE uri = ?", (uri,)).fetchone()
    return None if row is None else str(row["document"])


def document_ids(connection: sqlite3.Connection) -> list[str]:
    """All documents, by uri."""
    return [row["document"] for row in connection.execute("SELECT document FROM first_sources ORDER BY uri")]


def documents_with(connection: sqlite3.Connection, words: str) -> list[str]:
    """Documents whose title or text holds all the words, without case and accents, by uri."""
    query = " ".join(f'"{word}"' for word in re.findall(r"\w+", words))
    if not query:
        return []
    rows = connection.execute(
        """SELECT uri, document FROM text_search JOIN documents ON number = text_search.rowid
        JOIN first_sources ON document = documents.id WHERE text_search MATCH ? ORDER BY uri""",
        (query,),
    )
    return [row["document"] for row in rows]


def provenance_of(connection: sqlite3.Connection, document: str) -> Provenance | None:
    """By what a document was read; None where it is not in the project."""
    row = connection.execute("SELECT * FROM readings WHERE document = ?", (document,)).fetchone()
    if row is None:
        return None
    model = ModelInfo(row["model_name"], row["model_version"], row["model_sha256"])
    return Provenance(row["reader"], row["rules"], model)


def reading_of(connection: sqlite3.Connection, id_: str) -> Reading | None:
    """Everything read from one document."""
    document, provenance = document_of(connection, id_), provenance_of(connection, id_)
    if document is None or provenance is None:
        return None
    return Reading(
        document=document,
        people=People(
            personas=tuple(persona_value(row) for row in _rows(connection, "personas", id_)),
            mentions=tuple(mention_value(row) for row in _rows(connection, "mentions", id_)),
        ),
        times=tuple(time_value(row) for row in _rows(connection, "times", id_)),
        claims=tuple(claims_where(connection, "document = ?", (id_,))),
        provenance=provenance,
        places=Places(
            mentions=tuple(place_mention_value(row) for row in _rows(connection, "place_mentions", id_)),
            places=tuple(place_value(row) for row in _rows(connection, "places", id_)),
        ),
    )


def named(connection: sqlite3.Connection, name: str) -> list[Named]:
    """Personas that have this id or all words of this name, by uri, then as they were read."""
    query = " ".join(f'"{word}"' for word in folded_words(name))
    return [
        Named(row["document"], row["title"], row["uri"], persona_value(row))
        for row in connection.execute(
            """SELECT personas.*, title, uri FROM personas
            JOIN documents ON documents.id = personas.document JOIN first_sources USING (document)
            WHERE personas.id = ? OR personas.number IN (SELECT rowid FROM name_search WHERE words MATCH ?)
            ORDER BY uri, position""",
            (name, query or '""'),
        )
    ]


def labels(connection: sqlite3.Connection) -> Iterator[str]:
    """Every persona's label, each once, in alphabetical order."""
    for row in connection.execute("SELECT DISTINCT label FROM personas ORDER BY label"):
        yield row["label"]


def _rows(connection: sqlite3.Connection, table: str, document: str) -> list[sqlite3.Row]:
    return connection.execute(f"SELECT * FROM {table} WHERE document = ? ORDER BY position", (document,)).fetchall()
