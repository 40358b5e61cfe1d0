"""Whether a project file holds what it promises: SQLite's own checks, then Vitascope's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from vitascope.model import Claim, Span
from vitascope.store import judging
from vitascope.store.loading import claims_where, document_ids, document_of, personas_of
from vitascope.store.names import searchable
from vitascope.vocabulary import COMMON_ROLES, load


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Every fault in a line. Within a transaction that may write; what is written is taken back."""
    told = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    yield from (f"SQLite: {each}" for each in told if each != "ok")
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield f"table {row[0]}, row {row[1]}: refers to a row of {row[2]} that is not there"
    for number in connection.execute("SELECT number FROM documents WHERE id NOT IN (SELECT document FROM sources)"):
        yield f"document {number[0]}: lies nowhere"
    for id_ in document_ids(connection):
        yield from _document(connection, id_)
    yield from _search(connection)
    yield from _judgements(connection)


def _document(connection: sqlite3.Connection, id_: str) -> Iterator[str]:
    document = document_of(connection, id_)
    assert document is not None, "its id was just read"
    length = len(document.text)
    where = document.source.uri
    personas = {each.id for each in personas_of(connection, id_)}
    for table, columns in _SPANS.items():
        for start, end in columns:
            for row in connection.execute(
                f"""SELECT "{start}", "{end}" FROM {table} WHERE document = ?
                AND NOT ("{start}" BETWEEN 0 AND "{end}" AND "{end}" <= ?)""",
                (id_, length),
            ):
                yield f"{where}: {table}: {start} {row[0]}, {end} {row[1]} is no stretch of the {length} code points"
    for claim in claims_where(connection, "document = ?", (id_,), judged=True):
        yield from (f"{where}: claim {claim.id}: {fault}" for fault in _claim(claim, document.text, personas))


_CLAIM_SPANS = (
    ("start", "end"),
    ("predicate_start", "predicate_end"),
    ("sentence_start", "sentence_end"),
    ("subject_start", "subject_end"),
    ("when_start", "when_end"),
)
_SPANS = {
    "claims": _CLAIM_SPANS,
    "judged_claims": _CLAIM_SPANS,
    "mentions": (("start", "end"),),
    "notices": (("start", "end"),),
    "place_mentions": (("start", "end"),),
    "times": (("start", "end"), ("core_start", "core_end")),
}


def _claim(claim: Claim, text: str, personas: set[str]) -> Iterator[str]:
    if not text[claim.span.start : claim.span.end]:
        yield "has no words"
    kind = load().types.get(claim.type)
    if kind is None:
        yield f"“{claim.type}” is no type of the vocabulary"
    for name, party in claim.roles.items():
        if kind is not None and name not in kind.roles and name not in COMMON_ROLES:
            yield f"“{name}” is no role of {claim.type}"
        if party.span is not None and not _within(party.span, text):
            yield f"role {name}: {party.span.start}–{party.span.end} is no stretch of the text"
    for who in (claim.subject, *claim.roles.values()):
        if who.id is not None and who.id not in personas:
            yield f"{who.label} ({who.id}) is no persona of the document"


def _within(span: Span, text: str) -> bool:
    return 0 <= span.start <= span.end <= len(text)


def _search(connection: sqlite3.Connection) -> Iterator[str]:
    connection.execute("SAVEPOINT search")
    try:
        connection.execute("INSERT INTO text_search (text_search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as fault:
        yield f"the full text search is not in step with the texts ({fault})"
    finally:
        connection.execute("ROLLBACK TO search")
        connection.execute("RELEASE search")
    found = {row[0]: row[1] for row in connection.execute("SELECT rowid, words FROM name_search")}
    for id_ in document_ids(connection):
        rows = connection.execute("SELECT number FROM personas WHERE document = ? ORDER BY position", (id_,))
        for (number,), persona in zip(rows, personas_of(connection, id_), strict=True):
            if found.pop(number, None) != searchable(persona):
                yield f"persona {persona.id} ({persona.label}) is not found by name"
    yield from (f"the search for names knows row {number}, which is no persona" for number in found)


def _judgements(connection: sqlite3.Connection) -> Iterator[str]:
    for each in judging.placed(connection):
        number = each.judgement.number
        if len(each.how) != len(each.judgement.anchors):
            yield f"judgement {number}: it is not noted where its target is"
        for anchor in each.judgement.anchors:
            if anchor.quote is not None and anchor.claim is not None and anchor.quote.span != anchor.claim.span:
                yield f"judgement {number}: its words are not those of its claim"
        for how, document, target in zip(each.how, each.documents, each.targets, strict=True):
            table = "personas" if each.judgement.about == "personas" else "claims"
            here = connection.execute(
                f"SELECT 1 FROM {table} WHERE id = ? AND document = ?", (target, document)
            ).fetchone()
            if how in ("id", "span", "words") and here is None:
                yield f"judgement {number}: is said to be about {target}, which is not in {table}"
    yield from _written_out(connection)


def _written_out(connection: sqlite3.Connection) -> Iterator[str]:
    """What is made from the judgements is as it would be made now."""
    before = _state(connection)
    connection.execute("SAVEPOINT standing")
    judging.write_out_all(connection)
    after = _state(connection)
    connection.execute("ROLLBACK TO standing")
    connection.execute("RELEASE standing")
    for id_ in sorted(set(before) | set(after)):
        if before.get(id_) != after.get(id_):
            yield f"claim {id_}: what was judged of it is not what is shown"


def _state(connection: sqlite3.Connection) -> dict[str, str]:
    roles: dict[str, list[object]] = {}
    for row in connection.execute("SELECT * FROM judged_roles ORDER BY claim, position"):
        roles.setdefault(row["claim"], []).append(list(row))
    rows = connection.execute("SELECT * FROM judged_claims ORDER BY id")
    return {row["id"]: json.dumps([list(row), roles.get(row["id"])]) for row in rows}
