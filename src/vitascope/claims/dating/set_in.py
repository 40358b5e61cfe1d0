"""The time of what a sentence is set in: "at her trial, which opened in May", "before a committee that sat in May"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.dating.closing import moments
from vitascope.claims.dating.narrowest import chosen
from vitascope.model import Clause, TimeExpression, When

OPENED = "from its opening on"
"""How the reason of the date begins of what was done at a hearing of which the opening is told."""
_TELLING = ("relcl", "acl")
_SITTING_BODIES = frozenset({"court", "organisation"})


def time_of_setting(
    context: Context, clause: Clause, verbal: Mapping[int, Clause], own: Mapping[int, list[TimeExpression]]
) -> When | None:
    """The time told, in a phrase that opens the sentence of ``clause``, of what that happened at."""
    first = context.annotation.sentences[clause.sentence].first
    opens = context.tokens[first]
    word, setting = opens.lemma.lower(), context.lexicon.grammar["setting"]
    if opens.head != clause.head or opens.dep != "prep" or word not in (*setting, *context.lexicon.grammar["facing"]):
        return None
    for noun in _nouns(context, first, word in setting):
        for below in context.annotation.children[noun]:
            told = verbal.get(below)
            if told is not None and context.tokens[below].dep in _TELLING and told.tense != "pluperfect":
                when = chosen(moments(own.get(told.index, [])))
                if when is not None:
                    return _opened(when) if told.lemma in context.lexicon.grammar["opening"] else when
    return None


def _opened(when: When) -> When:
    return replace(when, because="; ".join(part for part in (OPENED, when.because) if part))


def _nouns(context: Context, prep: int, happening: bool) -> Iterator[int]:
    """What the phrase names, if it may be a happening, and the bodies in it that sit."""
    named = context.annotation.children[prep]
    for at in sorted(context.annotation.subtree(prep)):
        sits = context.tokens[at].pos in ("NOUN", "PROPN") and context.kinds(at) & _SITTING_BODIES
        if (at in named and happening) or sits:
            yield at
