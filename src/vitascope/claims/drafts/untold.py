"""Verbs that tell nothing by themselves: they only bring in a name, a title or an age, or are a word of one."""

from __future__ import annotations

from vitascope.claims.context import Context
from vitascope.model import Argument, Clause

_AGED = ("acomp", "advcl", "acl", "oprd")


def real_arguments(context: Context, clause: Clause) -> list[Argument]:
    """The arguments of a clause but for the particle of its verb ("went on")."""
    below, tokens = context.annotation.children, context.tokens
    return [a for a in clause.arguments if tokens[a.head].dep != "prt" or below[a.head]]


def is_bare(context: Context, clause: Clause) -> bool:
    """Whether a clause names no more than one party."""
    told = real_arguments(context, clause)
    return len(told) < 2 and all(a.function in ("subject", "object") for a in told)


def tells_nothing(context: Context, clause: Clause) -> bool:
    """ "A novel entitled Glass Harbour", "those whom she admired included Karl Berg", "died aged 73"."""
    grammar = context.lexicon.grammar
    if (clause.kind == "verb" and clause.lemma in grammar["listing"]) or (
        clause.lemma in grammar["titling"] and clause.link == "acl"
    ):
        return True
    behind = context.tokens[clause.head + 1 : clause.head + 2]
    return clause.link in _AGED and clause.tense == "none" and any(token.tag == "CD" for token in behind)


def is_part_of_a_name(context: Context, clause: Clause) -> bool:
    """ "His Never Stop Walking campaign", "The Girl Who Stole Time": a verb with a capital behind another word."""
    verb, before = context.tokens[clause.head], context.tokens[clause.head - 1]
    capital = verb.pos == "VERB" and verb.text[:1].isupper() and not verb.text.isupper()
    return capital and before.sentence == verb.sentence and before.text[-1:].isalpha()


def only_lends_tense(context: Context, clause: Clause) -> bool:
    """Whether a clause only lends another its tense: "had to leave Lund", "was able to keep the shop"."""
    functions = {a.function for a in clause.arguments if not context.is_time(a.head)}
    below = (context.tokens[c] for c in context.annotation.children[clause.head])
    state = clause.kind == "copula" and any(c.dep == "acomp" for c in below)
    light = clause.kind == "verb" and clause.lemma in context.lexicon.grammar["light"]
    return functions <= {"subject", "complement", "clause"} and (state or light)
