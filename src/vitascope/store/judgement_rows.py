"""Judgements as rows, and rows as judgements again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from vitascope.judgement import Anchor, Correction, Judgement, Quote
from vitascope.model import Claim, Judged, Party, Span
from vitascope.store.claim_rows import claim_json, claim_of_json, claim_row
from vitascope.store.rows import Row, to_json


def judgement_row(judgement: Judgement) -> Row:
    """One judgement without its number; its anchors as a JSON list, None where it has none."""
    targets = [anchor.id for anchor in judgement.anchors] or [str(judgement.undoes)]
    correction = judgement.correction
    return {
        "made_at": judgement.at,
        "made_by": judgement.by,
        "about": judgement.about,
        "target": targets[0],
        "other": targets[1] if len(targets) > 1 else None,
        "verdict": judgement.verdict,
        "correction": None if correction is None else to_json(_correction_json(correction)),
        "why": judgement.why,
        "anchor": to_json([_anchor_json(each) for each in judgement.anchors]) if judgement.anchors else None,
        "undoes": judgement.undoes,
    }


def judgement_value(row: sqlite3.Row) -> Judgement:
    """A row of judgements; what was judged before anchors were kept has one that holds its id alone."""
    anchors = tuple(_anchor_value(each) for each in json.loads(row["anchor"] or "[]"))
    if not anchors and row["undoes"] is None:
        anchors = tuple(Anchor("", "", id_, "") for id_ in (row["target"], row["other"]) if id_ is not None)
    return Judgement(
        number=row["number"],
        at=row["made_at"],
        by=row["made_by"],
        about=row["about"],
        verdict=row["verdict"],
        why=row["why"],
        anchors=anchors,
        correction=None if row["correction"] is None else _correction_value(json.loads(row["correction"])),
        undoes=row["undoes"],
    )


def anchor_text(anchor: Anchor) -> str:
    """One anchor as JSON."""
    return to_json(_anchor_json(anchor))


def anchor_of_text(text: str) -> Anchor:
    """The anchor of :func:`anchor_text`."""
    return _anchor_value(json.loads(text))


def judged_row(position: int, claim: Claim) -> Row:
    """A claim with what people make of it. Raises ValueError for one that nobody judged."""
    if claim.judged is None:
        raise ValueError(f"nobody judged {claim.id}")
    sign = claim.judged
    return {
        **claim_row(position, claim),
        "verdict": sign.verdict,
        "judged_by": to_json(sign.by),
        "judged_at": sign.at,
        "judgements": to_json(sign.numbers),
        "corrected": to_json(sign.corrected),
        "alone": int(sign.alone),
        "outdated": int(sign.outdated),
    }


def with_sign(claim: Claim, row: sqlite3.Row) -> Claim:
    """The claim of a row of ``standing_claims`` with the sign that the row carries."""
    if row["verdict"] is None:
        return claim
    sign = Judged(
        verdict=row["verdict"],
        by=tuple(json.loads(row["judged_by"])),
        at=row["judged_at"],
        numbers=tuple(json.loads(row["judgements"])),
        corrected=tuple(json.loads(row["corrected"])),
        alone=bool(row["alone"]),
        outdated=bool(row["outdated"]),
    )
    return replace(claim, judged=sign)


def _anchor_json(anchor: Anchor) -> dict[str, Any]:
    return {
        "uri": anchor.uri,
        "document": anchor.document,
        "id": anchor.id,
        "label": anchor.label,
        "quote": _quote_json(anchor.quote),
        "claim": None if anchor.claim is None else claim_json(anchor.claim),
    }


def _anchor_value(told: dict[str, Any]) -> Anchor:
    claim = told["claim"]
    return Anchor(
        told["uri"],
        told["document"],
        told["id"],
        told["label"],
        _quote_value(told["quote"]),
        None if claim is None else claim_of_json(claim),
    )


def _correction_json(correction: Correction) -> dict[str, Any]:
    return {
        "type": correction.type,
        "quote": _quote_json(correction.quote),
        "subject": _party_json(correction.subject),
        "when": correction.when,
        "roles": {name: _party_json(party) for name, party in correction.roles.items()},
        "status": dict(correction.status),
    }


def _correction_value(told: dict[str, Any]) -> Correction:
    """A correction written by hand into an old file may name only what it changes."""
    return Correction(
        type=told.get("type"),
        quote=_quote_value(told.get("quote")),
        subject=_party_value(told.get("subject")),
        when=told.get("when"),
        roles={name: _party_value(party) for name, party in told.get("roles", {}).items()},
        status=told.get("status", {}),
    )


def _quote_json(quote: Quote | None) -> Sequence[object] | None:
    return None if quote is None else [quote.span.start, quote.exact, quote.prefix, quote.suffix]


def _quote_value(told: Any) -> Quote | None:
    if told is None:
        return None
    start, exact, prefix, suffix = told
    return Quote(Span(start, start + len(exact)), exact, prefix, suffix)


def _party_json(party: Party | None) -> list[str | None] | None:
    return None if party is None else [party.label, party.id]


def _party_value(told: Any) -> Party | None:
    return None if told is None else Party(told[0], told[1])
