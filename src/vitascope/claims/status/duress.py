"""Whether a word was given under force: cues that govern it, stand in its clause, or befell its speaker around it."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.claims.context import Context
from vitascope.claims.status.force import DuressCues
from vitascope.claims.status.governors import VERBAL
from vitascope.claims.status.means import Means
from vitascope.claims.status.ordeals import Ordeals
from vitascope.claims.status.reach import Reaching
from vitascope.model import Clause, Token


class Duress:
    """Looks for force behind the words given in one document."""

    def __init__(self, context: Context, clauses: Sequence[Clause], reaching: Reaching, cues: DuressCues) -> None:
        self._context = context
        self._cues = cues
        self._reaching = reaching
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._means = Means(context, reaching, cues)
        self._ordeals = Ordeals(context, clauses, reaching, cues, self._means)

    def taints(self, kind: str, lemma: str) -> bool:
        """Whether a claim of this type (an event by its predicate's lemma) is one's own word."""
        return kind in self._cues.types or (kind == "event" and lemma in self._cues.events)

    def behind(self, word: int, speaker: str | None, answer: bool, later: bool = True) -> str | None:
        """The words of force behind the word given at token ``word``, None where there is none.

        ``speaker`` is a persona's id; ``answer`` lets a strong act of the sentence before count, ``later`` what the
        text tells afterwards of how the word was got.
        """
        for found in (self._governor(word), self._means.of(word), self._ordeals.in_sentence(word, speaker)):
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
        path = scopes.path(word)
        clauses = [n for n, step in enumerate(path) if self._tells_of_a_thing(step.token)]
        for step in path[max(clauses, default=0) :]:  # not "made her sign the letter that he had written"
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
        return self._writing(word)

    def _tells_of_a_thing(self, verb: int) -> bool:
        """Whether a relative clause tells what was done to the noun before it, not what is said in it ("in which")."""
        led = (
            self._tokens[o].tag
            for c in self._children[verb]
            if self._tokens[c].dep == "prep"
            for o in self._children[c]
        )
        return self._tokens[verb].dep == "relcl" and not any(tag.startswith("W") for tag in led)

    def _writing(self, word: int) -> str | None:
        """ "Disowned him in a letter that she was forced to sign": force behind the paper that holds the words."""
        last = self._context.annotation.sentences[self._tokens[word].sentence].last
        for prep in (c for c in self._children[word] if self._tokens[c].dep == "prep"):
            paper = [i for i in self._children[prep] if any(self._tokens[c].dep == "relcl" for c in self._children[i])]
            for signed in self._tokens[paper[0] : last] if paper else ():
                # what is signed is the paper: no other object
                objects = [
                    c for c in self._children[signed.index] if self._tokens[c].dep == "dobj" and c > signed.index
                ]
                forcing = self._tokens[signed.head]
                if signed.lemma not in self._cues.events or signed.dep not in ("xcomp", "ccomp") or objects:
                    continue
                governed = any(forcing.lemma.lower() in g.verbs and "inf" in g.links for g in self._cues.governing)
                if governed and paper[0] < forcing.index < signed.index and self._holds(forcing.index):
                    return forcing.text
        return None

    def _preposition(self, token: Token) -> tuple[str, ...]:
        above = self._tokens[token.head]
        return (above.text.lower(),) if above.pos == "ADP" else ()

    def _acts_freely(self, verb: Token, links: set[str]) -> bool:
        """ "threatened to confess": who threatens speaks; "made to confess" and "made him confess" are force."""
        objects = [c for c in self._children[verb.index] if self._tokens[c].dep in ("dobj", "nsubjpass")]
        inner = any(self._tokens[s].dep == "nsubj" for c in self._children[verb.index] for s in self._children[c])
        above = self._tokens[verb.head]
        joined = verb.dep == "conj" and self._reaching.scopes.governors.passive(above)  # "was fined and obliged to pay"
        passive = joined or self._reaching.scopes.governors.passive(verb)
        return "inf" in links and not (objects or inner or passive)

    def _holds(self, verb: int) -> bool:
        reach, _ = self._reaching.at(verb)
        return reach.holds and reach.modality not in ("hypothetical",)
