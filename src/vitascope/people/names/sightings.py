"""Find the stretches of a text that may be names: runs of capitalised words, before anyone asks whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from vitascope.language.asides import reduce
from vitascope.model import Annotation, Document, Span, Token
from vitascope.people.folding import fold
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.headwords import inverted
from vitascope.people.names.order import leading_surnames
from vitascope.people.names.parts import PersonName, parse_name, title_at
from vitascope.people.names.runs import find_runs

__all__ = ["Sighting", "find_names", "is_listed_thing", "is_thing"]


_BRACKETED = re.compile(r" \([^\W\d_a-z][\w'’-]+\) ")
_PLURAL = "s"
"""How a plural of capitals ends: "MPs"."""
_INVERTED = ", "
"""Between the surname and the given name of a headword."""
_RANK = 80
"""Code points that the rank in a headword may take."""


class Sighting(NamedTuple):
    """A possible name: tokens ``[first, last)``, its parts, and the token that heads it in the parse.

    ``key`` brings together the sightings of one wording, without titles, case and diacritics.
    """

    first: int
    last: int
    span: Span
    name: PersonName
    head: int
    key: str


def find_names(document: Document, annotation: Annotation, lex: Lexicon, title: PersonName) -> list[Sighting]:
    """All possible names in text order; none overlap. Linear in the number of tokens."""
    runs = tuple(_bridged(document, annotation, find_runs(annotation, title, lex), lex))
    texts = {_words(document, annotation, first, last) for first, last in runs}
    leading = leading_surnames(title.text, texts, lex)
    parsed = {text: parse_name(text, lex, leading) for text in texts}
    seen = (_sighting(document, annotation, first, last, lex, parsed) for first, last in runs)
    found = [sighting for sighting in seen if sighting is not None]
    singles = frozenset(s.name.single or s.name.surname for s in found)
    found = [s for s in found if not _means_several(annotation, s, singles, lex)]
    return _generations(annotation, _headword(document, annotation, found, lex), lex)


def _bridged(
    document: Document, annotation: Annotation, runs: Iterable[tuple[int, int]], lex: Lexicon
) -> Iterator[tuple[int, int]]:
    """The runs, those put together that only a bracketed birth name parts: "Clara (Lind) Holm"."""
    tokens = annotation.tokens
    before: tuple[int, int] | None = None
    for first, last in runs:
        if before is not None:
            start, end = before
            gap = document.text[tokens[end - 1].span.end : tokens[first].span.start] if end == first else ""
            if _BRACKETED.fullmatch(gap) and fold(tokens[end - 1].text) in lex.given and last - first == 1:
                before = (start, last)
                continue
            yield before
        before = (first, last)
    if before is not None:
        yield before


def _words(document: Document, annotation: Annotation, first: int, last: int) -> str:
    """What is written of a name, but for a birth name within it."""
    return _BRACKETED.sub(
        " ", document.quote(Span(annotation.tokens[first].span.start, annotation.tokens[last - 1].span.end))
    )


def is_listed_thing(word: str, lex: Lexicon) -> bool:
    """Whether a word is listed as one of places, works or bodies, and does not only end like one."""
    return word in lex.not_persons or word in lex.bodies


def is_thing(word: str, lex: Lexicon) -> bool:
    """Whether a word in a name shows that it is no person's: a place, a work, a body, an abstract noun."""
    if is_listed_thing(word, lex):
        return True
    return word.endswith(lex.thing_endings) and len(word) > 6 and fold(word) not in lex.given


def _means_several(annotation: Annotation, sighting: Sighting, singles: frozenset[str], lex: Lexicon) -> bool:
    """ "The Berg family", "the Bergs": a surname that means nobody alone."""
    tokens = annotation.tokens
    after = tokens[sighting.last] if sighting.last < len(tokens) else None
    if after is not None and {after.lemma, after.text} & lex.families and not sighting.name.given:
        return True
    text = sighting.name.text
    return tokens[sighting.last - 1].tag == "NNPS" and text.endswith("s") and text[:-1] in singles


def _headword(document: Document, annotation: Annotation, found: list[Sighting], lex: Lexicon) -> list[Sighting]:
    """Turn round the headword of a dictionary's article: "HOLM, KARL (1648–1711), organist" is one name, and so is
    "Holm [née Berg], Anna (1648–1711)"."""
    found = [_turned(sighting, lex) for sighting in found]
    if len(found) < 2 or found[0].first != 0:
        return found
    surname, given = found[0], found[1]
    word = surname.name.text
    between = reduce(document.text, Span(surname.span.end, given.span.start), _inside(annotation, surname, given)).text
    apart = (word.isupper() and len(word) > 2) or bool(surname.name.single)
    if not (apart and between.strip() == "," and _is_dated(document, annotation, given, lex)):
        return found
    name = inverted(word, given.name.text, lex)
    span = Span(surname.span.start, given.span.end)
    # a name that the parser cut is headed by its last part, on which what follows hangs
    cut = annotation.tokens[given.head].sentence != annotation.tokens[surname.head].sentence
    head = given.head if cut else _head(annotation.tokens, surname.first, given.last)
    return [Sighting(surname.first, given.last, span, name, head, fold(name.bare)), *found[2:]]


def _is_dated(document: Document, annotation: Annotation, given: Sighting, lex: Lexicon) -> bool:
    """Whether life dates stand behind the given name of a headword, at once or behind a rank: "Holm, Sir Karl, first
    baronet (1648–1711)"."""
    aside = next((a for a in annotation.asides if a.start >= given.span.end), None)
    if aside is None or aside.start - given.span.end <= 1:
        return aside is not None
    rank = document.text[given.span.end : aside.start]
    known = bool(given.name.titles) or fold(given.name.given or given.name.single) in lex.given
    return known and aside.start - given.span.end < _RANK and rank[0] == "," and not set(".;:") & set(rank)


def _inside(annotation: Annotation, before: Sighting, behind: Sighting) -> list[Span]:
    """What was lifted out between two names."""
    return [a for a in annotation.asides if before.span.end <= a.start and a.end <= behind.span.start]


def _turned(sighting: Sighting, lex: Lexicon) -> Sighting:
    """A headword of which the parser was not given the comma."""
    surname, comma, given = sighting.name.text.partition(_INVERTED)
    if not comma or given in lex.suffixes:
        return sighting
    name = inverted(surname, given, lex)
    return sighting._replace(name=name, key=fold(name.bare))


def _generations(annotation: Annotation, found: list[Sighting], lex: Lexicon) -> list[Sighting]:
    """Names with what stands before them and tells of namesakes: "the younger Holm", "old Karl Holm"."""
    known = {(_surname(s), s.name.generation) for s in found}
    told: list[Sighting] = []
    for sighting in found:
        before = annotation.tokens[sighting.first - 1].text.lower() if sighting.first else ""
        opens = annotation.tokens[sighting.first - 2].tag if sighting.first > 1 else ""
        generation = lex.generations.get(before, "") if opens == "DT" else ""
        aged = lex.of_age.get(before, "")
        if aged and (_surname(sighting), "younger" if aged == "elder" else "elder") in known:
            generation = aged
        if generation and not sighting.name.generation:
            sighting = sighting._replace(name=replace(sighting.name, generation=generation))
        told.append(sighting)
    return told


def _surname(sighting: Sighting) -> str:
    return fold(sighting.name.surname or sighting.name.single)


def _sighting(
    document: Document, annotation: Annotation, first: int, last: int, lex: Lexicon, parsed: dict[str, PersonName]
) -> Sighting | None:
    """``parsed`` keeps the names of the text, since most are told again and again."""
    tokens = annotation.tokens
    words = tuple(t.text for t in tokens[first:last])
    skipped = _modifiers(words, lex)
    first, words = first + skipped, words[skipped:]
    if all(w in lex.demonyms for w in words) or _only_title(words, lex) or _only_post(words, lex):
        return None
    span = Span(tokens[first].span.start, tokens[last - 1].span.end)
    text = _words(document, annotation, first, last)
    name = parsed.get(text)
    if name is None:
        name = parsed[text] = parse_name(text, lex)
    return Sighting(first, last, span, name, _head(tokens, first, last), fold(name.bare))


def _modifiers(words: tuple[str, ...], lex: Lexicon) -> int:
    """How many words stand before a title ("British Prime Minister Lowe") where no given name stands there too."""
    first, last = 0, len(words)
    for at in range(1, len(words) - 1):
        if fold(words[at - 1]) in lex.given:
            break
        length, _ = title_at(words, at, lex)
        if length and at + length < len(words) and words[at + length] not in lex.bodies:
            return first + at
    given = next((k for k, word in enumerate(words[:-1]) if fold(word) in lex.given), 0)
    if given == 1 and words[0].lower() in lex.of_age:
        # "Old Karl Holm" at a sentence's beginning
        return first + 1
    if given and all(_describes(word, lex) for word in words[:given]):
        # "Director Karl Holm", "Tory MP Karl Holm"; but "Captain Karl Holm" keeps his title
        skip = next((k for k in range(given) if title_at(words, k, lex)[0] == given - k), given)
        first, words = first + skip, words[skip:]
    office = _office_before(words, given, lex)
    first, words = first + office, words[office:]
    while first < last - 1 and words[0] in lex.demonyms and fold(words[0]) not in lex.given:
        if any(is_thing(w, lex) for w in words):
            break
        first, words = first + 1, words[1:]
    return first


def _describes(word: str, lex: Lexicon) -> bool:
    """Whether a capitalised word before a name says what its bearer is: a role, a tie, a party, a post in letters."""
    return word.lower() in lex.roles or word.lower() in lex.kin or word in lex.demonyms or word in lex.suffixes


def _office_before(words: tuple[str, ...], given: int, lex: Lexicon) -> int:
    """How many words end in an office before the name: "Nordbank CEO Berg", "Nordbank Director Karl Berg"."""
    for at in range(len(words) - 1, 0, -1):
        office = words[at - 1]
        short = office.rstrip(_PLURAL)
        if short.isupper() and len(short) > 1 and short.lower() in lex.posts:
            return at
        told = at == given and (office.lower() in lex.roles or office.lower() in lex.posts)
        if told and not title_at(words, at - 1, lex)[0]:
            return at
    return 0


def _only_title(words: tuple[str, ...], lex: Lexicon) -> bool:
    """ "Prime Minister", "Queen of Norway": an office, nobody's name."""
    length, _ = title_at(words, 0, lex)
    return length > 0 and (length == len(words) or words[length] in lex.linking)


def _only_post(words: tuple[str, ...], lex: Lexicon) -> bool:
    """ "CEO", "MPs": an office in capitals, nobody's name."""
    return len(words) == 1 and words[0].rstrip(_PLURAL).isupper() and words[0].rstrip(_PLURAL).lower() in lex.posts


def _head(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The token whose own head lies outside the name; of several the last, where English heads names."""
    outside = [k for k in range(first, last) if not first <= tokens[k].head < last or tokens[k].head == k]
    words = [k for k in outside if tokens[k].text[0].isalpha()]
    return (words or outside)[-1]
