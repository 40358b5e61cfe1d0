"""Rows back into values, always in the order in which they were read."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vitascope.model import Claim, Document, ModelInfo, People, Persona, Places, Provenance, Reading
from vitascope.store.claim_rows import claim_value
from vitascope.store.filters import NOT_REJECTED
from vitascope.store.judgement_rows import with_sign
from vitascope.store.names import Named, folded_words
from vitascope.store.place_rows import place_mention_value, place_value
from vitascope.store.rows import document_value, mention_value, persona_value, time_value


@dataclass(frozen=True, slots=True)
class Held:
    """A file that the project holds: its document's id, the hash and encoding of its bytes, by what it was read."""

    document: str
    title: str
    uri: str
    sha256: str
    encoding: str
    provenance: Provenance


_DOCUMENTS = """
SELECT documents.*, uri, sha256, format, encoding, licence, retrieved
FROM documents JOIN first_sources ON first_sources.document = documents.id
"""


def claims_where(
    connection: sqlite3.Connection, condition: str, values: Sequence[str | int] = (), judged: bool = False
) -> list[Claim]:
    """Claims under an SQL condition on their table, by uri of their document, then as they were read.

    As they were read, or with what people judged of them (then the table is the view ``standing_claims``, and what
    no reading finds any more stands after what is read before it).
    """
    table, role_table = ("standing_claims", "standing_roles") if judged else ("claims", "claim_roles")
    order = "uri, position, alone, start, id" if judged else "uri, position"
    rows = connection.execute(
        f"""SELECT it.* FROM (SELECT * FROM {table} WHERE {condition}) AS it JOIN first_sources USING (document)
        ORDER BY {order}""",
        values,
    ).fetchall()
    roles: dict[str, list[sqlite3.Row]] = {row["id"]: [] for row in rows}
    for role in connection.execute(
        f"""SELECT * FROM {role_table} WHERE claim IN (SELECT id FROM {table} WHERE {condition})
        ORDER BY claim, position""",
        values,
    ):
        roles[role["claim"]].append(role)
    claims = [claim_value(row, roles[row["id"]]) for row in rows]
    return [with_sign(claim, row) for claim, row in zip(claims, rows, strict=True)] if judged else claims


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


def held_at(connection: sqlite3.Connection, uri: str) -> Held | None:
    """What was last read from a place, and by what."""
    row = connection.execute(
        """SELECT document, title, uri, sha256, encoding, readings.* FROM sources
        JOIN documents ON documents.id = sources.document JOIN readings USING (document) WHERE uri = ?""",
        (uri,),
    ).fetchone()
    if row is None:
        return None
    return Held(row["document"], row["title"], row["uri"], row["sha256"], row["encoding"], _provenance(row))


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
    return _provenance(row)


def _provenance(row: sqlite3.Row) -> Provenance:
    model = ModelInfo(row["model_name"], row["model_version"], row["model_sha256"], row["parser"])
    return Provenance(row["reader"], row["rules"], model)


def personas_of(connection: sqlite3.Connection, document: str) -> tuple[Persona, ...]:
    """The personas of a document in the order of the reading."""
    return tuple(persona_value(row) for row in _rows(connection, "personas", document))


def persona_at(connection: sqlite3.Connection, document: str, id_: str) -> Named | None:
    """One persona with its document; None where there is none."""
    row = connection.execute(
        """SELECT personas.*, title, uri FROM personas JOIN documents ON documents.id = personas.document
        JOIN first_sources USING (document) WHERE personas.document = ? AND personas.id = ?""",
        (document, id_),
    ).fetchone()
    return None if row is None else Named(row["document"], row["title"], row["uri"], persona_value(row))


def reading_of(connection: sqlite3.Connection, id_: str, judged: bool = False) -> Reading | None:
    """Everything read from one document; where ``judged``, with its claims as people left them, without those that
    they reject."""
    document, provenance = document_of(connection, id_), provenance_of(connection, id_)
    if document is None or provenance is None:
        return None
    return Reading(
        document=document,
        people=People(
            personas=personas_of(connection, id_),
            mentions=tuple(mention_value(row) for row in _rows(connection, "mentions", id_)),
        ),
        times=tuple(time_value(row) for row in _rows(connection, "times", id_)),
        claims=tuple(
            claims_where(connection, "document = ?" + (f" AND {NOT_REJECTED}" if judged else ""), (id_,), judged)
        ),
        provenance=provenance,
        places=Places(
            mentions=tuple(place_mention_value(row) for row in _rows(connection, "place_mentions", id_)),
            places=tuple(place_value(row) for row in _rows(connection, "places", id_)),
        ),
    )


_NAMED = """FROM personas JOIN documents ON documents.id = personas.document JOIN first_sources USING (document)
WHERE personas.id = ? OR personas.number IN (SELECT rowid FROM name_search WHERE words MATCH ?)"""


def named(connection: sqlite3.Connection, name: str) -> list[Named]:
    """Personas that have this id or all words of this name, by uri, then as they were read."""
    return named_some(connection, name, -1)


def named_some(connection: sqlite3.Connection, name: str, limit: int) -> list[Named]:
    """The first ``limit`` of them, all where it is -1."""
    return [
        Named(row["document"], row["title"], row["uri"], persona_value(row))
        for row in connection.execute(
            f"SELECT personas.*, title, uri {_NAMED} ORDER BY uri, position LIMIT ?",
            (name, _name_query(name), limit),
        )
    ]


def named_count(connection: sqlite3.Connection, name: str) -> int:
    """How many personas have this id or all words of this name."""
    found = connection.execute(
        """SELECT count(*) FROM personas
        WHERE id = ? OR number IN (SELECT rowid FROM name_search WHERE words MATCH ?)""",
        (name, _name_query(name)),
    ).fetchone()
    return int(found[0])


def _name_query(name: str) -> str:
    return " ".join(f'"{word}"' for word in folded_words(name)) or '""'


def labels(connection: sqlite3.Connection) -> Iterator[str]:
    """Every persona's label, each once, in alphabetical order."""
    for row in connection.execute("SELECT DISTINCT label FROM personas ORDER BY label"):
        yield row["label"]


def _rows(connection: sqlite3.Connection, table: str, document: str) -> list[sqlite3.Row]:
    return connection.execute(f"SELECT * FROM {table} WHERE document = ? ORDER BY position", (document,)).fetchall()
