"""Ties that both have: "her friend Karl Berg", "a former colleague, Karl Berg" tell whom the owner of the tie knew.

A noun for one side names the other as its owner, or leaves it to the reader that the person of the life is meant. The
claim is of the owner, and of whose life it is before anybody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft

_TIE = "contact"
_OTHER = "with"
_OWNED = "frame:contact-own"
_RULES = frozenset({_OWNED, "frame:contact-agent"})


def of_the_owner(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, ties told by a noun about whoever owns them; those with somebody unnamed or oneself are left out."""
    return [told for draft in drafts if (told := _told(context, draft)) is not None]


def _told(context: Context, draft: Draft) -> Draft | None:
    other = draft.roles.get(_OTHER)
    if draft.rule not in _RULES or other is None:
        return draft
    named, owner = (context.personas.get(party.id or "") for party in (draft.subject, other))
    if draft.rule == _OWNED and (named is None or not named.names or owner in (None, named)):
        return None
    if (draft.rule != _OWNED and (owner is None or not owner.main)) or (named is not None and named.main):
        return draft
    return replace(draft, subject=other, roles={**draft.roles, _OTHER: draft.subject})
