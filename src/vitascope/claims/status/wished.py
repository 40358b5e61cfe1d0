"""What somebody refuses to do, asks for or orders is told by that claim alone: "refused to serve" is no service."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.claims.framing.frames import Draft
from vitascope.model import Clause

_WISHING = frozenset({"refusal", "request", "order"})
_GOVERNED = ("xcomp", "ccomp")


def without_wished(clauses: Sequence[Clause], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those of infinitives that a refusal, a request or an order governs."""
    wishing = {d.clause for d in drafts if d.type in _WISHING and d.clause is not None}
    return [d for d in drafts if d.clause is None or not _is_wished(clauses, clauses[d.clause], wishing)]


def _is_wished(clauses: Sequence[Clause], clause: Clause, wishing: set[int]) -> bool:
    while clause.kind in ("verb", "copula") and clause.tense == "none" and clause.parent is not None:
        if clause.link not in (*_GOVERNED, "conj"):
            return False
        if clause.link != "conj" and clause.parent in wishing:
            return True
        clause = clauses[clause.parent]
    return False
