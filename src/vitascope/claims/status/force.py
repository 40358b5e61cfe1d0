"""The lexicon of force: verbs, acts, means and devices by which words are got out of somebody."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict, ValidationError

from vitascope import lang
from vitascope.claims.status.cues import checked_types
from vitascope.errors import DataError


class Governing(BaseModel):
    """Verbs that force a deed, and how the deed hangs on them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verbs: tuple[str, ...]
    links: frozenset[str]


class Spoken(BaseModel):
    """A sentence and the lemma of the word given in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    at: str


class Acts(BaseModel):
    """Acts on the speaker; ``strong`` ones reach into the next sentence."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    strong: tuple[str, ...]
    weak: tuple[str, ...]


class Yielding(BaseModel):
    """Verbs by which somebody gives way, and where: "during the third interrogation he broke"."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verbs: tuple[str, ...]
    during: frozenset[str]


class Extraction(BaseModel):
    """Verbs by which words are got or made up by others ("had dictated the statement"), and nouns of such words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verbs: tuple[str, ...]
    words: frozenset[str]


class DuressCues(BaseModel):
    """The lexicon of force as written in ``status-duress.yml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    types: tuple[str, ...]
    events: frozenset[str]
    answers: tuple[str, ...]
    governing: tuple[Governing, ...]
    acts: Acts
    means: frozenset[str]
    taken_up: frozenset[str]
    pointing: frozenset[str]
    means_by: frozenset[str]
    devices: frozenset[str]
    devices_by: frozenset[str]
    weapons: frozenset[str]
    bodies: frozenset[str]
    blows: frozenset[str]
    wants: frozenset[str]
    wanting: frozenset[str]
    adjectives: frozenset[str]
    clauses: frozenset[str]
    hostages: frozenset[str]
    yielding: Yielding
    extraction: Extraction
    elsewhen: frozenset[str]
    scenes: frozenset[str]
    taking_back: frozenset[str]
    examples: tuple[Spoken, ...]
    near_misses: tuple[Spoken, ...]


@cache
def load_duress(language: str = "en") -> DuressCues:
    """The lexicon of force. Raises DataError where the data is wrong."""
    where = f"lang/{language}/status-duress.yml"
    try:
        cues = DuressCues.model_validate(lang.load(language, "status-duress"))
    except ValidationError as fault:
        raise DataError(where, str(fault)) from fault
    checked_types((*cues.types, *cues.answers), where)
    return cues
