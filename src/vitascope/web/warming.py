"""What is done before anybody asks, so that the first page is as quick as the next.

The first answer of a kind pays for its template, the vocabulary and the rules of order. So the page asks itself for one
of each before it tells its address. What goes through much of the project is answered afterwards, beside the first
requests, and remembered.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from urllib.parse import quote

from starlette.types import ASGIApp, Message

from vitascope.errors import VitascopeError
from vitascope.store.doubtful import DoubtQuery
from vitascope.web.maps import map_of_all
from vitascope.web.networks import network_of_all
from vitascope.web.search import remember_everything
from vitascope.web.site import Site


def warm(app: ASGIApp, site: Site) -> None:
    """Ask for one page of each kind. What goes wrong is told to whoever asks for it next."""
    with suppress(VitascopeError):
        asyncio.run(_asked(app, site.hosts[0], _one_of_each(site)))


def remember(site: Site) -> None:
    """Answer what costs seconds in a large project."""
    with suppress(VitascopeError):
        remember_everything(site)
        network_of_all(site)
        map_of_all(site)


def _one_of_each(site: Site) -> list[str]:
    with site.opened() as project:
        titled = project.titles(limit=1)
        lives = [each.document for each in titled]
        claims = project.doubtful(DoubtQuery()).claims
    return [
        "/",
        *(f"/lives/{life}{view}" for life in lives for view in ("", "/network", "/map")),
        *(f"/compare?life={life}" for life in lives),
        *(f"/claims/{claim}" for claim in claims),
        "/review",
        *(f"/search?person={quote(each.title)}" for each in titled),
    ]


async def _asked(app: ASGIApp, host: str, addresses: list[str]) -> None:
    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(_: Message) -> None:
        return None

    for address in addresses:
        path, _, query = address.partition("?")
        scope = {
            **{"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http"},
            **{"path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": ""},
            **{"headers": [(b"host", host.encode())], "client": None, "server": None},
        }
        await app(scope, receive, send)
