"""What people say of claims and personas, written through the page; only while editing, each with its author."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from vitascope.errors import DataError
from vitascope.judgement import Judgement
from vitascope.model import Verdict
from vitascope.store import CLAIM_VERDICTS, PERSONA_VERDICTS, Named, Project
from vitascope.web.correction_form import correction
from vitascope.web.faults import NotFound
from vitascope.web.site import Site
from vitascope.web.writing import proven


async def judge_claim(request: Request) -> Response:
    """``POST /claims/{claim}/judge``: ``verdict``, ``why``, for ``correct`` the fields of the form; then ``then``."""
    async with request.form(max_fields=200) as form:
        site, given = proven(request, form, edits=True), _texts(form)
    claim = request.path_params["claim"]
    made = await run_in_threadpool(_judge, site, claim, given)
    return _back(given, f"/claims/{claim}", made)


async def undo(request: Request) -> Response:
    """``POST /judgements/{number}/undo``: by a judgement; then ``then``."""
    async with request.form() as form:
        site, given = proven(request, form, edits=True), _texts(form)

    def work() -> Judgement:
        with site.opened() as project:
            return project.undo(request.path_params["number"], by=site.author, why=given.get("why", ""))

    await run_in_threadpool(work)
    return _back(given, "/", None)


async def judge_personas(request: Request) -> Response:
    """``POST /people/judge``: ``one`` and ``other`` as document:persona, ``verdict``, ``why``; then ``then``."""
    async with request.form() as form:
        site, given = proven(request, form, edits=True), _texts(form)
    verdict = _verdict(given.get("verdict", ""), PERSONA_VERDICTS)

    def work() -> Judgement:
        with site.opened() as project:
            one, other = (_persona(project, given.get(name, "")) for name in ("one", "other"))
            return project.judge_personas(one, other, verdict, by=site.author, why=given.get("why", ""))

    made = await run_in_threadpool(work)
    return _back(given, "/", made)


def _judge(site: Site, claim: str, given: dict[str, str]) -> Judgement:
    verdict = _verdict(given.get("verdict", ""), CLAIM_VERDICTS)
    with site.opened() as project:
        item = project.claim(claim)
        change = None
        if verdict == "correct":
            change = correction(item, given, project.personas(item.document.id))
        return project.judge(item.claim.id, verdict, by=site.author, why=given.get("why", ""), correction=change)


def _verdict(word: str, known: tuple[Verdict, ...]) -> Verdict:
    for verdict in known:
        if verdict == word:
            return verdict
    raise DataError("verdict", f"“{word}” is not said of this", f"one of: {', '.join(known)}")


def _persona(project: Project, name: str) -> Named:
    document, _, id_ = name.partition(":")
    found = project.persona(document, id_)
    if found is None:
        raise NotFound(f"nobody with the id {id_} in that text; it may have been read anew since")
    return found


def _texts(form: FormData) -> dict[str, str]:
    return {name: value.strip() for name, value in form.items() if isinstance(value, str)}


def _back(given: dict[str, str], otherwise: str, made: Judgement | None) -> Response:
    """To where the form asks, which must be of this page; with the number made, so that it can be taken back."""
    then = given.get("then", "")
    parts = urlsplit(then)
    ours = then.startswith("/") and not then.startswith("//") and "\\" not in then and not parts.netloc
    target = then if ours else otherwise
    if ours and made is not None and parts.path == "/review":
        target += ("&" if parts.query else "?") + urlencode({"made": made.number})
    return RedirectResponse(target, status_code=303)
