"""What a view shows, as a file: the formats of the exporters, named after the view."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from vitascope.export.attested import Attested
from vitascope.export.claims_csv import claims_csv, guarded
from vitascope.export.claims_jsonl import claim_object


def asked_format(request: Request) -> str:
    """``csv`` or ``json`` where the address asks for a file, else nothing."""
    asked = request.query_params.get("format", "")
    return asked if asked in ("csv", "json") else ""


def claims_file(items: Iterable[Attested], format_: str, name: str) -> Response:
    """Claims as the exporters write them: CSV, or a JSON list of the objects of the contract."""
    if format_ == "csv":
        return _attached("".join(claims_csv(items)), "text/csv", f"{name}.csv")
    return json_file([claim_object(item) for item in items], name)


def table_file(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], format_: str, name: str) -> Response:
    """Plain rows; in CSV lists are joined by a space and cells are made safe for spreadsheets."""
    held = list(rows)
    if format_ == "json":
        return json_file(held, name)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in held:
        writer.writerow(guarded(_cell(row[column])) for column in columns)
    return _attached(out.getvalue(), "text/csv", f"{name}.csv")


def json_file(value: object, name: str) -> Response:
    """Any plain values as JSON."""
    return _attached(json.dumps(value, ensure_ascii=False, indent=1), "application/json", f"{name}.json")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return " ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _attached(text: str, kind: str, name: str) -> Response:
    safe = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.") or "vitascope"
    headers = {"Content-Disposition": f'attachment; filename="{safe}"'}
    return Response(text, media_type=f"{kind}; charset=utf-8", headers=headers)
