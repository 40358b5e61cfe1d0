"""The queue of what is to be judged: one claim at a time, the most doubtful first."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from vitascope.store.doubtful import DoubtQuery
from vitascope.vocabulary import load
from vitascope.web.asking import number_asked
from vitascope.web.claims import claim_values
from vitascope.web.downloads import asked_format, claims_file
from vitascope.web.rendering import page
from vitascope.web.site import site_of

MOST_IN_FILE = 10_000
"""How many claims a downloaded queue holds."""


def review(request: Request) -> Response:
    """``/review``: ``life`` and ``type`` narrow, ``skip`` says how many were passed over, ``made`` the last judgement;
    ``format`` gives the queue as a file.

    What is judged leaves the queue, so that the same address shows the next claim.
    """
    asked = request.query_params
    query = DoubtQuery(document=asked.get("life", ""), type=asked.get("type", ""))
    skip = number_asked(asked.get("skip")) if asked.get("skip", "0") != "0" else 0
    made = number_asked(asked.get("made")) if asked.get("made") else None
    site = site_of(request)
    if format_ := asked_format(request):
        with site.opened() as project:
            ids = project.doubtful(query, limit=MOST_IN_FILE).claims
            return claims_file(project.claims_by_ids(ids), format_, "to be judged")
    with site.opened() as project:
        doubt = project.doubtful(query, offset=skip)
        shown = project.claim(doubt.claims[0]) if doubt.claims else None
        values: dict[str, Any] = claim_values(project, shown, site) if shown else {}
        life = project.document(query.document) if query.document else None

    def link(**changes: object) -> str:
        parts = {"life": query.document, "type": query.type, "skip": skip or ""} | changes
        told = urlencode({name: value for name, value in parts.items() if value})
        return "/review" + (f"?{told}" if told else "")

    return page(
        request,
        "review.html",
        doubt=doubt,
        life=life,
        query=query,
        skip=skip,
        made=made,
        types=tuple(load().types),
        link=link,
        then=link(),
        **values,
    )
