"""What an expression's words mean before the story's clock has been asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vitascope.model import Span


@dataclass(frozen=True, slots=True)
class Fixed:
    """A time that the words alone give, as EDTF."""

    edtf: str


@dataclass(frozen=True, slots=True)
class Partial:
    """A month or season (21–24), a day of a month, or a day alone: the clock gives the rest.

    ``step`` says which year, counted from the clock's, where the words do ("October of that year": 0).
    """

    month: int | None = None
    day: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class PartialRange:
    """From one partial date to another of the same or the next year."""

    first: Partial
    last: Partial


@dataclass(frozen=True, slots=True)
class Adjacent:
    """The unit (or month, or season) next to the clock's: ``step`` 1 after it, -1 before it, 0 the same.

    ``day`` is that of the month meant ("12 October last", "the 5th inst.").
    """

    step: int
    unit: str | None = None
    month: int | None = None
    weekday: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Elided:
    """A year told by its last two digits ('89), or a ``decade`` by its first year's ("the thirties").

    The story's clock gives the century. ``last`` is the end of a range.
    """

    year: int
    last: int | None = None
    month: int | None = None
    day: int | None = None
    decade: bool = False


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units after (before, where ``step`` is -1) the clock; ``amount`` None where the words are vague."""

    step: int
    amount: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Age:
    """An age in completed years; ``last`` is given for a stage of life ("in her thirties")."""

    years: int
    last: int | None = None


BIRTHDAY = "birthday"
"""The unit of an OfLife that counts whole years from the birth to the day."""


@dataclass(frozen=True, slots=True)
class OfLife:
    """The subject's birth or death, or a time so far from it ("five days before his death"); ``step`` 0 for itself.

    ``side`` is ``until`` for all that led up to it ("the rest of her life"), ``within`` for some time of that ("the
    end of her life"); with an amount, of so much of it ("the last ten years of her life").
    """

    event: Literal["birth", "death"]
    step: int = 0
    amount: float | None = None
    unit: str = ""
    side: Literal["", "until", "within"] = ""


@dataclass(frozen=True, slots=True)
class Length:
    """A duration; ``amount`` None where vague ("several years"), ``unit`` empty where none is named ("some time").
    ``more`` is what is counted in a smaller unit ("two years and ten months").

    ``side`` says which stretch it is, where the words do: ``next`` after the clock, ``past`` before it, ``first`` or
    ``last`` of something told ("the first two months of 1939"), ``thing`` the length of a thing ("a two-year stay").
    """

    amount: float | None
    unit: str
    side: str = ""
    more: tuple[float, str] | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit of something told: "the third year of his reign"."""

    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day: its day is the clock's."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A recurrence, ``every`` an ISO 8601 duration where known."""

    every: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """A period or event of the lexicon, with its EDTF span."""

    edtf: str
    name: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word that only points: ``then`` or ``here`` ("at that time") at the story's present, ``now`` at the writer's,
    ``past`` and ``future`` away from it ("former", "the future").
    """

    to: Literal["then", "here", "now", "past", "future"]


Value = (
    Fixed
    | Partial
    | PartialRange
    | Adjacent
    | Elided
    | Shifted
    | Age
    | OfLife
    | Length
    | Nth
    | Hour
    | Rhythm
    | Named
    | Pointer
)


@dataclass(frozen=True, slots=True)
class Found:
    """An expression as found: where it stands, what it means, how it is led.

    ``atom`` is what the rule matched; ``core`` adds article, part and "about"; ``span`` adds the steering
    preposition ``lead``. ``relation`` is the lead's. ``part`` is a key of the lexicon's parts, ``mark`` an EDTF
    qualifier. ``weak`` expressions stand only where something supports them;
    ``attributed`` ones follow an article ("the 1912 elections"), ``ancient`` ones count in early lives only.
    """

    atom: Span
    core: Span
    span: Span
    value: Value
    rule: str
    relation: str = "at"
    lead: str = ""
    part: str = ""
    mark: str = ""
    weak: bool = False
    attributed: bool = False
    ancient: bool = False
    block: int = 0
