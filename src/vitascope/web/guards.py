"""What stands before every route: who may ask, how much they may send, and what a browser may do with the answer.

A page on loopback is reached by every page that the same browser shows, and by names that resolve to 127.0.0.1
(DNS rebinding). So the Host header must be one of ours, a write must come from our own origin and carry the token
of this start (OWASP, Cross-Site Request Forgery Prevention), and the Content-Security-Policy (W3C, level 3) lets
scripts and styles come from the page's own files alone.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vitascope.web.site import Site

LARGEST_BODY = 8 * 1024 * 1024
"""Bytes that a form or a dropped text may have."""

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = (
    ("Content-Security-Policy", _POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "geolocation=(), camera=(), microphone=()"),
)
_SAFE = frozenset({"GET", "HEAD"})


class Guards:
    """ASGI middleware. Refuses with 400 (host), 403 (origin), 405 (method), 413 (size); sets the headers."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS:
                    headers[name] = value
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, guarded)
            return
        await self._app(scope, _limited(receive), guarded)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers, method = Headers(scope=scope), scope["method"]
        if _host(headers.get("host", "")) not in self._site.hosts:
            return _told(400, "This page is asked for by a name that is not its own.")
        if method in _SAFE:
            return None
        if method != "POST":
            return _told(405, "Only GET, HEAD and POST are known here.")
        origin = headers.get("origin")
        foreign = origin is not None and urlsplit(origin).netloc != headers.get("host")
        if foreign or headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return _told(403, "A change must come from this page itself.")
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return _told(413, f"More than {LARGEST_BODY} bytes were sent; read such a text with `vitascope read`.")
        return None


class TooLarge(Exception):
    """More bytes came than were announced or allowed."""


def _limited(receive: Receive) -> Receive:
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            raise TooLarge
        return message

    return counted


def _host(header: str) -> str:
    """The host without its port: ``[::1]:8000`` → ``[::1]``."""
    if header.startswith("["):
        return header.partition("]")[0] + "]"
    return header.partition(":")[0]


def _told(code: int, words: str) -> PlainTextResponse:
    return PlainTextResponse(words + "\n", status_code=code)
