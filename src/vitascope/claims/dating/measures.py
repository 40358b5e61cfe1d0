"""Which lengths of time say how long something lasted: "for three weeks", but not "three weeks after his release" nor
"ten pages a day"; and where what lasted began."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vitascope.claims.context import Context
from vitascope.claims.dating.before_after import EARLIER, LATER
from vitascope.claims.dating.lasting import extent, told_duration
from vitascope.claims.framing.frames import Draft
from vitascope.model import Clause, Span, TimeExpression, When

_INWARD = ("compound", "nmod", "nummod", "conj", "amod")
_LEADING = frozenset(
    {
        "move",
        "exile",
        "release",
        "escape",
        "appointment",
        "election",
        "imprisonment",
        "education",
        "degree",
        "residence",
        "arrest",
        "membership",
    }
)
"""Steps with which a state begins that a relative clause tells of their place ("moved to Lund, where he taught")."""


def lasted(context: Context, times: Iterable[TimeExpression]) -> TimeExpression | None:
    """The first length among a clause's times that says how long it lasted."""
    return told_duration(t for t in times if t.kind != "duration" or _measures(context, t))


def _measures(context: Context, time: TimeExpression) -> bool:
    """Whether a length is that of what its verb tells, and not a distance, a rate or part of a title."""
    tokens = context.tokens
    unit = tokens[context.tokens_in(time.core)[-1]]
    if unit.text[:1].isupper():
        return False  # "for Seven Days in the Rain"
    top = unit
    while top.dep in _INWARD:
        top = tokens[top.head]
    before = tokens[top.head]
    if top.dep == "pobj" and (top.index != unit.index or before.index not in context.tokens_in(time.span)):
        # "after ten years in Lund and two months at sea", "after a six-year silence"
        return before.lemma.lower() not in context.lexicon.grammar[EARLIER] | context.lexicon.grammar[LATER]
    if unit.dep == "npadvmod" and before.tag in ("JJR", "JJ", "RBR") and before.index == unit.index + 1:
        return False  # "two years younger than her brother", "two months premature"
    if unit.dep != "npadvmod" or time.span.start < time.core.start:
        return True  # "for three weeks before her trial"
    ordering = (*context.lexicon.grammar[EARLIER], *context.lexicon.grammar[LATER])
    following = tokens[unit.index + 1] if unit.index + 1 < len(tokens) else unit
    if following.dep in ("mark", "prep") and following.lemma.lower() in ordering:
        return False  # "three weeks after she left"
    return not any(tokens[c].dep == "nummod" for c in context.annotation.children[unit.head] if c < unit.head)


def since_it_began(
    clauses: Sequence[Clause], told: Mapping[Span, frozenset[str]], draft: Draft, when: When, length: TimeExpression
) -> When:
    """A state as long as it is told to have lasted, from its time on; where that is only the time of the clause above a
    relative one, and no step into the state is told there, nothing says when it began: "at the club of which he was a
    member for ten years"."""
    clause = clauses[draft.clause] if draft.clause is not None else None
    if clause is not None and clause.link == "relcl" and clause.parent is not None and when.span is not None:
        above = clauses[clause.parent]
        if not draft.span.contains(when.span) and not told.get(above.predicate, frozenset()) & _LEADING:
            return When()
    return extent(when, length)
