"""Templates to pages: everything is escaped (Jinja's autoescape), links to files carry the hash of the file."""

from __future__ import annotations

import hashlib
import re
from functools import cache, partial
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from vitascope import __version__
from vitascope.export.departures import is_plain
from vitascope.model import Claim, Status
from vitascope.store.overview import LifeLine
from vitascope.views.claim_words import headline, role_words, type_label
from vitascope.views.date_words import date_words
from vitascope.views.judgement_words import sign
from vitascope.views.status_words import mark, status_explained, status_label, status_sentence
from vitascope.vocabulary import load
from vitascope.web.site import site_of

_MONTHS_OF_YEARS = re.compile(r"(\d{4})(?:-[\dX]{2}){1,2}")
_HEADERS = {"Cache-Control": "no-store"}
"""What is shown is as it stands now, also after going back to it, and is not left behind in a browser."""


def page(request: Request, template: str, status_code: int = 200, **values: Any) -> HTMLResponse:
    """A whole page from a template; ``site`` and ``request`` are always at hand."""
    site = site_of(request)
    here = partial(query_with, request)
    words = _environment().get_template(template).render(request=request, site=site, with_query=here, **values)
    return HTMLResponse(words, status_code=status_code, headers=_HEADERS)


def query_with(request: Request, **changes: object) -> str:
    """The query of this address with some parts changed; None takes a part out."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in changes]
    told = [(name, str(value)) for name, value in changes.items() if value is not None]
    return urlencode(kept + told)


def claim_classes(claim: Claim) -> str:
    """The classes by which style tells a claim's family and status: ``claim repression unplain duress``."""
    judged = (f"judged-{claim.judged.verdict}",) if claim.judged else ()
    return " ".join(("claim", family_class(claim.type), *status_classes(claim.status), *judged))


def status_classes(status: Status) -> tuple[str, ...]:
    """``unplain`` for all that the author does not plainly assert, then why: duress, revoked, disputed, negated."""
    told = (
        (not is_plain(status), "unplain"),
        (status.duress, "duress"),
        (status.standing in ("annulled", "withdrawn"), "revoked"),
        (status.standing == "disputed", "disputed"),
        (status.polarity == "negated", "negated"),
    )
    return tuple(name for holds, name in told if holds)


def family_class(type_: str) -> str:
    """A type's family as a class name; ``other`` for what has none."""
    known = load().types.get(type_)
    return known.family if known and known.family.isalpha() else "other"


def type_says(claim: Claim) -> str:
    """What a claim of this type says of its subject: ``is born``; empty for a type that is not known."""
    known = load().types.get(claim.type)
    return known.says if known else ""


def life_dates(line: LifeLine) -> str:
    """The years in which somebody lived, in words: ``1901 – 1937``, ``born 1901``, ``died about 1668``."""
    born, died = (date_words(_MONTHS_OF_YEARS.sub(r"\1", edtf or "")) for edtf in (line.born, line.died))
    if born and died:
        return f"{born} – {died}"
    return f"born {born}" if born else f"died {died}" if died else "no dates of life"


@cache
def asset(name: str) -> str:
    """The address of a file of the page, with a part of its hash so that browsers may keep it."""
    held = files("vitascope.web").joinpath("static", *name.split("/"))
    if not held.is_file():
        return f"/static/{name}"
    return f"/static/{name}?v={hashlib.sha256(held.read_bytes()).hexdigest()[:12]}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("vitascope.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        classes=claim_classes,
        date_words=date_words,
        family=family_class,
        headline=headline,
        life_dates=life_dates,
        mark=mark,
        role_words=role_words,
        sign=sign,
        status_label=status_label,
        type_label=type_label,
        type_says=type_says,
    )
    environment.globals.update(
        asset=asset, status_explained=status_explained, status_sentence=status_sentence, version=__version__
    )
    return environment
