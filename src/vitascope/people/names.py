"""Personal names: their parts, and whether two of them may be one person's.

The parts follow the name model of archival description (MADS, TEI ``persName``): role names, forenames, name links,
surname, generational suffix, additional name. A single word stays undecided (``single``): only its document can
tell whether "Anna" or "Berg" was meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from vitascope.model import Gender
from vitascope.people.folding import fold, is_slip
from vitascope.people.lexicon import Lexicon

__all__ = ["Match", "PersonName", "compare", "parse_name", "parse_title", "title_at"]

Match = Literal["equal", "compatible", "slip", "different"]

_DISAMBIGUATOR = re.compile(r"\s*\([^()]*\)\s*$")
_LIFE = re.compile(r"[,;]?\s*\(?(?:\b[^\W\d_]{1,2}\.\s?)?\b\d{3,4}\b[^,()]*\)?$")
"""Life dates at the end of a catalogue heading: *1871–1940*, *b. 1871*."""
_NICKNAME = re.compile(r"(?<=\s)[\"“‘'«]([^\W\d_][\w.-]*(?: [\w.-]+){0,2})[\"”’'»](?=\s)")
_WORD = re.compile(r"[^\s-]+|-")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]")
_NUMERAL = re.compile(r"[IVX]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in parts, each as written. ``single`` is a lone word that may be either given name or surname.

    ``nickname`` stood in quotation marks.
    ``gender`` is told by a title or a patronymic, ``hint`` is what bearers of the given name usually are.
    """

    text: str
    titles: tuple[str, ...] = ()
    given: str = ""
    middle: tuple[str, ...] = ()
    surname: str = ""
    suffix: str = ""
    epithet: str = ""
    single: str = ""
    gender: Gender = "unknown"
    hint: Gender = "unknown"
    nickname: str = ""

    @property
    def weight(self) -> int:
        """How much of the whole name is there: more parts, and spelled-out ones, weigh more."""
        parts = [self.given, *self.middle, self.surname, self.single, self.epithet]
        return sum(0 if not p else 1 if _INITIAL.fullmatch(p) else 3 for p in parts) + bool(self.suffix)

    @property
    def full(self) -> str:
        """The name as a label: without titles and honours, but with them where a lone surname needs them."""
        if not self.given or not (self.surname or self.epithet or self.suffix):
            return self.text
        later = self.suffix if _NUMERAL.fullmatch(self.suffix) or not self.suffix.isupper() else ""
        return " ".join(p for p in (self.given, *self.middle, self.surname, later, self.epithet) if p)

    @property
    def bare(self) -> str:
        """The name without titles."""
        skip = len(" ".join(self.titles))
        return self.text[skip:].lstrip() or self.text


def title_at(words: tuple[str, ...], at: int, lex: Lexicon) -> tuple[int, Gender]:
    """Length in words of the longest title at ``at`` and its gender; 0 where none stands there."""
    for length in range(min(4, len(words) - at), 0, -1):
        gender = lex.titles.get(words[at : at + length])
        if gender is not None:
            return length, gender
    return 0, "unknown"


def parse_name(text: str, lex: Lexicon) -> PersonName:
    """The parts of a name in natural order, e.g. ``Lieutenant General Sir John de Vere Hale Jr.``.

    Total: any text gives a value; a text of titles only has no other parts.
    """
    nickname = _NICKNAME.search(text)
    if nickname is not None:
        plain = parse_name(text[: nickname.start()] + text[nickname.end() + 1 :], lex)
        return replace(plain, text=text, nickname=nickname.group(1))
    words = tuple(_WORD.findall(text.replace(",", " ")))
    titles, at, gender = _titles(words, lex)
    rest = _rejoin(words[at:])
    suffix = epithet = ""
    while len(rest) > 1 and rest[-1] in lex.suffixes:
        suffix, rest = rest[-1], rest[:-1]
    for k, word in enumerate(rest):
        if k and ((word == lex.epithet_article and rest[k + 1 : k + 2]) or word in lex.linking):
            epithet, rest = " ".join(rest[k:]), rest[:k]
            break
    if not rest:
        return PersonName(text, titles, gender=gender)
    regnal = bool(epithet) or bool(_NUMERAL.fullmatch(suffix))
    if len(rest) == 1:
        if titles and not regnal and titles[-1] not in lex.given_only:
            return PersonName(text, titles, surname=rest[0], suffix=suffix, gender=gender)
        if titles and not regnal and fold(rest[0]) not in lex.given:
            return PersonName(text, titles, suffix=suffix, single=rest[0], gender=gender)
        hint = _hint(rest[0], lex)
        if titles or regnal:
            return PersonName(text, titles, rest[0], suffix=suffix, epithet=epithet, gender=gender, hint=hint)
        return PersonName(text, single=rest[0], suffix=suffix, hint=hint)
    start = next((k for k, w in enumerate(rest[:-1]) if _is_particle(w, lex)), len(rest) - 1)
    if start == 0:
        return PersonName(text, titles, surname=" ".join(rest), suffix=suffix, gender=gender)
    if regnal:
        start = len(rest)
    middle = rest[1:start]
    gender = gender if gender != "unknown" else _patronymic_gender(middle, lex)
    surname = " ".join(rest[start:])
    return PersonName(text, titles, rest[0], middle, surname, suffix, epithet, "", gender, _hint(rest[0], lex))


def parse_title(title: str, lex: Lexicon) -> PersonName:
    """The name in a document's title: without disambiguator and life dates, turned round where inverted.

    ``Berg, Anna (1871–1940)`` and ``Anna Berg (painter)`` both give *Anna Berg*.
    """
    bare = _LIFE.sub("", _DISAMBIGUATOR.sub("", title.strip())).strip(" ,;")
    before, comma, after = bare.partition(", ")
    if comma and (after.split()[0],) in lex.titles and after.split()[1:2] and after.split()[1] in lex.linking:
        # "Karl Philip, Prince of Narva": the rank follows the name
        bare = before
    elif comma and "," not in after and after not in lex.suffixes and len(after.split()) <= 4:
        first = after.split()[0]
        if fold(first) in lex.given or _INITIAL.fullmatch(first) or len(before.split()) == 1:
            bare = f"{after} {before}"
    return parse_name(bare, lex)


def compare(one: PersonName, other: PersonName) -> Match:
    """Whether two names may be one person's.

    ``equal``: same given name and surname; ``compatible``: nothing speaks against it (a part missing,
    initials); ``slip``: compatible but for one letter of a long surname; ``different`` otherwise.
    """
    if "unknown" not in (one.gender, other.gender) and one.gender != other.gender:
        return "different"
    if one.single or other.single:
        return _compare_single(one, other)
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return "different"
    if _is_ruler_by_title(one, other) or _is_ruler_by_title(other, one):
        return "compatible"
    if _is_shortened(one, other):
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
    if _tail(one.surname) == _tail(other.surname):
        return "compatible"
    return "slip" if is_slip(one.surname, other.surname) else "different"


def _is_ruler_by_title(one: PersonName, other: PersonName) -> bool:
    """ "Count Arnold" for "Arnold II": what looks like a surname after a title is a ruler's given name."""
    bare = bool(one.titles) and not one.given and not one.suffix
    return bare and not other.surname and bool(other.given) and fold(one.surname) == fold(other.given)


def _is_shortened(one: PersonName, other: PersonName) -> bool:
    """Whether one name is the other with words left out, first word kept: Spanish and Arabic names shorten so."""
    short, long = sorted((_words(one), _words(other)), key=len)
    if len(short) < 2 or len(short) == len(long) or short[0] != long[0]:
        return False
    rest = iter(long)
    return all(word in rest for word in short)


def _words(name: PersonName) -> list[str]:
    return fold(" ".join((name.given, *name.middle, name.surname))).replace("-", " ").split() if name.given else []


def _compare_single(one: PersonName, other: PersonName) -> Match:
    if not one.single:
        one, other = other, one
    word = fold(one.single)
    if other.single:
        return "equal" if word == fold(other.single) else "slip" if is_slip(word, other.single) else "different"
    if other.surname and word in (fold(other.surname), _tail(other.surname)):
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
    return True if _INITIAL.fullmatch(short) and fold(short[0]) == fold(long[0]) else None


def _middle_agrees(one: PersonName, other: PersonName) -> bool:
    pairs = zip(one.middle, other.middle, strict=False)
    if len(one.middle) == len(other.middle):
        return all(_agree(a, b) is not None for a, b in pairs)
    return True


def _tail(surname: str) -> str:
    """The last part of a double or particled surname, folded: *de la Cruz* is also called *Cruz*."""
    return fold(re.split(r"[\s-]", surname)[-1])


def _titles(words: tuple[str, ...], lex: Lexicon) -> tuple[tuple[str, ...], int, Gender]:
    titles: list[str] = []
    at = 0
    told: Gender = "unknown"
    while at < len(words):
        length, gender = title_at(words, at, lex)
        if not length or at + length >= len(words):
            break
        titles.append(" ".join(words[at : at + length]).replace(" - ", "-"))
        told = gender if gender != "unknown" else told
        at += length
    return tuple(titles), at, told


def _rejoin(words: tuple[str, ...]) -> tuple[str, ...]:
    """Put hyphenated parts back together."""
    joined: list[str] = []
    for k, word in enumerate(words):
        if joined and (word == "-" or words[k - 1] == "-"):
            joined[-1] += word
        else:
            joined.append(word)
    return tuple(w for w in joined if w != "-")


def _is_particle(word: str, lex: Lexicon) -> bool:
    """Written small, or in capitals where it is no given name too ("Ben Holm" is no son of Holm)."""
    bare = fold(word)
    return bare in lex.particles and (word[0].islower() or (len(bare) > 1 and bare not in lex.given))


def _patronymic_gender(middle: tuple[str, ...], lex: Lexicon) -> Gender:
    for word in middle:
        for ending, gender in lex.patronymic.items():
            if fold(word).endswith(ending):
                return gender
    return "unknown"


def _hint(given: str, lex: Lexicon) -> Gender:
    return lex.given.get(fold(given), lex.given.get(fold(given.split("-")[0]), "unknown"))
