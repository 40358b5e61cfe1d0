"""Things that a text names again: "the Academy … the Academy", "a novel … the novel", "the bridge … it".

Strict and cheap, after the precise sieves of Lee et al. (2013, "Deterministic Coreference Resolution Based on
Entity-Centric, Precision-Ranked Rules"): the same name; the same noun under a definite article, with nothing in the way that
the first did not say; "it" only where the subject before is a thing. A doubtful link is not made.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from vitascope.lang import load
from vitascope.model import Annotation, Document, Span, Token
from vitascope.people.extents import extent, is_phrase_head
from vitascope.people.syntax import SUBJECTS, clause_of, prominence

__all__ = ["Chain", "ThingMention", "find_things"]

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
class _Words:
    definite: frozenset[str]
    fresh: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    empty: frozenset[str]
    idle: frozenset[str]


@cache
def _words(language: str) -> _Words:
    lists = load(language, "chains")
    return _Words(*(frozenset(lists[name]) for name in ("definite", "fresh", "singular", "plural", "empty", "idle")))


@dataclass(slots=True)
class _Thing:
    key: str
    number: str
    heads: list[int]
    reasons: list[str]
    modifiers: set[str]
    proper: bool


def find_things(document: Document, annotation: Annotation, persons: set[int]) -> list[Chain]:
    """Chains of things, by first mention. ``persons`` are the head tokens of what personas' mentions are."""
    reader = _Reader(annotation, _words(document.source.language), persons)
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

    def __init__(self, annotation: Annotation, words: _Words, persons: set[int]) -> None:
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
        if determiner in self.words.definite and owner is None and not narrowed and key[0] not in self.words.idle:
            known = self._known(key, modifiers, token.sentence)
            if known is not None:
                self._add(known, token, f"the {key[0]} named before")
                return
        if determiner in self.words.fresh and determiner not in ("a", "an"):
            return
        thing = self._found(token, key[0], number, modifiers, proper=False)
        self._nouns.setdefault(key, []).append(thing)

    def _known(self, key: tuple[str, str], modifiers: set[str], sentence: int) -> _Thing | None:
        for thing in reversed(self._nouns.get(key, [])):
            near = sentence - self.annotation.tokens[thing.heads[-1]].sentence <= _REACH
            if near and modifiers <= thing.modifiers:
                return thing
        return None

    def _name(self, token: Token, modifiers: set[str]) -> None:
        words = [t.text for t in self.annotation.tokens[self._first(token.index) : token.index + 1]]
        key = " ".join(words).lower()
        if token.tag == "CD" and not (len(key) == 4 and key.isdigit()):
            return
        known = self._named.get(key)
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
        if not plural and token.dep in SUBJECTS and self._fills(token, verb):
            return
        best: tuple[float, _Thing] | None = None
        for thing in self.things[-40:]:
            last = thing.heads[-1]
            back = token.sentence - tokens[last].sentence
            if back > 1 or (thing.number == "plural") != plural or last == tokens[token.index].head:
                continue
            weight = prominence(self.annotation, last) / (1 + back) + 20 * (len(thing.heads) > 1)
            if best is None or weight >= best[0]:
                best = weight, thing
        if best is not None and best[0] >= 40:
            self._add(best[1], token, "the most prominent thing just before")

    def _fills(self, token: Token, verb: Token) -> bool:
        """Whether "it" only holds a place: weather, "it is known that"."""
        tokens = self.annotation.tokens
        below = [tokens[c].dep for c in self.annotation.children[verb.index]]
        return verb.lemma in self.words.empty or any(dep in ("ccomp", "xcomp", "acomp", "csubj") for dep in below)
