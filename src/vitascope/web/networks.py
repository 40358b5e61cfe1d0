"""Who with whom, of one life or of all: a drawing to move, and the same as a table that needs no script."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from vitascope.export.attested import Attested, attested
from vitascope.model import Persona, Reading
from vitascope.views.network import Network, PersonaKey, network
from vitascope.web.faults import NotFound
from vitascope.web.rendering import page
from vitascope.web.site import site_of

MOST_LIVES = 200
"""How many lives the network of a whole project is drawn from."""


def one_network(request: Request) -> Response:
    """``/lives/{document}/network``."""
    document = request.path_params["document"]
    with site_of(request).opened() as project:
        reading = project.reading(document)
    if reading is None:
        raise NotFound(f"no life with the id {document}")
    return _shown(request, _network([reading]), reading.document.title, reading)


def whole_network(request: Request) -> Response:
    """``/network``: the first lives of the project together."""
    with site_of(request).opened() as project:
        lives = project.lives(limit=MOST_LIVES)
        readings = [reading for life in lives if (reading := project.reading(life.document)) is not None]
    return _shown(request, _network(readings), "All lives", None)


def _network(readings: list[Reading]) -> Network:
    personas: dict[PersonaKey, Persona] = {}
    items: list[Attested] = []
    for reading in readings:
        personas.update({(reading.document.id, persona.id): persona for persona in reading.people.personas})
        items.extend(attested(reading))
    return network(items, personas)


def _shown(request: Request, drawn: Network, title: str, reading: Reading | None) -> Response:
    if request.query_params.get("format") == "json":
        return JSONResponse(drawn.as_json())
    return page(request, "network.html", network=drawn, title=title, reading=reading)
