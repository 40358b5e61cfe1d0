"""The words that the places stage knows of a language, loaded once and typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from vitascope.errors import DataError
from vitascope.lang import load
from vitascope.people.lexicon import lexicon as people_lexicon

__all__ = ["Lexicon", "lexicon"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists of one language, in lower case where capitals do not matter.

    ``settlements``, ``units``, ``nature_after`` and ``nature_before`` map a word to the kind of place that it tells.
    ``never`` are capitalised words that are no place's name by themselves; ``demonyms`` are adjectives of peoples.
    """

    locative: frozenset[str]
    directional: frozenset[str]
    inner: frozenset[str]
    moving: frozenset[str]
    life: frozenset[str]
    reaching: frozenset[str]
    settlements: Mapping[str, str]
    units: Mapping[str, str]
    nature_after: Mapping[str, str]
    nature_before: Mapping[str, str]
    with_article: frozenset[str]
    after_persons: frozenset[str]
    not_places_after: frozenset[str]
    aboard: frozenset[str]
    personal_titles: frozenset[str]
    compass: frozenset[str]
    never: frozenset[str]
    demonyms: frozenset[str]
    given: frozenset[str]
    inside: frozenset[str]
    articles: frozenset[str]
    definite: frozenset[str]
    of: frozenset[str]
    containing: frozenset[str]
    abbreviated: frozenset[str]
    infobox: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The places lexicon of ``language``. Raises DataError where a list is missing or holds something else."""
    data, people = load(language, "places"), people_lexicon(language)
    try:
        kinds = {name: _kinds(data[name]) for name in ("settlements", "units", "nature_after", "nature_before")}
        lists: dict[str, Any] = {name: frozenset(word.lower() for word in data[name]) for name in _LOWER}
        return Lexicon(
            **{**kinds, **lists},
            never=frozenset(data["never"]) | people.never,
            demonyms=people.demonyms,
            given=frozenset(people.given),
            with_article=frozenset(data["with_article"]),
            personal_titles=frozenset(data["personal_titles"]),
            abbreviated=frozenset(data["abbreviated"]),
        )
    except (KeyError, TypeError, AttributeError) as fault:
        raise DataError(f"lang/{language}/places.yml", f"a list is missing or malformed: {fault}") from fault


_LOWER = (
    *(
        "locative",
        "directional",
        "inner",
        "moving",
        "life",
        "reaching",
        "after_persons",
        "not_places_after",
        "aboard",
        "compass",
    ),
    *("inside", "articles", "definite", "of", "containing", "infobox"),
)


def _kinds(table: Mapping[str, list[str]]) -> Mapping[str, str]:
    return {word.lower(): kind for kind, words in table.items() for word in words}
