"""Sayings that are spoken of again: "withdrew his evidence" tells of no further testimony, and what somebody denies or
takes back as "it" is what was told just before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.model import Clause, Party

_SAID = ("statement", "testimony", "confession")
"""Types of sayings that a noun alone may tell of."""
_LAID = ("involvement", "accusation", "charge", "confession", "statement", "testimony")
"""Types of what may be denied, those that tell the deed itself first where they stand at one place."""
_TAKEN_BACK = ("confession", "testimony", "statement", "accusation")
_REACH = {"renunciation": 3, "statement": 1}
"""Sentences back in which what is taken back, or denied, is told."""
_COMMA = 2
"""Code points of a comma and its space."""
_OBJECT = ("topic", "target")


def of_sayings(context: Context, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without sayings that are only the object of another verb, the pronouns of denials and withdrawals
    with what they stand for."""
    kept = [d for d in drafts if not _only_named(context, d)]
    found = sorted(kept, key=lambda d: d.span.start)
    return [_resolved(context, clauses, d, found) if d.type in _REACH else d for d in kept]


def _only_named(context: Context, draft: Draft) -> bool:
    """Whether a saying is told by a noun that another verb acts on, and of which nothing more is told."""
    if draft.type not in _SAID or "topic" in draft.roles:
        return False
    words = [context.tokens[i] for i in context.tokens_in(draft.predicate)]
    if len(words) != 1 or words[0].pos != "NOUN":
        return False
    above = context.tokens[words[0].head]
    within = words[0].dep == "pobj" and context.tokens[above.head].pos == "NOUN"
    return words[0].dep == "dobj" or within


def _resolved(context: Context, clauses: Sequence[Clause], draft: Draft, drafts: Sequence[Draft]) -> Draft:
    role = next((r for r in _OBJECT if r in draft.roles), None)
    if role is None or draft.clause is None or not _points_back(context, clauses[draft.clause], draft.roles[role]):
        return draft
    before = [
        d
        for d in drafts
        if d.span.start < draft.span.start and draft.sentence - d.sentence <= _REACH[draft.type] and d is not draft
    ]
    if clauses[draft.clause].link == "relcl":  # "of having sold it, which he denied"
        before = [d for d in before if "topic" in d.roles and _ends_before(d.roles["topic"], draft)]
    told = _taken_back(context, clauses, draft, before) if draft.type == "renunciation" else _denied(before)
    return draft if told is None else replace(draft, roles={**draft.roles, role: told})


def _points_back(context: Context, clause: Clause, party: Party) -> bool:
    """Whether a role is filled by a pronoun for something, or by the noun of a clause that opens with one."""
    heads = [a.head for a in clause.arguments if a.function == "object"]
    if len(heads) != 1 or party.id is not None:
        return False
    head = context.tokens[heads[0]]
    if head.tag in ("PRP", "DT"):
        return head.pos == "PRON" and context.persona(head.index) is None
    opening = (context.tokens[c] for c in context.annotation.children[clause.head])
    return clause.link == "relcl" and any(t.tag == "WDT" and context.tokens[t.index - 1].text == "," for t in opening)


def _ends_before(told: Party, draft: Draft) -> bool:
    return told.span is not None and 0 <= draft.span.start - told.span.end <= _COMMA


def _denied(before: Sequence[Draft]) -> Party | None:
    """What was told last, of what may be denied."""
    told = [d for d in before if d.type in _LAID and "topic" in d.roles]
    if not told:
        return None
    last = max(told, key=lambda d: (d.sentence, -_LAID.index(d.type), d.span.start))
    return last.roles["topic"]


def _taken_back(context: Context, clauses: Sequence[Clause], draft: Draft, before: Sequence[Draft]) -> Party | None:
    """What its speaker said last, by the noun that tells of it, else by what was said."""
    own = [d for d in before if d.type in _TAKEN_BACK and _speaker(d) == draft.subject.key]
    if not own:
        return None
    last = own[-1]
    heads = clauses[last.clause].arguments if last.clause is not None else ()
    for head in (a.head for a in heads if a.function == "object"):
        if context.tokens[head].pos == "NOUN" and context.persona(head) is None:
            return context.party(head)
    return Party(last.type) if last.type == "confession" else last.roles.get("topic")


def _speaker(draft: Draft) -> str:
    said = draft.roles["agent"] if draft.type == "accusation" and "agent" in draft.roles else draft.subject
    return said.key
