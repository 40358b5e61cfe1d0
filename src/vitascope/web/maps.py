"""Where what is told took place, of one life or of all: a drawing without borders or tiles, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response

from vitascope.model import Persona, Reading
from vitascope.views.life_map import LifeMap, life_map
from vitascope.web.downloads import asked_format, json_file, table_file
from vitascope.web.faults import NotFound
from vitascope.web.networks import MOST_LIVES
from vitascope.web.rendering import page
from vitascope.web.site import Site, site_of


def one_map(request: Request) -> Response:
    """``/lives/{document}/map``: of the subject of the life, or of ``?persona=``; ``format`` as a file."""
    document, wanted = request.path_params["document"], request.query_params.get("persona", "")
    with site_of(request).opened() as project:
        reading = project.reading(document, judged=True)
    if reading is None:
        raise NotFound(f"no life with the id {document}")
    persona = next((each for each in reading.people.personas if each.id == wanted), None) or _subject(reading)
    return _shown(request, life_map([(reading, persona)]), reading, persona)


def whole_map(request: Request) -> Response:
    """``/map``: the subjects of the first lives of the project together; ``format`` as a file."""
    return _shown(request, map_of_all(site_of(request)), None, None)


def map_of_all(site: Site) -> LifeMap:
    """The map of the first lives, kept until the project changes."""

    def drawn() -> LifeMap:
        with site.opened() as project:
            found = (project.reading(life.document, judged=True) for life in project.lives(limit=MOST_LIVES))
            return life_map((reading, _subject(reading)) for reading in found if reading is not None)

    return site.memory.answer(site.project, "map", drawn)


def _subject(reading: Reading) -> Persona | None:
    return next((persona for persona in reading.people.personas if persona.main), None)


def _shown(request: Request, drawn: LifeMap, reading: Reading | None, persona: Persona | None) -> Response:
    title = "All lives" if reading is None else persona.label if persona else reading.document.title
    if format_ := asked_format(request):
        if format_ == "json":
            return json_file(drawn.as_geojson(), f"map {title}")
        return table_file(_COLUMNS, _rows(drawn), format_, f"map {title}")
    return page(request, "map.html", drawn=drawn, title=title, reading=reading)


_COLUMNS = ("place", "label", "latitude", "longitude", "name_then", "jurisdiction", "who", "date", "claim", "mark")


def _rows(drawn: LifeMap) -> Iterator[dict[str, object]]:
    """One row a stop."""
    for point in drawn.points:
        for stop in point.stops:
            yield {
                "place": point.place.id,
                "label": point.place.label,
                "latitude": point.place.latitude,
                "longitude": point.place.longitude,
                "name_then": stop.name,
                "jurisdiction": stop.jurisdiction,
                "who": stop.who,
                "date": stop.date,
                "claim": stop.item.claim.id,
                "mark": stop.mark,
            }
