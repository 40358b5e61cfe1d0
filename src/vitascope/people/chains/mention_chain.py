"""What a chain is made of, and the closed-class words by which a text points back at things."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from vitascope.lang import load
from vitascope.model import Span

__all__ = ["Chain", "ChainMention", "ChainWords", "chain_words"]


class ChainMention(NamedTuple):
    """The words, and why they were linked."""

    span: Span
    because: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one person or thing in text order. ``kind`` is a persona's kind or "thing"; ``persona`` its id."""

    label: str
    kind: str
    mentions: tuple[ChainMention, ...]
    persona: str | None


@dataclass(frozen=True, slots=True)
class ChainWords:
    """The word lists of ``chains.yml``, each told there, in lower case."""

    definite: frozenset[str]
    fresh: frozenset[str]
    indefinite: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    empty: frozenset[str]
    idle: frozenset[str]
    speaker: frozenset[str]
    linking: frozenset[str]
    times: frozenset[str]
    pointing: frozenset[str]
    same: frozenset[str]
    copulas: frozenset[str]
    serves: frozenset[str]
    monikers: frozenset[str]
    telling: frozenset[str]


@cache
def chain_words(language: str) -> ChainWords:
    """The words of ``chains.yml``. Raises DataError where the language has none."""
    lists = load(language, "chains")
    return ChainWords(**{name: frozenset(lists[name]) for name in ChainWords.__slots__})
