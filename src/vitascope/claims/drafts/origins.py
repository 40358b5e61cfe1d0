"""Where somebody comes from, told beside what happens: "Originally from Lund, she left", "returned to her native Lund".

The first is told of whom the sentence is about, and is no start of the journey that follows; the second of whose the
place is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.model import Argument, Clause, Span, Token


def without_origins(context: Context, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses without what a phrase of origin at the beginning of a sentence left among their arguments."""
    fronted = {clause.index: i for clause, prep, _ in _fronted(context, clauses) for i in [prep]}
    return tuple(_without(context, c, fronted[c.index]) if c.index in fronted else c for c in clauses)


def origins(context: Context, clauses: Sequence[Clause]) -> Iterator[Draft]:
    """A residence for every phrase of origin, a birth for every native place."""
    for clause, prep, place in _fronted(context, clauses):
        acted = "object" if clause.passive else "subject"
        words = [i for i in context.annotation.subtree(prep) if context.tokens[i].sentence == clause.sentence]
        span = context.phrases.cover(words)
        for bearer in (a for a in clause.arguments if a.function == acted):
            yield _draft(context, "residence", bearer.head, place, span, context.tokens[prep])
    for token in context.tokens:
        native = token.dep == "amod" and token.text.lower() in context.lexicon.grammar["native"]
        if native and _is_place(context, token.head):
            for c in context.annotation.children[token.head]:
                if context.tokens[c].dep == "poss":
                    span = Span(context.phrases.noun_phrase(c).start, context.tokens[token.head].span.end)
                    yield _draft(context, "birth", c, token.head, span, token)


def _draft(context: Context, kind: str, bearer: int, place: int, span: Span, word: Token) -> Draft:
    words = [i for i in context.annotation.children[place] if context.tokens[i].dep == "compound"]
    name = Span(context.tokens[min([*words, place])].span.start, context.tokens[place].span.end)
    roles = {"place": context.party(place, name)}
    rule = "origin:native" if kind == "birth" else "origin:from"
    return Draft(kind, context.party(bearer), span, word.span, word.sentence, roles, None, rule, 0.7)


def _fronted(context: Context, clauses: Sequence[Clause]) -> Iterator[tuple[Clause, int, int]]:
    """Clauses before which a phrase of origin stands, its preposition and the place."""
    tokens, children, grammar = context.tokens, context.annotation.children, context.lexicon.grammar
    for clause in clauses:
        first = context.annotation.sentences[clause.sentence].first
        for prep in (tokens[c] for c in children[clause.head] if c <= first + 1 and clause.kind != "nominal"):
            if prep.dep != "prep" or prep.lemma.lower() not in grammar["hailing"]:
                continue
            if all(tokens[c].text.lower() not in grammar["originally"] for c in (first, *children[prep.index])):
                continue
            for place in children[prep.index]:
                if tokens[place].dep == "pobj" and _is_place(context, place):
                    yield clause, prep.index, place


def _is_place(context: Context, head: int) -> bool:
    return context.tokens[head].pos == "PROPN" and "place" in context.kinds(head)


def _without(context: Context, clause: Clause, prep: int) -> Clause:
    inside = set(context.annotation.subtree(prep))
    kept: tuple[Argument, ...] = tuple(a for a in clause.arguments if a.head not in inside)
    return replace(clause, arguments=kept)
