"""Relative clauses told of whom "who" means, where the parser hung them on another noun.

"Olga, the sister of a clerk, who died in 1902": the clause hangs on "clerk", and is told of Olga; whom the pronoun
means is read with the people (:mod:`vitascope.people.resolution.relatives`). "Which" is told of no person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.model import Argument, Clause, Mention, Token

__all__ = ["told_of_antecedents"]

_DEPTH = 6


def told_of_antecedents(context: Context, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses with every argument that a relative pronoun fills at a mention of whom the pronoun means."""
    moved = _moved(context) | dict(_of_things(context))
    return tuple(_told(context, clause, moved) for clause in clauses) if moved else tuple(clauses)


def _moved(context: Context) -> dict[int, Argument]:
    """For each relative verb whose noun is not whom its pronoun means: the nearest mention that is, as an argument."""
    last: dict[str, Mention] = {}
    found: dict[int, Argument] = {}
    for mention in context.people.mentions:
        if mention.head is None:
            continue
        if mention.kind != "relative":
            last[mention.persona] = mention
            continue
        verb = _relative_verb(context.tokens, mention.head)
        meant = last.get(mention.persona)
        if verb is None or meant is None or meant.head is None:
            continue
        persona = context.persona(verb.head)
        told = context.tokens[verb.head].pos in ("NOUN", "PROPN") and (persona is None or persona.id != mention.persona)
        if told and context.tokens[meant.head].sentence == verb.sentence:
            found[verb.index] = Argument("", meant.head, meant.span)
    return found


def _of_things(context: Context) -> Iterator[tuple[int, Argument]]:
    """ "A graduate of Lund, which she left": "which" is never somebody, but what stands behind the noun for one."""
    tokens, children = context.tokens, context.annotation.children
    for which in (tokens[i] for i in context.annotation.told(context.lexicon.grammar["which"])):
        verb = tokens[which.head]
        if which.tag != "WDT" or verb.dep != "relcl" or "person" not in context.kinds(verb.head):
            continue
        preps = (c for c in children[verb.head] if tokens[c].dep == "prep" and verb.head < c < which.index)
        things = [o for p in preps for o in children[p] if tokens[o].dep == "pobj"]
        things = things[-1:] or list(_behind_which(context, verb.head))[:1]
        if things and context.kinds(things[0]).isdisjoint(("person", "time")):
            yield verb.index, Argument("", things[0], context.phrases.noun_phrase(things[0]))
        elif not things and context.is_person(verb.head):  # "met Karl Berg, which pleased her": not told of him
            yield verb.index, Argument("", which.index, which.span)


def _behind_which(context: Context, person: int) -> Iterator[int]:
    """The thing before a person, by whom it is or to whom it goes: "wrote a letter to Berg which speaks of a feud"."""
    tokens = context.tokens
    prep = tokens[tokens[person].head]
    if tokens[person].dep == "pobj" and prep.dep in ("prep", "dative", "agent"):
        beside = (o for o in context.annotation.children[prep.head] if tokens[o].dep in ("dobj", "nsubjpass"))
        yield from (o for o in (prep.head, *beside) if tokens[o].pos == "NOUN" and o < prep.index)


def _relative_verb(tokens: Sequence[Token], at: int) -> Token | None:
    for _ in range(_DEPTH):
        at = tokens[at].head
        if tokens[at].dep == "relcl":
            return tokens[at]
    return None


def _told(context: Context, clause: Clause, moved: dict[int, Argument]) -> Clause:
    at = clause.head
    while context.tokens[at].dep in ("conj", "xcomp", "acomp") and context.tokens[at].head != at:
        at = context.tokens[at].head
    meant = moved.get(at)
    if meant is None:
        return clause
    noun = context.tokens[at].head
    arguments = tuple(meant._replace(function=a.function) if a.head == noun else a for a in clause.arguments)
    return replace(clause, arguments=arguments)
