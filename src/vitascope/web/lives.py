"""A life: its text with every claim underlined, beside its timeline."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from vitascope.export.attested import Attested
from vitascope.model import Persona, Reading
from vitascope.views.marked_text import marked_text
from vitascope.views.timeline import timeline
from vitascope.views.timeline_chart import timeline_chart
from vitascope.web.faults import NotFound
from vitascope.web.rendering import page
from vitascope.web.site import site_of


def life(request: Request) -> Response:
    """``/lives/{document}``: everybody's claims in the text, one persona's on the timeline (``?persona=``)."""
    document = request.path_params["document"]
    with site_of(request).opened() as project:
        reading = project.reading(document)
    if reading is None:
        raise NotFound(f"no life with the id {document}")
    return page(request, "life.html", **life_values(reading, request.query_params.get("persona")), kept=True)


def life_values(reading: Reading, wanted: str | None) -> dict[str, Any]:
    """What the template of a life shows."""
    personas = _by_claims(reading)
    shown = next((persona for persona in personas if persona.id == wanted), None) or _subject(personas)
    told = [claim for claim in reading.claims if shown is None or claim.subject.id == shown.id]
    line = timeline(shown.label if shown else reading.document.title, (Attested(reading.document, c) for c in told))
    dated = {row.claim for row in line.rows}
    return {
        "reading": reading,
        "personas": personas,
        "shown": shown,
        "blocks": marked_text(reading.document, reading.claims),
        "chart": timeline_chart(line),
        "undated": [claim for claim in told if claim.id not in dated],
        "claims": {claim.id: claim for claim in reading.claims},
    }


def _by_claims(reading: Reading) -> list[Persona]:
    """Who has claims: the subject of the life first, then by their number."""
    counts: dict[str, int] = {}
    for claim in reading.claims:
        if claim.subject.id is not None:
            counts[claim.subject.id] = counts.get(claim.subject.id, 0) + 1
    found = [persona for persona in reading.people.personas if persona.id in counts]
    return sorted(found, key=lambda persona: (not persona.main, -counts[persona.id], persona.label))


def _subject(personas: list[Persona]) -> Persona | None:
    return personas[0] if personas and personas[0].main else None
