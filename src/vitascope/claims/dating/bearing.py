"""The time of an office by which somebody is named in a dated act: "In May 1905 the mayor, Karl Berg, fined her".

They are told to have held it then, to the month, or to the year of an act of one day; not where the act is told of a
stretch, nor where the office is told to have been held before or after ("the former mayor").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from vitascope import edtf
from vitascope.claims.context import Context
from vitascope.claims.dating.closing import moments
from vitascope.claims.dating.next_step import in_its_year, is_day
from vitascope.model import Clause, TimeExpression, When

_WITHIN = ("appos", "compound", "flat")
_PARTIES = ("nsubj", "nsubjpass", "dobj")
_PHRASES = ("agent", "prep")
OFFICE = "post"
BESIDE = "told with "
"""How the reason of such a date begins."""


def time_of_bearing(
    context: Context, noun: Clause, verbal: Mapping[int, Clause], own: Mapping[int, list[TimeExpression]]
) -> When | None:
    """The time of the act in which an office names one of those who take part."""
    tokens, passing = context.tokens, context.lexicon.grammar["passing"]
    if any(tokens[i].text.lower() in passing for i in context.tokens_in(noun.span)):
        return None
    token = tokens[noun.head]
    while token.dep in _WITHIN and token.head != token.index:
        token = tokens[token.head]
    above = tokens[token.head]
    if token.dep == "pobj" and above.dep in _PHRASES:
        above = tokens[above.head]
    elif token.dep not in _PARTIES:
        return None
    act = verbal.get(above.index)
    if act is None or act.kind != "verb" or act.negated or act.tense not in ("past", "none"):
        return None
    told = [t for t in own.get(act.index, []) if t.when.edtf]
    if len(told) != 1 or not moments(told):
        return None
    when = told[0].when
    if not isinstance(edtf.parse(when.edtf or ""), edtf.Date):
        return None
    when = in_its_year(when) if is_day(when) else when
    reason = f"{BESIDE}“{context.document.quote(act.predicate)}”"
    return replace(when, because="; ".join(part for part in (when.because, reason) if part))
