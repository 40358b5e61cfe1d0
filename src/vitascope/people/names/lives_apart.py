"""Whom the years behind their names tell apart: "Ove Holm (d. 1811)" is not "Ove (1821–1862)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from vitascope.model import Document
from vitascope.people.names.sightings import Sighting
from vitascope.people.names.told_ties import Others

__all__ = ["lives_apart"]

_BRACKET = re.compile(r"\s?\(([^()]{3,60})\)")
_YEAR = re.compile(r"(?<![\d/])[12]?\d{3}(?![\d/])")
_PAIR = re.compile(r"\s?[–—−‒-]\s?")
_MARKED = re.compile(r"([^\W\d_]{1,4})\.?\s(?:\w{1,5}\.\s)?(?=\d)")


class _Years(NamedTuple):
    """The years of a life: of birth and death, or the only one told with the mark before it."""

    years: tuple[str, ...]
    mark: str = ""


def lives_apart(document: Document, sightings: Sequence[Sighting], persons: Sequence[int], known: Others) -> Others:
    """The sightings that name somebody else, by their years and as ``known``."""
    told = {n: y for n in persons if (y := _years(document, sightings[n])) is not None}
    found: dict[int, set[int]] = {n: set(known[n]) for n in sorted(known)}
    for one, other in combinations(sorted(told), 2):
        if _two_lives(told[one], told[other]):
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found


def _years(document: Document, sighting: Sighting) -> _Years | None:
    """What the bracket straight behind a name tells of its bearer's life."""
    bracket = _BRACKET.match(document.text, sighting.span.end)
    if bracket is None:
        return None
    inside = bracket[1]
    years = _YEAR.findall(inside)
    mark = _MARKED.match(inside)
    if len(years) == 2 and len(_PAIR.findall(inside)) == 1 and mark is None:
        return _Years(tuple(years))
    return _Years(tuple(years), mark[1]) if len(years) == 1 and mark is not None else None


def _two_lives(one: _Years, other: _Years) -> bool:
    """Whether two tellings of years can be of no one life: slips of one year aside, and of one mark two years are."""
    if one.mark and other.mark and one.mark != other.mark:
        return False
    return not set(one.years) & set(other.years)
