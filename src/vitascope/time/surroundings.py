"""What a value is read against, and what comes of it: the time with its basis and its reason in words."""

from __future__ import annotations

from dataclasses import dataclass

from vitascope import edtf
from vitascope.model import Basis, When
from vitascope.time.clock import Clock


@dataclass(frozen=True, slots=True)
class Ahead:
    """A date told in full further on: its first date, its words, its block."""

    edtf: str
    words: str
    block: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an expression is read against.

    ``clock`` is the story's time, ``mention`` the date spoken of last, which need not be on the story's line.
    ``following`` is the next date told in full, ``following_here`` the same within the paragraph. ``flashback``
    holds under a past perfect, ``elapsed`` after a word like "eventually", ``sentences`` counts those since the
    clock last moved. ``year`` is the one that the whole telling implies for a month told without its year.
    ``beside`` holds where the date spoken of last stands in the same sentence. ``passed`` are the months that are told
    to have passed since the clock moved ("held out for five months"). ``newborn`` holds where the birth of the life's
    subject has set the clock: what is told next, "then", was long after.
    """

    clock: Clock | None
    mention: Clock | None
    following: Ahead | None
    following_here: Ahead | None
    birth: When | None
    death: When | None
    flashback: bool
    elapsed: bool
    sentences: int
    year: int | None = None
    beside: bool = False
    passed: float = 0
    newborn: bool = False

    @property
    def nearest(self) -> Clock | None:
        """From where a length runs: a date of the same sentence, on the story's line or off it, or the clock."""
        return self.mention if self.beside else self.clock


@dataclass(frozen=True, slots=True)
class Anchored:
    """A value's EDTF with its basis, in words; ``edtf`` None where nothing tells it."""

    edtf: str | None
    basis: Basis = "stated"
    because: str = ""


NOTHING = Anchored(None, "none")


def anchored(text: str | None, clock: Clock) -> Anchored:
    """``text`` as read against the clock, or nothing where it is no EDTF."""
    return Anchored(text, "anchored", _because(clock)) if text and edtf.valid(text) else NOTHING


def derived(text: str | None, clock: Clock) -> Anchored:
    """``text`` as counted from the clock, or nothing where it is no EDTF."""
    return Anchored(text, "derived", f"counted from “{clock.words}”") if text and edtf.valid(text) else NOTHING


def _because(clock: Clock) -> str:
    return f"anchored to “{clock.words}”" + (", told in an earlier paragraph" if clock.weak else "")
