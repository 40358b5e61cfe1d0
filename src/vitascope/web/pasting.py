"""A text that is pasted or dropped: read in memory, shown as a life, kept only where it is asked for."""

from __future__ import annotations

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from vitascope.errors import VitascopeError
from vitascope.pipeline import STAGES
from vitascope.sources import read_text
from vitascope.web.downloads import asked_format
from vitascope.web.faults import NotFound
from vitascope.web.lives import life_file, life_values
from vitascope.web.rendering import page
from vitascope.web.site import site_of
from vitascope.web.writing import proven


async def paste(request: Request) -> Response:
    """``POST /read``: ``text``, or a ``file``; to the page on which it is being read."""
    async with request.form() as form:
        proven(request, form)
        file, text = form.get("file"), form.get("text")
        if isinstance(file, UploadFile) and file.filename:
            document = read_text(await file.read(), file.filename.replace("\\", "/").rsplit("/", 1)[-1])
        elif isinstance(text, str) and text.strip():
            document = read_text(text.replace("\r\n", "\n"), "pasted text")
        else:
            raise VitascopeError("text", "nothing was pasted", "paste the text of a life, or choose a file")
    site_of(request).desk.lay(document)
    return RedirectResponse(f"/read/{document.id}", status_code=303)


def pasted(request: Request) -> Response:
    """``/read/{document}``: how far the reading is, then the life."""
    site = site_of(request)
    sheet = site.desk.sheet(request.path_params["document"])
    if sheet is None:
        raise NotFound("no such text on the desk: it was pasted too long ago, or before a restart. Paste it again")
    if sheet.failure is not None:
        raise sheet.failure
    if sheet.reading is None:
        return page(request, "being_read.html", sheet=sheet, stages=STAGES)
    values = life_values(sheet.reading, request.query_params)
    if format_ := asked_format(request):
        return life_file(sheet.reading, values, format_, request.query_params)
    return page(request, "life.html", **values, kept=False)


async def keep(request: Request) -> Response:
    """``POST /read/{document}/keep``: into the project; only while editing."""
    async with request.form() as form:
        site = proven(request, form, edits=True)
    sheet = site.desk.sheet(request.path_params["document"])
    if sheet is None or sheet.reading is None:
        raise NotFound("no such text on the desk: it was pasted too long ago, or before a restart. Paste it again")
    with site.opened() as project:
        project.save(sheet.reading)
    return RedirectResponse(f"/lives/{sheet.document.id}", status_code=303)
