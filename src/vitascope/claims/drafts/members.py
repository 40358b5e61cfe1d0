"""What is told of persons joined is told of each: "they", "both", "the couple" after "Anna Berg and Lev Dahl".

A group told as one ("his four daughters", "the deputies") has no members and stays one subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.model import Party

_MUTUAL = {"marriage": "spouse", "divorce": "spouse", "contact": "with"}
"""Types in which members who have no other partner are each other's, and the role of the partner."""


def of_each_member(context: Context, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, those about a group of known members once for each of them, in the order in which they were met."""
    for draft in _of_pairs(context, drafts):
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


def _of_pairs(context: Context, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """ "Anna Berg and Lev Dahl married": of two who are told of in one clause without a partner each is the other's."""
    drafts = list(drafts)
    alone: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        if draft.clause is not None and draft.type in _MUTUAL and _MUTUAL[draft.type] not in draft.roles:
            alone.setdefault((draft.type, draft.clause, draft.rule), []).append(draft)
    for draft in drafts:
        pair = alone.get((draft.type, draft.clause, draft.rule), []) if draft.type in _MUTUAL else []
        told = len(pair) == 2 and draft in pair and all(_is_one(context, d.subject) for d in pair)
        if not told or _is_each_by_himself(context, pair[0].subject):
            yield draft
        elif draft is pair[0]:
            one, other = sorted(pair, key=lambda d: not _is_main(context, d.subject))
            yield replace(one, roles={**one.roles, _MUTUAL[one.type]: other.subject}, part=pair[0].part)


def _is_one(context: Context, party: Party) -> bool:
    persona = context.personas.get(party.id or "")
    return persona is not None and persona.kind == "person" and not persona.members


def _is_each_by_himself(context: Context, first: Party) -> bool:
    """ "Neither Lev Dahl nor Olga Lund married", "both … and …": told of each, not of the two together."""
    inside = context.tokens_in(first.span) if first.span is not None else range(0)
    return any(context.tokens[c].tag == "CC" and c < i for i in inside for c in context.annotation.children[i])


def _is_main(context: Context, party: Party) -> bool:
    return party.id is not None and context.main is not None and party.id == context.main.id
