"""Offices of a firm told without it: "is led by CEO Karl Berg", "joined the bank in 1980; he became managing director".

Some offices are only ever held in a body. Where their words name none, it is the one that the author told of the same
person last, in the same sentence or right before; a predecessor's is that of whoever followed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope.claims.careers.held_offices import OFFICES
from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.model import Party

_TYING = (*OFFICES, "command", "founding", "membership", "occupation", "work")
_FOLLOWED = "frame:post-predecessor"
_LEFT = "leave"
_BODY, _ROLE = "organisation", "role"
_NEAR = 1
"""Sentences between a body and an office in it: "He joined the bank. In 1990 he became managing director"."""


def with_firms(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of an office of a firm that names no body with the one that was told of its bearer."""
    kept: list[Draft] = []
    for draft in drafts:
        body = _told(context, draft, drafts) if _lacks_firm(context, draft) else None
        kept.append(draft if body is None else replace(draft, roles={**draft.roles, _BODY: body}))
    return [_as_followed(context, d, kept) for d in kept]


def _lacks_firm(context: Context, draft: Draft) -> bool:
    role = draft.roles.get(_ROLE)
    if draft.type not in OFFICES or role is None or not draft.roles.keys().isdisjoint((_BODY, "jurisdiction")):
        return False
    words = role.label.lower().split()
    return any(" ".join(words[i:]) in context.lexicon.corporate for i in range(len(words)))


def _told(context: Context, office: Draft, drafts: Sequence[Draft]) -> Party | None:
    """The body of the nearest draft of the same person: in the same sentence, else before it in the same paragraph."""
    found: list[tuple[int, int, Party]] = []
    for draft in drafts:
        body = draft.roles.get(_BODY)
        apart = office.sentence - draft.sentence
        if draft.type not in _TYING or body is None or body.span is None or not 0 <= apart <= _NEAR:
            continue
        if draft.subject.id is None or draft.subject.id != office.subject.id or not _is_firm(context, body):
            continue
        if apart and not _same_block(context, draft, office):
            continue
        if "phase" not in draft.roles or draft.roles["phase"].label != _LEFT:
            found.append((apart, abs(office.predicate.start - draft.predicate.start), body))
    return min(found, key=lambda f: f[:2])[2] if found else None


def _is_firm(context: Context, body: Party) -> bool:
    """Whether a body is one by name, no board or council of another."""
    if body.span is None:
        return False
    last = context.tokens_in(body.span)[-1]
    within = context.tokens[last].lemma.lower() in context.lexicon.sets["body"]
    return not within and (body.id is not None or context.tokens[last].pos == "PROPN")


def _same_block(context: Context, one: Draft, other: Draft) -> bool:
    return any(b.span.contains(one.predicate) and b.span.contains(other.predicate) for b in context.document.blocks)


def _as_followed(context: Context, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    if draft.rule != _FOLLOWED or not _lacks_firm(context, draft):
        return draft
    role = draft.roles[_ROLE].span
    same = (d for d in drafts if d.clause == draft.clause and d is not draft and _ROLE in d.roles)
    body = next((d.roles[_BODY] for d in same if d.roles[_ROLE].span == role and _BODY in d.roles), None)
    return draft if body is None else replace(draft, roles={**draft.roles, _BODY: body})
