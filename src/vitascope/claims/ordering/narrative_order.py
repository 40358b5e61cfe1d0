"""Narrative order: what the main line of a paragraph tells between two dated happenings fell between them, usually.

The weakest of all evidence, and used as such: it bounds happenings without a date, never a dated one, and makes no
conflict. The neighbours must be dated by their own words, and a paragraph whose dates go back is not told in order and
bounds nothing. The main line is told in finite main clauses in the simple past (the foreground of Hopper, "Aspect and
foregrounding in discourse", 1979).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vitascope import vocabulary
from vitascope.claims.framing.frames import Draft
from vitascope.claims.ordering.constraints import Life
from vitascope.claims.ordering.told_times import Window
from vitascope.claims.paragraphs import numbered
from vitascope.model import Claim, Clause, Document


@dataclass(frozen=True, slots=True)
class Between:
    """The claims (indices) after and before which a claim is told, None where there is no dated one."""

    after: int | None
    before: int | None


def foreground(clauses: Sequence[Clause], drafts: Sequence[Draft], claims: Sequence[Claim]) -> frozenset[str]:
    """Ids of the claims that are told on the main line; ``claims`` are parallel to ``drafts``."""
    return frozenset(
        claim.id
        for draft, claim in zip(drafts, claims, strict=True)
        if draft.clause is not None
        and draft.predicate == clauses[draft.clause].predicate
        and _on_main_line(clauses, clauses[draft.clause])
    )


def _on_main_line(clauses: Sequence[Clause], clause: Clause) -> bool:
    """A main clause in the simple past, or one that such a clause coordinates."""
    while clause.kind == "verb" and clause.tense == "past" and clause.modal is None and not clause.negated:
        if clause.parent is None:
            return clause.link == "root"
        if clause.link != "conj":
            return False
        clause = clauses[clause.parent]
    return False


def told_between(document: Document, life: Life, line: frozenset[str], windows: Sequence[Window]) -> dict[int, Between]:
    """For each undated happening of the main line, the dated neighbours of its paragraph.

    ``line`` are the ids of the claims on the main line, ``windows`` the bounds of all claims.
    """
    paragraphs: dict[tuple[int, str], list[int]] = {}
    blocks = [block.span for block in document.blocks if block.kind in ("paragraph", "item")]
    ordered = sorted(range(len(life.claims)), key=lambda at: (life.claims[at].predicate, at))
    for at, number in zip(ordered, numbered(blocks, (life.claims[at].predicate.start for at in ordered)), strict=True):
        claim, who = life.claims[at], life.whose[at]
        if who is not None and life.counts[at] and claim.id in line and number < len(blocks):
            paragraphs.setdefault((number, who), []).append(at)
    found: dict[int, Between] = {}
    for told in paragraphs.values():
        dated = [at for at in told if life.claims[at].when.edtf and windows[at] != Window()]
        if all(_in_order(windows[one], windows[other]) for one, other in pairwise(dated)):
            found.update(_between(life, told, windows))
    return found


def _between(life: Life, told: Sequence[int], windows: Sequence[Window]) -> dict[int, Between]:
    types = vocabulary.load().types
    found: dict[int, Between] = {}
    for place, at in enumerate(told):
        claim = life.claims[at]
        if claim.when.edtf or types[claim.type].timeless or not life.times[at].moment:
            continue
        after = [o for o in told[:place] if life.claims[o].when.basis == "stated" and windows[o].first is not None]
        before = [o for o in told[place + 1 :] if life.claims[o].when.basis == "stated" and windows[o].last is not None]
        if after or before:
            found[at] = Between(after[-1] if after else None, before[0] if before else None)
    return found


def _in_order(one: Window, other: Window) -> bool:
    early = one.first is None or other.last is None or one.first <= other.last
    starts = one.first is None or other.first is None or one.first <= other.first
    return early and starts
