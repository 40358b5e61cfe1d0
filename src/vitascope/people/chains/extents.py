"""The whole noun phrase of a mention: first modifier to last apposition, relative clause or parenthesis."""

from __future__ import annotations

from collections.abc import Mapping

from vitascope.model import Annotation, Document, Span
from vitascope.people.chains.mention_chain import chain_words
from vitascope.people.chains.predicates import fronted
from vitascope.people.noun_phrases import NAME_TAGS, is_within
from vitascope.people.syntax import SUBJECTS

__all__ = ["Extents", "is_phrase_head"]

_OUTSIDE = ("conj", "cc", "punct", "preconj", "parataxis", "dep", "advmod", "mark")
_INSIDE = ("compound", "nmod", "amod", "nummod", "quantmod")
_TRAILING = (",", ".", ":", ";", "-LRB-", "``", "HYPH", "CC")
_MARKS = ("'", "’")
_CLOSES = {"''": "``", "-RRB-": "-LRB-"}


def is_phrase_head(annotation: Annotation, at: int) -> bool:
    """Whether the noun at token ``at`` heads a phrase of its own and is no part of a compound or name."""
    token = annotation.tokens[at]
    return token.dep not in _INSIDE


class Extents:
    """The words of phrases in one text. ``persons``: head token of each person's mention → their persona's id."""

    def __init__(self, document: Document, annotation: Annotation, persons: Mapping[int, str]) -> None:
        self._annotation, self._persons = annotation, persons
        words = chain_words(document.source.language)
        self._linking = words.linking
        self._asides = {a.start: a.end for a in annotation.asides if document.text[a.start] == "("}
        told = ((a, document.text[a + 1 : end].split(maxsplit=1)) for a, end in self._asides.items())
        self._telling = frozenset(a for a, inner in told if inner and inner[0].lower() in words.telling)

    def of(self, at: int) -> Span:
        """The phrase headed by token ``at``, coordinated phrases and closing punctuation left out.

        The parenthesis right after a thing, which was lifted out of the parse, belongs to it: "the Overture (1902)";
        after a person it does where it tells something of them: "Anna Berg (born 1902)".
        """
        tokens = self._annotation.tokens
        inside, stack = [at], [at]
        while stack:
            above = stack.pop()
            for child in self._annotation.children[above]:
                if above != at or not self._is_outside(child, at):
                    inside.append(child)
                    stack.append(child)
        first, last = min(inside), max(inside)
        while last > at and tokens[last].tag in _TRAILING:
            last -= 1
        end = tokens[self._closed(first, last)].span.end
        if end + 1 in self._telling or (at not in self._persons and not is_within(self._annotation, at)):
            end = self._asides.get(end + 1, end)
        return Span(tokens[first].span.start, end)

    def _is_outside(self, child: int, at: int) -> bool:
        outside = self._annotation.tokens[child].dep in _OUTSIDE
        return outside or self._is_foreign(child, at) or self._is_apart(child, at)

    def _is_foreign(self, child: int, at: int) -> bool:
        """What the parser alone joined to this phrase: an apposition that means another person, and after a person's
        name, which needs no narrowing, a place or time ("met Anna Berg in Narva")."""
        persons, tokens = self._persons, self._annotation.tokens
        if tokens[child].dep == "prep" and at in persons and tokens[at].tag in NAME_TAGS:
            return tokens[child].text.lower() not in self._linking
        beside = tokens[child].dep == "appos" and child in persons
        return beside and persons[child] != persons.get(at) and bool(self._annotation.children[child])

    def _is_apart(self, child: int, at: int) -> bool:
        """An apposition behind the verb whose subject this phrase is, or with which the sentence opens before it."""
        tokens = self._annotation.tokens
        if tokens[child].dep != "appos":
            return False
        behind = tokens[at].dep in SUBJECTS and at < tokens[at].head < child
        return behind or (child < at and fronted(self._annotation, child) == at)

    def _closed(self, first: int, last: int) -> int:
        """The last token, or the mark after it that closes what was opened within or makes it a possessor."""
        tokens = self._annotation.tokens
        if last + 1 < len(tokens) and tokens[last + 1].text in _MARKS and tokens[last].text.endswith("s"):
            return last + int(tokens[last].span.end == tokens[last + 1].span.start)
        opening = _CLOSES.get(tokens[last + 1].tag) if last + 1 < len(tokens) else None
        if opening is None:
            return last
        tags = [t.tag for t in tokens[first : last + 1]]
        return last + 1 if tags.count(opening) > tags.count(tokens[last + 1].tag) else last
