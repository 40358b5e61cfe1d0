"""Ends of states that another clause tells, happenings dated by the verb's time, and clauses that hang on a date.

"Was mayor from 1904 until he resigned in 1911", "was organist, a post which he kept until 1911": the end is that of the
office. "Until 1920, when Berg replaced him": the date is that of the clause behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from vitascope import edtf
from vitascope.claims.context import Context
from vitascope.claims.dating.lasting import as_end
from vitascope.model import Clause, TimeExpression, When

_OPEN = ".."


def moments(times: Iterable[TimeExpression]) -> list[TimeExpression]:
    """Those of a clause's times that are moments of it."""
    return [t for t in times if t.relation in ("at", "offset") and t.kind == "date"]


def told_elsewhere(
    context: Context, clauses: tuple[Clause, ...], own: Mapping[int, list[TimeExpression]]
) -> Iterator[tuple[int, TimeExpression]]:
    """The clauses, by index, whose end or time stands in another one, and that time. ``own`` are the times of each."""
    found: list[tuple[int, list[TimeExpression]]] = []
    for clause in clauses:
        if clause.link != "advcl" or clause.parent is None or clause.negated or clauses[clause.parent].negated:
            continue
        marks = [context.tokens[c] for c in context.annotation.children[clause.head]]
        if any(m.dep in ("mark", "prep") and m.lemma.lower() in context.lexicon.grammar["lasting"] for m in marks):
            found.append((clause.parent, [as_end(t) for t in moments(own.get(clause.index, []))]))
    ended = dict(found)
    for clause in clauses:
        said = _office_said(context, clauses, clause) if holds_office_before(context, clause) else None
        if said is not None:
            told = [t for t in own.get(clause.index, []) if t.relation == "until"] + ended.get(clause.index, [])
            found.append((said.index, told))
    found += [(noun.index, [time]) for noun, time in _of_nouns(context, clauses, own)]
    return ((index, time) for index, times in found for time in times)


def _of_nouns(
    context: Context, clauses: tuple[Clause, ...], own: Mapping[int, list[TimeExpression]]
) -> Iterator[tuple[Clause, TimeExpression]]:
    """ "Resigned on his marriage in 1904": the time right behind a happening that dates a verb is its own as well."""
    dated = {time.span.start - 1: time for c in clauses if c.kind == "verb" for time in moments(own.get(c.index, []))}
    for noun in clauses:
        prep = context.tokens[context.tokens[noun.head].head]
        if noun.kind != "nominal" or noun.lemma not in context.lexicon.nouns or own.get(noun.index):
            continue
        token, words = context.tokens[noun.head], context.lexicon.grammar
        seen = token.dep == "dobj" and prep.lemma.lower() in words["witnessing"]  # "saw the execution in May"
        if seen or (token.dep == "pobj" and prep.lemma.lower() in words["occasioning"]):
            time = dated.get(noun.span.end)
            if time is not None:
                yield noun, time


def holds_office_before(context: Context, clause: Clause) -> bool:
    """Whether a clause tells only how long the office in the clause above was held: "…, a post which he kept"."""
    if clause.link != "relcl" or clause.lemma not in context.lexicon.grammar["holding"]:
        return False
    noun = context.tokens[context.tokens[clause.head].head]
    return noun.dep == "appos" and noun.lemma.lower() in context.lexicon.sets["post"]


def _office_said(context: Context, clauses: tuple[Clause, ...], clause: Clause) -> Clause | None:
    """The clause above that tells of an office that was held, not of one that was entered."""
    above = clause
    while above.parent is not None and (above is clause or above.kind not in ("verb", "copula")):
        above = clauses[above.parent]
    entered = above.lemma in context.lexicon.grammar["becoming"]
    return above if above.kind == "copula" and not entered else None


def time_of_which(context: Context, clause: Clause) -> When | None:
    """The date that a clause hangs on: "until 1920, when Berg replaced him" is of 1920."""
    if clause.link not in ("advcl", "relcl"):
        return None
    above = context.tokens[clause.head].head
    below = [context.tokens[c] for c in context.annotation.children[clause.head]]
    of_place = any(c.lemma.lower() in context.lexicon.grammar["where"] for c in below)  # "in Oslo until 1920, where"
    opening = next((c.index for c in below if c.tag == "WRB"), 0)
    if clause.link == "advcl" and opening > 1 and context.tokens[opening - 1].text == ",":
        above = opening - 2  # the same, where the parser hangs the clause on the verb
    elif clause.link != "relcl":
        return None
    if not context.is_date(above) or of_place:
        return None
    time = next(t for t in context.times if t.core.start <= context.tokens[above].span.start < t.core.end)
    value = (time.when.edtf or "").replace(_OPEN, "").strip("/[]").split("/")[-1]
    if not edtf.valid(value):
        return None
    earliest, latest = edtf.bounds(value)
    return replace(time.when, edtf=value, earliest=earliest, latest=latest)


def time_of_occurring(
    context: Context, noun: Clause, verbal: Mapping[int, Clause], own: Mapping[int, list[TimeExpression]]
) -> list[TimeExpression]:
    """The times of a happening that a noun names: "the trial opened in May", "a statement made in May"."""
    tokens, children, grammar = context.tokens, context.annotation.children, context.lexicon.grammar
    verb = verbal.get(tokens[noun.head].head)
    if verb is not None and not verb.negated and tokens[noun.head].dep in ("nsubj", "nsubjpass"):
        objects = (tokens[c].lemma.lower() for c in children[verb.head] if tokens[c].dep == "dobj")
        if " ".join((verb.lemma, *objects)) in grammar["occurring"]:
            return own.get(verb.index, [])
    below = (verbal.get(c) for c in children[noun.head])
    made = [c for c in below if c is not None and c.link == "acl" and c.lemma in grammar["declared"]]
    return [t for c in made for t in moments(own.get(c.index, []))]
