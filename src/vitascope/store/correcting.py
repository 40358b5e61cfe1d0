"""Whether a verdict and its correction can be: types, roles, dates and status of the vocabulary only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from vitascope.edtf import EdtfError, bounds
from vitascope.errors import DataError
from vitascope.judgement import Correction
from vitascope.model import Claim, Modality, Polarity, Standing, Verdict
from vitascope.store.standing import STATUS_PARTS
from vitascope.vocabulary import COMMON_ROLES, load

CLAIM_VERDICTS: tuple[Verdict, ...] = ("accept", "reject", "correct", "unsure")
PERSONA_VERDICTS: tuple[Verdict, ...] = ("same", "different", "unsure")
STATUS_VALUES: Mapping[str, tuple[str | bool, ...]] = {
    "polarity": get_args(Polarity),
    "modality": get_args(Modality),
    "duress": (True, False),
    "standing": get_args(Standing),
}
"""What each part of a status can be; ``attributed_to`` is any name, or None."""


def check(verdict: Verdict, correction: Correction | None, claim: Claim) -> None:
    """Raises DataError, naming the part, where a judgement of this claim cannot be."""
    if verdict not in CLAIM_VERDICTS:
        raise DataError("verdict", f"“{verdict}” is not said of a claim", f"one of: {', '.join(CLAIM_VERDICTS)}")
    parts = correction.parts if correction else ()
    if (verdict == "correct") != bool(parts):
        what = "a correction that changes nothing" if verdict == "correct" else f"{verdict} changes nothing"
        raise DataError("correction", what, "name what is to change together with the verdict correct")
    if correction is None:
        return
    kind = load()[correction.type or claim.type]
    for name in correction.roles:
        if name not in kind.roles and name not in COMMON_ROLES and name not in claim.roles:
            known = ", ".join((*kind.roles, *COMMON_ROLES))
            raise DataError("correction", f"“{name}” is no role of {correction.type or claim.type}", f"roles: {known}")
    if correction.when:
        try:
            bounds(correction.when)
        except EdtfError as fault:
            raise DataError("correction", str(fault), "write it as 1937, 1937-08 or 1937-08-21") from fault
    for name, value in correction.status.items():
        if name not in STATUS_PARTS:
            raise DataError("correction", f"“{name}” is no part of a status", f"one of: {', '.join(STATUS_PARTS)}")
        values = STATUS_VALUES.get(name)
        if values is not None and value not in values:
            told = ", ".join(str(each).lower() for each in values)
            raise DataError("correction", f"{name} cannot be “{value}”", f"one of: {told}")
