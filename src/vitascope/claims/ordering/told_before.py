"""Roles that a claim has from one told before it: the office that is resigned, the school that gives a degree.

"Became mayor in 1904 … She resigned in 1911", "was educated at Lund and took a doctorate in 1902".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope.claims.careers.held_offices import OFFICES, is_any
from vitascope.claims.context import Context
from vitascope.claims.ordering.constraints import constrains
from vitascope.claims.paragraphs import numbered
from vitascope.model import Claim, Party

_RESIGNED, _DEGREE, _SCHOOLING = "resignation", "degree", "education"
_RETIRED = "retirement"
_LEAVING = (_RESIGNED, "dismissal", _RETIRED)
_ROLE, _BODY = "role", "organisation"
_OFFICE = (_ROLE, _BODY, "jurisdiction", "place")


def with_roles_before(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with what the author told of their person in the same paragraph or the one before it: an office that
    was not left since, a school."""
    blocks = [b.span for b in context.document.blocks]
    told: dict[tuple[str, str], tuple[int, Claim]] = {}
    kept = []
    for claim, number in zip(claims, numbered(blocks, (c.span.start for c in claims)), strict=True):
        who = claim.subject.key
        if claim.type in OFFICES and constrains(claim) and claim.roles.get(_ROLE) and claim.roles[_ROLE].span:
            told[_ROLE, who] = number, claim
        elif claim.type == _SCHOOLING and constrains(claim) and _gives_degrees(context, claim.roles.get(_BODY)):
            told[_BODY, who] = number, _named_last(told.get((_BODY, who), (number, claim))[1], claim)
        wanted = _wanted(context, claim)
        at, before = told.get((wanted, who), (number, None))
        if claim.type == _RETIRED and before is not None and not _is_lasting(context, before):
            before = None
        if before is not None and number - at <= 1 and (wanted == _ROLE or _near(claim, before)):
            carried = _OFFICE if wanted == _ROLE else (_BODY,)
            roles = {role: before.roles[role] for role in carried if role in before.roles}
            claim = replace(claim, roles={**claim.roles, **roles})
        if claim.type in _LEAVING and constrains(claim):
            told.pop((_ROLE, who), None)
        kept.append(claim)
    return kept


def _is_lasting(context: Context, office: Claim) -> bool:
    """Whether an office is one of those from which people retire, as a treasurer or captain does not."""
    return office.roles[_ROLE].label.lower().split()[0] in context.lexicon.collegiate


def _gives_degrees(context: Context, school: Party | None) -> bool:
    """Whether a school may give degrees, as one without a name that is called a school does not."""
    if school is None or school.span is None:
        return school is not None
    words = [context.tokens[i] for i in context.tokens_in(school.span)]
    return not any(t.pos == "NOUN" and t.lemma.lower() in context.lexicon.sets["lower_school"] for t in words)


def _named_last(one: Claim, other: Claim) -> Claim:
    """Of two schoolings the one whose school is named later: "after school at Lund he was admitted to Ely College"."""
    begins = [span.start if (span := c.roles[_BODY].span) is not None else c.span.start for c in (one, other)]
    return one if begins[0] > begins[1] else other


def _near(claim: Claim, before: Claim) -> bool:
    """Whether no third sentence parts two claims, of which the words tell the one after the other: not "after
    graduating she attended Lund College"."""
    return claim.sentence.start - before.sentence.end <= 1 and before.predicate.start < claim.predicate.start


def _wanted(context: Context, claim: Claim) -> str:
    """The role that a claim has from one before it, empty where it has its own."""
    if claim.type == _DEGREE:
        return _BODY if _BODY not in claim.roles and "place" not in claim.roles else ""
    if claim.type not in _LEAVING:
        return ""
    if claim.roles.keys().isdisjoint(_OFFICE):
        return "" if _is_of_body(context, claim) else _ROLE
    return _ROLE if _ROLE in claim.roles and is_any(context, claim.roles[_ROLE]) else ""


def _is_of_body(context: Context, claim: Claim) -> bool:
    """Whether somebody left a school, a force or the firm that dismissed them, and no office."""
    grammar, inside = context.lexicon.grammar, context.tokens_in(claim.predicate)
    by = claim.roles.get("agent")
    told = range(0) if by is None or by.span is None else context.tokens_in(by.span)
    if any("organisation" in context.kinds(head) for head in told[-1:]):
        return True
    return any(context.tokens[i].lemma.lower() in grammar["expelling"] | grammar["discharging_from"] for i in inside)
