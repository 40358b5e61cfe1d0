"""A deed that somebody is accused of, or confesses, is told once: by its ``involvement``, whatever its verb.

"He was accused of having promised the bridge to the rebels" makes an accusation and an involvement, and no promise.
"""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.status.contents import SOURCES, contents
from vitascope.claims.status.governors import VERBAL
from vitascope.model import Clause

_AIMING = ("xcomp", "acl", "advcl")


def with_contents(context: Context, clauses: tuple[Clause, ...], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts and the deeds told in contents, without what tells the deeds a second time."""
    told = contents(context, clauses, drafts)
    deeds = [d for d in told if d.type == "involvement"]
    if not deeds:
        return [*drafts, *told]
    verbs = [d for d in deeds if context.tokens[context.tokens_in(d.predicate)[0]].pos in VERBAL]
    return [d for d in drafts if d.type in SOURCES or not _is_deed(context, d, clauses, deeds, verbs)] + told


def _is_deed(
    context: Context, draft: Draft, clauses: tuple[Clause, ...], deeds: Sequence[Draft], verbs: Sequence[Draft]
) -> bool:
    """Whether a draft tells the deed itself, or what it was done for ("having plotted to blow up the mill"); what was
    done to another is told of them."""
    if draft.type == "event" and any(draft.predicate.contains(deed.predicate) for deed in deeds):
        return True
    clause = None if draft.clause is None else clauses[draft.clause]
    if clause is None or clause.kind == "nominal":
        return False
    suffered = (context.persona(a.head) for a in clause.arguments if a.function == "object")
    if not clause.passive and any(p is not None and p.id == draft.subject.id for p in suffered):
        return False
    aim = clause.link in _AIMING and clause.tense == "none" and not clause.passive
    return any(
        draft.predicate.contains(deed.predicate) or (aim and deed.span.contains(draft.predicate)) for deed in verbs
    )
