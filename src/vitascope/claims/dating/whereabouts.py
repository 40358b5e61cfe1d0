"""What happened where somebody had come to: "In 1925 he moved to Oslo, where he met Anna Berg; in 1927 he left".

It fell some time after the coming, and before the date that the paragraph tells next, if any; what is done at once on
arrival, in a court or a prison, is left to the date of the coming.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from vitascope import edtf
from vitascope.claims.context import Context
from vitascope.claims.dating.next_step import in_its_month, in_its_year
from vitascope.model import Clause, Span, When

_COMING = frozenset(
    "move residence exile imprisonment appointment education service post work release escape retirement".split()  # noqa: SIM905
)
"""What brings somebody to a place, or keeps them there."""
_AT_ONCE = frozenset(
    "arrest charge trial conviction sentence execution death birth burial baptism interrogation".split()  # noqa: SIM905
)
_MONTH, _YEAR = 7, 4
"""Signs in the EDTF of a month and of a year."""
Told = Mapping[Span, frozenset[str]]


def while_there(
    context: Context, clauses: tuple[Clause, ...], told: Told, kind: str, clause: Clause, when: When
) -> When:
    """``when`` of a happening of type ``kind``, widened to the stay where it is that of the coming."""
    where, told_of = clause, when
    while where.link == "conj" and where.parent is not None:
        where = clauses[where.parent]
    if where.link != "relcl" or kind in _AT_ONCE or not _of_place(context, where):
        return when
    above = where
    while above.parent is not None and (above is where or above.kind not in ("verb", "copula")):
        above = clauses[above.parent]
    since = (when.edtf or "").removesuffix("/..").removesuffix("..]").removeprefix("[")
    when = replace(when, edtf=since) if edtf.valid(since) else when
    begun = edtf.parse(when.edtf or "")
    if not told.get(above.predicate, frozenset()) & _COMING or not isinstance(begun, edtf.Date):
        return told_of
    start = in_its_year(when) if begun.month > "12" else in_its_month(when)
    start, end = _alike(start, _next(context, clause, when))
    value = f"[{start.edtf}..{end}]"
    if start.edtf == end or not edtf.valid(value):
        return told_of
    earliest, latest = edtf.bounds(value)
    return replace(when, edtf=value, earliest=earliest, latest=latest)


def _of_place(context: Context, clause: Clause) -> bool:
    below = (context.tokens[c] for c in context.annotation.children[clause.head])
    return any(c.lemma.lower() in context.lexicon.grammar["where"] for c in below)


def _next(context: Context, clause: Clause, when: When) -> str:
    """The first date after the clause in its paragraph that is later than ``when``; empty where there is none."""
    block = next((b.span for b in context.document.blocks if b.span.contains(clause.predicate)), clause.span)
    for time in context.times_by_core.within(clause.predicate.end, block.end):
        value = (time.when.edtf or "").split("/")[0]
        dated = edtf.valid(value) and isinstance(edtf.parse(value), edtf.Date) and time.kind in ("date", "extent")
        if dated and edtf.precedes(when.edtf or "", value):
            return value.rstrip("~?%")
    return ""


def _alike(start: When, end: str) -> tuple[When, str]:
    """Two dates in one precision, the coarser of both."""
    season = len(end) == _MONTH and end[-2:] > "12"
    end = end[:_YEAR] if season else end[:_MONTH]
    if len(end) == _YEAR:
        start = in_its_year(start)
    return start, end[: len((start.edtf or "").rstrip("~?%"))]
