"""Search: people by name, claims by facets, every state an address, and the same as a file."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from vitascope.store import Project
from vitascope.store.facets import COUNTABLE, FacetQuery, Found
from vitascope.store.names import folded_words
from vitascope.store.searching import TextHit
from vitascope.views.found_words import in_sentence
from vitascope.web.asking import number_asked, year_asked
from vitascope.web.downloads import asked_format, claims_file
from vitascope.web.rendering import page
from vitascope.web.site import Site, site_of

PER_PAGE = 50
MOST_IN_FILE = 10_000
"""How many claims a downloaded search holds; for more there is ``vitascope claims``."""
HITS = 6
"""How many names, places and texts are listed beside the claims."""
_TEXTS = ("person", "type", "status", "role", "place", "organisation")
_CHOICES = (*_TEXTS, "decade", "after", "before")
_LABELS = {"organisation": "body", "after": "from", "before": "until"}


def search(request: Request) -> Response:
    """``/search``: ``q``, one value a facet, ``decade``, years ``after`` and ``before``, ``page``, ``format``."""
    asked = request.query_params
    query = FacetQuery(
        words=asked.get("q", "").strip(),
        decade=year_asked(asked.get("decade")),
        after=year_asked(asked.get("after")),
        before=year_asked(asked.get("before")),
        **{name: asked.get(name, "") for name in _TEXTS},
    )
    number = number_asked(asked.get("page"))
    site = site_of(request)
    chosen = {name: value for name, value in asked.items() if name in _CHOICES and value}
    with site.opened() as project:
        if format_ := asked_format(request):
            everything = project.faceted(query, limit=MOST_IN_FILE, count=False).claims
            return claims_file(project.claims_by_ids(everything), format_, f"search {query.words}")
        found = _answered(site, project, query, number)
        items = project.claims_by_ids(found.claims)
        hits = project.search(query.words, limit=HITS) if query.words and not chosen and number == 1 else None
    words = folded_words(query.words)
    return page(
        request,
        "search.html",
        query=query,
        found=found,
        items=items,
        hits=hits,
        words=words,
        stretches=lambda item: in_sentence(item, words),
        snippet=_snippet,
        chosen=chosen,
        none_of_all=dict.fromkeys(chosen),
        facet_label=lambda name: _LABELS.get(name, name),
        number=number,
        most_in_file=MOST_IN_FILE,
        countable=COUNTABLE,
        pages=-(-found.total // PER_PAGE),
        link=lambda **changes: _link(request, changes),
    )


def _snippet(hit: TextHit) -> list[tuple[str, bool]]:
    """A stretch of a text in pieces, and which of them were looked for."""
    around, spans = hit.snippet(90)
    pieces, at = [("… " if around.start else "", False)], around.start
    for span in spans:
        pieces += [(hit.text[at : span.start], False), (hit.text[span.start : span.end], True)]
        at = span.end
    return [*pieces, (hit.text[at : around.end], False), (" …" if around.end < len(hit.text) else "", False)]


def remember_everything(site: Site) -> None:
    """Answer the search that asks nothing, which goes through the whole project, before anybody asks."""
    with site.opened() as project:
        _answered(site, project, FacetQuery(), 1)


def _answered(site: Site, project: Project, query: FacetQuery, number: int) -> Found:
    return site.memory.answer(
        site.project, (query, number), lambda: project.faceted(query, offset=(number - 1) * PER_PAGE, limit=PER_PAGE)
    )


def _link(request: Request, changes: dict[str, object]) -> str:
    """The address of this search with some parts changed; None takes a part out."""
    parts = {name: value for name, value in request.query_params.items() if name != "page" and value}
    parts.update({name: str(value) for name, value in changes.items() if value is not None})
    for name, value in changes.items():
        if value is None:
            parts.pop(name, None)
    return "/search?" + urlencode(sorted(parts.items()))
