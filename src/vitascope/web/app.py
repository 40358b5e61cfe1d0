"""The page as an ASGI application: which address is answered by what."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from vitascope.errors import VitascopeError
from vitascope.web import (
    claims,
    comparing,
    dating,
    faults,
    home,
    judging,
    lives,
    maps,
    networks,
    pasting,
    review,
    search,
)
from vitascope.web.guards import Guards, TooLarge
from vitascope.web.remembered import RememberedPages
from vitascope.web.site import Site


def application(site: Site) -> Starlette:
    """The application over one project. Holds nothing between requests but the site."""
    app = Starlette(
        routes=[
            Route("/", home.home),
            Route("/lives/{document}", lives.life),
            Route("/lives/{document}/network", networks.one_network),
            Route("/lives/{document}/map", maps.one_map),
            Route("/map", maps.whole_map),
            Route("/network", networks.whole_network),
            Route("/claims/{claim}", claims.claim),
            Route("/claims/{claim}/judge", judging.judge_claim, methods=["POST"]),
            Route("/judgements/{number:int}/undo", judging.undo, methods=["POST"]),
            Route("/people/judge", judging.judge_personas, methods=["POST"]),
            Route("/review", review.review),
            Route("/date", dating.date),
            Route("/read", pasting.paste, methods=["POST"]),
            Route("/read/{document}", pasting.pasted),
            Route("/read/{document}/keep", pasting.keep, methods=["POST"]),
            Route("/compare", comparing.compare),
            Route("/search", search.search),
            Mount("/static", StaticFiles(packages=[("vitascope.web", "static")]), name="static"),
        ],
        middleware=[
            Middleware(Guards, site=site),
            Middleware(RememberedPages, project=site.project),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
        ],
        exception_handlers={
            faults.NotFound: faults.not_found,
            VitascopeError: faults.refused,
            TooLarge: faults.too_large,
            HTTPException: faults.by_code,
        },
    )
    app.state.site = site
    return app
