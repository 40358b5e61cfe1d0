"""The first page: the project in numbers, and its lives."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from vitascope.web.asking import number_asked
from vitascope.web.downloads import asked_format, table_file
from vitascope.web.rendering import page
from vitascope.web.site import site_of

PER_PAGE = 60
MOST_IN_FILE = 10_000
"""How many lives a downloaded list holds."""
_COLUMNS = ("title", "born", "died", "claims", "uri", "document")


def home(request: Request) -> Response:
    """``/``: numbers, search, lives (``?page=``, ``?q=`` narrows by name); ``format`` gives the list as a file."""
    number = number_asked(request.query_params.get("page"))
    words = request.query_params.get("q", "").strip()
    site = site_of(request)
    if format_ := asked_format(request):
        with site.opened() as project:
            rows = [{name: getattr(life, name) for name in _COLUMNS} for life in project.lives(words, 0, MOST_IN_FILE)]
        return table_file(_COLUMNS, rows, format_, f"lives {words}")
    with site.opened() as project:
        counts = site.memory.answer(site.project, "counts", project.counts)
        lives = project.lives(words, offset=(number - 1) * PER_PAGE, limit=PER_PAGE + 1)
    return page(
        request,
        "home.html",
        counts=counts,
        lives=lives[:PER_PAGE],
        words=words,
        number=number,
        more=len(lives) > PER_PAGE,
    )
