"""In which order claims are looked through: the most doubtful first.

1. What was judged and is read otherwise since, or what somebody doubts.
2. What nobody judged, the least confident extraction first; among equals what is not plainly asserted, because its
   status had to be decided too; then as it is told.

What is accepted, rejected or corrected, and has not changed since, is not looked through again.
"""

from __future__ import annotations

from collections.abc import Iterable

from vitascope.export.attested import Attested
from vitascope.export.departures import is_plain


def by_doubt(items: Iterable[Attested]) -> tuple[Attested, ...]:
    """The claims still to be judged, in the order above; equals in the order given."""
    open_ = [item for item in items if _is_open(item)]
    return tuple(sorted(open_, key=_key))


def _is_open(item: Attested) -> bool:
    judged = item.claim.judged
    return judged is None or judged.outdated or judged.verdict == "unsure"


def _key(item: Attested) -> tuple[bool, float, bool]:
    claim = item.claim
    return claim.judged is None, claim.confidence, is_plain(claim.status)
