"""The rules of event logic as data: loaded once from ``event-order.yml`` and checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from vitascope import vocabulary
from vitascope.days import YEAR
from vitascope.errors import DataError
from vitascope.model import Claim

FILE = "event-order.yml"
PHASE = "phase"
"""The role that tells which turn of a membership a claim is about."""
PRECISIONS = ("day", "month", "year", "decade", "century", "millennium")
"""To what a date is told, a season counting as a month."""


class Gap(BaseModel):
    """The least time from the first to the second, negative where the second may come so much earlier."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    years: int = 0
    days: int = 0

    @property
    def in_days(self) -> int:
        """Whole days, rounded so that the rule binds a day too little rather than one too much."""
        return int(self.years * YEAR // 1) + self.days


class Side(BaseModel):
    """One side of a rule: an event that a person has once, or claims by type, phase and the rule that read them.

    ``of: parent`` takes the event of the subject's parent. ``at`` is the end of a claim that the rule binds: the
    start where nothing is said.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    event: str | None = None
    of: Literal["self", "parent"] = "self"
    any: bool = False
    types: frozenset[str] = frozenset()
    phases: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    without_phases: frozenset[str] = frozenset()
    without_rules: frozenset[str] = frozenset()
    at: Literal["start", "end"] = "start"

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if [bool(self.event), self.any, bool(self.types)].count(True) != 1:
            raise ValueError("a side names an event, or types, or any")
        if self.of == "parent" and not self.event:
            raise ValueError("of a parent only an event can be taken")
        return self

    def holds(self, claim: Claim) -> bool:
        """Whether the claim stands on this side; an event holds none."""
        phase = claim.roles[PHASE].label if PHASE in claim.roles else ""
        if claim.type in self.without or phase in self.without_phases or claim.rule in self.without_rules:
            return False
        return self.any or (claim.type in self.types and (not self.phases or phase in self.phases))


class Rule(BaseModel):
    """One rule: ``first`` comes before ``then``, by at least ``gap``. See the header of the file for ``pair``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    says: str
    why: str = Field(min_length=4)
    first: Side
    then: Side
    pair: Literal["each", "first", "one"]
    same: tuple[str, ...] = ()
    near: bool = False
    as_told: bool = False
    """Whether it holds only where the first is told before the other."""
    gap: Gap = Gap()
    soft: bool = False
    checks: bool = False

    @model_validator(mode="after")
    def _fits(self) -> Self:
        events = [side.event for side in (self.first, self.then) if side.event]
        if (self.pair == "each") != bool(events):
            raise ValueError(f"{self.id}: “each” needs an event on one side, “first” and “one” take claims on both")
        if self.near and self.pair == "each":
            raise ValueError(f"{self.id}: an event of a lifetime is near nothing")
        if not self.why.startswith("soft" if self.soft else "hard"):
            raise ValueError(f"{self.id}: “why” begins with hard or soft, as the rule is")
        return self


class Moments(BaseModel):
    """State types of which a single date tells the beginning, in these phases where any are named."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    types: frozenset[str]
    phases: frozenset[str] = frozenset()


class EventOrder(BaseModel):
    """All of ``event-order.yml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    slack: Mapping[str, int]
    events: Mapping[str, tuple[str, ...]]
    moments: tuple[Moments, ...]
    rules: tuple[Rule, ...]

    @model_validator(mode="after")
    def _known(self) -> Self:
        if set(self.slack) != set(PRECISIONS):
            raise ValueError(f"slack is needed for {', '.join(PRECISIONS)}, and for nothing else")
        types = set(vocabulary.load().types)
        named = {t for rule in self.rules for s in (rule.first, rule.then) for t in s.types | s.without}
        named |= {t for kinds in self.events.values() for t in kinds} | {t for m in self.moments for t in m.types}
        if named - types:
            raise ValueError(f"no claim types: {', '.join(sorted(named - types))}")
        events = {s.event for rule in self.rules for s in (rule.first, rule.then) if s.event}
        if events - set(self.events):
            raise ValueError(f"no events: {', '.join(sorted(events - set(self.events)))}")
        if len({rule.id for rule in self.rules}) < len(self.rules):
            raise ValueError("two rules have one id")
        return self

    def event_of(self, claim: Claim) -> str | None:
        """The event of a lifetime that a claim attests."""
        return next((name for name, types in self.events.items() if claim.type in types), None)

    def lasts(self, claim: Claim) -> bool:
        """Whether the claim holds for a time rather than happens at one."""
        known = vocabulary.load().types.get(claim.type)
        if known is None or not known.state:
            return False
        phase = claim.roles[PHASE].label if PHASE in claim.roles else ""
        return not any(claim.type in m.types and (not m.phases or phase in m.phases) for m in self.moments)


@cache
def load() -> EventOrder:
    """The rules as shipped. Raises DataError where the file breaks its own rules."""
    text = files("vitascope").joinpath(FILE).read_text("utf-8")
    try:
        return EventOrder.model_validate(yaml.safe_load(text))
    except (yaml.YAMLError, ValidationError) as fault:
        raise DataError(FILE, str(fault)) from fault
