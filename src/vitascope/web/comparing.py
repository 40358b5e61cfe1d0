"""Two or more lives, or sources of one life, on one axis."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from vitascope.export.attested import attested
from vitascope.views.comparison import comparison
from vitascope.views.timeline_lanes import timeline_lanes
from vitascope.web.downloads import asked_format, claims_file
from vitascope.web.rendering import family_class, page
from vitascope.web.site import site_of

MOST = 6
"""How many lives stand side by side."""
CHOICES = 500
"""How many lives are offered to choose from, by title."""


def compare(request: Request) -> Response:
    """``/compare?life=…&life=…``: in the order given; unknown ids are left out, with a word; ``format`` as a file."""
    wanted = list(dict.fromkeys(id_ for id_ in request.query_params.getlist("life") if id_))[:MOST]
    among = request.query_params.get("among", "").strip()
    with site_of(request).opened() as project:
        found = [project.reading(id_, judged=True) for id_ in wanted]
        choices = project.titles(among, CHOICES)
    readings = [reading for reading in found if reading is not None]
    if format_ := asked_format(request):
        items = [item for reading in readings for item in attested(reading)]
        return claims_file(items, format_, "compared lives")
    compared = comparison(readings)
    return page(
        request,
        "compare.html",
        compared=compared,
        lanes=[timeline_lanes(life.chart, family_class) for life in compared.lives],
        claims={claim.id: claim for reading in readings for claim in reading.claims},
        among=among,
        many=CHOICES,
        choices=choices,
        wanted=[reading.document.id for reading in readings],
        missing=len(wanted) - len(readings),
        most=MOST,
    )
