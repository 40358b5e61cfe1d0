"""Documents, people and times as rows, and rows as values again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from vitascope.model import (
    Block,
    Document,
    Mention,
    Notice,
    Persona,
    Provenance,
    Section,
    Source,
    Span,
    TimeExpression,
    When,
)

Row = dict[str, Any]
"""Column → value, ready for named parameters."""


def to_json(value: object) -> str:
    """Compact JSON with the letters as they are: the same value always gives the same text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def document_row(document: Document) -> Row:
    """The document without its source and notices; sections and blocks as JSON lists."""
    return {
        "id": document.id,
        "title": document.title,
        "text": document.text,
        "language": document.source.language,
        "sections": to_json([[s.title, s.level, s.span] for s in document.sections]),
        "blocks": to_json([[b.kind, b.span, b.section, b.key, b.value] for b in document.blocks]),
    }


def document_value(row: sqlite3.Row, notices: Iterable[sqlite3.Row]) -> Document:
    """A row of documents joined with sources, and the document's notices in order."""
    return Document(
        id=row["id"],
        text=row["text"],
        title=row["title"],
        source=Source(
            uri=row["uri"],
            format=row["format"],
            sha256=row["sha256"],
            encoding=row["encoding"],
            language=row["language"],
            retrieved=row["retrieved"],
            licence=row["licence"],
        ),
        blocks=tuple(
            Block(kind, Span(*span), section, key and Span(*key), value and Span(*value))
            for kind, span, section, key, value in json.loads(row["blocks"])
        ),
        sections=tuple(Section(title, level, Span(*span)) for title, level, span in json.loads(row["sections"])),
        notices=tuple(Notice(n["code"], Span(n["start"], n["end"]), n["message"]) for n in notices),
    )


def source_row(document: Document, raw: bytes | None) -> Row:
    """Where the document came from; ``raw`` are the bytes as fetched, where they are to be kept."""
    source = document.source
    return {
        "uri": source.uri,
        "document": document.id,
        "sha256": source.sha256,
        "format": source.format,
        "encoding": source.encoding,
        "licence": source.licence,
        "retrieved": source.retrieved,
        "raw": raw,
    }


def notice_row(document: str, position: int, notice: Notice) -> Row:
    """One notice of a document."""
    return {
        "document": document,
        "position": position,
        "code": notice.code,
        "start": notice.span.start,
        "end": notice.span.end,
        "message": notice.message,
    }


def provenance_row(document: str, provenance: Provenance) -> Row:
    """By what a document was read."""
    return {
        "document": document,
        "reader": provenance.reader,
        "rules": provenance.rules,
        "model_name": provenance.model.name,
        "model_version": provenance.model.version,
        "model_sha256": provenance.model.sha256,
        "parser": provenance.model.parser,
    }


def persona_row(document: str, position: int, persona: Persona) -> Row:
    """One persona of a document."""
    return {
        "document": document,
        "id": persona.id,
        "position": position,
        "label": persona.label,
        "kind": persona.kind,
        "names": to_json(persona.names),
        "gender": persona.gender,
        "kin": to_json(persona.kin),
        "main": int(persona.main),
    }


def persona_value(row: sqlite3.Row) -> Persona:
    """A row of personas."""
    return Persona(
        id=row["id"],
        label=row["label"],
        kind=row["kind"],
        names=tuple(json.loads(row["names"])),
        gender=row["gender"],
        kin=tuple((relation, of) for relation, of in json.loads(row["kin"])),
        main=bool(row["main"]),
    )


def mention_row(document: str, position: int, mention: Mention) -> Row:
    """One mention of a persona."""
    return {
        "document": document,
        "position": position,
        "persona": mention.persona,
        "kind": mention.kind,
        "start": mention.span.start,
        "end": mention.span.end,
        "head": mention.head,
        "because": mention.because,
    }


def mention_value(row: sqlite3.Row) -> Mention:
    """A row of mentions."""
    return Mention(Span(row["start"], row["end"]), row["kind"], row["persona"], row["head"], row["because"])


def _when_json(when: When | None) -> str | None:
    if when is None:
        return None
    return to_json([when.edtf, when.text, when.span, when.earliest, when.latest, when.basis, when.because])


def _when_value(text: str) -> When:
    edtf, words, span, earliest, latest, basis, because = json.loads(text)
    return When(edtf, words, span and Span(*span), earliest, latest, basis, because)


def time_row(document: str, position: int, time: TimeExpression) -> Row:
    """One expression of time; its dates as JSON lists in the order of the fields of When."""
    return {
        "document": document,
        "position": position,
        "start": time.span.start,
        "end": time.span.end,
        "core_start": time.core.start,
        "core_end": time.core.end,
        "kind": time.kind,
        "relation": time.relation,
        "rule": time.rule,
        "duration": time.duration,
        "when": _when_json(time.when),
        "birth": _when_json(time.birth),
        "death": _when_json(time.death),
    }


def time_value(row: sqlite3.Row) -> TimeExpression:
    """A row of times."""
    return TimeExpression(
        span=Span(row["start"], row["end"]),
        core=Span(row["core_start"], row["core_end"]),
        kind=row["kind"],
        relation=row["relation"],
        when=_when_value(row["when"]),
        rule=row["rule"],
        duration=row["duration"],
        birth=None if row["birth"] is None else _when_value(row["birth"]),
        death=None if row["death"] is None else _when_value(row["death"]),
    )
