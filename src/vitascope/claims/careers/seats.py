"""Where an office is held: "consul in Riga" and "bishop of Lund" name a place, or what is governed, and no body.

Names of places are names of bodies as well ("professor at Graz", "captain of Norway"); the office decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.framing.offices import governs
from vitascope.model import Party

_BODY, _ROLE, _PLACE, _RULED = "organisation", "role", "place", "jurisdiction"
_POST = "post"
_SEATED = (_POST, "appointment", "election", "promotion", "dismissal", "resignation", "occupation")
_PLACES = ("GPE", "LOC")
_INSIDE = {"compound", "amod", "cc", "conj", "punct"}


def seated(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of an office whose body is no more than a place with that place."""
    return [_seated(context, d) if d.type in _SEATED and _BODY in d.roles else d for d in drafts]


def _seated(context: Context, draft: Draft) -> Draft:
    head, body = _head(context, draft.roles.get(_ROLE)), _head(context, draft.roles[_BODY])
    office = "" if head is None else context.tokens[head].lemma.lower()
    if body is None or draft.roles[_BODY].id is not None or not _is_place(context, office, body):
        return draft
    roles = {role: party for role, party in draft.roles.items() if role != _BODY}
    if roles.keys().isdisjoint((_PLACE, _RULED)):
        ruled = draft.type == _POST and governs(context, office, _before(context, body))
        roles[_RULED if ruled else _PLACE] = draft.roles[_BODY]
    return replace(draft, roles=roles)


def _is_place(context: Context, office: str, body: int) -> bool:
    """Whether the name of a body is bare, stands behind a preposition, and is a place's by itself or by the office."""
    token, lexicon, before = context.tokens[body], context.lexicon, _before(context, body)
    known = context.entity(body) in _PLACES
    below = {context.tokens[c].dep for c in context.annotation.children[body]}
    seating = before in lexicon.grammar["placing"] | lexicon.grammar["ruling"]
    if token.pos != "PROPN" or not seating or context.is_body_noun(body) or not (known or below <= _INSIDE):
        return False
    if before in lexicon.grammar["seating"] and office in lexicon.collegiate:
        return False  # the university at the place
    if before in lexicon.grammar["binding"] and office in lexicon.sporting:
        return False  # the team of the place
    if before not in lexicon.grammar["ruling"]:
        return known
    ruled = known and office in lexicon.governing and context.is_place(context.phrases.label(body))
    return ruled or office in lexicon.local


def _before(context: Context, head: int) -> str:
    """The preposition before a noun, or before the first of those that it is told with."""
    while context.tokens[head].dep == "conj":
        head = context.tokens[head].head
    return context.tokens[context.tokens[head].head].lemma.lower() if context.tokens[head].dep == "pobj" else ""


def _head(context: Context, party: Party | None) -> int | None:
    return None if party is None or party.span is None else context.top(party.span)
