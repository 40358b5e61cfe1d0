"""Where a run of capitalised words that may be a name begins, and how far it goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vitascope.model import Annotation, Sentence, Token
from vitascope.people.folding import fold
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.order import is_hyphened_given
from vitascope.people.names.parting import begins_name
from vitascope.people.names.parts import PersonName

__all__ = ["find_runs"]

_INITIAL = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]")
_SUFFIX_COMMA = ","
_QUOTES = ('"', "“", "”", "‘", "’", "'", "«", "»")
_RINGS = "ʿʾ‘ʻ"
"""Signs of Arabic letters that may open a name, and are no capitals: "ʿUmar"."""
_TRANSLITERATED = re.compile("[ʿʾāīūḥṣḍṭẓ]")
_CAPITALS = 2
_NICKNAME_WORDS = 3
_NAME = 9
"""Tokens within which the spelling of a name shows whose it is."""
_ASIDE = 3
"""Words so many code points apart had a parenthesis between them."""


def find_runs(annotation: Annotation, title: PersonName, lex: Lexicon) -> Iterator[tuple[int, int]]:
    """The tokens ``[first, last)`` of every run, in text order; none overlap. Linear in the number of tokens."""
    known, placed = _known_words(annotation, title), _placed_words(annotation, lex)
    own, hyphened = frozenset(title.text.split()), _hyphened(annotation, title, lex)
    for sentence in _whole(annotation, lex):
        yield from _runs(annotation.tokens, sentence, lex, known, placed, own, hyphened)


def _whole(annotation: Annotation, lex: Lexicon) -> Iterator[Sentence]:
    """The sentences, those put together that parsers cut within a name at the abbreviated "son of" ("Maḥmūd b.")."""
    begun: Sentence | None = None
    for sentence in annotation.sentences:
        joined = sentence if begun is None or begun.block != sentence.block else replace(sentence, first=begun.first)
        last = annotation.tokens[sentence.last - 1].text
        cut = last.endswith(".") and fold(last) in lex.particles
        begun = (
            joined
            if cut and _is_arabic(annotation.tokens, max(joined.first, joined.last - _NAME), joined.last)
            else None
        )
        if begun is None:
            yield joined
    if begun is not None:
        yield begun


def _runs(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    lex: Lexicon,
    known: frozenset[str],
    placed: frozenset[str],
    own: frozenset[str],
    hyphened: frozenset[str],
) -> Iterator[tuple[int, int]]:
    at = sentence.first
    while at < sentence.last:
        if tokens[at].text[:1].islower() and (at + 1 == sentence.last or tokens[at + 1].text != "-"):
            at += 1
            continue
        if hyphened and _is_hyphened(tokens, at, sentence.last, lex):
            # "Kwang-rim" alone
            yield at, at + 3
            at += 3
            continue
        if not _starts(tokens, at, sentence, lex, known):
            at += 1
            continue
        end = at + 1
        while end < sentence.last and not begins_name(tokens, at, end, lex, own):
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
    if token.text[:1].islower():
        # "al-Hakim"
        touching = at + 2 < sentence.last and tokens[at + 1].text == "-" and _touches(tokens, at + 1)
        return touching and f"{token.text}-" in lex.elided and _is_capital(tokens[at + 2].text)
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
    if token.text.isupper() and len(token.text) > _CAPITALS and token.text.capitalize() not in lex.never:
        # the headword of an article
        return True
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
    if at == first + 1 and _is_hyphened(tokens, at, stop, lex) and _leads(tokens[first].text, lex):
        # "Kim Il-sung", "Noh In-suk"
        return 3
    if word in lex.never:
        # "Theresa May": a month's name after a given name is a surname
        return int(tokens[at].tag == "NNP" and fold(tokens[at - 1].text) in lex.given)
    if _is_capital(word) or _is_elided(word, lex):
        return 1
    if word == "-" and follows and _touches(tokens, at) and _is_capital(follows[0]):
        return 2
    if word == "-" and follows and _touches(tokens, at) and tokens[first].text in lex.family_first["hyphen"]:
        return 2 if at - first == 2 and follows[0].isalpha() else 0
    if word == "-" and follows and _touches(tokens, at) and f"{tokens[first].text.lower()}-" in lex.elided:
        return 2
    if fold(word) in lex.particles and follows and not (word.endswith(".") and not _is_arabic(tokens, first, at)):
        if _is_capital(follows[0]) and follows[0] not in lex.never:
            return 2
        if len(follows) > 1 and (fold(follows[0]) in lex.particles or follows[0] == "-") and _is_capital(follows[1]):
            return 3
    if word == lex.epithet_article and follows and follows[0] in lex.epithets:
        return 2
    if word == lex.epithet_article and _is_origin(tokens, first, at, stop, lex):
        return 2
    if _is_generation(tokens, at, stop, lex):
        return 1 + (word == lex.epithet_article)
    if tokens[at].tag == "POS" and tokens[at - 1].text.endswith("s") and follows and follows[0] in lex.bodies:
        # "Dock Workers' Union"
        return 2
    if word == _SUFFIX_COMMA and follows and follows[0] in lex.suffixes and len(follows[0]) > 1:
        return 2
    if word in _QUOTES:
        return _nickname(tokens, at, stop)
    if tokens[at].dep == "cc" and at - first == 1 and follows:
        return 2 if _is_one_body(tokens, first, at, lex) else 0
    if follows and (word in lex.linking or word in lex.purposes):
        return _links(tokens, first, at, follows, lex)
    return 0


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
    """Whether "of" joins a ruler to a realm ("Eleanor of Narva") or a body to its field ("Ministry of War").

    What a body is for goes on in the same way: "Front for the Defence of the Harbour".
    """
    before = tokens[at - 1].text
    aimed = any(t.text in lex.purposes for t in tokens[first:at])
    linking = tokens[at].text in lex.linking
    body = (linking and (aimed or before in lex.bodies)) or before in lex.purposes.get(tokens[at].text, ())
    named = fold(before) in lex.given and (at - first == 1 or (tokens[first].text,) in lex.titles)
    ruler = linking and (named or (before in lex.suffixes and before.isalpha() and at - first == 2))
    if (body or ruler) and _is_capital(follows[0]) and follows[0] not in lex.never:
        return 2
    if body and len(follows) > 1 and follows[0] == "the" and _is_capital(follows[1]):
        return 3
    return 0


def _is_one_body(tokens: tuple[Token, ...], first: int, joint: int, lex: Lexicon) -> bool:
    """ "The Justice and Peace Commission", "Lund and Lund": a word that hangs, with its other half, on a body's."""
    head = tokens[first].head
    if head <= joint or tokens[first].text in lex.bodies or not tokens[first].tag.startswith("NNP"):
        return False
    named = all(_is_capital(t.text) for t in tokens[joint + 1 : head + 1])
    return named and (tokens[head].text in lex.bodies or tokens[head].text == tokens[first].text)


def _is_origin(tokens: tuple[Token, ...], first: int, at: int, stop: int, lex: Lexicon) -> bool:
    """ "Piero the Dalmatian": a given name alone, told by where its bearer is from."""
    if at - first != 1 or fold(tokens[first].text) not in lex.given or at + 1 >= stop:
        return False
    ends = at + 2 >= len(tokens) or not tokens[at + 2].tag.startswith(("NN", "POS", "HYPH"))
    return ends and _is_capital(tokens[at + 1].text) and tokens[at + 1].text not in lex.never


def _is_generation(tokens: tuple[Token, ...], at: int, stop: int, lex: Lexicon) -> bool:
    """ "Karl Holm the younger", "Holm senior": where no noun follows that the words could describe."""
    marked = at + (tokens[at].text == lex.epithet_article)
    if marked >= stop or tokens[marked].text not in lex.generations:
        return False
    return marked + 1 >= len(tokens) or not tokens[marked + 1].tag.startswith(("NN", "JJ", "CD"))


def _is_arabic(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Whether the spelling shows it: only there "b." is "son of" and not "born"."""
    return any(_TRANSLITERATED.search(t.text) for t in tokens[first:at])


def _is_elided(word: str, lex: Lexicon) -> bool:
    """ "d'Aubray": a particle written together with a name."""
    return word.startswith(lex.elided) and any(
        word.startswith(e) and word[len(e) : len(e) + 1].isupper() for e in lex.elided
    )


def _is_capital(word: str) -> bool:
    if word[:1].islower():
        return False
    word = word.lstrip(_RINGS)
    return word[:1].isupper() and (len(word) > 1 or _INITIAL.fullmatch(word) is not None)


def _touches(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at - 1].span.end == tokens[at].span.start and tokens[at].span.end == tokens[at + 1].span.start


def _is_placed(tokens: tuple[Token, ...], at: int, lex: Lexicon) -> bool:
    if at + 1 >= len(tokens) or tokens[at].text not in lex.linking:
        return False
    return _is_capital(tokens[at + 1].text) and tokens[at + 1].text not in lex.never


def _leads(word: str, lex: Lexicon) -> bool:
    """Whether a word can be a surname before a given name of two syllables."""
    return word in lex.family_first["hyphen"] or (
        lex.syllables["hyphen"].fullmatch(word) is not None and fold(word) not in lex.given
    )


def _is_hyphened(tokens: tuple[Token, ...], at: int, stop: int, lex: Lexicon) -> bool:
    """Whether the tokens from ``at`` on are a given name of two syllables with a hyphen, and nothing more."""
    if at + 2 >= stop or tokens[at + 1].text != "-" or not _touches(tokens, at + 1):
        return False
    more = at + 3 < stop and tokens[at + 3].span.start == tokens[at + 2].span.end and tokens[at + 3].text == "-"
    return not more and is_hyphened_given("".join(t.text for t in tokens[at : at + 3]), lex)


def _hyphened(annotation: Annotation, title: PersonName, lex: Lexicon) -> frozenset[str]:
    """The given names of two syllables with a hyphen that stand behind their surnames somewhere, or in the title."""
    tokens = annotation.tokens
    found = {title.given} if title.surname_first and is_hyphened_given(title.given, lex) else set()
    for at in (hyphen - 1 for hyphen in annotation.by_word.get("-", ())):
        if at > 0 and _is_hyphened(tokens, at, len(tokens), lex) and _leads(tokens[at - 1].text, lex):
            found.add("".join(t.text for t in tokens[at : at + 3]))
    return frozenset(found)


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
        for at in (noun + 1 for noun in annotation.told_forms(lex.roles))
        if at < len(tokens) - 2
        and tokens[at - 1].lemma in lex.roles
        and tokens[at - 1].pos == "NOUN"
        and _is_capital(tokens[at].text)
        and _is_placed(tokens, at + 1, lex)
    )
