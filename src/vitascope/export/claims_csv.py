"""Claims as CSV for spreadsheets: flat, one row a claim, the status mark before anything that is told.

**Formulas.** A spreadsheet runs a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end
(OWASP, "CSV Injection"), and texts are full of such beginnings. Every cell that begins with one of them, or
with an apostrophe, gets one apostrophe in front. To have the cell back, take away one leading apostrophe
where there is one: :func:`unguarded`. Negative EDTF years (``-0043``) are guarded in the same way.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from vitascope.export.attested import Attested
from vitascope.export.departures import departures

COLUMNS = (
    "id",
    "document",
    "mark",
    "type",
    "subject",
    "subject_id",
    "roles",
    "edtf",
    "earliest",
    "latest",
    "basis",
    "when_text",
    "when_because",
    "quote",
    "polarity",
    "modality",
    "attributed_to",
    "duress",
    "standing",
    "by",
    "chain",
    "status_because",
    "start",
    "end",
    "sentence_start",
    "sentence_end",
    "confidence",
    "rule",
    "verdict",
    "judged_by",
    "corrected",
)
"""The header. ``mark`` is empty only for a plain assertion; ``roles`` is a JSON object of labels, ``chain``
and ``status_because`` are JSON lists; the last three are empty for what nobody judged."""

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")


def guarded(cell: str) -> str:
    """The cell as it is safe in a spreadsheet."""
    return f"'{cell}" if cell.startswith(_RISKY) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before :func:`guarded`."""
    return cell.removeprefix("'")


def claims_csv(items: Iterable[Attested]) -> Iterator[str]:
    """The header, then a row a claim, each with its line end (``\\n``), quoted as RFC 4180 asks."""
    yield _row(COLUMNS)
    for item in items:
        cells = _cells(item)
        yield _row(guarded(cells[column]) for column in COLUMNS)


def _row(cells: Iterable[str]) -> str:
    out = io.StringIO()
    # With its own line end the writer quotes a bare \r too, which readers would take for an end of line.
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n") + "\n"


def _cells(item: Attested) -> dict[str, str]:
    claim, when, status, judged = item.claim, item.claim.when, item.claim.status, item.claim.judged
    return {
        "id": claim.id,
        "document": claim.document,
        "mark": "; ".join(departures(status)),
        "type": claim.type,
        "subject": claim.subject.label,
        "subject_id": claim.subject.id or "",
        "roles": _json({name: party.label for name, party in claim.roles.items()}) if claim.roles else "",
        "edtf": when.edtf or "",
        "earliest": when.earliest or "",
        "latest": when.latest or "",
        "basis": when.basis,
        "when_text": when.text,
        "when_because": when.because,
        "quote": item.quote,
        "polarity": status.polarity,
        "modality": status.modality,
        "attributed_to": status.attributed_to or "",
        "duress": "true" if status.duress else "false",
        "standing": status.standing,
        "by": status.by or "",
        "chain": _json(list(status.chain)) if status.chain else "",
        "status_because": _json(list(status.because)) if status.because else "",
        "start": str(claim.span.start),
        "end": str(claim.span.end),
        "sentence_start": str(claim.sentence.start),
        "sentence_end": str(claim.sentence.end),
        "confidence": str(round(claim.confidence, 4)),
        "rule": claim.rule,
        "verdict": judged.verdict if judged else "",
        "judged_by": "; ".join(judged.by) if judged else "",
        "corrected": "; ".join(judged.corrected) if judged else "",
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
