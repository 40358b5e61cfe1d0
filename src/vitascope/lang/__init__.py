"""Language data, one folder a language: rules and lexicons as YAML with examples beside every rule."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from vitascope.errors import DataError

__all__ = ["digest", "languages", "load"]


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which only ``true`` and ``false`` are truth values: ``on``, ``off`` and ``no`` are words."""


_Loader.yaml_implicit_resolvers = {
    sign: [(tag, rule) for tag, rule in rules if tag != "tag:yaml.org,2002:bool" or sign in "tTfF"]
    for sign, rules in _Loader.yaml_implicit_resolvers.items()
}


def languages() -> list[str]:
    """Codes of the languages that have data, sorted."""
    return sorted(p.name for p in files(__name__).iterdir() if p.is_dir() and not p.name.startswith("_"))


@cache
def load(language: str, name: str) -> Any:
    """The parsed lexicon ``name`` of ``language``, e.g. ``load("en", "kinship")``; callers must not change it.

    Raises DataError where the language or the lexicon is missing, or the YAML is broken.
    """
    path = files(__name__) / language / f"{name}.yml"
    if not path.is_file():
        raise DataError(f"lang/{language}/{name}.yml", "no such lexicon", f"languages here: {languages()}")
    try:
        return yaml.load(path.read_text("utf-8"), Loader=_Loader)
    except yaml.YAMLError as fault:
        raise DataError(f"lang/{language}/{name}.yml", f"not valid YAML: {fault}") from fault


@cache
def digest(language: str) -> str:
    """sha256 over all lexicons of a language, in name order: the rule set's identity in provenance."""
    total = hashlib.sha256()
    for path in sorted((files(__name__) / language).iterdir(), key=lambda p: p.name):
        if path.name.endswith(".yml"):
            total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()
