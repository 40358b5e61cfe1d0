"""What an expression's words mean before the story's clock has been asked."""

from __future__ import annotations

from dataclasses import dataclass

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
    """The unit (or month, or season) next to the clock's: ``step`` 1 after it, -1 before it, 0 the same."""

    step: int
    unit: str | None = None
    month: int | None = None
    weekday: int | None = None


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


@dataclass(frozen=True, slots=True)
class Length:
    """A duration; ``amount`` None where vague ("several years")."""

    amount: float | None
    unit: str


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
    """A word that only points: ``back`` at the story's present ("then"), else at the writer's ("now")."""

    back: bool


Value = Fixed | Partial | PartialRange | Adjacent | Shifted | Age | Length | Rhythm | Named | Pointer


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
