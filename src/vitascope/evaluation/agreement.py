"""When two claims agree: on the subject, on a role, on a date. And how they are read for it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from vitascope.errors import VitascopeError

# Fixed by the scoring rules, whatever the language of the text: another list would be another measure.
_SMALL_WORDS = frozenset(re.findall(r"\w+", "a an the of in at on for to and his her their its by with from as"))
_KIN_WORDS = frozenset(
    re.findall(
        r"\w+",
        "mother father grandfather grandmother brother sister son daughter wife husband uncle aunt cousin"
        " parents family",
    )
)


class ScoredStatus(NamedTuple):
    """The parts of a status that are scored; of attribution only whether there is any."""

    polarity: str = "affirmed"
    modality: str = "asserted"
    duress: bool = False
    standing: str = "stands"
    attributed: bool = False


PLAIN = ScoredStatus()


@dataclass(frozen=True, slots=True)
class ScoredClaim:
    """A claim as far as it is scored. ``roles`` are name → label, ``date`` is EDTF without white space."""

    type: str
    subject: str
    start: int
    end: int
    roles: Mapping[str, str]
    date: str | None
    status: ScoredStatus
    quote: str = ""


def read_claims(path: Path) -> list[ScoredClaim]:
    """Claims from JSON lines, in the output contract or in the short form of gold files.

    Raises VitascopeError, naming the line, for what is no such claim.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise VitascopeError(str(path), f"cannot be read ({fault})", "name a file of JSON lines") from fault
    claims = []
    # Only \n ends a line of JSON; other line ends may stand within a quotation.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                claims.append(scored(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as fault:
                advice = "a line is an object with type, subject, start and end: see vitascope schema"
                raise VitascopeError(f"{path}:{number}", f"not a claim ({fault!r})", advice) from fault
    return claims


def scored(claim: Mapping[str, Any]) -> ScoredClaim:
    """One claim from its JSON values. Raises KeyError, TypeError or ValueError where it is none."""
    when = claim.get("when")
    edtf = when.get("edtf") if isinstance(when, Mapping) else when
    return ScoredClaim(
        type=str(claim["type"]),
        subject=_label(claim["subject"]),
        start=int(claim["start"]),
        end=int(claim["end"]),
        roles={name: _label(value) for name, value in (claim.get("roles") or {}).items()},
        date=re.sub(r"\s", "", edtf) if edtf else None,
        status=_status(claim.get("status") or {}),
        quote=str(claim.get("quote") or ""),
    )


def same_subject(one: str, other: str) -> bool:
    """Whether two labels name the same subject, as far as words can tell.

    One's words within the other's, with the same words of kinship ("mother of X" is not X); else at least
    half of all their words shared.
    """
    a, b = _words(one), _words(other)
    if not a or not b:
        return False
    if a <= b or b <= a:
        return a & _KIN_WORDS == b & _KIN_WORDS
    return len(a & b) / len(a | b) >= 0.5


def similar(one: str, other: str) -> bool:
    """Whether two values share at least half of their words (Dice's coefficient)."""
    a, b = _words(one), _words(other)
    return bool(a and b) and 2 * len(a & b) / (len(a) + len(b)) >= 0.5


def loose_date(date: str | None) -> str | None:
    """A date without its qualifiers and without the difference between set and extent."""
    if not date:
        return None
    bare = re.sub(r"[~?%\[\]]", "", date)
    return bare if bare == ".." else bare.replace("..", "/")


def _status(given: Mapping[str, Any]) -> ScoredStatus:
    return ScoredStatus(
        polarity=given.get("polarity") or PLAIN.polarity,
        modality=given.get("modality") or PLAIN.modality,
        duress=bool(given.get("duress")),
        standing=given.get("standing") or PLAIN.standing,
        attributed=bool(given.get("attributed_to")),
    )


def _label(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("label", "")
    if isinstance(value, list):
        value = " ".join(map(_label, value))
    return str(value or "")


@lru_cache(maxsize=65_536)
def _words(label: str) -> frozenset[str]:
    decomposed = unicodedata.normalize("NFKD", label).casefold()
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return frozenset(re.findall(r"\w+", bare)) - _SMALL_WORDS
