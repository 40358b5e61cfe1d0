"""The JSON Schema (2020-12) of a line of claims, and what in an object departs from it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, cast

from jsonschema import Draft202012Validator


@cache
def schema_text() -> str:
    """The published schema as it is written."""
    return files("vitascope.export").joinpath("claim.schema.json").read_text("utf-8")


def claim_schema() -> dict[str, Any]:
    """The published schema as JSON values; a fresh copy, so that no caller can change another's."""
    return cast(dict[str, Any], json.loads(schema_text()))


def faults(candidate: object) -> tuple[str, ...]:
    """What departs from the contract, each as ``path: problem``, by path; empty when nothing does.

    Beyond the schema: the quote is as long as its offsets say.
    """
    found = [
        (".".join(map(str, fault.absolute_path)) or "claim", fault.message)
        for fault in _validator().iter_errors(cast(Any, candidate))
    ]
    if not found:
        claim = cast(dict[str, Any], candidate)
        if claim["end"] - claim["start"] != len(claim["quote"]):
            found.append(("quote", f"{len(claim['quote'])} code points between {claim['start']} and {claim['end']}"))
    return tuple(f"{path}: {problem}" for path, problem in sorted(found))


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(claim_schema())
