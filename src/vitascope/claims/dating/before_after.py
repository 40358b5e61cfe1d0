"""Clauses that stand before or after another one, and the one-sided date that they have from its date."""

from __future__ import annotations

from vitascope import edtf
from vitascope.claims.context import Context
from vitascope.model import Clause, When

EARLIER, LATER = "earlier", "later"
NOT_AFTER = "not after"
"""How the reason of a date begins before which something had happened."""


def stands_apart(context: Context, clause: Clause) -> bool:
    """Whether the clause stands before or after something undated ("returning before the king's death")."""
    children, grammar = context.annotation.children, context.lexicon.grammar
    preps = (context.tokens[c] for c in children[clause.head] if context.tokens[c].dep == "prep" and children[c])
    return any(prep.lemma.lower() in (*grammar[EARLIER], *grammar[LATER]) for prep in preps)


def untimed(context: Context, clause: Clause) -> bool:
    """Whether the clause is not of the time of the one above: a reason ("for hiding it"), "which she never saw", what
    others say against it ("though he denied it"), what is found out ("a film of 2008 showed that she fled")."""
    tokens, grammar = context.tokens, context.lexicon.grammar
    if clause.link == "ccomp" and clause.tense == "past" and tokens[tokens[clause.head].head].pos == "VERB":
        return any(tokens[c].dep == "mark" and tokens[c].tag == "IN" for c in context.annotation.children[clause.head])
    if clause.link == "pcomp":
        return tokens[tokens[clause.head].head].lemma.lower() in (*grammar["rewarding"], *grammar["lacking"])
    if clause.link == "advcl" and any(context.persona(a.head) for a in clause.arguments if a.function == "subject"):
        below = (tokens[c] for c in context.annotation.children[clause.head])
        return any(c.dep == "mark" and c.text.lower() in grammar["conceding"] for c in below)
    return clause.link == "relcl" and timed_apart(context, clause)


def timed_apart(context: Context, clause: Clause) -> bool:
    """Whether a word parts the time of the clause from that of the one above ("which she never saw")."""
    below = context.annotation.children[clause.head]
    return any(context.tokens[c].lemma.lower() in context.lexicon.grammar["apart"] for c in below)


def order_mark(context: Context, clause: Clause) -> str | None:
    """Whether a conjunction ties the clause to the one above it as the earlier or the later of the two, or its form
    does: "after leaving", "having left"."""
    grammar, head = context.lexicon.grammar, context.tokens[clause.head]
    if clause.link == "pcomp":
        before = context.tokens[head.head].lemma.lower()
        return next((name for name in (EARLIER, LATER) if before in grammar[name]), None)
    below = [context.tokens[c] for c in context.annotation.children[clause.head]]
    # a preposition with a noun of its own is none ("before the death of the king")
    joints = (b for b in below if b.dep == "mark" or (b.dep == "prep" and not context.annotation.children[b.index]))
    told = next((name for b in joints for name in (EARLIER, LATER) if b.lemma.lower() in grammar[name]), None)
    if told is not None or clause.link != "advcl":
        return told
    return EARLIER if any(b.dep == "aux" and b.text.lower() in grammar["perfecting"] for b in below) else None


def relative_to(mark: str | None, when: When | None) -> When | None:
    """The time of a clause that stands before or after one of the time ``when``."""
    if mark is None or when is None or not when.edtf:
        return when
    if mark == EARLIER and when.because.startswith(NOT_AFTER):
        return when
    bound = when.latest if mark == EARLIER else when.earliest
    if bound is None or "/" in when.edtf or "[" in when.edtf:
        return None
    value = f"[..{when.edtf}]" if mark == EARLIER else f"[{when.edtf}..]"
    if not edtf.valid(value):
        return None
    earliest, latest = edtf.bounds(value)
    order = NOT_AFTER if mark == EARLIER else "not before"
    return When(value, when.text, when.span, earliest, latest, "derived", f"{order} “{when.text}”")


def not_after(when: When | None) -> When | None:
    """The time of what had happened by then ("a clerk who had met her")."""
    return relative_to(EARLIER, when)
