"""What every form must prove before anything is done with it."""

from __future__ import annotations

import secrets

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from vitascope.web.site import Site, site_of

TOKEN = "token"
"""The hidden field of every form that posts."""


def proven(request: Request, form: FormData, edits: bool = False) -> Site:
    """The site, where the form carries this start's token and, for ``edits``, editing is allowed.

    Raises HTTPException 403 otherwise.
    """
    site = site_of(request)
    given = form.get(TOKEN)
    if not isinstance(given, str) or not secrets.compare_digest(given.encode(), site.token.encode()):
        raise HTTPException(403, "The form is older than the server, or not from this page; load the page again")
    if edits and not site.edit:
        raise HTTPException(403, "This page is read-only; start it with: vitascope serve --edit")
    return site
