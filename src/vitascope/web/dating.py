"""A date in words and in days, while it is being typed."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from vitascope.edtf import EdtfError, bounds
from vitascope.views.date_words import date_words


def date(request: Request) -> Response:
    """``/date?edtf=``: ``words``, ``earliest`` and ``latest`` (days, null where open), or the ``fault``."""
    edtf = request.query_params.get("edtf", "").strip()[:200]
    if not edtf:
        return JSONResponse({"words": "no time is told", "earliest": None, "latest": None})
    try:
        earliest, latest = bounds(edtf)
    except EdtfError as fault:
        return JSONResponse({"fault": f"{fault}; write it as 1937, 1937-08, 1937-08-21, 1937~ or 1936/1938"})
    return JSONResponse({"words": date_words(edtf), "earliest": earliest, "latest": latest})
