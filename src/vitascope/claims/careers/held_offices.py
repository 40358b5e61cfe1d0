"""Offices told of by a word for any: "became surveyor, an office which he kept until 1905" is his surveyorship."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.dating.closing import holds_office_before
from vitascope.claims.framing.frames import Draft
from vitascope.model import Clause, Party

_POST = "post"
OFFICES = (_POST, "appointment", "election", "promotion")
_TOLD = ("role", "organisation", "jurisdiction", "place")
_SUCCESSION = "frame:appointment-succeed"
_NEAR = 1
"""Sentences between an office and the word for it: "He held the post until 1920"."""


def named(context: Context, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of "the post" with the office that was told before it; left out where that is a post and the
    same sentence only tells how long it was held, as its time is then that of both."""
    offices = sorted((d for d in drafts if d.type in OFFICES and "role" in d.roles), key=lambda d: d.predicate.start)
    kept = []
    for draft in drafts:
        if draft.rule == _SUCCESSION and draft.clause is not None and "role" not in draft.roles:
            draft = _of_predecessor(context, clauses[draft.clause], draft, offices)
        before = _office_before(context, draft, offices) if _of_any(context, draft) else None
        if before is None:
            kept.append(draft)
            continue
        same = before.type == _POST and before.sentence == draft.sentence
        if same and draft.clause is not None and holds_office_before(context, clauses[draft.clause]):
            continue
        told = {role: before.roles[role] for role in _TOLD if role in before.roles}
        kept.append(replace(draft, roles={**draft.roles, **told}))
    return kept


def _of_predecessor(context: Context, clause: Clause, draft: Draft, offices: Sequence[Draft]) -> Draft:
    """ "He was succeeded by Anna Lund": in the office that was told of him last."""
    gone = {p.id for a in clause.arguments if a.function == "object" and (p := context.persona(a.head)) is not None}
    told = [o for o in offices if o.subject.id in gone and o.predicate.start < draft.predicate.start]
    told = [o for o in told if not _of_any(context, o)]
    roles = {role: told[-1].roles[role] for role in _TOLD if role in told[-1].roles} if told else {}
    return replace(draft, roles={**roles, **draft.roles})


def _of_any(context: Context, draft: Draft) -> bool:
    role = draft.roles.get("role")
    return draft.type == _POST and role is not None and is_any(context, role)


def is_any(context: Context, role: Party) -> bool:
    """Whether a role is a mere word for an office: "held the post"."""
    if role.span is None or role.id is not None:
        return False
    words = [context.tokens[i] for i in context.tokens_in(role.span)]
    generic = {*context.lexicon.sets["generic_post"], *context.lexicon.grammar["leading"]}
    return bool(words) and all(t.lemma.lower() in generic for t in words)


def _office_before(context: Context, draft: Draft, offices: Sequence[Draft]) -> Draft | None:
    found = None
    for office in offices:
        if office.predicate.start >= draft.predicate.start:
            break
        same = office.subject.id == draft.subject.id and office.subject.id is not None
        if same and draft.sentence - office.sentence <= _NEAR and not _of_any(context, office):
            found = office
    return found
