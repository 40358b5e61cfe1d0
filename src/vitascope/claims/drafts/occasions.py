"""What is told to have happened more than once is a claim for each time: "was elected in 1904 and again in 1911"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.framing.remnants import Dated, time_of
from vitascope.model import Span, TimeExpression

_BETWEEN = ("CCONJ", "ADV", "ADP", "PUNCT")
_PARTS = 1000
"""Further occasions of a draft are parts of it, numbered apart from its other parts."""


def each_occasion(
    context: Context, drafts: Iterable[Draft], told: Callable[[Draft], Sequence[TimeExpression]]
) -> Iterator[Draft]:
    """The drafts, those whose own times (``told``) are a list once for each time, the later ones with its words."""
    dated = cache(partial(time_of, context))  # one party fills roles of many drafts
    for draft in drafts:
        told_apart = _told_apart(draft, dated)
        if told_apart is not None:
            yield told_apart
            continue
        times = _listed(context, told(draft))
        if len(times) < 2:
            yield draft
            continue
        yield replace(draft, occasion=times[0])
        for number, time in enumerate(times[1:], 1):
            yield replace(draft, span=time.span, part=draft.part + number * _PARTS, occasion=time)


def _told_apart(draft: Draft, time_told: Callable[[Span], Dated | None]) -> Draft | None:
    """The draft with the date that one of its nouns has for itself, in the words from that noun to the date."""
    if draft.clause is None:
        return None
    for party in (*draft.roles.values(), draft.subject):
        within = party.span is not None and party.span.end > draft.span.start
        dated = time_told(party.span) if party.span is not None and within else None
        if party.span is not None and dated is not None:
            start = draft.span.start if dated.first else party.span.start
            span = Span(start, max(dated.time.span.end, party.span.end))
            return replace(draft, occasion=dated.time, span=span if dated.time.when.edtf else draft.span)
    return None


def _listed(context: Context, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The first of the times and those that are joined to it, where one of the joints is a conjunction that adds."""
    if len(times) < 2:
        return []
    dated = sorted((t for t in times if t.kind in ("date", "extent") and t.when.edtf), key=lambda t: t.span.start)
    found, added = dated[:1], False
    for time in dated[1:]:
        stretch = Span(found[-1].core.end, max(found[-1].core.end, time.core.start))
        between = [context.tokens[i] for i in context.tokens_in(stretch)]
        joints = [t.lemma.lower() for t in between if t.pos == "CCONJ"]
        alike = time.relation == found[0].relation == "at" and time.kind == found[0].kind
        if not alike or not between or any(t.pos not in _BETWEEN for t in between):
            return []
        if any(joint not in context.lexicon.grammar["adding"] for joint in joints):
            return []
        added = added or bool(joints)
        found.append(time)
    return found if added else []
