"""Names whose surname leads: told by the lists of such surnames, by the form of the given name, or by the text."""

from __future__ import annotations

import re
from collections.abc import Collection

from vitascope.people.folding import fold
from vitascope.people.lexicon import Lexicon

__all__ = ["is_hyphened_given", "leading_surnames", "surname_first"]

_TWO_SYLLABLES = re.compile(r"[^\W\d_]+-[^\W\d_]+")


def is_hyphened_given(text: str, lex: Lexicon) -> bool:
    """Whether a word is a given name of two syllables, the second written small: "Kwang-rim"."""
    first, hyphen, second = text.partition("-")
    syllable = lex.syllables["hyphen"]
    told = bool(hyphen) and first[:1].isupper() and second[:1].islower()
    return told and all(syllable.fullmatch(part) for part in (first, second))


def surname_first(rest: tuple[str, ...], lex: Lexicon, leading: Collection[str] = ()) -> tuple[str, ...]:
    """The words of a name whose surname leads, empty for any other: "Mao Zedong", "Kim Il-sung", "Nagy Imre".

    ``leading`` are words that the text is known to use so.
    """
    first, second = rest[0], rest[1]
    if len(rest) == 2:
        lowered = second.rpartition("-")[2][:1].islower()
        listed = first in lex.family_first["hyphen"] and lowered and _TWO_SYLLABLES.fullmatch(second)
        if listed or first in leading:
            return rest
        if is_hyphened_given(second, lex) and lex.syllables["hyphen"].fullmatch(first) and fold(first) not in lex.given:
            return rest
        pinyin = lex.syllables["pinyin"].fullmatch(second)
        if first in lex.family_first["pinyin"] and pinyin and fold(second) not in lex.given:
            return rest
        if first in lex.family_first["any"] and fold(second) not in lex.given:
            return rest
        return rest if second in lex.given_last and fold(first) not in lex.given else ()
    syllables = all(lex.syllables["hyphen"].fullmatch(word) and fold(word) not in lex.given for word in rest[1:])
    if len(rest) == 3 and first in lex.family_first["hyphen"] and syllables:
        return rest
    return rest if len(rest) in (3, 4) and first in lex.family_first["three"] else ()


def leading_surnames(title: str, texts: Collection[str], lex: Lexicon) -> frozenset[str]:
    """The surnames that lead in a text, by what its title and its possible names (``texts``) show.

    A title of two words of which only the second is a known given name, and the first is what the text calls its person
    by, leads with the surname ("Halmos Ferenc", later "Halmos"); so then do other names of that form in the text.
    """
    if not _ends_given(title, lex) or title.split()[0] not in texts or title.split()[1] in texts:
        return frozenset()
    return frozenset(text.split()[0] for text in (title, *texts) if _ends_given(text, lex))


def _ends_given(text: str, lex: Lexicon) -> bool:
    words = text.split()
    if len(words) != 2 or (words[0],) in lex.titles or words[0].lower() in lex.roles:
        return False
    return fold(words[0]) not in lex.given and fold(words[1]) in lex.given
