"""Who with whom, of one life or of all: a drawing to move, and the same as a table that needs no script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from starlette.requests import Request
from starlette.responses import Response

from vitascope.export.attested import Attested, attested
from vitascope.model import Persona, Reading
from vitascope.views.network import Network, PersonaKey, network
from vitascope.web.downloads import asked_format, json_file, table_file
from vitascope.web.faults import NotFound
from vitascope.web.rendering import page
from vitascope.web.site import Site, site_of

MOST_LIVES = 200
"""How many lives the network of a whole project is drawn from."""


def one_network(request: Request) -> Response:
    """``/lives/{document}/network``."""
    document = request.path_params["document"]
    with site_of(request).opened() as project:
        reading = project.reading(document, judged=True)
    if reading is None:
        raise NotFound(f"no life with the id {document}")
    return _shown(request, _network([reading], {}), reading.document.title, reading)


def whole_network(request: Request) -> Response:
    """``/network``: the first lives of the project together."""
    return _shown(request, network_of_all(site_of(request)), "All lives", None)


def network_of_all(site: Site) -> Network:
    """The network of the first lives, kept until the project changes."""

    def drawn() -> Network:
        with site.opened() as project:
            lives = project.lives(limit=MOST_LIVES)
            found = (project.reading(life.document, judged=True) for life in lives)
            readings = [reading for reading in found if reading is not None]
            same = {member: cluster.members[0] for cluster in project.clusters() for member in cluster.members}
        return _network(readings, same)

    return site.memory.answer(site.project, "network", drawn)


def _network(readings: list[Reading], same: Mapping[PersonaKey, PersonaKey]) -> Network:
    personas: dict[PersonaKey, Persona] = {}
    items: list[Attested] = []
    for reading in readings:
        personas.update({(reading.document.id, persona.id): persona for persona in reading.people.personas})
        items.extend(attested(reading))
    known = {one: other for one, other in same.items() if other in personas}
    return network(items, personas, known)


def _shown(request: Request, drawn: Network, title: str, reading: Reading | None) -> Response:
    if format_ := asked_format(request):
        name = f"network {title}"
        return (
            json_file(drawn.as_json(), name) if format_ == "json" else table_file(_COLUMNS, _rows(drawn), format_, name)
        )
    return page(request, "network.html", network=drawn, title=title, reading=reading)


_COLUMNS = ("one", "other", "role", "claim", "date", "words", "mark")


def _rows(drawn: Network) -> Iterator[dict[str, str]]:
    """One row a tie."""
    for link in drawn.links:
        for tie in link.ties:
            yield {
                "one": drawn.nodes[link.source].label,
                "other": drawn.nodes[link.target].label,
                "role": tie.role,
                "claim": tie.claim,
                "date": tie.date,
                "words": tie.words,
                "mark": tie.mark,
            }
