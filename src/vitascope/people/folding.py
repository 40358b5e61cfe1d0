"""How two spellings of a name are brought together: case, diacritics, stress marks, dashes, apostrophes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["drop_stress", "fold", "is_slip"]

_STRESS = {"\u0300", "\u0301"}
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
    | dict.fromkeys("’ʻʼ", "'")
    | dict.fromkeys("‐‑–", "-")
    | dict.fromkeys("ʿʾ", "")
)
SLIP_LENGTH = 7
"""Shorter surnames that differ by a letter are usually two families' (Berg, Berge)."""


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name without case and diacritics: ``Łukasz`` → ``lukasz``, ``ʿUmar`` → ``umar``. Other scripts stay."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).translate(_PLAIN)


def drop_stress(name: str) -> str:
    """The name without the stress marks that reference works set on Cyrillic vowels; ``й`` and ``ё`` stay.

    Latin accents are part of the spelling and stay too.
    """
    kept: list[str] = []
    for sign in unicodedata.normalize("NFD", name):
        if sign in _STRESS and kept and "CYRILLIC" in unicodedata.name(kept[-1], ""):
            continue
        kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept))


def is_slip(one: str, other: str) -> bool:
    """Whether two long words differ by one letter (left out, put in, changed) or two swapped neighbours.

    Damerau's (1964) single error; the first letter must agree, since slips there are rare and namesakes are not.
    """
    one, other = fold(one), fold(other)
    if one == other or min(len(one), len(other)) < SLIP_LENGTH or one[0] != other[0]:
        return False
    if abs(len(one) - len(other)) > 1:
        return False
    at = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if len(one) == len(other):
        swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
        return one[at + 1 :] == other[at + 1 :] or swapped
    short, long = sorted((one, other), key=len)
    return short[at:] == long[at + 1 :]
