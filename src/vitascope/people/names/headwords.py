"""Names as titles and headwords write them: surname first, in capitals, with life dates behind."""

from __future__ import annotations

import re
from dataclasses import replace

from vitascope.people.folding import fold
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.parts import INITIAL, PersonName, parse_name

__all__ = ["in_natural_case", "inverted", "parse_title"]

_DISAMBIGUATOR = re.compile(r"\s*\([^()]*\)\s*$")
_LIFE = re.compile(r"[,;]?\s*\(?(?:\b[^\W\d_]{1,2}\.\s?)?\b\d{3,4}\b[^,()]*\)?$")
"""Life dates at the end of a catalogue heading: *1871–1940*, *b. 1871*."""
_LETTERS = re.compile(r"[^\W\d_]+")
_ACRONYM = 4
"""A single word of so many capitals, or fewer, may be a body's and stays as it is."""


def parse_title(title: str, lex: Lexicon) -> PersonName:
    """The name in a document's title: without disambiguator and life dates, turned round where inverted.

    ``Berg, Anna (1871–1940)``, ``BERG, ANNA`` and ``Anna Berg (painter)`` all give *Anna Berg*.
    """
    bare = _LIFE.sub("", _DISAMBIGUATOR.sub("", title.strip())).strip(" ,;")
    before, comma, after = bare.partition(", ")
    rank = after.split()
    ordinal = bool(rank) and rank[0][0].isdigit()
    if len(rank) > 1 and (rank[ordinal],) in lex.titles and (ordinal or rank[1] in lex.linking):
        # "Karl Philip, Prince of Narva", "Karl Holm, 1st Baron Holm": the rank follows the name
        return parse_name(in_natural_case(before, lex), lex)
    if comma and "," not in after and after not in lex.suffixes and len(after.split()) <= 4:
        first = after.split()[0]
        surname = len(before.split()) == 1 or (before.isupper() and first[0].isupper())
        if fold(first) in lex.given or INITIAL.fullmatch(first) or surname:
            return inverted(before, after, lex)
    return parse_name(in_natural_case(bare, lex), lex)


def inverted(surname: str, given: str, lex: Lexicon) -> PersonName:
    """The name of a headword that puts the surname first, of whatever number of words: "RIVAS SOTO, JUAN"."""
    surname, given = _uncapitalled(surname, lex), _uncapitalled(given, lex)
    text = f"{given} {surname}"
    name = parse_name(text, lex)
    if not name.surname or name.surname == surname or name.surname_first:
        return name
    fore = parse_name(f"{given} {surname.split()[-1]}", lex)
    return replace(fore, text=text, surname=surname) if fore.given else name


def in_natural_case(text: str, lex: Lexicon) -> str:
    """A name in capitals as running text would write it: *DE LA CRUZ* gives *de la Cruz*; any other text as it is."""
    return text if " " not in text and len(text) <= _ACRONYM else _uncapitalled(text, lex)


def _uncapitalled(text: str, lex: Lexicon) -> str:
    if not text.isupper():
        return text
    return " ".join(_uncapital(word, first=at == 0, lex=lex) for at, word in enumerate(text.split()))


def _uncapital(word: str, first: bool, lex: Lexicon) -> str:
    if INITIAL.fullmatch(word) or word in lex.suffixes or word.count(".") > 1:
        return word
    if not first and fold(word) in lex.particles:
        return word.lower()
    return _LETTERS.sub(lambda letters: letters.group().capitalize(), word)
