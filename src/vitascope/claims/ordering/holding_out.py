"""What was withheld for a told time by somebody held: "Arrested in May 1911, she refused to speak for two months".

It began with the arrest told before it in the paragraph, and lasted as long as is told: to the day where that is
counted in days or weeks, and to the next step of the same person where that is told of about that day; else to the
month.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope import edtf
from vitascope.claims.dating.lasting import away
from vitascope.claims.ordering.constraints import constrains
from vitascope.days import number_of
from vitascope.model import Claim, Document, When

_TAKEN = ("arrest", "abduction", "imprisonment")
_WITHHELD = ("confession", "refusal", "statement")
_DURATION = "duration"
_MONTH, _DAY = 7, 10
"""Signs in the EDTF of a month and of a day."""
_ABOUT = 3
"""Days by which a spoken count may fall short ("for almost three weeks")."""


def held_out(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, the undated of a told length under arrest with their time; order and number unchanged."""
    settled = list(claims)
    for at, claim in enumerate(settled):
        length = claim.roles[_DURATION].label if _DURATION in claim.roles else ""
        if not length or claim.when.edtf or claim.type not in _WITHHELD:
            continue
        taken = _taken(document, settled, at)
        when = _so_long(taken, length, settled[at + 1 :]) if taken is not None else None
        if when is not None:
            settled[at] = replace(claim, when=when)
    return settled


def _taken(document: Document, claims: Sequence[Claim], at: int) -> Claim | None:
    """The arrest of whoever the claim is about, or whom it names, told last in its paragraph."""
    here = claims[at]
    block = next((b.span for b in document.blocks if b.span.contains(here.span)), here.span)
    parties = {here.subject.key, *(p.id for p in here.roles.values())}
    for other in reversed(claims[:at]):
        if not block.overlaps(other.span):
            return None
        if other.type in _TAKEN and other.subject.key in parties and constrains(other) and other.when.edtf:
            return other
    return None


def _so_long(taken: Claim, length: str, following: Sequence[Claim]) -> When | None:
    start = (taken.when.edtf or "").split("/")[0].rstrip("~?%")
    finish = (away(start, length) or "").rstrip("~?%")
    if not finish or len(finish) != len(start):
        start, finish = start[:_MONTH], finish[:_MONTH]
    if len(finish) == _DAY:
        finish = _next_step(taken, finish, following) or finish
    value = f"{start}/{finish}"
    if not start or start == finish or not edtf.valid(value):
        return None
    earliest, latest = edtf.bounds(value)
    return When(value, "", None, earliest, latest, "derived", f"{taken.type} at {taken.span.start} and {length}")


def _next_step(taken: Claim, finish: str, following: Sequence[Claim]) -> str | None:
    """The day that is told next of the one taken, where the count is about right for it."""
    told = (c.when.edtf for c in following if c.subject.key == taken.subject.key and c.when.edtf)
    step = next(told, None) or ""
    if len(step) != _DAY or not edtf.valid(step):
        return None
    return step if 0 <= number_of(finish) - number_of(step) <= _ABOUT else None
