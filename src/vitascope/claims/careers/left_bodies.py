"""The body that somebody was put out of, where only a claim before it tells it.

"Entered Lund University in 1926 and was expelled in 1929", "served in the navy until she was discharged", "worked at
the mill, but was dismissed". An expulsion from a school is a dismissal, one from a party ends a membership, and so does
a resignation by whom joined it: "joined the League, and resigned in 1910".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope.claims.careers.held_offices import OFFICES
from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.model import Clause, Party

_DISMISSED, _RESIGNED, _MEMBER = "dismissal", "resignation", "membership"
_SCHOOLING, _SERVING = "education", "service"
_BODY, _ROLE, _PHASE = "organisation", "role", "phase"
_JOINS, _OUT, _LEAVES, _POST = "join", "expulsion", "leave", "post"
_ENDS = (_LEAVES, _OUT)
_TOLD = (_ROLE, _BODY, "place", "jurisdiction")
_NEAR = 3
"""Sentences between what somebody belonged to and their being put out of it."""


def left_bodies(context: Context, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of being put out of something unnamed with the body that was told last of the same person."""
    return [_left(context, clauses, d, drafts) if _is_bare(d) else d for d in drafts]


def _is_bare(draft: Draft) -> bool:
    out = draft.type == _MEMBER and _PHASE in draft.roles and draft.roles[_PHASE].label == _OUT
    return (out or draft.type in (_DISMISSED, _RESIGNED)) and draft.roles.keys().isdisjoint(_TOLD)


def _left(context: Context, clauses: Sequence[Clause], draft: Draft, drafts: Sequence[Draft]) -> Draft:
    lemma = "" if draft.clause is None else clauses[draft.clause].lemma
    grammar = context.lexicon.grammar
    if draft.type == _MEMBER or lemma in grammar["expelling"]:
        types: tuple[str, ...] = (_SCHOOLING, _MEMBER) if draft.type == _MEMBER else (_SCHOOLING,)
    elif lemma in grammar["discharging_from"]:
        types = (_SERVING,)
    else:
        types = ("work", "command", *OFFICES, *((_MEMBER,) if draft.type == _RESIGNED else ()))
    found = _last(context, draft, drafts, types)
    body = None if found is None else _body(found)
    if found is None or body is None:
        return draft
    kept = {r: p for r, p in draft.roles.items() if r != _PHASE or found.type == _MEMBER}
    if draft.type == _RESIGNED and found.type == _MEMBER and found.roles[_PHASE].label == _JOINS:
        return replace(draft, type=_MEMBER, roles={**kept, _BODY: body, _PHASE: Party(_LEAVES)})
    kind = _DISMISSED if found.type == _SCHOOLING else draft.type
    return replace(draft, type=kind, roles={**kept, _BODY: body})


def _last(context: Context, draft: Draft, drafts: Sequence[Draft], types: Sequence[str]) -> Draft | None:
    """What was told last of the same person, in the same paragraph, of the ``types``."""
    found = None
    for other in drafts:
        before = other.predicate.start < draft.predicate.start and draft.sentence - other.sentence <= _NEAR
        same = other.subject.id is not None and other.subject.id == draft.subject.id
        if other.type not in types or not before or not same or not _in_one_block(context, other, draft):
            continue
        if other.type == _POST and other.roles.get(_ROLE) is not None and other.roles[_ROLE].span is None:
            continue  # "was in charge of supplies": no office that can be left
        if found is None or other.predicate.start > found.predicate.start:
            found = other
    return found


def _body(draft: Draft) -> Party | None:
    """The body of a claim that does not end it; none of an office, with which its body is told."""
    ended = _PHASE in draft.roles and draft.roles[_PHASE].label in _ENDS
    office = _ROLE in draft.roles and draft.roles[_ROLE].span is not None
    return None if ended or office else draft.roles.get(_BODY)


def _in_one_block(context: Context, one: Draft, other: Draft) -> bool:
    return any(b.span.contains(one.predicate) and b.span.contains(other.predicate) for b in context.document.blocks)
