"""A noun phrase taken apart: its noun, what stands before it, and by which words two of them may be compared."""

from __future__ import annotations

from dataclasses import dataclass

from vitascope.model import Annotation, Token

__all__ = ["NAME_TAGS", "NounPhrase", "is_within", "name_words", "noun_phrase"]

NAME_TAGS = ("NNP", "NNPS")
_MODIFIERS = ("amod", "compound", "nummod", "nmod")
_NARROWS = ("prep", "relcl", "acl")
_DETERMINERS = ("det", "predet")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """``word`` is the noun's lemma; ``modifiers`` are lemmas, of what it is "of" too.

    ``whole`` is all its words but the article; ``narrowed`` tells whether more than an "of" phrase follows that says
    which one is meant.
    """

    at: int
    word: str
    number: str
    determiner: str
    modifiers: frozenset[str]
    owner: int | None
    whole: str
    narrowed: bool


def noun_phrase(annotation: Annotation, token: Token, linking: frozenset[str]) -> NounPhrase:
    """The phrase that ``token`` heads. ``linking``: the prepositions that join a noun to what it is of."""
    tokens = annotation.tokens
    determiner, owner, narrowed = "", None, False
    modifiers: set[str] = set()
    outside: set[int] = set()
    for child in annotation.children[token.index]:
        dep = tokens[child].dep
        if dep in _DETERMINERS:
            determiner = tokens[child].text.lower()
            outside.add(child)
        elif dep == "poss":
            owner = child
        elif dep in _MODIFIERS:
            modifiers.add(tokens[child].lemma.lower())
        elif dep == "prep" and tokens[child].text.lower() in linking:
            modifiers.update(tokens[c].lemma.lower() for c in annotation.children[child] if tokens[c].dep == "pobj")
        elif dep in _NARROWS:
            narrowed = True
        elif dep not in ("case",):
            outside.update(annotation.subtree(child))
    words = (tokens[t].text.lower() for t in annotation.subtree(token.index) if t not in outside)
    number = "plural" if token.tag == "NNS" else "singular"
    return NounPhrase(
        token.index, token.lemma.lower(), number, determiner, frozenset(modifiers), owner, " ".join(words), narrowed
    )


def name_words(annotation: Annotation, at: int) -> list[int]:
    """The tokens of the name headed by ``at``: its modifiers before it, and after it a day, a year, "of Basel"."""
    tokens, first = annotation.tokens, at
    while first > 0 and tokens[first - 1].head == at and tokens[first - 1].dep in _MODIFIERS:
        first -= 1
    while first < at and tokens[first].text[:1].islower():
        first += 1
    found = list(range(first, at + 1))
    for child in annotation.children[at]:
        near = child == found[-1] + 1 or tokens[child].dep == "nummod"
        if child > at and near and tokens[child].dep in ("nummod", "prep"):
            found.extend(annotation.subtree(child))
    return found


def is_within(annotation: Annotation, at: int) -> bool:
    """Whether the phrase headed by ``at`` only narrows another noun: "the mill" in "the roof of the mill"."""
    tokens = annotation.tokens
    above = tokens[tokens[at].head]
    return tokens[at].dep == "pobj" and tokens[above.head].pos in ("NOUN", "PROPN")
