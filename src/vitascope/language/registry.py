"""The registry of language models: ``lang/models.yml``, loaded once and checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from vitascope.errors import DataError, ModelError


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PinnedModel(_Strict):
    """A model as the registry pins it; ``wheel`` and ``contents`` are sha256, ``size`` is in megabytes."""

    package: str
    version: str
    wheel: str
    contents: str
    module: str
    path: str
    exclude: tuple[str, ...] = ()
    size: float
    licence: str
    note: str


class Trouble(_Strict):
    """A sign in what pip says, what it means, and what a reader can do about it."""

    sign: str
    what: str
    advice: str


class Registry(_Strict):
    """All models by name, best first, and the known troubles of installing one."""

    models: Mapping[str, PinnedModel]
    troubles: tuple[Trouble, ...]

    def __getitem__(self, name: str) -> PinnedModel:
        if name not in self.models:
            raise ModelError(f"model {name}", "no such model", f"models: {', '.join(self.models)}")
        return self.models[name]


@cache
def registry() -> Registry:
    """The published registry. Raises DataError where the file breaks its own rules."""
    text = files("vitascope.lang").joinpath("models.yml").read_text("utf-8")
    try:
        return Registry.model_validate(yaml.safe_load(text))
    except (yaml.YAMLError, ValidationError) as fault:
        raise DataError("lang/models.yml", str(fault)) from fault
