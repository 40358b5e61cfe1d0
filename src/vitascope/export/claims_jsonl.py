"""Claims as JSON lines: the output contract, described by ``claim.schema.json``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from vitascope.export.attested import Attested
from vitascope.model import Judged, Party, Status, When

# JSON lets these stand bare in strings, but many readers take them for line ends.
_LINE_ENDS = str.maketrans({"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def claim_object(item: Attested) -> dict[str, Any]:
    """One claim as plain JSON values, keys in the order of the contract.

    Offsets are code points into the document's text, half-open; ``quote == text[start:end]``. A role's
    ``id``, ``start`` and ``end`` are left out where unknown, ``judged`` where nobody judged the claim; every other key
    is always there.
    """
    claim = item.claim
    told = {
        "id": claim.id,
        "document": claim.document,
        "type": claim.type,
        "subject": {"id": claim.subject.id, "label": claim.subject.label},
        "roles": {name: _party(party) for name, party in claim.roles.items()},
        "when": _when(claim.when),
        "status": _status(claim.status),
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": item.quote,
        "sentence": {"start": claim.sentence.start, "end": claim.sentence.end},
        "confidence": round(claim.confidence, 4),
        "rule": claim.rule,
    }
    return told if claim.judged is None else told | {"judged": _judged(claim.judged)}


def claim_line(item: Attested) -> str:
    """One claim as one line, without its line end; never holds a character that some reader takes for one."""
    return json.dumps(claim_object(item), ensure_ascii=False).translate(_LINE_ENDS)


def claims_jsonl(items: Iterable[Attested]) -> Iterator[str]:
    """Lines, each with its line end, in the order given."""
    for item in items:
        yield claim_line(item) + "\n"


def _party(party: Party) -> dict[str, Any]:
    told: dict[str, Any] = {"label": party.label}
    if party.id is not None:
        told["id"] = party.id
    if party.span is not None:
        told |= {"start": party.span.start, "end": party.span.end}
    return told


def _when(when: When) -> dict[str, Any]:
    return {
        "edtf": when.edtf,
        "text": when.text,
        "start": when.span.start if when.span else None,
        "end": when.span.end if when.span else None,
        "earliest": when.earliest,
        "latest": when.latest,
        "basis": when.basis,
        "because": when.because,
    }


def _status(status: Status) -> dict[str, Any]:
    return {
        "polarity": status.polarity,
        "modality": status.modality,
        "attributed_to": status.attributed_to,
        "duress": status.duress,
        "standing": status.standing,
        "by": status.by,
        "chain": list(status.chain),
        "because": list(status.because),
    }


def _judged(judged: Judged) -> dict[str, Any]:
    return {
        "verdict": judged.verdict,
        "by": list(judged.by),
        "at": judged.at,
        "judgements": list(judged.numbers),
        "corrected": list(judged.corrected),
        "alone": judged.alone,
        "outdated": judged.outdated,
    }
