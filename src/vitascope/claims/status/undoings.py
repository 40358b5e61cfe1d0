"""The ways of undoing what was said: taking it back, acquittal, rehabilitation, a verdict quashed, a forgery found."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from vitascope.claims.status.cues import checked_entries


class Undoing(BaseModel):
    """One way of undoing what was said, as written in ``status-standing.yml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    standing: Literal["withdrawn", "annulled"]
    reach: Literal["before", "any"]
    by_speaker: bool = False
    nearest: bool = False
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    denied_nouns: tuple[str, ...] = ()
    wanting: frozenset[str] = frozenset()
    denied_verbs: frozenset[str] = frozenset()
    sought: frozenset[str] = frozenset()
    forged: frozenset[str] = frozenset()
    close: bool = False
    about: tuple[str, ...] = ()
    objects: frozenset[str] = frozenset()
    complements: frozenset[str] = frozenset()
    denied_complements: frozenset[str] = frozenset()
    examples: tuple[str, ...] = Field(min_length=1)
    near_misses: tuple[str, ...] = Field(min_length=1)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of which one tells it, the first of those of several."""
        told = (*self.verbs, *self.nouns, *self.denied_nouns, *self.denied_verbs, *self.forged)
        return frozenset(text.split()[0] for text in told)


@cache
def load_undoings(language: str = "en") -> tuple[Undoing, ...]:
    """All ways of undoing. Raises DataError where the data is wrong."""
    return tuple(checked_entries(language, "status-standing", "undoings", Undoing))
