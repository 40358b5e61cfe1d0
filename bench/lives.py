"""Made-up lives in any number, each another text: the lives that come with the project under other names and years.

Deterministic: life number n of a seed is the same text everywhere. They are for speed, memory and search, never for
judging what is read: other names and years make other texts, but not other turns of phrase.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_YEAR = re.compile(r"\b1[5-9]\d\d\b")
_WORD = re.compile(r"[^\W\d_]{3,}")
_STARTS = [
    "Al",
    "Ber",
    "Cor",
    "Dan",
    "El",
    "Fer",
    "Gal",
    "Hol",
    "Im",
    "Jor",
    "Kar",
    "Lin",
    "Mar",
    "Nor",
    "Ol",
    "Per",
    "Rav",
]
_MIDDLES = ["", "a", "e", "i", "o", "u", "an", "en", "in", "or", "ul", "is"]
_ENDS = [
    "da",
    "dal",
    "feld",
    "grave",
    "holm",
    "kov",
    "lund",
    "mann",
    "nes",
    "rud",
    "sen",
    "stad",
    "ti",
    "vik",
    "witz",
    "za",
]


def templates() -> list[str]:
    """The texts that everything is made from, sorted by name."""
    paths = [*ROOT.glob("src/vitascope/examples/*.txt"), *ROOT.glob("tests/lives/*.txt")]
    return [path.read_text("utf-8") for path in sorted(paths, key=lambda path: path.name)]


def life(number: int, texts: list[str], seed: int = 1) -> str:
    """Life ``number``: one of ``texts`` in turn, the words of its title renamed, its years moved alike."""
    chance = random.Random(f"{seed} {number}")
    text = texts[number % len(texts)]
    years = chance.randint(-60, 60)
    text = _YEAR.sub(lambda year: str(int(year[0]) + years), text)
    title = text.strip().split("\n", 1)[0]
    for word in dict.fromkeys(w for w in _WORD.findall(title) if w[0].isupper()):
        text = re.sub(rf"\b{word}\b", name(chance), text)
    return text


def name(chance: random.Random) -> str:
    """A word that may be a name."""
    return chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_ENDS)
