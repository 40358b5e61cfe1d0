"""What is told of persons joined is told of each: "they", "both", "the couple" after "Anna Berg and Lev Dahl".

A group told as one ("his four daughters", "the deputies") has no members and stays one subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.frames import Draft
from vitascope.model import Party

_MUTUAL = {"marriage": "spouse", "divorce": "spouse", "contact": "with"}
"""Types in which members who have no other partner are each other's, and the role of the partner."""


def of_each_member(context: Context, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, those about a group of known members once for each of them, in the order in which they were met."""
    for draft in drafts:
        group = context.personas.get(draft.subject.id or "")
        if group is None or not group.members:
            yield draft
            continue
        members = [Party(context.personas[m].label, m, draft.subject.span) for m in group.members]
        partner = _MUTUAL.get(draft.type)
        if partner is not None and partner not in draft.roles:
            if len(members) == 2:
                one, other = sorted(members, key=lambda m: not context.personas[m.id or ""].main)
                yield replace(draft, subject=one, roles={**draft.roles, partner: other})
            else:
                yield draft
            continue
        named = {party.id for party in draft.roles.values() if party.id}
        yield from (replace(draft, subject=m) for m in members if m.id not in named)
