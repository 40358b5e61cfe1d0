"""Where something happened, told beside its frame: "where", a place in the clause, a place of what the clause names."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator

from vitascope.claims.context import Context
from vitascope.model import Argument, Clause

POINTED = "pointed"
"""The function of a place that "there" comes back to."""
_RECALLED = 2
"""In how many sentences before it the place may stand that "there" comes back to."""
_APART = 4
"""How many words may part a place from the one that it lies in."""
_HOLDING = ("object", "complement", "at", "in", "to", "with", "for", "as", "near", "on")
"""Arguments whose own place is that of what happened ("taught at a school in Hamburg")."""


def sites(
    context: Context, clause: Clause, below: Callable[[int, str], Iterable[Argument]], told: Container[int]
) -> Iterator[Argument]:
    """The places of a clause, nearest first, but for the tokens in ``told``.

    ``below`` gives what stands under a noun by a preposition.
    """
    antecedent = where_points(context, clause.head)
    if antecedent is not None and "place" in context.kinds(antecedent):
        yield Argument("place", antecedent, context.phrases.noun_phrase(antecedent))
    pointed = _pointed_at(context, clause)
    if pointed is not None:
        yield Argument(POINTED, pointed, context.phrases.noun_phrase(pointed))
    if clause.kind not in ("verb", "copula"):
        return
    placing = context.lexicon.grammar["placing"]
    near = [a for a in clause.arguments if a.function in placing]
    holding = (*_HOLDING, "subject") if clause.passive else _HOLDING  # "was brought up by an aunt in Lund"
    held = (a for a in clause.arguments if a.function in holding and (a.head > clause.head or not clause.passive))
    for a in held:
        near += sorted((inner for word in placing for inner in below(a.head, word)), key=lambda inner: inner.head)
    for argument in near:
        known = argument.head in told or context.is_time(argument.head)
        if not known and "place" in context.kinds(argument.head):
            yield argument


def named_beside(context: Context, place: int) -> int:
    """ "At her home, Elm House,": the name right behind a house that is somebody's, else the place as it is."""
    tokens = context.tokens
    theirs = tokens[place].pos == "NOUN" and any(tokens[c].dep == "poss" for c in context.annotation.children[place])
    last = context.annotation.sentences[tokens[place].sentence].last
    if not theirs or place + 2 >= last or tokens[place + 1].text != ",":
        return place
    end = place + 1
    while end + 1 < last and tokens[end + 1].pos == "PROPN":
        end += 1
    closed = end > place + 1 and tokens[min(end + 1, last - 1)].pos == "PUNCT" and context.persona(end) is None
    return end if closed and not context.is_time(end) else place


def _pointed_at(context: Context, clause: Clause) -> int | None:
    """The place that "there" comes back to: the last one told before it, and of "in Lund in Sweden" the first."""
    tokens, pointing = context.tokens, context.lexicon.grammar["pointing"]
    below = (tokens[c] for c in context.annotation.children[clause.head])
    word = next((t for t in below if t.dep == "advmod" and t.text.lower() in pointing), None)
    if word is None:
        return None
    first = context.annotation.sentences[max(0, word.sentence - _RECALLED)].first
    named = [i for i in range(first, word.index) if _is_named(context, i)]
    while len(named) > 1 and _lies_in(context, named[-2], named[-1]):
        named.pop()
    return named[-1] if named else None


def _is_named(context: Context, at: int) -> bool:
    """Whether a token ends the name of a place, which is no name of somebody or of a body that acts."""
    token = context.tokens[at]
    inner = token.dep in ("compound", "nmod", "amod", "poss") and context.tokens[token.head].pos in ("PROPN", "NOUN")
    return (
        token.pos == "PROPN" and not inner and context.persona(at) is None and {"place", "polity"} <= context.kinds(at)
    )


def _lies_in(context: Context, place: int, wider: int) -> bool:
    """Whether only words such as "in northern", or a comma, part two names of places."""
    between = context.tokens[place + 1 : wider]
    small = context.lexicon.grammar["placing"]
    return len(between) <= _APART and all(
        t.text == "," or t.dep in ("det", "amod", "compound") or t.text.lower() in small for t in between
    )


def where_points(context: Context, head: int) -> int | None:
    """What "where" points back to, where a relative clause begins with it."""
    verb = context.tokens[head]
    below = (context.tokens[c].text.lower() for c in context.annotation.children[head])
    where = context.lexicon.grammar["where"]
    return verb.head if verb.dep == "relcl" and any(word in where for word in below) else None
