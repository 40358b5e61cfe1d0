"""Where something happened, told beside its frame: "where", a place in the clause, a place of what the clause names."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator

from vitascope.claims.context import Context
from vitascope.model import Argument, Clause

_HOLDING = ("object", "complement", "at", "in", "to", "with", "for", "as", "near", "on")
"""Arguments whose own place is that of what happened ("taught at a school in Hamburg")."""


def sites(
    context: Context, clause: Clause, below: Callable[[int, str], Iterable[Argument]], told: Container[int]
) -> Iterator[Argument]:
    """The places of a clause, nearest first, but for the tokens in ``told``.

    ``below`` gives what stands under a noun by a preposition.
    """
    antecedent = _antecedent(context, clause)
    if antecedent is not None and "place" in context.kinds(antecedent):
        yield Argument("place", antecedent, context.phrases.noun_phrase(antecedent))
    if clause.kind not in ("verb", "copula"):
        return
    placing = context.lexicon.grammar["placing"]
    near = [a for a in clause.arguments if a.function in placing]
    holding = (*_HOLDING, "subject") if clause.passive else _HOLDING  # "was brought up by an aunt in Lund"
    held = (a for a in clause.arguments if a.function in holding and (a.head > clause.head or not clause.passive))
    near += [inner for a in held for word in placing for inner in below(a.head, word)]
    for argument in near:
        known = argument.head in told or context.is_time(argument.head)
        if not known and "place" in context.kinds(argument.head):
            yield argument


def _antecedent(context: Context, clause: Clause) -> int | None:
    """What "where" points back to, where a relative clause begins with it."""
    verb = context.tokens[clause.head]
    below = (context.tokens[c].text.lower() for c in context.annotation.children[clause.head])
    where = context.lexicon.grammar["where"]
    return verb.head if verb.dep == "relcl" and any(word in where for word in below) else None
