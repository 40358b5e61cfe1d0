"""Clauses that a parser hangs on a noun: which of them tell what the noun or the verb above it says."""

from __future__ import annotations

from vitascope.claims.status.cues import Cues, Governor
from vitascope.model import Annotation, Token

_OBJECT = ("dobj", "pobj")
_VERBAL = ("VERB", "AUX")


class Relatives:
    """Judges the relative clauses of one annotation."""

    def __init__(self, annotation: Annotation, cues: Cues) -> None:
        self._tokens = annotation.tokens
        self._children = annotation.children
        self._cues = cues

    def told(self, token: Token, cue: Governor, passive: bool) -> bool:
        """Whether a "relative" clause is the content of its noun: "the tale that she fled", "the claim that he spied".

        The story "that she wrote" is a thing; of an entry marked ``clausal`` only the words of telling make one.
        """
        if self._noun_clause(token, passive):
            return True
        if cue.clausal:
            return token.lemma.lower() not in self._cues.words.telling
        return cue.modality in ("reported", "alleged") and self._had(token)

    def cleft(self, token: Token, above: Token) -> int | None:
        """ "It was Berg who had fled": the copula that the clause belongs to, whoever it is told of."""
        while above.dep == "appos":  # "it was a waiter, Karl Dahl, who …"
            above = self._tokens[above.head]
        if token.dep != "relcl" or above.dep != "attr":
            return None
        copula = self._tokens[above.head]
        return copula.index if self.anticipating(copula) else None

    def anticipating(self, copula: Token) -> bool:
        """Whether a copula's subject only stands for what follows: "it was Berg who …", "it may be that …"."""
        subjects = (self._tokens[c] for c in self._children[copula.index])
        anticipated = any(s.dep in ("nsubj", "expl") and s.text.lower() in self._cues.words.cleft for s in subjects)
        return copula.pos == "AUX" and anticipated

    def sayer(self, token: Token, above: Token) -> Token | None:
        """The verb above the hearer of a content: "wrote to his brother that Berg had fled"."""
        if token.dep != "relcl" or not self._own_subject(token):
            return None
        if not any(self._is_that(self._tokens[c]) for c in self._children[token.index]):
            return None
        at = above
        while at.pos not in _VERBAL and at.head != at.index and at.dep in ("pobj", "dobj", "dative", "prep"):
            at = self._tokens[at.head]
        return at if at.pos in _VERBAL else None

    # ------------------------------------------------------------ parts of the clause

    def _is_that(self, token: Token) -> bool:
        return token.text.lower() in self._cues.words.complementisers

    def _own_subject(self, token: Token) -> bool:
        below = (self._tokens[c] for c in self._children[token.index])
        return any(c.dep in ("nsubj", "nsubjpass") and not self._is_that(c) for c in below)

    def _had(self, token: Token) -> bool:
        """ "The report that he had left": a pluperfect with a subject tells a content more often than a thing."""
        below = [self._tokens[c] for c in self._children[token.index]]
        perfect = any(c.dep == "aux" and c.tag == "VBD" for c in below)
        return perfect and any(self._is_that(c) for c in below) and any(c.dep == "nsubj" for c in below)

    def _noun_clause(self, token: Token, passive: bool) -> bool:
        """A "relative" clause whose "that" is no argument ("the claim that he spied"), or behind a comma, where no
        relative "that" stands."""
        below = [self._tokens[c] for c in self._children[token.index]]
        objects = [c for c in below if c.dep == "dobj" and not self._is_that(c)]
        filled = passive or (bool(objects) and self._own_subject(token))
        return any(
            self._is_that(c)
            and (c.dep == "mark" or (c.dep in _OBJECT and filled) or self._tokens[c.index - 1].text == ",")
            for c in below
        )


def contents_told_in(annotation: Annotation, verb: Token) -> list[int]:
    """ "A confession in which he said that he had sold it": the contents told there, which are the deeds and not the
    telling; of a clause of another kind its verb."""
    below = annotation.children[verb.index]
    leading = (o for p in below if p < verb.index for o in annotation.children[p])
    if verb.dep != "relcl" or not any(annotation.tokens[o].tag == "WDT" for o in leading):
        return [verb.index]
    return [c for c in below if annotation.tokens[c].dep == "ccomp"]
