"""What a rule matched: its named parts, and the values that the lexicon gives their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from vitascope.time.lexicon import Lexicon
from vitascope.time.values import Value

_LEADING_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Parts:
    """The named parts of one match, with the lexicon that gives their words a value."""

    words: Mapping[str, str]
    lexicon: Lexicon

    def has(self, *names: str) -> bool:
        """Whether any of these parts was matched."""
        return any(name in self.words for name in names)

    def number(self, *names: str) -> int | None:
        """The digits of the first of these parts that was matched."""
        for name in names:
            if name in self.words and (digits := _LEADING_DIGITS.match(self.words[name])):
                return int(digits[0])
        return None

    def word(self, klass: str, *names: str) -> Any:
        """The value, in the word class ``klass``, of the first of these parts (or the class's own) matched."""
        for name in names or (klass,):
            if name in self.words:
                return lookup(self.lexicon, klass, self.words[name])
        return None


Production = Callable[[Parts], Value | None]
"""From the parts of one match to a value; None where they make none."""


def lookup(lexicon: Lexicon, klass: str, text: str) -> Any:
    """The value of a word or phrase in a class, whatever its case and dots; None where it is not there."""
    entries, key = lexicon.words[klass], " ".join(text.split())
    for form in (key, key.rstrip("."), key.lower(), key.capitalize().rstrip(".")):
        if form in entries:
            return entries[form]
    return next((value for form, value in entries.items() if form.lower() == key.lower()), None)


def amount(lexicon: Lexicon, text: str) -> float | None:
    """The number that digits or words give: "40", "twenty-one", "two and a half"; None where vague."""
    text = text.lower()
    half = 0.5 if text.endswith("half") and " " in text.strip() else 0.0
    words = re.split(r"[\s-]+", text)
    total = 0.0
    for word in words[:1] if half else words:
        if re.fullmatch(r"\d+(?:\.\d+)?", word):
            return float(word) + half
        if word in lexicon.words["times"]:
            total *= lexicon.words["times"][word]
            continue
        value = next((v for c in ("cardinal", "article", "vague") if (v := lookup(lexicon, c, word)) is not None), None)
        if not value:
            return None
        total += value
    return total + half
