"""Personal names: their parts.

The parts follow the name model of archival description (MADS, TEI ``persName``): role names, forenames, name links,
surname, generational suffix, additional name. A single word stays undecided (``single``): only its document can
tell whether "Anna" or "Berg" was meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from vitascope.model import Gender
from vitascope.people.folding import fold
from vitascope.people.lexicon import Generation, Lexicon
from vitascope.people.names.order import surname_first

__all__ = ["INITIAL", "PersonName", "parse_name", "title_at"]


_NICKNAME = re.compile(r"(?<=\s)[\"“‘'«]([^\W\d_][\w.-]*(?: [\w.-]+){0,2})[\"”’'»](?=\s)")
_WORD = re.compile(r"[^\s-]+|-")
INITIAL = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]")
_NUMERAL = re.compile(r"[IVX]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in parts, each as written. ``single`` is a lone word that may be either given name or surname.

    ``nickname`` stood in quotation marks; ``surname_first``: the name is written so ("Mao Zedong").
    ``gender`` is told by a title or a patronymic, ``hint`` is what bearers of the given name usually are;
    ``generation`` is told by "the younger", "Jr." and their like.
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
    surname_first: bool = False
    generation: Generation = ""

    @property
    def weight(self) -> int:
        """How much of the whole name is there: more parts, and spelled-out ones, weigh more."""
        parts = [self.given, *self.middle, self.surname, self.single, self.epithet]
        return sum(0 if not p else 1 if INITIAL.fullmatch(p) else 3 for p in parts) + bool(self.suffix)

    @property
    def full(self) -> str:
        """The name as a label: without titles and honours, but with them where a lone surname needs them."""
        if not self.given or not (self.surname or self.epithet or self.suffix):
            return self.text
        later = self.suffix if _NUMERAL.fullmatch(self.suffix) or not self.suffix.isupper() else ""
        if self.surname_first:
            return " ".join(p for p in (self.surname, *self.middle, self.given, later) if p)
        return " ".join(p for p in (self.given, *self.middle, self.surname, later, self.epithet) if p)

    @property
    def bare(self) -> str:
        """The name without titles, and without the words that tell which of two namesakes it is."""
        skip = len(" ".join(self.titles))
        mark = self.epithet or self.suffix if self.generation else ""
        return self.text[skip:].removesuffix(mark).strip(" ,") or self.text


def title_at(words: tuple[str, ...], at: int, lex: Lexicon) -> tuple[int, Gender]:
    """Length in words of the longest title at ``at`` and its gender; 0 where none stands there."""
    for length in range(min(4, len(words) - at), 0, -1):
        gender = lex.titles.get(words[at : at + length])
        if gender is not None:
            return length, gender
    return 0, "unknown"


def parse_name(text: str, lex: Lexicon, leading: Collection[str] = ()) -> PersonName:
    """The parts of a name in natural order, e.g. ``Lieutenant General Sir John de Vere Hale Jr.``.

    Total: any text gives a value; a text of titles only has no other parts. ``leading`` are words known to be surnames
    that stand first.
    """
    nickname = _NICKNAME.search(text)
    if nickname is not None:
        plain = parse_name(text[: nickname.start()] + text[nickname.end() + 1 :], lex, leading)
        return replace(plain, text=text, nickname=nickname.group(1))
    words = tuple(_WORD.findall(text.replace(",", " ")))
    aimed = not lex.purposes.keys().isdisjoint(words)  # "Kaiser Wilhelm Institute for Chemistry"
    titles, at, gender = ((), 0, "unknown") if aimed else _titles(words, lex)
    rest, suffix, epithet = _ends(_rejoin(words[at:]), lex)
    mark = (epithet or suffix).rpartition(" ")[2].rstrip(".").lower()
    generation = lex.generations.get(mark, "")
    if generation and rest:
        # "Karl Holm the younger" has a surname, "Harald the Elder" has none
        plain = parse_name(" ".join((*titles, *rest)), lex, leading)
        if len(rest) == 1 and epithet:
            plain = _of_one_word(text, titles, rest[0], suffix, epithet, True, gender, lex)
        return replace(plain, text=text, suffix=suffix, epithet=epithet, generation=generation)
    if not rest:
        return PersonName(text, titles, gender=gender)
    regnal = bool(epithet) or bool(_NUMERAL.fullmatch(suffix) and not _is_generation(titles, rest, lex))
    if len(rest) == 1:
        return _of_one_word(text, titles, rest[0], suffix, epithet, regnal, gender, lex)
    eastern = () if regnal else surname_first(rest, lex, leading)
    if eastern:
        surname, middle, last = eastern[0], eastern[1:-1], eastern[-1]
        return PersonName(text, titles, last, middle, surname, suffix, "", "", gender, _hint(last, lex), "", True)
    if fold(rest[0]) in lex.given_joins and rest[1].partition("-")[0] in lex.particles:
        rest = (f"{rest[0]} {rest[1]}", *rest[2:])
        if len(rest) == 1:
            return PersonName(text, titles, single=rest[0], suffix=suffix, gender=gender)
    start = _surname_at(rest, lex)
    if start == 0:
        return PersonName(text, titles, surname=" ".join(rest), suffix=suffix, gender=gender)
    if regnal:
        start = len(rest)
    if start == 1 and rest[0] in lex.praenomina and len(rest) > 2:
        rest = (lex.praenomina[rest[0]], *rest[1:])
    middle = rest[1:start]
    gender = gender if gender != "unknown" else _told_by_endings(middle, rest[-1], lex)
    surname = " ".join(rest[start:])
    return PersonName(text, titles, rest[0], middle, surname, suffix, epithet, "", gender, _hint(rest[0], lex))


def _ends(rest: tuple[str, ...], lex: Lexicon) -> tuple[tuple[str, ...], str, str]:
    """The words without what follows a name, the suffix, and the epithet: "Frederick II of Prussia"."""
    suffix = epithet = ""
    for k, word in enumerate(rest):
        if k and ((word == lex.epithet_article and rest[k + 1 : k + 2]) or word in lex.linking):
            epithet, rest = " ".join(rest[k:]), rest[:k]
            break
    while len(rest) > 1 and (rest[-1] in lex.suffixes or (len(rest[-1]) > 1 and _NUMERAL.fullmatch(rest[-1]))):
        suffix, rest = rest[-1], rest[:-1]
    return rest, suffix, epithet


def _is_generation(titles: tuple[str, ...], rest: tuple[str, ...], lex: Lexicon) -> bool:
    """ "John D. Hale III": no ruler, for a surname stands before the numeral."""
    return not titles and len(rest) > 1 and fold(rest[-1]) not in lex.given


def _of_one_word(
    text: str, titles: tuple[str, ...], word: str, suffix: str, epithet: str, regnal: bool, gender: Gender, lex: Lexicon
) -> PersonName:
    """A name of one word beside its titles: "Admiral Kolm", "Queen Ingrid", "Henry VIII", "Plato"."""
    if titles and not regnal and titles[-1] not in lex.given_only:
        return PersonName(text, titles, surname=word, suffix=suffix, gender=gender)
    if titles and not regnal and fold(word) not in lex.given:
        return PersonName(text, titles, suffix=suffix, single=word, gender=gender)
    hint = _hint(word, lex)
    article = next((e for e in lex.elided if e.endswith("-") and word.lower().startswith(e)), "")
    word = word[len(article) :]
    if titles or regnal:
        return PersonName(text, titles, word, suffix=suffix, epithet=epithet, gender=gender, hint=hint)
    return PersonName(text, single=word, suffix=suffix, hint=hint)


def _surname_at(rest: tuple[str, ...], lex: Lexicon) -> int:
    """Where the surname begins: at a particle, at the first of two surnames, else with the last word."""
    if len(rest) > 2 and rest[0] in lex.praenomina and fold(rest[1]).endswith(lex.nomen):
        return 1
    start = next((k for k, w in enumerate(rest[:-1]) if _is_particle(w, lex)), len(rest) - 1)
    if 1 < start < len(rest) - 1 and rest[start] in lex.surname_joins:
        return start - 1
    before = rest[start - 1]
    double = before in lex.first_surname or before.endswith(lex.first_surname_endings)
    if start == len(rest) - 1 and double and fold(before) not in lex.given:
        return start - 1
    return start


def _titles(words: tuple[str, ...], lex: Lexicon) -> tuple[tuple[str, ...], int, Gender]:
    titles: list[str] = []
    at = 0
    told: Gender = "unknown"
    while at < len(words):
        length, gender = title_at(words, at, lex)
        if not length or at + length >= len(words):
            break
        if length == 1 and all(INITIAL.fullmatch(w) for w in words[at : at + 2]):
            # "M. K. Hale": an initial, no Monsieur
            break
        if words[at] in lex.praenomina and fold(" ".join(words[at + 1 : at + 2])).endswith(lex.nomen):
            # "M. Aufidius Tappo"
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
    bare = fold(word).rstrip("'")
    return bare in lex.particles and (word[0].islower() or (len(bare) > 1 and bare not in lex.given))


def _told_by_endings(middle: tuple[str, ...], last: str, lex: Lexicon) -> Gender:
    """The gender that a patronymic tells ("Petrovna"), or a surname that only women or men bear."""
    for word in middle:
        for ending, gender in lex.patronymic.items():
            if fold(word).endswith(ending):
                return gender
    patronymic = {e: g for e, g in lex.patronymic.items() if g == "female"}
    for ending, gender in (*lex.surname_gender.items(), *patronymic.items()):
        if fold(last).endswith(ending):
            return gender
    return "unknown"


def _hint(given: str, lex: Lexicon) -> Gender:
    return lex.given.get(fold(given), lex.given.get(fold(given.split("-")[0]), "unknown"))
