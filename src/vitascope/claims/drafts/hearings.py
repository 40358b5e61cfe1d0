"""Trials told only as the setting of a sentence: "At the trial, which opened in May", "after a trial of ten days"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.model import Clause, Party, Span

_TRIAL = "trial"
_VERDICTS = frozenset({"sentence", "conviction", "execution", "rehabilitation"})
_BROUGHT = frozenset({"charge", "arrest", "accusation", "trial"})
"""Claims about those who are then tried."""
_BEFORE = 6
"""In how many sentences before a trial its defendants are looked for."""
_TELLING = ("relcl", "acl")
_NAMING = ("poss", "compound", "nmod")
"""What names a hearing, so that it is told elsewhere or is somebody else's."""


def of_hearings(context: Context, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A trial of the accused for each hearing that sets a sentence and is told with words of its own."""
    known = {d.predicate for d in drafts if d.type == _TRIAL}
    by_head = {c.head: c for c in clauses}
    for clause in clauses:
        if clause.lemma not in context.lexicon.grammar["sitting"] or clause.predicate in known:
            continue
        told = _told(context, clause, by_head)
        if told is None:
            continue
        words = _words(context, clause.head)
        roles = dict(_roles(context, told))
        for subject in _accused(context, clause, drafts):
            yield Draft(_TRIAL, subject, words, clause.predicate, clause.sentence, roles, told.index, "hearing", 0.7)


def _told(context: Context, clause: Clause, by_head: dict[int, Clause]) -> Clause | None:
    """The clause that tells of the hearing: the relative clause or participle behind its noun, else the noun's own."""
    tokens, grammar = context.tokens, context.lexicon.grammar
    noun = tokens[clause.head]
    prep = tokens[noun.head]
    sets = grammar["setting"] | grammar["occasioning"]
    below = [tokens[c] for c in context.annotation.children[noun.index]]
    named = any(c.dep in _NAMING for c in below) or any(a.function == "of" for a in clause.arguments)
    if noun.dep != "pobj" or prep.lemma.lower() not in sets or named:
        return None
    telling = next((by_head[c.index] for c in below if c.dep in _TELLING and c.index in by_head), None)
    inside = [c for b in below for c in context.annotation.subtree(b.index)]
    if any(context.is_date(c) for c in inside):
        deeper = any(c in by_head and by_head[c].kind == "verb" for c in inside)  # "the trial before a court, which …"
        return telling or (by_head.get(prep.head, clause) if deeper else clause)
    if telling is None and not any(context.is_time(c) for c in inside):
        return None
    return by_head.get(prep.head, telling)  # "after a trial that lasted an hour she was convicted on 3 May"


def _words(context: Context, noun: int) -> Span:
    inside = context.annotation.subtree(context.tokens[noun].head)
    kept = [i for i in inside if context.tokens[i].pos != "PUNCT"]
    return context.phrases.cover([i for i in kept if i <= max(context.annotation.subtree(noun))])


def _roles(context: Context, told: Clause) -> Iterator[tuple[str, Party]]:
    grammar = context.lexicon.grammar
    for argument in told.arguments:
        kinds = context.kinds(argument.head)
        if argument.function in grammar["trying"] and kinds & {"court", "organisation"}:
            yield "agent", context.party(argument.head)
        elif argument.function in grammar["placing"] and "place" in kinds and not context.is_time(argument.head):
            yield "place", context.party(argument.head)


def _accused(context: Context, clause: Clause, drafts: Sequence[Draft]) -> list[Party]:
    """Those on whom the sentence tells a verdict, else who were last told to have been charged, else the
    life's person where that was brought to court, else whoever speaks."""
    here = [d for d in drafts if d.sentence == clause.sentence and d.type in _VERDICTS]
    before = [
        d
        for d in drafts
        if clause.sentence - _BEFORE <= d.sentence < clause.sentence and d.type in _BROUGHT and d.subject.id is not None
    ]
    last = max((d.sentence for d in before), default=-1)
    found = here[:1] or [d for d in before if d.sentence == last]
    unique = {d.subject.key: d.subject for d in found}
    if unique:
        return [Party(s.label, s.id) for s in unique.values()]
    main = context.main
    if main is not None and any(d.type in _BROUGHT and d.subject.id == main.id for d in drafts):
        return [Party(main.label, main.id)]
    topic = next((a for a in clause.arguments if a.function == "topic"), None)
    heard = None if topic is None else context.persona(topic.head)
    return [] if heard is None or heard.kind != "person" else [Party(heard.label, heard.id)]
