"""The claim types as data: loaded once from ``vocabulary.yml`` and checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from vitascope.errors import DataError

COMMON_ROLES = ("place", "duration", "organisation")
"""Roles that any claim may carry beside those of its type: where, how long, within which body."""


class ClaimType(BaseModel):
    """One type: its family, what it says of the subject, its roles, and the nearest terms elsewhere."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    family: str
    label: str
    says: str
    roles: dict[str, Literal["required", "optional"]] = {}
    organisations: bool = False
    state: bool = False
    once: bool = False
    timeless: bool = False
    wikidata: tuple[str, ...] = ()
    gedcom: str | None = None


class Vocabulary(BaseModel):
    """All claim types by name, in the order of the published table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    types: Mapping[str, ClaimType]

    @property
    def families(self) -> tuple[str, ...]:
        """The families in order of first appearance."""
        return tuple(dict.fromkeys(t.family for t in self.types.values()))

    def family(self, name: str) -> str:
        """The family of a type. Raises DataError for a name that is none."""
        return self[name].family

    def __getitem__(self, name: str) -> ClaimType:
        if name not in self.types:
            raise DataError("vocabulary", f"no claim type “{name}”", f"types: {', '.join(self.types)}")
        return self.types[name]


@cache
def load() -> Vocabulary:
    """The published vocabulary. Raises DataError where the file breaks its own rules."""
    text = files("vitascope").joinpath("vocabulary.yml").read_text("utf-8")
    try:
        return Vocabulary.model_validate(yaml.safe_load(text))
    except (yaml.YAMLError, ValidationError) as fault:
        raise DataError("vocabulary.yml", str(fault)) from fault
