"""Where in the telling an expression stands: in a parenthesis, a quotation, a flashback, a relative clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from vitascope.language.set_apart import set_apart
from vitascope.model import Annotation, Document, Span, Token

_CLOSING = {"(": ")", "[": "]"}
_QUOTES = {"“": "”", "«": "»", "„": "“", '"': '"'}
_BRACKET, _QUOTE = re.compile(r"[()\[\]]"), re.compile('[“”«»„"]')
_CONTENT = ("ccomp", "xcomp", "pcomp")
_LONGEST_CLIMB = 40
"""Steps up the parse from a date to its verb; deeper trees are broken ones."""


class SceneWords(NamedTuple):
    """What a scene reads its language by: lemmas of the verbs whose clauses tell what somebody says, the conjunctions
    that open a comment of that kind, the prepositions that set a sentence in a happening, those that bound an act by
    one wherever they stand, and the conjunctions that tell one step before the next."""

    telling: frozenset[str]
    commenting: frozenset[str]
    setting: frozenset[str]
    bounding: frozenset[str]
    stepping: frozenset[str]


class Scene:
    """The parentheses, quotations and clauses of one document, each asked for by offset."""

    def __init__(self, document: Document, annotation: Annotation, words: SceneWords) -> None:
        self._words = words
        bodies = [block.span for block in document.blocks if block.kind != "heading"]
        self.parentheses = tuple(span for body in bodies for span in _parentheses(document.text, body))
        apart = set_apart(document)
        marked = (span for body in bodies for span in _quotations(document.text, body))
        self._quotations = tuple(sorted({*apart, *(m for m in marked if not any(a.overlaps(m) for a in apart))}))
        self._opened = [span.start for span in self.parentheses]
        self._quoted = [span.start for span in self._quotations]
        self._tokens, self._children = annotation.tokens, annotation.children
        self._starts = [token.span.start for token in annotation.tokens]
        self._flashbacks: dict[int, bool] = {}

    def enclosed(self, at: int) -> bool:
        """Whether ``at`` lies in a parenthesis."""
        return _covers(self.parentheses, self._opened, at)

    def quoted(self, at: int) -> bool:
        """Whether ``at`` lies in a quotation."""
        return _covers(self._quotations, self._quoted, at)

    def together(self, one: int, other: int) -> bool:
        """Whether two offsets lie in one sentence."""
        first, second = self._token(one), self._token(other)
        return first is not None and second is not None and first.sentence == second.sentence

    def flashback(self, at: int) -> bool:
        """Whether the verb over ``at`` is past perfect ("had left"), and no word tells it as the step before the next
        ("after he had left in May, she wrote")."""
        known = self._flashbacks.get(at)
        if known is None:
            verb = self._verb(at)
            known = self._flashbacks[at] = verb is not None and self._looks_back(verb)
        return known

    def _looks_back(self, verb: Token) -> bool:
        if verb.tag != "VBN" or self._steps(verb):
            return False
        below = (self._tokens[child] for child in self._children[verb.index])
        return any(child.lemma == "have" and child.tag == "VBD" for child in below)

    def _steps(self, verb: Token) -> bool:
        if verb.dep != "advcl" or verb.index >= verb.head:
            return False
        below = (self._tokens[child] for child in self._children[verb.index])
        return any(c.dep in ("mark", "advmod") and c.text.lower() in self._words.stepping for c in below)

    def background(self, at: int) -> bool:
        """Whether ``at`` stands in a relative clause in the past perfect ("whom he had met in 1911")."""
        return self.flashback(at) and self.relative(at)

    def setting(self, at: int) -> bool:
        """Whether ``at`` hangs on the happening in which its sentence is set ("During the strike of 1968 she …") or up
        to which something lasted ("stayed until the strike of 1968")."""
        date = self._token(at)
        while date is not None and date.dep in ("nummod", "compound", "pobj") and date.head != date.index:
            above = self._tokens[date.head]
            if above.dep == "prep" and self._tokens[above.head].pos == "NOUN":
                noun = self._tokens[above.head]
                opening = self._tokens[noun.head]
                first = opening.index == 0 or self._tokens[opening.index - 1].sentence != opening.sentence
                bounds = opening.text.lower() in self._words.bounding and self._tokens[opening.head].pos == "VERB"
                return noun.dep == "pobj" and (bounds or (first and opening.text.lower() in self._words.setting))
            date = above
        return False

    def relative(self, at: int) -> bool:
        """Whether ``at`` stands in a relative clause, a reduced one ("born in 1871"), a comment ("as he testified")."""
        token, steps = self._token(at), 0
        while token is not None and token.head != token.index and steps < _LONGEST_CLIMB:
            if token.dep in ("relcl", "acl", "appos") or self._comments(token):
                return True
            token, steps = self._tokens[token.head], steps + 1
        return False

    def _comments(self, token: Token) -> bool:
        if token.dep not in ("advcl", "parataxis") or token.lemma not in self._words.telling:
            return False
        below = (self._tokens[c] for c in self._children[token.index] if c < token.index)
        return any(c.text.lower() in self._words.commenting for c in below)

    def content(self, at: int) -> bool:
        """Whether ``at`` stands in what somebody says ("confessed that in 1929 he met", "admitted meeting")."""
        token, below, steps = self._token(at), False, 0
        while token is not None and steps < _LONGEST_CLIMB:
            if below and token.lemma in self._words.telling:
                return True
            if token.head == token.index:
                return False
            below = token.dep in _CONTENT
            token, steps = self._tokens[token.head], steps + 1
            while below and token.pos == "ADP" and token.head != token.index:
                token, steps = self._tokens[token.head], steps + 1
        return False

    def _verb(self, at: int) -> Token | None:
        token, steps = self._token(at), 0
        while token is not None and token.pos not in ("VERB", "AUX") and steps < _LONGEST_CLIMB:
            if token.head == token.index:
                return None
            token, steps = self._tokens[token.head], steps + 1
        return token

    def _token(self, at: int) -> Token | None:
        index = bisect_right(self._starts, at) - 1
        return self._tokens[index] if index >= 0 and at < self._tokens[index].span.end else None


def _covers(spans: tuple[Span, ...], starts: list[int], at: int) -> bool:
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < spans[index].end


def _parentheses(text: str, body: Span) -> Iterable[Span]:
    """Outermost parentheses and brackets, in order; an unclosed one encloses nothing."""
    opened: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text, body.start, body.end):
        sign, at = match[0], match.start()
        if sign in _CLOSING:
            opened.append((_CLOSING[sign], at))
        elif opened and sign == opened[-1][0]:
            start = opened.pop()[1]
            if not opened:
                yield Span(start, at + 1)


def _quotations(text: str, body: Span) -> Iterable[Span]:
    closing, start = "", 0
    for match in _QUOTE.finditer(text, body.start, body.end):
        sign, at = match[0], match.start()
        if closing:
            if sign == closing:
                yield Span(start, at + 1)
                closing = ""
        elif sign in _QUOTES:
            closing, start = _QUOTES[sign], at
