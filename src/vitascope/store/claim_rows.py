"""Claims as rows, and rows as claims again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from vitascope.days import number_of
from vitascope.model import Claim, Party, Span, Status, When
from vitascope.store.rows import Row, to_json


def claim_row(position: int, claim: Claim) -> Row:
    """One claim without its roles."""
    when, status = claim.when, claim.status
    return {
        "id": claim.id,
        "document": claim.document,
        "position": position,
        "type": claim.type,
        "subject_label": claim.subject.label,
        "subject": claim.subject.id,
        "subject_start": _start(claim.subject.span),
        "subject_end": _end(claim.subject.span),
        "start": claim.span.start,
        "end": claim.span.end,
        "predicate_start": claim.predicate.start,
        "predicate_end": claim.predicate.end,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "edtf": when.edtf,
        "when_text": when.text,
        "when_start": _start(when.span),
        "when_end": _end(when.span),
        "earliest": when.earliest,
        "latest": when.latest,
        "earliest_day": None if when.earliest is None else number_of(when.earliest),
        "latest_day": None if when.latest is None else number_of(when.latest),
        "basis": when.basis,
        "when_because": when.because,
        "polarity": status.polarity,
        "modality": status.modality,
        "attributed_to": status.attributed_to,
        "duress": int(status.duress),
        "standing": status.standing,
        "by": status.by,
        "chain": to_json(status.chain),
        "status_because": to_json(status.because),
        "confidence": claim.confidence,
        "rule": claim.rule,
    }


def role_row(claim: str, position: int, name: str, party: Party) -> Row:
    """One role of a claim."""
    return {
        "claim": claim,
        "position": position,
        "name": name,
        "label": party.label,
        "persona": party.id,
        "start": _start(party.span),
        "end": _end(party.span),
    }


def claim_value(row: sqlite3.Row | Row, roles: Iterable[sqlite3.Row | Row]) -> Claim:
    """A row of claims and its roles in order."""
    return Claim(
        id=row["id"],
        document=row["document"],
        type=row["type"],
        subject=Party(row["subject_label"], row["subject"], _span(row["subject_start"], row["subject_end"])),
        span=Span(row["start"], row["end"]),
        predicate=Span(row["predicate_start"], row["predicate_end"]),
        sentence=Span(row["sentence_start"], row["sentence_end"]),
        roles={r["name"]: Party(r["label"], r["persona"], _span(r["start"], r["end"])) for r in roles},
        when=When(
            edtf=row["edtf"],
            text=row["when_text"],
            span=_span(row["when_start"], row["when_end"]),
            earliest=row["earliest"],
            latest=row["latest"],
            basis=row["basis"],
            because=row["when_because"],
        ),
        status=Status(
            polarity=row["polarity"],
            modality=row["modality"],
            attributed_to=row["attributed_to"],
            duress=bool(row["duress"]),
            standing=row["standing"],
            by=row["by"],
            chain=tuple(json.loads(row["chain"])),
            because=tuple(json.loads(row["status_because"])),
        ),
        confidence=row["confidence"],
        rule=row["rule"],
    )


def claim_json(claim: Claim) -> dict[str, Any]:
    """A claim as it was read, as one JSON object: its row without a position, and its roles."""
    row = claim_row(0, claim)
    del row["position"]
    roles = [role_row(claim.id, i, name, party) for i, (name, party) in enumerate(claim.roles.items())]
    return {
        **row,
        "roles": [{key: role[key] for key in ("name", "label", "persona", "start", "end")} for role in roles],
    }


def claim_of_json(told: dict[str, Any]) -> Claim:
    """The claim of :func:`claim_json`."""
    return claim_value(told, told["roles"])


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _start(span: Span | None) -> int | None:
    return None if span is None else span.start


def _end(span: Span | None) -> int | None:
    return None if span is None else span.end
