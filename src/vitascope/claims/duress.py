"""Whether a word was given under force: cues that govern it, stand in its clause, or befell its speaker around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vitascope.claims.context import Context
from vitascope.claims.force import DuressCues
from vitascope.claims.governors import VERBAL
from vitascope.claims.ordeals import Ordeals
from vitascope.claims.reach import Reaching
from vitascope.model import Clause, Token


class Duress:
    """Looks for force behind the words given in one document."""

    def __init__(self, context: Context, clauses: Sequence[Clause], reaching: Reaching, cues: DuressCues) -> None:
        self._context = context
        self._cues = cues
        self._reaching = reaching
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._ordeals = Ordeals(context, clauses, reaching, cues)

    def taints(self, kind: str, lemma: str) -> bool:
        """Whether a claim of this type (an event by its predicate's lemma) is one's own word."""
        return kind in self._cues.types or (kind == "event" and lemma in self._cues.events)

    def behind(self, word: int, speaker: str | None, answer: bool, later: bool = True) -> str | None:
        """The words of force behind the word given at token ``word``, None where there is none.

        ``speaker`` is a persona's id; ``answer`` lets a strong act of the sentence before count, ``later`` what the
        text tells afterwards of how the word was got.
        """
        for found in (self._governor(word), self._means(word), self._ordeals.in_sentence(word, speaker)):
            if found is not None:
                return found
        before = self._ordeals.before(word, speaker) if answer else None
        return before or (self._ordeals.after(word, speaker, answer) if later else None)

    def retold(self, word: int, speaker: str | None) -> str | None:
        """The force that a speaker says afterwards to have been under when they said it."""
        return self._ordeals.after(word, speaker, False)

    # ------------------------------------------------------------ governing

    def _governor(self, word: int) -> str | None:
        scopes = self._reaching.scopes
        for step in scopes.path(word):
            token = self._tokens[step.token]
            above = self._tokens[token.head]
            links = {*scopes.links(token), *self._preposition(token)}
            lemma = above.lemma.lower()
            if above.pos in VERBAL and above.index != token.index and self._holds(above.index):
                for governing in self._cues.governing:
                    if lemma in governing.verbs and links & governing.links and not self._acts_freely(above, links):
                        return above.text
            for c in self._children[token.index]:
                child = self._tokens[c]
                if child.dep in ("amod", "acl") and child.text.lower() in self._cues.adjectives:
                    return child.text
                if child.dep == "dobj":
                    inner = (self._tokens[i] for i in self._children[c])
                    forced = next(
                        (i for i in inner if i.dep in ("amod", "acl") and i.text.lower() in self._cues.adjectives), None
                    )
                    if forced is not None:
                        return forced.text
        return None

    def _preposition(self, token: Token) -> tuple[str, ...]:
        above = self._tokens[token.head]
        return (above.text.lower(),) if above.pos == "ADP" else ()

    def _acts_freely(self, verb: Token, links: set[str]) -> bool:
        """ "threatened to confess": who threatens speaks; "made to confess" and "made him confess" are force."""
        objects = [c for c in self._children[verb.index] if self._tokens[c].dep in ("dobj", "nsubjpass")]
        inner = any(self._tokens[s].dep == "nsubj" for c in self._children[verb.index] for s in self._children[c])
        return "inf" in links and not (objects or inner or self._reaching.scopes.governors.passive(verb))

    # ------------------------------------------------------------ means within the clause

    def _means(self, word: int) -> str | None:
        """ "under torture", "after weeks of beatings", unless they are what is told ("confessed to torture")."""
        for token in self._own(word):
            if token.lemma.lower() in self._cues.means or token.text.lower() in self._cues.means:
                leading = self._leading(token, word)
                if leading is not None and leading in self._cues.means_by:
                    return token.text
            if token.lemma.lower() in self._cues.devices and self._leading(token, word) in self._cues.devices_by:
                return token.text
            if token.lemma.lower() in self._cues.weapons and self._aimed(token) and self._leading(token, word):
                return token.text
            if token.lemma.lower() in self._cues.wants and not self._cues.wanting.isdisjoint(self._preposition(token)):
                leading = self._leading(token, word)
                if leading is not None and leading in self._cues.means_by:
                    return token.text
            if token.lemma.lower() in self._cues.blows and self._counted(token) and self._leading(token, word):
                return token.text
        return None

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

    def _holds(self, verb: int) -> bool:
        reach, _ = self._reaching.at(verb)
        return reach.holds and reach.modality not in ("hypothetical",)
