"""Which claims are asked for: a value, and the SQL that answers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vitascope.days import number_of
from vitascope.errors import DataError
from vitascope.model import Verdict

PLAIN = (
    "polarity = 'affirmed' AND modality = 'asserted' AND attributed_to IS NULL AND NOT duress AND standing = 'stands'"
)

STATUSES: Mapping[str, str] = MappingProxyType(
    {
        "asserted": PLAIN,
        "unasserted": f"NOT ({PLAIN})",
        "negated": "polarity = 'negated'",
        "uncertain": "modality = 'uncertain'",
        "reported": "modality = 'reported'",
        "alleged": "modality = 'alleged'",
        "intended": "modality = 'intended'",
        "hypothetical": "modality = 'hypothetical'",
        "attributed": "attributed_to IS NOT NULL",
        "duress": "duress",
        "withdrawn": "standing = 'withdrawn'",
        "annulled": "standing = 'annulled'",
        "disputed": "standing = 'disputed'",
    }
)
"""What can be asked of a status, each as a condition on the table of claims."""

NOT_REJECTED = "verdict IS NOT 'reject'"
"""What holds of a standing claim that nobody rejects."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims: every part that is given must hold; within a part one of its values is enough.

    ``personas`` are pairs of document and persona id. ``after`` and ``before`` are ISO days; a claim passes
    when its bounds overlap the time from ``after`` to ``before``. An open bound reaches as far as it may,
    and a claim with no bound at all passes no filter of time: nothing says that it lies there.

    Where ``judged`` (unless told otherwise), the claims are taken with people's corrections, and those that they
    reject are left out unless ``rejected``; else they are as they were read. ``outdated`` asks for those that were read
    otherwise when they were last judged, ``verdict`` for those whose last judgement is this one.
    """

    types: tuple[str, ...] = ()
    personas: tuple[tuple[str, str], ...] = ()
    statuses: tuple[str, ...] = ()
    after: str | None = None
    before: str | None = None
    document: str | None = None
    judged: bool = True
    rejected: bool = False
    outdated: bool = False
    verdict: Verdict | None = None

    def condition(self) -> tuple[str, tuple[str | int, ...]]:
        """A WHERE condition and its parameters. Raises DataError for an unknown status or a malformed day."""
        parts: list[str] = ["TRUE"]
        values: list[str | int] = []
        if self.types:
            parts.append(f"type IN ({', '.join('?' * len(self.types))})")
            values.extend(self.types)
        if self.personas:
            parts.append(f"(document, subject) IN (VALUES {', '.join(['(?, ?)'] * len(self.personas))})")
            values.extend(value for pair in self.personas for value in pair)
        if self.statuses:
            parts.append("(" + " OR ".join(f"({_status(name)})" for name in self.statuses) + ")")
        if self.after is not None:
            parts.append("(latest_day >= ? OR latest_day IS NULL AND earliest_day IS NOT NULL)")
            values.append(number_of(self.after))
        if self.before is not None:
            parts.append("(earliest_day <= ? OR earliest_day IS NULL AND latest_day IS NOT NULL)")
            values.append(number_of(self.before))
        if self.document is not None:
            parts.append("document = ?")
            values.append(self.document)
        if self.judged and not self.rejected:
            parts.append(NOT_REJECTED)
        if self.judged and self.verdict is not None:
            parts.append("verdict = ?")
            values.append(self.verdict)
        if self.judged and self.outdated:
            parts.append("outdated")
        return " AND ".join(parts), tuple(values)


def _status(name: str) -> str:
    if name not in STATUSES:
        raise DataError("status", f"“{name}” is not a status", f"one of: {', '.join(STATUSES)}")
    return STATUSES[name]
