"""Find the stretches of a text that may be names: runs of capitalised words, before anyone asks whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vitascope.model import Annotation, Document, Sentence, Span, Token
from vitascope.people.folding import fold
from vitascope.people.lexicon import Lexicon
from vitascope.people.names import PersonName, parse_name, title_at

__all__ = ["Sighting", "find_names", "is_thing"]

_INITIAL = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]")
_SUFFIX_COMMA = ","
_QUOTES = ('"', "“", "”", "‘", "’", "'", "«", "»")
_NICKNAME_WORDS = 3
_ASIDE = 3
"""Words so many code points apart had a parenthesis between them."""


@dataclass(frozen=True, slots=True)
class Sighting:
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
    known = _known_words(annotation, title)
    placed = _placed_words(annotation, lex)
    found: list[Sighting] = []
    for sentence in annotation.sentences:
        for first, last in _runs(annotation.tokens, sentence, lex, known, placed):
            sighting = _sighting(document, annotation, first, last, lex)
            if sighting is not None:
                found.append(sighting)
    singles = frozenset(s.name.single or s.name.surname for s in found)
    found = [s for s in found if not _means_several(annotation, s, singles, lex)]
    return _headword(annotation, found, lex)


def is_thing(word: str, lex: Lexicon) -> bool:
    """Whether a word in a name shows that it is no person's: a place, a work, a body, an abstract noun."""
    if word in lex.not_persons or word in lex.bodies:
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


def _headword(annotation: Annotation, found: list[Sighting], lex: Lexicon) -> list[Sighting]:
    """Turn round the headword of a dictionary's article: "HOLM, KARL (1648–1711), organist" is one name."""
    if len(found) < 2 or found[0].first != 0:
        return found
    surname, given = found[0], found[1]
    word = surname.name.text
    joined = surname.last < len(annotation.tokens) and annotation.tokens[surname.last].tag == ","
    lifted = any(0 <= aside.start - given.span.end <= 1 for aside in annotation.asides)
    if not (word.isupper() and len(word) > 2 and joined and given.first == surname.last + 1 and lifted):
        return found
    text = " ".join(
        w.capitalize() if w.isupper() and len(w) > 2 else w for w in (*given.name.text.split(), *word.split())
    )
    name = parse_name(text, lex)
    span = Span(surname.span.start, given.span.end)
    return [Sighting(surname.first, given.last, span, name, surname.head, fold(name.bare)), *found[2:]]


def _known_words(annotation: Annotation, title: PersonName) -> frozenset[str]:
    """Words that the text writes as names inside sentences: at a sentence's start they are names too."""
    words = set(title.text.split())
    for sentence in annotation.sentences:
        for token in annotation.tokens[sentence.first + 1 : sentence.last]:
            if token.tag.startswith("NNP") and token.text[0].isupper():
                words.add(token.text)
    return frozenset(words)


def _placed_words(annotation: Annotation, lex: Lexicon) -> frozenset[str]:
    """First words of names like "the chronicler Jordi of Narva", which a noun for a person introduces somewhere."""
    tokens = annotation.tokens
    return frozenset(
        tokens[at].text
        for at in range(1, len(tokens) - 2)
        if tokens[at - 1].lemma in lex.roles
        and tokens[at - 1].pos == "NOUN"
        and _is_capital(tokens[at].text)
        and _is_placed(tokens, at + 1, lex)
    )


def _is_placed(tokens: tuple[Token, ...], at: int, lex: Lexicon) -> bool:
    if at + 1 >= len(tokens) or tokens[at].text not in lex.linking:
        return False
    return _is_capital(tokens[at + 1].text) and tokens[at + 1].text not in lex.never


def _runs(
    tokens: tuple[Token, ...], sentence: Sentence, lex: Lexicon, known: frozenset[str], placed: frozenset[str]
) -> Iterator[tuple[int, int]]:
    at = sentence.first
    while at < sentence.last:
        if not _starts(tokens, at, sentence, lex, known):
            at += 1
            continue
        end = at + 1
        while end < sentence.last:
            step = _continues(tokens, at, end, sentence.last, lex)
            if not step and end == at + 1 and tokens[at].text in placed and _is_placed(tokens, end, lex):
                step = 2
            if not step:
                break
            end += step
        yield at, end
        at = end


def _starts(tokens: tuple[Token, ...], at: int, sentence: Sentence, lex: Lexicon, known: frozenset[str]) -> bool:
    token = tokens[at]
    if token.text[:1].isdigit() and token.text[-1].isalpha() and at + 1 < sentence.last:
        # "51st Rifle Division"
        return any(t.text in lex.bodies for t in tokens[at + 1 : min(at + 5, sentence.last)]) and _is_capital(
            tokens[at + 1].text
        )
    if not _is_capital(token.text) or token.text in lex.never:
        return False
    if at > sentence.first and tokens[at - 1].text and tokens[at - 1].tag not in ("``", "''", ":"):
        return True
    named = token.tag.startswith("NNP") or token.text in known or (token.text,) in lex.titles
    return named or fold(token.text) in lex.given


def _continues(tokens: tuple[Token, ...], first: int, at: int, stop: int, lex: Lexicon) -> int:
    """How many tokens from ``at`` on belong to the run that began at ``first``; 0 ends it."""
    if tokens[at].span.start - tokens[at - 1].span.end >= _ASIDE:
        return 0
    word = tokens[at].text
    follows = [t.text for t in tokens[at + 1 : min(at + 3, stop)]]
    ruled = fold(tokens[at - 1].text) in lex.given or (tokens[first].text,) in lex.titles
    if word in lex.suffixes and word.isupper() and ruled:
        # "Edward I of Narva"
        return 1
    if word in lex.never:
        # "Theresa May": a month's name after a given name is a surname
        return int(tokens[at].tag == "NNP" and fold(tokens[at - 1].text) in lex.given)
    if _is_capital(word) or _is_elided(word, lex):
        return 1
    if word == "-" and follows and _touches(tokens, at) and _is_capital(follows[0]):
        return 2
    if word == "-" and follows and _touches(tokens, at) and tokens[first].text in lex.family_first["hyphen"]:
        # "Kim Il-sung"
        return 2 if at - first == 2 and follows[0].isalpha() else 0
    if fold(word) in lex.particles and follows:
        if _is_capital(follows[0]) and follows[0] not in lex.never:
            return 2
        if len(follows) > 1 and (fold(follows[0]) in lex.particles or follows[0] == "-") and _is_capital(follows[1]):
            return 3
    if word == lex.epithet_article and follows and follows[0] in lex.epithets:
        return 2
    if tokens[at].tag == "POS" and tokens[at - 1].text.endswith("s") and follows and follows[0] in lex.bodies:
        # "Dock Workers' Union"
        return 2
    if word == _SUFFIX_COMMA and follows and follows[0] in lex.suffixes and len(follows[0]) > 1:
        return 2
    if word in _QUOTES:
        return _nickname(tokens, at, stop)
    if word in lex.linking and follows:
        return _links(tokens, first, at, follows, lex)
    return 0


def _is_elided(word: str, lex: Lexicon) -> bool:
    """ "d'Aubray": a particle written together with a name."""
    return any(word.startswith(e) and word[len(e) : len(e) + 1].isupper() for e in lex.elided)


def _nickname(tokens: tuple[Token, ...], at: int, stop: int) -> int:
    """Words of a by-name in quotation marks inside a name: 'Robert "Rob" Lund', 'Karl "Iron Hand" Holm'; else 0."""
    for length in range(1, _NICKNAME_WORDS + 1):
        close = at + length + 1
        if close + 1 >= stop or not _is_capital(tokens[close - 1].text):
            return 0
        if tokens[close].text in _QUOTES:
            return length + 2 if _is_capital(tokens[close + 1].text) else 0
    return 0


def _links(tokens: tuple[Token, ...], first: int, at: int, follows: list[str], lex: Lexicon) -> int:
    """Whether "of" joins a ruler to a realm ("Eleanor of Narva") or a body to its field ("Ministry of War")."""
    before = tokens[at - 1].text
    body = before in lex.bodies
    named = fold(before) in lex.given and (at - first == 1 or (tokens[first].text,) in lex.titles)
    ruler = named or (before in lex.suffixes and before.isalpha() and at - first == 2)
    if (body or ruler) and _is_capital(follows[0]) and follows[0] not in lex.never:
        return 2
    if body and len(follows) > 1 and follows[0] == "the" and _is_capital(follows[1]):
        return 3
    return 0


def _sighting(document: Document, annotation: Annotation, first: int, last: int, lex: Lexicon) -> Sighting | None:
    tokens = annotation.tokens
    first = _after_modifiers(tokens, first, last, lex)
    words = tuple(t.text for t in tokens[first:last])
    if all(w in lex.demonyms for w in words) or _only_title(words, lex):
        return None
    span = Span(tokens[first].span.start, tokens[last - 1].span.end)
    text = document.quote(span)
    name = parse_name(text, lex)
    return Sighting(first, last, span, name, _head(tokens, first, last), fold(name.bare))


def _after_modifiers(tokens: tuple[Token, ...], first: int, last: int, lex: Lexicon) -> int:
    """Skip what stands before a title ("British Prime Minister Lowe") unless a given name stands there too."""
    words = tuple(t.text for t in tokens[first:last])
    for at in range(1, len(words) - 1):
        if fold(words[at - 1]) in lex.given:
            break
        length, _ = title_at(words, at, lex)
        if length and at + length < len(words) and words[at + length] not in lex.bodies:
            return first + at
    given = next((k for k, word in enumerate(words[:-1]) if fold(word) in lex.given), 0)
    if given and all(_describes(word, lex) for word in words[:given]):
        # "Director Karl Holm", "Tory MP Karl Holm"
        first, words = first + given, words[given:]
    while first < last - 1 and words[0] in lex.demonyms and fold(words[0]) not in lex.given:
        if any(is_thing(w, lex) for w in words):
            break
        first, words = first + 1, words[1:]
    return first


def _describes(word: str, lex: Lexicon) -> bool:
    """Whether a capitalised word before a name says what its bearer is: a role, a tie, a party, a post in letters."""
    return word.lower() in lex.roles or word.lower() in lex.kin or word in lex.demonyms or word in lex.suffixes


def _only_title(words: tuple[str, ...], lex: Lexicon) -> bool:
    """ "Prime Minister", "Queen of Norway": an office, nobody's name."""
    length, _ = title_at(words, 0, lex)
    return length > 0 and (length == len(words) or words[length] in lex.linking)


def _head(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The token whose own head lies outside the name; of several the last, where English heads names."""
    outside = [k for k in range(first, last) if not first <= tokens[k].head < last or tokens[k].head == k]
    words = [k for k in outside if tokens[k].text[0].isalpha()]
    return (words or outside)[-1]


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and (len(word) > 1 or _INITIAL.fullmatch(word) is not None)


def _touches(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at - 1].span.end == tokens[at].span.start and tokens[at].span.end == tokens[at + 1].span.start
