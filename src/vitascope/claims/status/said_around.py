"""What is said where the saying is put in: "had she stayed, Berg has argued, she would have been shot"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.status.cues import load_cues
from vitascope.model import Clause, Party, Span

_SAYING = ("statement", "testimony")
_PUT_IN, _AS = "parataxis", "advcl"
_TOPIC = "topic"


def with_what_is_said(context: Context, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, sayings without a topic with the clause that they are put into, or that they comment on by "as"."""
    by_head = {c.head: c for c in clauses}
    as_said = load_cues(context.document.source.language).words.as_said
    kept = []
    for draft in drafts:
        clause = clauses[draft.clause] if draft.clause is not None else None
        if draft.type in _SAYING and _TOPIC not in draft.roles and clause is not None and clause.kind == "verb":
            verb = context.tokens[clause.head]
            below = [context.tokens[c] for c in context.annotation.children[clause.head]]
            asked = verb.dep == _PUT_IN or (verb.dep == _AS and any(t.text.lower() in as_said for t in below))
            around = by_head.get(verb.head) if asked and verb.head != verb.index else None
            said = _apart(context, around, clause) if around is not None else None
            if said is not None:
                draft = replace(draft, roles={**draft.roles, _TOPIC: Party(context.document.quote(said), None, said)})
        kept.append(draft)
    return kept


def _apart(context: Context, around: Clause, saying: Clause) -> Span | None:
    """The words of a clause on the side of its verb, seen from a saying that stands within or beside them."""
    span = around.span
    if not span.overlaps(saying.span):
        return span
    if around.predicate.start >= saying.span.end:
        behind = context.tokens_in(Span(saying.span.end, span.end))
        first = next((i for i in behind if context.tokens[i].pos != "PUNCT"), None)
        return None if first is None else Span(context.tokens[first].span.start, span.end)
    before = context.tokens_in(Span(span.start, saying.span.start))
    last = next((i for i in reversed(before) if context.tokens[i].pos != "PUNCT"), None)
    return None if last is None else Span(span.start, context.tokens[last].span.end)
