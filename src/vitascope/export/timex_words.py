"""Words that TIMEX3 has a code for, as the language's lexicon lists them (``lang/*/timex.yml``)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from vitascope.lang import load


def any_of(text: str, known: Collection[str]) -> bool:
    """Whether the text has one of these words."""
    return any(word in known for word in words_in(text))


def words_in(text: str) -> list[str]:
    """The words of the text, in lower case."""
    return re.findall(r"\w+", text.lower())


@dataclass(frozen=True, slots=True)
class Codes:
    """Words of the language that have a code in TIMEX3."""

    daytimes: Mapping[str, str]
    clock: Mapping[str, int]
    past: frozenset[str]
    future: frozenset[str]
    often: Mapping[str, int]
    times: frozenset[str]
    quant: Mapping[str, str]

    def daytime(self, text: str) -> str | None:
        """The code of the part of the day that the text names."""
        return next((self.daytimes[word] for word in words_in(text) if word in self.daytimes), None)

    def pointer(self, text: str) -> str:
        """To what a pointing word points."""
        return "PAST_REF" if any_of(text, self.past) else "FUTURE_REF" if any_of(text, self.future) else "PRESENT_REF"


@cache
def codes_of(language: str) -> Codes:
    """The codes of a language."""
    data = load(language, "timex")
    return Codes(
        data["daytimes"],
        data["clock"],
        frozenset(data["past"]),
        frozenset(data["future"]),
        data["often"],
        frozenset(data["times"]),
        data["quant"],
    )
