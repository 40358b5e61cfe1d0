"""Search: people by name, claims by facets, every state an address, and the same as a file."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from vitascope.store import Project
from vitascope.store.facets import FacetQuery, Found
from vitascope.web.asking import number_asked, year_asked
from vitascope.web.downloads import asked_format, claims_file
from vitascope.web.rendering import page
from vitascope.web.site import Site, site_of

PER_PAGE = 50
MOST_IN_FILE = 10_000
"""How many claims a downloaded search holds; for more there is ``vitascope claims``."""
_TEXTS = ("person", "type", "status", "role", "place", "organisation")


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
    with site.opened() as project:
        found = _answered(site, project, query, number)
        items = {item.claim.id: item for item in project.claims_by_ids(found.claims)}
        lives = project.lives(query.words, limit=8) if query.words else []
        if format_ := asked_format(request):
            everything = project.faceted(query, limit=MOST_IN_FILE, count=False).claims
            return claims_file(project.claims_by_ids(everything), format_, f"search {query.words}")
    return page(
        request,
        "search.html",
        query=query,
        found=found,
        items=[items[id_] for id_ in found.claims if id_ in items],
        lives=lives,
        chosen={name: value for name, value in asked.items() if name not in ("q", "page", "format") and value},
        number=number,
        most_in_file=MOST_IN_FILE,
        pages=-(-found.total // PER_PAGE),
        link=lambda **changes: _link(request, changes),
    )


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
