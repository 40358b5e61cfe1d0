"""A life in order: what is told of one persona, from first to last.

**Order.** A claim stands by the first day that its date leaves possible, or its last where the first is open;
then by its last, then by where it is told. Undated claims (no bounds, or only those that the life span and the
order of events leave) keep their place in the telling: each stands after the dated claim that the same document
tells before it, moved only as far as its own bounds demand. Two things do not carry an undated claim with them:
an end of life, since what follows it in a lead ("… was a painter") is told of the life before it; and a claim of
another document. Undated claims that are told before any dated one stand before the first dated one of their
document, or after it where that is the birth; those of a document without any date stand at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vitascope.days import number_of
from vitascope.edtf import bounds, valid
from vitascope.export.attested import Attested
from vitascope.model import When

_ENDS_OF_LIFE = frozenset({"death", "burial", "execution", "assassination"})
_LAST = 10**12
"""Later than any day."""


@dataclass(frozen=True, slots=True)
class LifeEntry:
    """One claim of a life. ``dated`` tells whether its own date put it here, or the telling."""

    item: Attested
    dated: bool


def life(items: Iterable[Attested]) -> tuple[LifeEntry, ...]:
    """The claims in the order above; which persona they are about is the caller's choice."""
    by_document: dict[str, list[Attested]] = {}
    for item in items:
        by_document.setdefault(item.document.source.uri + "\n" + item.document.id, []).append(item)
    keyed = [entry for uri in sorted(by_document) for entry in _keyed(uri, by_document[uri])]
    return tuple(entry for _, entry in sorted(keyed, key=lambda pair: pair[0]))


_Key = tuple[int, int, int, str, int]
"""Day, 0 before a dated claim · 1 dated · 2 after one, last day, document, place in the telling."""


def _keyed(uri: str, items: list[Attested]) -> list[tuple[_Key, LifeEntry]]:
    told = sorted(items, key=lambda item: (item.claim.span, item.claim.type, item.claim.id))
    dated = [item.claim for item in told if _is_dated(item.claim.when)]
    first = min(dated, key=lambda claim: _days(claim.when), default=None)
    at, side = (_LAST, 2) if first is None else (_days(first.when)[0], 2 if first.type == "birth" else 0)
    keyed: list[tuple[_Key, LifeEntry]] = []
    for place, item in enumerate(told):
        when = item.claim.when
        if _is_dated(when):
            start, end = _days(when)
            keyed.append(((start, 1, end, uri, place), LifeEntry(item, True)))
            if item.claim.type not in _ENDS_OF_LIFE:
                at, side = start, 2
        else:
            keyed.append(((_within(when, at), side, 0, uri, place), LifeEntry(item, False)))
    return keyed


def _is_dated(when: When) -> bool:
    return when.basis != "none" and _told_bounds(when) != (None, None)


def _told_bounds(when: When) -> tuple[str | None, str | None]:
    """The bounds that the date itself sets: "until 1912" is told of 1912, though it began with the life."""
    return bounds(when.edtf) if when.edtf and valid(when.edtf) else (when.earliest, when.latest)


def _days(when: When) -> tuple[int, int]:
    first, last = (None if day is None else number_of(day) for day in _told_bounds(when))
    start = first if first is not None else last if last is not None else _LAST
    return start, last if last is not None else _LAST


def _within(when: When, day: int) -> int:
    """The day, moved into the bounds."""
    if when.latest is not None:
        day = min(day, number_of(when.latest))
    if when.earliest is not None:
        day = max(day, number_of(when.earliest))
    return day
