"""The names of a persona, by the script in which they are written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def by_script(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Script → names in the order given, each once: ``{"Latin": ("Olena",), "Cyrillic": ("Олена",)}``."""
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        found.setdefault(script(name), []).append(name)
    return {key: tuple(values) for key, values in found.items()}


def script(name: str) -> str:
    """The script of the first letter, after its name in Unicode: ``Latin``, ``Cyrillic``, ``Han``; else ``other``."""
    for letter in name:
        if letter.isalpha():
            word = unicodedata.name(letter, "other").split()[0]
            return {"CJK": "Han"}.get(word, word.capitalize())
    return "other"
