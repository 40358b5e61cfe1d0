"""One claim: its words in their sentence, its date and why, its status and who says so, and what people judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from vitascope.export.attested import Attested
from vitascope.export.claims_jsonl import claim_object
from vitascope.model import Claim
from vitascope.store import Placed, Project
from vitascope.views.date_words import date_words
from vitascope.views.judgement_words import correction_words
from vitascope.web.correction_form import fields
from vitascope.web.downloads import claims_file, json_file
from vitascope.web.rendering import page
from vitascope.web.site import Site, site_of


def claim(request: Request) -> Response:
    """``/claims/{claim}``: by its id or the beginning of one; ``?format=`` as a file."""
    site = site_of(request)
    with site.opened() as project:
        found = project.claim(request.path_params["claim"])
        if request.query_params.get("format") == "json":
            return json_file(claim_object(found), f"claim-{found.claim.id[:8]}")
        if request.query_params.get("format") == "csv":
            return claims_file([found], "csv", f"claim-{found.claim.id[:8]}")
        before, after = project.neighbours(found.claim.id)
        by = found.claim.status.by
        revoking = next((item for item in project.claims_by_ids((by,)) if by), None) if by else None
        values = claim_values(project, found, site)
        provenance = project.provenance(found.document.id)
    return page(
        request,
        "claim.html",
        revoking=revoking,
        provenance=provenance,
        then=request.url.path,
        before_it=before,
        after_it=after,
        **values,
    )


def claim_values(project: Project, found: Attested, site: Site) -> dict[str, Any]:
    """What a claim is shown with wherever it is shown alone: sentence, history, what was read, fields to correct."""
    told, roles, status = fields(found) if site.edit else ((), (), ())
    held, text = found.claim, found.document.text
    start, end = min(held.sentence.start, held.span.start), max(held.sentence.end, held.span.end)
    return {
        "item": found,
        "claim": held,
        "before": text[start : held.span.start],
        "after": text[held.span.end : end],
        "sentence_start": start,
        "read": _as_read(project, found),
        "history": _history(project, held),
        "told_fields": told,
        "role_fields": roles,
        "status_fields": status,
        "personas": project.personas(found.document.id) if site.edit else (),
    }


@dataclass(frozen=True, slots=True)
class Entry:
    """One judgement of a claim, ready to be shown. ``can_undo`` where it stands."""

    number: int
    at: str
    by: str
    says: str
    why: str
    undone: int | None
    can_undo: bool


_SAYS = {"accept": "accepts", "reject": "rejects", "correct": "corrects", "unsure": "doubts"}


def _history(project: Project, claim: Claim) -> tuple[Entry, ...]:
    target = claim.id
    if claim.judged is not None and claim.judged.alone:  # known by the id under which it was judged
        last = claim.judged.numbers[-1]
        target = next(each.targets[0] for each in project.judgements() if each.judgement.number == last)
    return tuple(_entry(each) for each in project.history(target))


def _entry(placed: Placed) -> Entry:
    made = placed.judgement
    if made.undoes is not None:
        return Entry(made.number, made.at, made.by, f"takes judgement {made.undoes} back", made.why, None, False)
    says = _SAYS.get(made.verdict, made.verdict)
    if made.correction is not None:
        says = f"corrects {correction_words(made.correction)}"
    return Entry(made.number, made.at, made.by, says, made.why, placed.undone, placed.undone is None)


def _as_read(project: Project, found: Attested) -> dict[str, str]:
    """What was read of each part that a person corrected, in words."""
    judged = found.claim.judged
    if judged is None or not judged.corrected or judged.alone:
        return {}
    return {part: _part(project.claim(found.claim.id, judged=False), part) for part in judged.corrected}


def _part(item: Attested, part: str) -> str:
    claim = item.claim
    kind, _, name = part.partition(".")
    if kind == "roles":
        return claim.roles[name].label if name in claim.roles else "nobody and nothing"
    if kind == "status":
        value = getattr(claim.status, name)
        return {True: "yes", False: "no", None: "nobody"}[value] if value is None or value in (True, False) else value
    told = {
        "type": claim.type,
        "words": f"“{' '.join(item.quote.split())}”",
        "subject": claim.subject.label,
        "when": date_words(claim.when.edtf) or "no time",
    }
    return told[kind]
