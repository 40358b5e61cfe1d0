"""What is told with one verb and several dates, each noun with its own: "took his BA in 1642 and MA in 1645"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from vitascope.claims.clauses.conjuncts import joined
from vitascope.claims.context import Context
from vitascope.model import Argument, Clause, Span, TimeExpression, Token, When

_HELD = "imprisonment"
_PLACES = ("place", "destination")
_WAYS = ("in", "at", "to", "on", "into")


def told_apart(context: Context, kind: str, clause: Clause, filled: dict[str, list[Argument]]) -> str | None:
    """The role of a claim of this ``kind``, shared else, of whose fillers each makes a claim of its own.

    ``filled`` are the fillers of the roles; a place gets those that follow on it behind other prepositions.
    """
    if kind == _HELD and filled.get(_PLACES[0]):
        filled[_PLACES[0]] = _with_further(context, clause, filled[_PLACES[0]])
    for role, fillers in filled.items():
        heads = [a.head for a in fillers]
        held = kind == _HELD and role == _PLACES[0] and joined(context.tokens, heads)
        if held or (role in _PLACES and _in_turn(context, heads)) or dated_each(context, heads):
            return role
    return None


def _in_turn(context: Context, heads: Sequence[int]) -> bool:
    """Whether a word between two places tells that one followed on the other: "to Lund and finally Ystad"."""
    between = (context.tokens[i] for a, b in pairwise(heads) for i in range(a + 1, b))
    return any(t.lemma.lower() in context.lexicon.grammar["in_turn"] for t in between)


def _with_further(context: Context, clause: Clause, places: list[Argument]) -> list[Argument]:
    """ "Held first in Lund, then at Ystad": the places with those behind other prepositions."""
    known = {a.head for a in places}
    ways = [a for a in clause.arguments if a.function in _WAYS and not context.is_time(a.head)]
    every = sorted([*places, *(a for a in ways if a.head not in known)], key=lambda a: a.head)
    return every if len(every) > len(places) and _in_turn(context, [a.head for a in every]) else places


def each_place(context: Context, told: Argument) -> list[Argument]:
    """A place with those beside it that have a date each: "was wounded at Arras in 1917 and at Cambrai in 1918"."""
    heads = _beside(context, told.head)
    heads = heads if dated_each(context, heads) and told.head == heads[0] else [told.head]
    return [told._replace(head=i, span=context.phrases.noun_phrase(i)) for i in heads]


class Dated(NamedTuple):
    """The ``time`` that one of several nouns has for itself; ``first`` tells the one that stands with the verb."""

    time: TimeExpression
    first: bool


def time_of(context: Context, words: Span) -> Dated | None:
    """The date that the noun among ``words`` has for itself beside others with theirs."""
    inside = context.tokens_in(words)
    head = next((i for i in inside if context.tokens[i].head not in inside), None)
    if head is None or context.tokens[head].sentence not in context.timed_sentences:
        return None
    heads = _beside(context, head)
    time = dated_each(context, heads).get(head)
    if time is not None:
        return Dated(time, head == heads[0])
    first = _of_verb(context, heads[0], heads[1]) if len(heads) > 1 and head != heads[0] else None
    behind = first is not None and first.core.start > context.tokens[heads[0]].span.start
    if first is None or not behind or not _in_turn(context, heads):
        return None
    return Dated(replace(first, when=When(), span=words, core=words), False)  # "held in Lund in 1942 and then Ystad"


def _beside(context: Context, head: int) -> Sequence[int]:
    """A noun and those told beside it: its conjuncts, else what stands behind the same preposition of the same verb."""
    tokens, first = context.tokens, head
    while tokens[first].dep == "conj":
        first = tokens[first].head
    listed = context.phrases.coordinated(first)
    prep = tokens[tokens[first].head]
    if len(listed) > 1 or tokens[first].dep != "pobj" or prep.pos != "ADP":
        return listed
    top = prep
    while top.dep == "conj" and tokens[top.head].pos == "ADP":
        top = tokens[top.head]
    below = [tokens[i] for i in context.annotation.subtree(top.head) if tokens[i].pos == "ADP"]
    its_own = [p for p in below if p.head == top.head or p.dep == "conj"]
    return _behind(context, its_own, (prep.lemma,)) or _behind(context, its_own, _WAYS)


def _behind(context: Context, prepositions: Sequence[Token], ways: Sequence[str]) -> list[int]:
    """The nouns, but times, behind the prepositions of one verb; of several sorts only where they tell of an order."""
    alike = (context.annotation.relations[p.index] for p in prepositions if p.lemma in ways)
    nouns = sorted(c for below in alike for c in below.get("pobj", ()) if not context.is_time(c))
    return nouns if len(nouns) > 1 and (len(ways) == 1 or _in_turn(context, nouns)) else []


def dated_each(context: Context, heads: Sequence[int]) -> dict[int, TimeExpression]:
    """The date of each of several coordinated nouns, where all but the first have one of their own; else nothing."""
    if len(heads) < 2:
        return {}
    later = {head: time for head in heads[1:] if (time := _own(context, head)) is not None}
    if not later or len(later) < len(heads) - 1:
        return {}
    first = _own(context, heads[0]) or _of_verb(context, heads[0], heads[1])
    return later if first is None else {heads[0]: first, **later}


def _own(context: Context, head: int) -> TimeExpression | None:
    """The date that hangs on a noun itself, or on the preposition before it where that is coordinated."""
    own = _hanging(context, head)
    prep = context.tokens[context.tokens[head].head]
    if own is None and context.tokens[head].dep == "pobj" and prep.pos == "ADP":
        own = _hanging(context, prep.index)
    return own


def _of_verb(context: Context, first: int, second: int) -> TimeExpression | None:
    """The date of the verb that the first of the nouns stands with: the one behind it, else one before it."""
    at = first
    while context.tokens[at].pos not in ("VERB", "AUX") and context.tokens[at].head != at:
        at = context.tokens[at].head
    times = [t for t in _all_hanging(context, at) if t.core.end <= context.tokens[second].span.start]
    behind = [t for t in times if t.core.start > context.tokens[first].span.start]
    return next(iter(behind or times), None)


def _hanging(context: Context, head: int) -> TimeExpression | None:
    return next(iter(_all_hanging(context, head)), None)


def _all_hanging(context: Context, head: int) -> list[TimeExpression]:
    found: list[TimeExpression] = []
    for c in context.annotation.children[head]:
        token = context.tokens[c]
        places = (c, *context.annotation.children[c]) if token.dep == "prep" else (c,)
        if token.dep in ("prep", "npadvmod", "advmod", "pobj", "nummod"):
            found += [
                t for i in places if context.tokens[i].dep != "prep" or i == c for t in context.times_at.get(i, ())
            ]
    return [t for t in found if t.kind in ("date", "extent") and t.when.edtf]
