"""A life: its text with every claim underlined, beside its timeline and what else is told of the person."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from vitascope.export.attested import Attested
from vitascope.export.departures import departures
from vitascope.model import Claim, Persona, Reading
from vitascope.store import ClaimFilter
from vitascope.views.career_band import tenure_words
from vitascope.views.marked_text import marked_text
from vitascope.views.tenures import tenures
from vitascope.views.timeline import timeline
from vitascope.views.timeline_chart import timeline_chart
from vitascope.views.timeline_lanes import timeline_lanes
from vitascope.web.downloads import asked_format, claims_file, table_file
from vitascope.web.faults import NotFound
from vitascope.web.panel import Elsewhere, candidates, elsewhere, panel_values
from vitascope.web.rendering import family_class, page
from vitascope.web.site import site_of

_POST_COLUMNS = (
    *("holder", "role", "organisation", "when"),
    *("start_earliest", "start_latest", "end_earliest", "end_latest", "end_told", "claims"),
)


def life(request: Request) -> Response:
    """``/lives/{document}``: everybody's claims in the text, one persona's on the timeline (``?persona=``).

    ``family`` and ``status`` (each several times) narrow the timeline, ``same`` looks for the persona in other texts,
    ``format=csv|json`` gives the persona's claims as a file, ``format`` with ``posts`` the posts.
    """
    document, asked = request.path_params["document"], request.query_params
    site = site_of(request)
    with site.opened() as project:
        reading = project.reading(document, judged=True)
        if reading is None:
            raise NotFound(f"no life with the id {document}")
        values = life_values(reading, asked)
        shown = values["shown"]
        rejected = project.claims(ClaimFilter(document=document, rejected=True, verdict="reject"))
        where = elsewhere(project, document, shown)
        name = asked.get("same", shown.label if shown and site.edit else "")
        others = candidates(project, document, name) if site.edit and shown else ()
    if format_ := asked_format(request):
        return life_file(reading, values, format_, asked)
    joined = {(each.document, each.persona.id) for each in where.members}
    others = tuple(each for each in others if (each.document, each.persona.id) not in joined)
    here = str(request.url.path) + (f"?{request.url.query}" if request.url.query else "")
    found = {"rejected": rejected, "elsewhere": where, "candidates": others, "same": name, "then": here}
    return page(request, "life.html", kept=True, **(values | found))


def life_values(reading: Reading, asked: QueryParams) -> dict[str, Any]:
    """What the template of a life shows, kept or only pasted."""
    personas = _by_claims(reading)
    everybody = {persona.id: persona for persona in reading.people.personas}
    shown = everybody.get(asked.get("persona", "")) or _subject(personas)
    told = [
        Attested(reading.document, claim) for claim in reading.claims if shown is None or claim.subject.id == shown.id
    ]
    line = timeline(shown.label if shown else reading.document.title, told)
    chart = timeline_chart(line)
    dated = {row.claim for row in line.rows}
    families, statuses = asked.getlist("family"), asked.getlist("status")
    return {
        "reading": reading,
        "personas": personas if shown is None or shown in personas else [*personas, shown],
        "persona_ids": everybody,
        "shown": shown,
        "blocks": marked_text(reading.document, reading.claims),
        "chart": chart,
        "lanes": {lane.family: lane for lane in timeline_lanes(chart, family_class)},
        "undated": [item.claim for item in told if item.claim.id not in dated],
        "claims": {claim.id: claim for claim in reading.claims},
        "told": told,
        "families": _choices((family_class(item.claim.type) for item in told), families),
        "statuses": _choices((word for item in told for word in status_words(item.claim)), statuses),
        "hidden": lambda claim: _is_hidden(claim, families, statuses),
        "narrowed": sum(not _is_hidden(item.claim, families, statuses) for item in told)
        if families or statuses
        else None,
        "status_words": status_words,
        "rejected": (),
        "elsewhere": Elsewhere((), (), ()),
        "candidates": (),
        "same": "",
        "then": "",
        **panel_values(reading, shown, told, chart),
    }


def status_words(claim: Claim) -> tuple[str, ...]:
    """By which words the timeline's filter knows a claim: ``asserted``, or how it departs from that."""
    return departures(claim.status) or ("asserted",)


def _is_hidden(claim: Claim, families: list[str], statuses: list[str]) -> bool:
    other_family = bool(families) and family_class(claim.type) not in families
    return other_family or (bool(statuses) and not set(statuses) & set(status_words(claim)))


def _choices(words: Any, chosen: list[str]) -> list[tuple[str, int, bool]]:
    """Each word with its count and whether it is chosen, the most frequent first."""
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return [(word, n, word in chosen) for word, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]


def life_file(reading: Reading, values: dict[str, Any], format_: str, asked: QueryParams) -> Response:
    """The claims of the timeline, as it is narrowed, or (``posts``) the posts, as a file."""
    families, statuses = asked.getlist("family"), asked.getlist("status")
    told = [item for item in values["told"] if not _is_hidden(item.claim, families, statuses)]
    name = reading.document.title
    if "posts" not in asked:
        return claims_file(told, format_, name)
    rows = [
        {
            "holder": tenure.holder,
            "role": tenure.role,
            "organisation": tenure.organisation,
            "when": tenure_words(tenure),
            "start_earliest": tenure.start.earliest,
            "start_latest": tenure.start.latest,
            "end_earliest": tenure.end.earliest,
            "end_latest": tenure.end.latest,
            "end_told": tenure.ended,
            "claims": [item.claim.id for item in tenure.items],
        }
        for tenure in tenures(told)
    ]
    return table_file(_POST_COLUMNS, rows, format_, f"{name}-posts")


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
