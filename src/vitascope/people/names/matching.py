"""Whether two names may be one person's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from vitascope.people.folding import fold, is_slip
from vitascope.people.names.parts import INITIAL, PersonName

__all__ = ["Match", "compare", "is_surname_only"]

Match = Literal["equal", "compatible", "slip", "different"]


def compare(one: PersonName, other: PersonName) -> Match:
    """Whether two names may be one person's.

    ``equal``: same given name and surname; ``compatible``: nothing speaks against it (a part missing,
    initials); ``slip``: compatible but for one letter of a long surname; ``different`` otherwise.
    """
    if "unknown" not in (one.gender, other.gender) and one.gender != other.gender:
        return "different"
    if one.generation and other.generation and one.generation != other.generation:
        return "different"
    if one.single or other.single:
        return _compare_single(one, other)
    if one.suffix and other.suffix and not one.generation and one.suffix != other.suffix:
        return "different"
    if _is_ruler_by_title(one, other) or _is_ruler_by_title(other, one):
        return "compatible"
    if _is_shortened(one, other) or is_surname_only(one, other) or is_surname_only(other, one):
        return "compatible"
    given = _agree(one.given, other.given)
    if given is None or not _middle_agrees(one, other):
        return "different"
    if not (one.surname and other.surname):
        if one.epithet and other.epithet and fold(one.epithet) != fold(other.epithet):
            return "different"
        if not given or fold(one.given) != fold(other.given):
            return "different"
        return "equal" if one.surname == other.surname else "compatible"
    if fold(one.surname) == fold(other.surname):
        return "equal" if given and fold(one.given) == fold(other.given) else "compatible"
    if _ends_meet(one.surname, other.surname):
        return "compatible"
    return "slip" if is_slip(one.surname, other.surname) else "different"


def _is_ruler_by_title(one: PersonName, other: PersonName) -> bool:
    """ "Count Arnold" for "Arnold II": what looks like a surname after a title is a ruler's given name."""
    if one.titles and other.titles and one.given and not one.surname:
        # "Sister Perpetua" for "Mother Mary Perpetua"
        return fold(one.given) == fold(other.surname)
    bare = bool(one.titles) and not one.given and not one.suffix
    return bare and not other.surname and bool(other.given) and fold(one.surname) == fold(other.given)


def _is_shortened(one: PersonName, other: PersonName) -> bool:
    """Whether one name is the other with words left out, first word kept: Spanish and Arabic names shorten so."""
    if not (one.given and other.given):
        return False
    short, long = sorted((_words(one), _words(other)), key=len)
    if len(short) < 2 or len(short) == len(long) or short[0] != long[0]:
        return False
    rest = iter(long)
    return all(word in rest for word in short)


def is_surname_only(one: PersonName, other: PersonName) -> bool:
    """Whether what looks like a whole name is the other's surname of two words: "Rivas Soto" for "Juan Rivas Soto"."""
    double = " ".join(_parts(other.surname)) if " " in other.surname else ""
    return bool(double) and not one.titles and fold(f"{one.given} {one.surname}") in (double, fold(other.surname))


def _ends_meet(one: str, other: str) -> bool:
    """Whether two surnames may be one: a double one is called by its first or its last part, and by nothing else.

    *Cruz* for *de la Cruz*, *Lund* for *Lund-Berg*; but *Rivas Soto* and *Pérez Soto* are two families.
    """
    small = {w for w in re.split(r"[\s-]+", f"{one} {other}") if w[:1].islower()}
    found = ([p for p in _parts(surname) if p not in small] for surname in (one, other))
    short, long = sorted(found, key=len)
    return bool(short) and short in (long[: len(short)], long[-len(short) :])


@lru_cache(maxsize=8_192)
def _parts(surname: str) -> tuple[str, ...]:
    words = re.split(r"[\s-]+", surname)
    return tuple(fold(w) for w in words if not w[:1].islower()) or tuple(fold(w) for w in words)


def _words(name: PersonName) -> list[str]:
    return fold(" ".join((name.given, *name.middle, name.surname))).replace("-", " ").split()


def _compare_single(one: PersonName, other: PersonName) -> Match:
    if not one.single:
        one, other = other, one
    word = fold(one.single)
    if other.single:
        return "equal" if word == fold(other.single) else "slip" if is_slip(word, other.single) else "different"
    parts = _parts(other.surname) if other.surname else ()
    if parts and (word in (fold(other.surname), _tail(other.surname)) or word in parts):
        return "compatible"
    if word == fold(other.given):
        return "compatible"
    return "slip" if other.surname and is_slip(word, _tail(other.surname)) else "different"


def _agree(one: str, other: str) -> bool | None:
    """True where two given names agree, False where one is missing, None where they differ."""
    if not one or not other:
        return False
    if fold(one) == fold(other):
        return True
    short, long = sorted((one, other), key=len)
    return True if INITIAL.fullmatch(short) and fold(short[0]) == fold(long[0]) else None


def _middle_agrees(one: PersonName, other: PersonName) -> bool:
    pairs = zip(one.middle, other.middle, strict=False)
    if len(one.middle) == len(other.middle):
        return all(_agree(a, b) is not None for a, b in pairs)
    return True


@lru_cache(maxsize=8_192)
def _tail(surname: str) -> str:
    """The last part of a double or particled surname, folded: *de la Cruz* is also called *Cruz*."""
    return fold(re.split(r"[\s-]", surname)[-1])
