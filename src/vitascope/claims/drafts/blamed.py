"""Verdicts undone, sentences carried out and charges dropped that name nobody are told of whoever was charged.

"Lind defended the baker, who was charged with theft. The charge was dismissed." clears the baker, not the lawyer whose
life it is, against whom nothing was ever brought.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft

_BLAME = frozenset({"accusation", "charge", "trial", "conviction", "sentence", "arrest", "imprisonment", "confession"})
_FORMAL = frozenset({"charge", "trial", "conviction", "sentence"})
_CLOSE = 2
"""Sentences within which what was brought against another is still spoken of."""


def of_the_blamed(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those that name nobody about whoever was charged, where that was not the life's person."""
    unnamed = context.lexicon.unnamed
    blame = sorted((d for d in drafts if d.type in _BLAME and d.rule not in unnamed), key=lambda d: d.span.start)
    return [
        _about(context, d, [b for b in blame if b.span.start < d.span.start])
        if d.rule in unnamed and _is_unnamed(d)
        else d
        for d in drafts
    ]


def _is_unnamed(draft: Draft) -> bool:
    told = draft.subject.span
    return told is not None and told.end <= draft.span.start


def _about(context: Context, draft: Draft, before: Sequence[Draft]) -> Draft:
    if any(d.subject.id == draft.subject.id for d in before):
        return draft
    near = [
        d
        for d in before
        if d.type in _FORMAL and d.sentence >= draft.sentence - _CLOSE and context.personas.get(d.subject.id or "")
    ]
    return replace(draft, subject=near[-1].subject) if near else draft
