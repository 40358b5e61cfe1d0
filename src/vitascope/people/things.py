"""Things that a text names again: "the Academy … the Academy", "a novel … the novel", "the bridge … it".

Strict and cheap, after the precise sieves of Lee et al. (2013, "Deterministic Coreference Resolution Based on
Entity-Centric, Precision-Ranked Rules"): the same name; the same noun under a definite article, with no modifier that
the first did not have; "it" for the most prominent thing just before. A doubtful link is not made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from vitascope.lang import load
from vitascope.model import Annotation, Document, Span, Token
from vitascope.people.extents import extent, is_phrase_head
from vitascope.people.syntax import SUBJECTS, clause_of, prominence

__all__ = ["Chain", "ThingMention", "ThingWords", "find_things", "thing_words"]

_MODIFIERS = ("amod", "compound", "nummod", "nmod")
_NARROWS = ("prep", "relcl", "acl")
_REACH = 12
"""Sentences back that a definite noun may reach."""
_NAME_TAGS = ("NNP", "NNPS")


class ThingMention(NamedTuple):
    """The words, and why they were linked."""

    span: Span
    because: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one person or thing in text order. ``kind`` is a persona's kind or "thing"; ``persona`` its id."""

    label: str
    kind: str
    mentions: tuple[ThingMention, ...]
    persona: str | None


@dataclass(frozen=True, slots=True)
class ThingWords:
    """Closed-class words by which a text points back at things, in lower case."""

    definite: frozenset[str]
    fresh: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    empty: frozenset[str]
    idle: frozenset[str]
    speaker: frozenset[str]


@cache
def thing_words(language: str) -> ThingWords:
    """The words of ``chains.yml``. Raises DataError where the language has none."""
    lists = load(language, "chains")
    names = ("definite", "fresh", "singular", "plural", "empty", "idle", "speaker")
    return ThingWords(*(frozenset(lists[name]) for name in names))


@dataclass(slots=True)
class _Thing:
    key: str
    number: str
    heads: list[int]
    reasons: list[str]
    modifiers: set[str]
    proper: bool


def find_things(document: Document, annotation: Annotation, persons: Mapping[int, str]) -> list[Chain]:
    """Chains of things, by first mention. ``persons``: head token of each persona's mention → the persona's id."""
    reader = _Reader(annotation, thing_words(document.source.language), persons)
    for token in annotation.tokens:
        if token.index not in persons:
            reader.meet(token)
    chains: list[Chain] = []
    for thing in reader.things:
        spans = [extent(annotation, at) for at in thing.heads]
        mentions = tuple(ThingMention(s, r) for s, r in zip(spans, thing.reasons, strict=True))
        if len(mentions) > 1:
            chains.append(Chain(document.quote(spans[0]), "thing", mentions, None))
    return chains


class _Reader:
    """One pass over the tokens of one text."""

    def __init__(self, annotation: Annotation, words: ThingWords, persons: Mapping[int, str]) -> None:
        self.annotation, self.words, self.persons = annotation, words, persons
        self.things: list[_Thing] = []
        self._named: dict[str, _Thing] = {}
        self._nouns: dict[tuple[str, str], list[_Thing]] = {}

    def meet(self, token: Token) -> None:
        """Link or found the thing whose head ``token`` is."""
        word = token.text.lower()
        if word in self.words.singular:
            self._pronoun(token, plural=False)
        elif word in self.words.plural:
            self._pronoun(token, plural=True)
        elif token.tag in ("NN", "NNS", *_NAME_TAGS, "CD") and is_phrase_head(self.annotation, token.index):
            self._noun(token)

    def _noun(self, token: Token) -> None:
        tokens, children = self.annotation.tokens, self.annotation.children[token.index]
        if token.dep in ("attr", "appos", "oprd", "npadvmod"):
            return
        determiner = next((tokens[c].text.lower() for c in children if tokens[c].dep in ("det", "predet")), "")
        modifiers = {tokens[c].text.lower() for c in children if tokens[c].dep in _MODIFIERS}
        if token.tag in (*_NAME_TAGS, "CD"):
            self._name(token, modifiers)
            return
        number = "plural" if token.tag == "NNS" else "singular"
        key = (token.lemma.lower(), number)
        owner = next((c for c in children if tokens[c].dep == "poss"), None)
        narrowed = any(tokens[c].dep in _NARROWS for c in children)
        if owner is not None and owner in self.persons:
            self._owned(token, (f"{self.persons[owner]} {key[0]}", number), modifiers)
            return
        if determiner in self.words.definite and owner is None and not narrowed and key[0] not in self.words.idle:
            known = self._known(key, modifiers, token.sentence)
            if known is not None:
                self._add(known, token, f"the {key[0]} named before")
                return
        if determiner in self.words.fresh and determiner not in ("a", "an"):
            return
        thing = self._found(token, key[0], number, modifiers, proper=False)
        self._nouns.setdefault(key, []).append(thing)

    def _owned(self, token: Token, key: tuple[str, str], modifiers: set[str]) -> None:
        """ "His boat … his boat": what one person owns, under one noun."""
        known = self._known(key, modifiers, token.sentence)
        if known is not None:
            self._add(known, token, "the same owner's, by the same noun")
            return
        self._nouns.setdefault(key, []).append(self._found(token, key[0], key[1], modifiers, proper=False))
        self._nouns.setdefault((token.lemma.lower(), key[1]), []).append(self.things[-1])

    def _known(self, key: tuple[str, str], modifiers: set[str], sentence: int) -> _Thing | None:
        for thing in reversed(self._nouns.get(key, [])):
            near = sentence - self.annotation.tokens[thing.heads[-1]].sentence <= _REACH
            if near and modifiers <= thing.modifiers:
                return thing
        return None

    def _name(self, token: Token, modifiers: set[str]) -> None:
        tokens = self.annotation.tokens
        words = [t.text for t in tokens[self._first(token.index) : token.index + 1]]
        key = " ".join([*words, *(tokens[t].text for t in self._tail(token.index))]).lower()
        if token.tag == "CD" and not (len(key) == 4 and key.isdigit()):
            return
        known = self._named.get(key)
        if known is None and len(words) == 1 and token.tag != "CD":
            known = next((t for k, t in self._named.items() if k.startswith(f"{key} ")), None)
        if known is not None:
            self._add(known, token, "the same name")
            return
        thing = self._found(token, key, "singular", modifiers, proper=True)
        self._named[key] = thing
        last = words[-1].lower()
        if len(words) > 1 and token.tag in _NAME_TAGS:
            self._nouns.setdefault((last, "singular"), []).append(thing)

    def _first(self, at: int) -> int:
        tokens, first = self.annotation.tokens, at
        while first > 0 and tokens[first - 1].head == at and tokens[first - 1].dep in _MODIFIERS:
            first -= 1
        return first

    def _tail(self, at: int) -> list[int]:
        """What belongs to a name after its head: the day and year of a date, "of Basel" of a university."""
        tokens = self.annotation.tokens
        found: list[int] = []
        for child in self.annotation.children[at]:
            near = child == (found[-1] if found else at) + 1 or tokens[child].dep == "nummod"
            if child > at and near and tokens[child].dep in ("nummod", "prep"):
                found.extend(self.annotation.subtree(child))
        return found

    def _found(self, token: Token, key: str, number: str, modifiers: set[str], proper: bool) -> _Thing:
        thing = _Thing(key, number, [token.index], ["the first mention"], set(modifiers), proper)
        self.things.append(thing)
        return thing

    def _add(self, thing: _Thing, token: Token, because: str) -> None:
        thing.heads.append(token.index)
        thing.reasons.append(because)

    def _pronoun(self, token: Token, plural: bool) -> None:
        tokens = self.annotation.tokens
        verb = tokens[clause_of(self.annotation, token.index)]
        if not plural and token.dep in SUBJECTS and self._fills(verb):
            return
        best: tuple[float, _Thing] | None = None
        for thing in self.things[-40:]:
            last = thing.heads[-1]
            back = token.sentence - tokens[last].sentence
            if back > 1 or (thing.number == "plural") != plural or self._inside(token.index, last):
                continue
            weight = prominence(self.annotation, last) / (1 + back) + 20 * (len(thing.heads) > 1)
            if best is None or weight >= best[0]:
                best = weight, thing
        if best is not None and best[0] >= 40:
            self._add(best[1], token, "the most prominent thing just before")

    def _inside(self, at: int, head: int) -> bool:
        """Whether ``at`` hangs below ``head``: no phrase contains a pronoun for itself."""
        tokens = self.annotation.tokens
        while tokens[at].head != at:
            at = tokens[at].head
            if at == head:
                return tokens[head].pos != "VERB"
        return False

    def _fills(self, verb: Token) -> bool:
        """Whether "it" only holds a place: weather, "it is known that"."""
        tokens = self.annotation.tokens
        below = [tokens[c].dep for c in self.annotation.children[verb.index]]
        return verb.lemma in self.words.empty or any(dep in ("ccomp", "xcomp", "acomp", "csubj") for dep in below)
