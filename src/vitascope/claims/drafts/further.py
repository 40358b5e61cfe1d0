"""Arguments that a clause has from beyond its own words: the body that "where" points back to, what the parser hung on
a time of the clause ("lived for five years in Lund"), what is told of how a happening took place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.framing.sites import where_points
from vitascope.model import Argument, Clause

_SUBJECTS = ("nsubj", "nsubjpass")


def at_bodies(context: Context, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses, with the body that "where" points back to as what they are told at: "the mill where she taught"."""
    return tuple(_at_body(context, clause) for clause in clauses)


def behind_times(context: Context, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses, with what the parser hung on a time of theirs: "lived for five years in Lund"."""
    told = ((clause, tuple(_behind_time(context, clause))) for clause in clauses)
    return tuple(replace(c, arguments=(*c.arguments, *further)) if further else c for c, further in told)


def as_occurred(context: Context, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses, happenings with what stands beside the verb by which they took place: "her trial, which was held
    before a court, opened in Lund"."""
    verbs = {c.head: c for c in clauses if c.kind == "verb"}
    told = ((clause, _where_it_occurred(context, clause, verbs)) for clause in clauses)
    return tuple(replace(c, arguments=(*c.arguments, *further)) if further else c for c, further in told)


def _where_it_occurred(context: Context, clause: Clause, verbs: Mapping[int, Clause]) -> list[Argument]:
    if clause.kind != "nominal":
        return []
    tokens, grammar = context.tokens, context.lexicon.grammar
    noun = tokens[clause.head]
    near = [noun.head] if noun.dep in _SUBJECTS else []
    near += [c for c in context.annotation.children[noun.index] if tokens[c].dep == "relcl"]
    found: list[Argument] = []
    for verb in (verbs[i] for i in near if i in verbs):
        objects = {f"{verb.lemma} {tokens[a.head].lemma.lower()}" for a in verb.arguments if a.function == "object"}
        said = (
            verb.lemma in grammar["declared"]
            if verb.passive
            else bool((objects or {verb.lemma}) & grammar["occurring"])
        )
        known = {a.function for a in (*clause.arguments, *found)}
        if said:
            found += [
                a
                for a in verb.arguments
                if a.head > verb.head and tokens[a.head].dep == "pobj" and a.function not in known
            ]
    return found


def _behind_time(context: Context, clause: Clause) -> Iterator[Argument]:
    if clause.kind != "verb":
        return
    known = {a.function for a in clause.arguments}
    for argument in clause.arguments:
        spans = argument.function in context.lexicon.grammar["spanning"] and context.is_time(argument.head)
        if not spans or argument.head < clause.head:
            continue
        for c in context.annotation.children[argument.head]:
            prep = context.tokens[c]
            bound = prep.lemma.lower() in context.lexicon.grammar["binding"]
            if prep.dep != "prep" or bound or prep.lemma.lower() in known or c < argument.head:
                continue
            for o in context.annotation.children[c]:
                if context.tokens[o].dep == "pobj" and not context.is_time(o):
                    yield Argument(prep.lemma.lower(), o, context.phrases.noun_phrase(o))


def _at_body(context: Context, clause: Clause) -> Clause:
    at = clause.head
    while context.tokens[at].dep == "conj" and context.tokens[at].head != at:
        at = context.tokens[at].head
    antecedent = where_points(context, at)
    if antecedent is None or clause.kind not in ("verb", "copula") or _is_housed(context, clause):
        return clause
    body = _body(context, antecedent)
    if body is None:
        return clause
    told = (
        Argument(word, body, context.phrases.noun_phrase(body)) for word in sorted(context.lexicon.grammar["housing"])
    )
    return replace(clause, arguments=(*clause.arguments, *told))


def _is_housed(context: Context, clause: Clause) -> bool:
    """Whether a clause tells a body of its own: "where he taught at the college"."""
    placing = context.lexicon.grammar["placing"]
    return any("organisation" in context.kinds(a.head) for a in clause.arguments if a.function in placing)


def _body(context: Context, noun: int) -> int | None:
    """The body that a noun is; before a date the last one in the sentence: "joined the mill in 1904, where"."""
    if context.is_date(noun):
        first = context.annotation.sentences[context.tokens[noun].sentence].first
        named = (i for i in range(noun - 1, first - 1, -1) if context.tokens[i].pos == "PROPN")
        noun = next((i for i in named if not context.is_time(i)), noun)
        while context.tokens[prep := context.tokens[noun].head].lemma.lower() in context.lexicon.grammar["binding"]:
            noun = context.tokens[prep].head
    kinds = context.kinds(noun)
    return noun if "organisation" in kinds and kinds.isdisjoint(("place", "person", "time")) else None
