"""Whether a verb is in the passive: with its auxiliary, as a bare participle, or as what one is mistaken for."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from vitascope.model import Annotation, Token


class ClauseWords(NamedTuple):
    """The words by which clauses are read, all lemmas."""

    nouns: Collection[str]
    """Nouns that predicate: events and roles."""
    bearing: Collection[str] = ()
    """Nouns for what somebody may be made: "was ordained a deacon"."""
    suffered: Collection[str] = ()
    """Verbs that tell of the one to whom it is done."""
    intransitive: Collection[str] = ()
    """Verbs that have no passive."""
    charging: Collection[str] = ()
    """Prepositions before a deed of the object, see :class:`SubjectFinder`."""
    discharging: Collection[str] = ()
    """Verbs that act on a person beside a bare noun: "was dismissed the service"."""
    conveying: Collection[str] = ()
    """Verbs that, without an object behind a passive, are passive too."""
    purposive: Collection[str] = ()
    """Verbs behind whose object an infinitive tells what they were done for: "left the town to join the army"."""
    excluding: Collection[str] = ()
    """Two words each, before what is told not to be so: "instead of"."""
    papers: Collection[str] = ()
    """Nouns for what holds the words of whoever signs or writes it."""


class Passives:
    """Judges the verbs of one annotation."""

    def __init__(self, annotation: Annotation, words: ClauseWords, timed: Collection[int] = ()) -> None:
        self._timed = timed
        self._tokens = annotation.tokens
        self._children = annotation.children
        self._relations = annotation.relations
        self._words = words

    def holds(self, token: Token) -> bool:
        """Whether a verb is in the passive, as it stands or by what it lacks."""
        below = self._children[token.index]
        # "was arrested, and shot the following May": no date is acted on
        deps = {t.dep for c in below if (t := self._tokens[c]).dep != "dobj" or not self.is_date(c)}
        if deps & {"auxpass", "nsubjpass"}:
            return True
        if token.tag == "VBN" and token.dep == "ccomp" and "nsubj" in deps and not deps & {"aux", "dobj"}:
            return True  # "had her arrested"
        led = token.tag in ("VBD", "VBN") and token.dep == "advcl" and token.index < token.head
        if led and not deps & {"aux", "nsubj"} and ("mark" not in deps or self._is_right_behind_a_mark(token)):
            return True  # "Denied food for days, he confessed": without a subject no past tense
        if self._tells_without_a_verb(token, deps):
            return True
        if token.tag == "VBD" and token.dep == "conj" and "oprd" in deps and not deps & {"aux", "nsubj", "dobj"}:
            return self.holds(self._tokens[token.head])  # "was tried and found guilty": of whom, but of the one tried
        owned = deps & {"aux", "nsubj", "dobj"}
        if owned and token.dep != "acomp" and not (owned == {"dobj"} and self._is_made(token)):
            return False
        lemma = token.lemma.lower()
        if token.tag == "VBD" and self._is_of_sufferers(token):
            if token.dep == "conj":
                return self.holds(self._tokens[token.head])  # "was sentenced to death and shot"
            if token.dep in ("acl", "advcl") and "mark" not in deps:
                return True  # "was seized, tried for theft"
        if token.dep == "conj":  # "was arrested, and sent to Lund", but not "was acquitted and emigrated"
            above = self._tokens[token.head]
            wants = lemma in self._words.conveying or lemma not in self._words.intransitive
            done = above.tag == "VBN" or (above.tag == "VBD" and self._is_of_sufferers(above))  # "tried and shot"
            return wants and token.tag == "VBN" and done and self.holds(above)
        return token.tag == "VBN" and token.dep in ("acl", "advcl", "relcl", "acomp", "ccomp", "ROOT", "amod", "oprd")

    def _is_of_sufferers(self, token: Token) -> bool:
        """Whether a past form without an object is a participle for all that the tagger says."""
        return token.lemma.lower() in self._words.suffered or token.lemma.lower() in self._words.conveying

    def _is_right_behind_a_mark(self, token: Token) -> bool:
        """ "Although at first denied entry, she stayed"."""
        below = [c for c in self._children[token.index] if c < token.index]
        adverbs = all(self._tokens[c].dep in ("advmod", "prep") for c in below[1:])
        return self._tokens[below[0]].dep == "mark" and adverbs

    def _tells_without_a_verb(self, token: Token, deps: set[str]) -> bool:
        """ "Karl Dahl, born 3 May 1871 in Lund, murdered in Riga": a line on a name, where the parse has a sentence."""
        if token.tag not in ("VBN", "VBD") or deps & {"aux", "dobj"} or self._tokens[token.index - 1].text != ",":
            return False
        lemma = token.lemma.lower()
        if token.tag == "VBD" and lemma not in self._words.suffered and lemma not in self._words.conveying:
            return False
        if token.head == token.index:
            return "nsubj" in deps and lemma not in self._words.intransitive
        first = self._tokens[token.head]
        above = (
            {self._tokens[c].dep for c in self._children[first.index]} | {"nsubj"}
            if first.head == first.index
            else set()
        )
        joined = token.dep in ("conj", "advcl") and not deps & {"nsubj", "mark", "cc"}
        return joined and bool(above) and self._tells_without_a_verb(first, above)

    def is_date(self, head: int) -> bool:
        """Whether a noun tells when, not how long ("given fifteen years")."""
        return head in self._timed and "nummod" not in self._relations[head]

    def _is_made(self, token: Token) -> bool:
        """Whether a bare noun after a verb tells what somebody becomes: "made manager", but not "made friends"."""
        after = any(t.pos in ("NOUN", "ADJ", "PROPN") for t in self._tokens[token.index + 1 : token.index + 2])
        made = (self._tokens[c] for c in self._children[token.index] if self._tokens[c].dep == "dobj" and after)
        held = any(o.tag == "NN" and o.lemma.lower() in self._words.bearing for o in made)
        return held and token.dep == "conj" and token.lemma.lower() in self._words.conveying
