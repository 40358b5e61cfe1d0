"""Times that the parse hangs under a verb and that are of something else: of a name, of a noun."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.claims.context import Context
from vitascope.model import TimeExpression

_NAMING = ("nummod", "compound", "nmod")


def without_strays(context: Context, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times of one clause that are its own."""
    kept = [t for t in times if not _is_of_noun(context, t)]
    free = [t for t in kept if not _is_in_name(context, t)]
    return free if any(t.when.edtf and t.kind == "date" for t in free) else kept


def _is_in_name(context: Context, time: TimeExpression) -> bool:
    """ "Was given in 1912 the 1911 Harbour Prize": the year with which a name begins."""
    token = context.tokens[context.tokens_in(time.core)[-1]]
    name = context.tokens[token.head]
    return token.tag == "CD" and token.dep in _NAMING and name.pos == "PROPN" and name.index > token.index


def _is_of_noun(context: Context, time: TimeExpression) -> bool:
    """ "Was born in Lund, at that time a village": a time pointed back at, before the noun that it is of."""
    token = context.tokens[context.tokens_in(time.core)[-1]]
    above = context.tokens[token.head]
    if above.dep == "prep":
        above = context.tokens[above.head]
    return time.kind == "reference" and above.pos == "NOUN" and above.index > token.index
