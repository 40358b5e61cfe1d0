"""Dates in brackets behind what they are told of: "secretary of the committee (1926–29)", "the Copper Medal (1904)"."""

from __future__ import annotations

from collections.abc import Iterator

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.model import Span, When

_FAMILIES = frozenset({"career", "education", "affiliation", "works"})
_CLOSE = 3


def dated_in_brackets(context: Context, draft: Draft, family: str) -> When | None:
    """The date that the brackets behind a draft's noun, or behind what fills one of its roles, begin with."""
    if family not in _FAMILIES:
        return None
    told = [p.span for p in draft.roles.values() if p.span is not None]
    ends = {
        draft.predicate.end,
        *(span.end for span in told),
        *(e for span in told for e in _with_phrases(context, span)),
    }
    ends = {end for end in ends if draft.predicate.start <= end}
    text = context.document.text
    for time in context.times_by_span.within(min(ends) + 1, max(ends) + _CLOSE + 1):
        if time.kind in ("date", "extent") and any(0 < time.span.start - end <= _CLOSE for end in ends):
            end = max(end for end in ends if end < time.span.start)
            if text[end : time.span.start].strip() == "(" and any(
                a.contains(time.span) for a in context.annotation.asides
            ):
                return time.when
    return None


def _with_phrases(context: Context, span: Span) -> Iterator[int]:
    """Where the phrases end that hang on the noun of a role: "lecturer in Lund (1920–24)"."""
    noun = context.tokens_in(span)[-1:]
    for child in (c for at in noun for c in context.annotation.children[at] if c > at):
        if context.tokens[child].dep == "prep":
            inside = context.annotation.subtree(child)
            yield context.tokens[max(inside)].span.end


def of_life_span(context: Context, draft: Draft) -> When:
    """The birth or death that a life span in brackets tells in the draft's words."""
    told = (when for time in context.times for when in (time.birth, time.death) if when is not None)
    return next((when for when in told if when.span == draft.predicate), When())
