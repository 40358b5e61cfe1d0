"""One claim: its words in their sentence, its date and why, its status and who says so, by what it was read."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from vitascope.web.rendering import page
from vitascope.web.site import site_of


def claim(request: Request) -> Response:
    """``/claims/{claim}``: by its id or the beginning of one."""
    with site_of(request).opened() as project:
        found = project.claim(request.path_params["claim"])
        by = found.claim.status.by
        revoking = next((item for item in project.claims_by_ids((by,)) if by), None) if by else None
        provenance = project.provenance(found.document.id)
    before = found.document.text[found.claim.sentence.start : found.claim.span.start]
    after = found.document.text[found.claim.span.end : found.claim.sentence.end]
    return page(
        request,
        "claim.html",
        item=found,
        claim=found.claim,
        before=before,
        after=after,
        revoking=revoking,
        provenance=provenance,
    )
