"""Means of force within the clause of a word given: "under torture", "after twenty blows", "at gunpoint"."""

from __future__ import annotations

from collections.abc import Iterator

from vitascope.claims.context import Context
from vitascope.claims.status.force import DuressCues
from vitascope.claims.status.governors import VERBAL
from vitascope.claims.status.reach import Reaching
from vitascope.model import Token


class Means:
    """Looks for means of force in the clauses of one document."""

    def __init__(self, context: Context, reaching: Reaching, cues: DuressCues) -> None:
        self._cues = cues
        self._reaching = reaching
        self._tokens = context.tokens
        self._children = context.annotation.children
        named = cues.means | cues.taken_up | cues.devices | cues.weapons | cues.wants | cues.blows
        told = (*context.annotation.told_forms(named), *context.annotation.told(cues.means))
        self._telling = frozenset(self._tokens[i].sentence for i in told)

    def of(self, word: int) -> str | None:
        """ "under torture", "after weeks of beatings", unless they are what is told ("confessed to torture")."""
        if self._tokens[word].sentence not in self._telling:
            return None
        for token in self._own(word):
            means = {token.lemma.lower(), token.text.lower()} & self._cues.means
            if means or (token.lemma.lower() in self._cues.taken_up and self._pointed_at(token)):
                leading = self._leading(token, word)
                if leading is not None and leading in self._cues.means_by:
                    return token.text
            if token.lemma.lower() in self._cues.devices and self._leading(token, word) in self._cues.devices_by:
                return token.text
            if token.lemma.lower() in self._cues.weapons and self._aimed(token) and self._leading(token, word):
                return token.text
            if token.lemma.lower() in self._cues.wants and self._preposition(token) in self._cues.wanting:
                leading = self._leading(token, word)
                if leading is not None and leading in self._cues.means_by:
                    return token.text
            if token.lemma.lower() in self._cues.blows and self._counted(token) and self._leading(token, word):
                return token.text
        return None

    def _pointed_at(self, noun: Token) -> bool:
        """ "Under this treatment", "under such pressure": a noun that takes up what was told."""
        below = (self._tokens[c] for c in self._children[noun.index])
        return any(c.tag in ("DT", "PDT", "JJ") and c.text.lower() in self._cues.pointing for c in below)

    def _aimed(self, weapon: Token) -> bool:
        """ "With a pistol to his head", not in his pocket."""
        preps = (c for c in self._children[weapon.index] if self._tokens[c].dep == "prep")
        return any(self._tokens[o].lemma.lower() in self._cues.bodies for p in preps for o in self._children[p])

    def _counted(self, noun: Token) -> bool:
        """ "After the twentieth stroke", "after forty blows"."""
        below = (self._tokens[c] for c in self._children[noun.index])
        return noun.tag == "NNS" or any(c.pos == "NUM" or (c.tag == "JJ" and c.text.endswith("th")) for c in below)

    def _leading(self, token: Token, word: int) -> str | None:
        """The preposition by which the phrase around ``token`` hangs on the clause of ``word``."""
        at = token
        last = None
        while at.index != word and at.head != at.index:
            if at.pos == "ADP" or at.dep in ("prep", "agent"):
                last = at.text.lower()
            above = self._tokens[at.head]
            if above.index != word and above.pos in VERBAL and self._denied(above.index):
                return None
            at = above
        return last

    def _denied(self, verb: int) -> bool:
        return any(e.negates for e in self._reaching.within.effects(verb))

    def _own(self, word: int) -> Iterator[Token]:
        """The words of the clause and of the participles and nouns that hang on it, its contents left out."""
        stack = [word]
        while stack:
            at = stack.pop()
            yield self._tokens[at]
            for c in self._children[at]:
                if self._tokens[c].dep not in ("ccomp", "xcomp", "conj", "relcl", "parataxis"):
                    stack.append(c)

    def _preposition(self, token: Token) -> str | None:
        above = self._tokens[token.head]
        return above.text.lower() if above.pos == "ADP" else None
