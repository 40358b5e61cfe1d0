"""What went wrong, as a page that says what to do; never a traceback."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from vitascope.errors import VitascopeError
from vitascope.web.guards import LARGEST_BODY
from vitascope.web.rendering import page


class NotFound(Exception):
    """Nothing is at this address; the message says what was looked for."""


def not_found(request: Request, fault: Exception) -> Response:
    """404, with what was looked for."""
    return page(request, "fault.html", 404, title="Not found", says=f"There is {fault}.")


def refused(request: Request, fault: Exception) -> Response:
    """400, with what the fault says to do: an error of Vitascope's own is told as it is."""
    assert isinstance(fault, VitascopeError)
    return page(request, "fault.html", 400, title="That did not work", says=str(fault))


def too_large(request: Request, _: Exception) -> Response:
    """413, with the limit."""
    says = f"More than {LARGEST_BODY // 1024 // 1024} MB were sent. Read such a text with “vitascope read”."
    return page(request, "fault.html", 413, title="Too large", says=says)


def by_code(request: Request, fault: Exception) -> Response:
    """What Starlette itself refuses: an address without a route, a method that a route does not know."""
    assert isinstance(fault, HTTPException)
    says = "There is nothing at this address." if fault.status_code == 404 else f"{fault.detail}."
    return page(request, "fault.html", fault.status_code, title="Not found", says=says)
