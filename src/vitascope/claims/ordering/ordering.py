"""Order: bounds for every claim from what the whole life tells, and the claims that cannot all be true.

The constraints (words, life span, event logic) form a simple temporal network. What it says of a claim is kept with
the chain of constraints that says so; claims in a conflict stay as told and bound nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from vitascope import edtf
from vitascope.claims.event_rules import load as load_event_order
from vitascope.claims.ordering.constraints import life_of, told_constraints
from vitascope.claims.ordering.culprits import judge
from vitascope.claims.ordering.event_links import event_constraints
from vitascope.claims.ordering.narrative_order import Between, told_between
from vitascope.claims.ordering.network import bounds
from vitascope.claims.ordering.reasons import NOT_AFTER, NOT_BEFORE, Reason, Writer
from vitascope.claims.ordering.told_times import Window, day_window
from vitascope.days import iso_day
from vitascope.model import Claim, Document, People

NOBODY = People((), ())


@dataclass(frozen=True, slots=True)
class Bounds:
    """The tightest bounds of a claim: inclusive ISO days, None where open.

    ``after`` and ``before`` say what made them, None where they are the claim's own words.
    """

    claim: str
    earliest: str | None
    latest: str | None
    after: Reason | None = None
    before: Reason | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims (ids, in the order of the claims) that cannot all be true, none of which could be left out.

    ``rules`` are those of the chain that they break, ``says`` each of them in words.
    """

    claims: tuple[str, ...]
    rules: tuple[str, ...]
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """``bounds`` are parallel to the claims that were ordered."""

    bounds: tuple[Bounds, ...]
    conflicts: tuple[Conflict, ...]


def order(
    document: Document, claims: Sequence[Claim], people: People = NOBODY, line: frozenset[str] = frozenset()
) -> Ordered:
    """Order the claims of one document.

    ``people`` tells persons from groups and bodies, which are not born and do not die, and kin; ``line`` are the ids of
    claims on the main line (:func:`vitascope.claims.ordering.narrative_order.foreground`), none for no narrative order.
    """
    rules = load_event_order()
    life = life_of(document, claims, people, rules)
    verdict = judge(life, [*told_constraints(life), *event_constraints(life)])
    found = bounds(life.points.size, [c.edge for c in verdict.kept])
    writer = Writer(life)
    disputed = {at for clash in verdict.clashes for at in clash.claims}
    told = [_told_window(c) for c in claims]
    result, windows = [], []
    for at, claim in enumerate(claims):
        if at in disputed:
            windows.append(told[at])
            result.append(_as_told(claim))
            continue
        start, end = life.points.starts[at], life.points.ends[at]
        window = _tightest(told[at], Window(found.earliest[start], found.latest[end]))
        windows.append(window)
        after = found.after(start) if window.first != told[at].first else ()
        before = found.before(end) if window.last != told[at].last else ()
        result.append(
            Bounds(
                claim.id,
                iso_day(window.first),
                iso_day(window.last),
                writer.reason(at, [verdict.kept[n] for n in reversed(after)], NOT_BEFORE) if after else None,
                writer.reason(at, [verdict.kept[n] for n in before], NOT_AFTER) if before else None,
            )
        )
    for at, between in told_between(document, life, line, windows).items():
        if at not in disputed:
            result[at] = _narrowed(at, result[at], windows, between, writer)
    conflicts = [
        Conflict(tuple(claims[at].id for at in c.claims), c.rules, tuple(map(writer.rule, c.rules)))
        for c in verdict.clashes
    ]
    return Ordered(tuple(result), tuple(conflicts))


def bounded(claims: Sequence[Claim], ordered: Ordered) -> tuple[Claim, ...]:
    """The claims with the bounds that the others leave them, and why.

    A claim without a date is given both, a dated one only what its date leaves open: "from 1914" ends with the life,
    "before 1922" begins with it. ``edtf`` never changes, and no bound that the words set.
    """
    return tuple(_bounded(claim, found) for claim, found in zip(claims, ordered.bounds, strict=True))


def _bounded(claim: Claim, found: Bounds) -> Claim:
    when, told = claim.when, _told_window(claim)
    if not when.edtf and when.basis != "none":
        return claim
    after = found.after if told.first is None else None
    before = found.before if told.last is None else None
    if after is None and before is None:
        return claim
    earliest = found.earliest if after is not None else when.earliest
    latest = found.latest if before is not None else when.latest
    reasons = [when.because, *(r.says for r in (after, before) if r is not None)]
    because = "; ".join(filter(None, reasons))
    return replace(claim, when=replace(when, earliest=earliest, latest=latest, because=because))


def _told_window(claim: Claim) -> Window:
    """What the date itself leaves possible, whatever bounds the claim was given before; open where it is no EDTF."""
    return _window(claim.when.edtf) if claim.when.edtf else Window()


@lru_cache(maxsize=8_192)
def _window(told: str) -> Window:
    return day_window(*edtf.bounds(told)) if edtf.valid(told) else Window()


def _as_told(claim: Claim) -> Bounds:
    told = _told_window(claim)
    return Bounds(claim.id, iso_day(told.first), iso_day(told.last))


def _tightest(told: Window, found: Window) -> Window:
    """What the network adds to the words; the words alone where nothing would be left of them ("about", a doubt)."""
    first = max((d for d in (told.first, found.first) if d is not None), default=None)
    last = min((d for d in (told.last, found.last) if d is not None), default=None)
    return told if first is not None and last is not None and first > last else Window(first, last)


def _narrowed(at: int, found: Bounds, windows: Sequence[Window], between: Between, writer: Writer) -> Bounds:
    """Bounds narrowed by the dated neighbours in the telling, as far as they leave room."""
    window = windows[at]
    if between.after is not None:
        narrow = _tightest(window, Window(windows[between.after].first, None))
        if narrow != window:
            reason = writer.neighbour(at, between.after, "told after")
            found, window = replace(found, earliest=iso_day(narrow.first), after=reason), narrow
    if between.before is not None:
        narrow = _tightest(window, Window(None, windows[between.before].last))
        if narrow != window:
            reason = writer.neighbour(at, between.before, "told before")
            found = replace(found, latest=iso_day(narrow.last), before=reason)
    return found
