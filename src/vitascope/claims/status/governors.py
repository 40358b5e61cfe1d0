"""Which entry of the cue lexicon a word answers to, as what governs what stands under it."""

from __future__ import annotations

from collections.abc import Container

from vitascope.claims.status.cues import Cues, Governor
from vitascope.model import Annotation, Token

VERBAL = ("VERB", "AUX")
_PERSON = "@person"
"""Among the subjects of an entry: anybody."""
_ANY = "*"
"""The entry for words that no entry lists."""


class Governors:
    """The governing entries of the words of one annotation. ``people`` are nouns that stand for somebody."""

    def __init__(self, annotation: Annotation, cues: Cues, people: Container[object]) -> None:
        self._tokens = annotation.tokens
        self._children = annotation.children
        self._cues = cues
        self._people = people

    def cue(self, word: Token, links: frozenset[str], content: str = "", named: bool = True) -> Governor | None:
        """The entry of a word for a content of lemma ``content`` linked by one of ``links``.

        ``named`` asks for the entries that list the word, else those for words that no entry lists.
        """
        if not named and word.pos == "AUX" and "inf" not in links:
            return None
        lemma = word.lemma.lower() if named else _ANY
        if word.pos in VERBAL:
            for cue, rest in self._cues.by_verb.get(lemma, ()):
                meant = not cue.contents or content in cue.contents
                if meant and not links.isdisjoint(cue.links) and self._complete(word, cue, rest):
                    return cue
        table = self._cues.by_adjective if word.pos in ("ADJ", "ADV", "VERB") else self._cues.by_noun
        if word.pos in ("NOUN", "PROPN", "ADJ", "ADV", "DET", "PRON") or word.dep == "acomp":
            excessive = self._excess(word) if named else ()
            for cue in (*excessive, *table.get(lemma, table.get(word.text.lower() if named else _ANY, ()))):
                if not links.isdisjoint(cue.links) and self._before(word) not in cue.not_after:
                    return cue
        return None

    def _before(self, word: Token) -> str:
        return self._tokens[word.index - 1].lemma.lower() if word.index else ""

    def _excess(self, word: Token) -> tuple[Governor, ...]:
        """ "Too proud to answer" did not answer, whatever the adjective."""
        below = (self._tokens[c].text.lower() for c in self._children[word.index] if c == word.index - 1)
        return next((self._cues.by_adjective[f"{w} *"] for w in below if f"{w} *" in self._cues.by_adjective), ())

    def consenting(self, word: int) -> Governor | None:
        """The entry by which a word gives somebody's own word, whatever its content."""
        token = self._tokens[word]
        table = self._cues.by_noun.get(token.lemma.lower(), ())
        verbs = (cue for cue, _ in self._cues.by_verb.get(token.lemma.lower(), ()))
        return next((cue for cue in (verbs if token.pos in VERBAL else table) if cue.consent), None)

    def involving(self, verb: int) -> Governor | None:
        """The entry by which a verb lays a deed at somebody's door ("implicated her in the theft")."""
        token = self._tokens[verb]
        found = self._cues.by_verb.get(token.lemma.lower(), ()) if token.pos in VERBAL else ()
        laying = ((cue, rest) for cue, rest in found if cue.involvement and not cue.consent)
        return next((cue for cue, rest in laying if not cue.subjects or self._complete(token, cue, rest)), None)

    def _complete(self, verb: Token, cue: Governor, rest: frozenset[str]) -> bool:
        below = [self._tokens[c] for c in self._children[verb.index]]
        said = (self._tokens[i] for c in below if c.dep == "acomp" for i in self._children[c.index])
        if rest - {w for c in (*below, *said) for w in (c.text.lower(), c.lemma.lower())}:
            return False
        if cue.passive is not None and cue.passive != self.passive(verb):
            return False
        if cue.alone and any(c.index > verb.index and c.dep in ("prep", "dobj", "npadvmod") for c in below):
            return False
        subjects = self._subjects(verb)
        if _PERSON in cue.subjects and any(self._somebody(s) for s in subjects if s.dep != "nsubjpass"):
            return True
        return not cue.subjects or any(self._whole(s).lemma.lower() in cue.subjects for s in subjects)

    def _whole(self, noun: Token) -> Token:
        """ "One of their demands": of what the word that takes some out of them tells."""
        words = self._cues.words
        if noun.text.lower() not in words.ordinals:
            return noun
        preps = (c for c in self._children[noun.index] if self._tokens[c].lemma.lower() in words.partitive)
        return next((self._tokens[o] for p in preps for o in self._children[p]), noun)

    def ordinal(self, noun: Token) -> bool:
        """ "The first woman to study botany" studied it; so did "the third woman and the 50th student to do so"."""
        at = noun
        while at.pos not in VERBAL:
            if any(self._counts(w) for w in (at, *(self._tokens[c] for c in self._children[at.index]))):
                return True
            above = self._tokens[at.head]
            if at.dep == "pobj" and above.lemma.lower() in self._cues.words.partitive:
                above = self._tokens[above.head]
            elif at.dep != "conj":
                return False
            at = above
        return False

    def _counts(self, word: Token) -> bool:
        text, words = word.text.lower(), self._cues.words
        return text in words.ordinals or (text[:1].isdigit() and text.endswith(words.ordinal_endings))

    def _subjects(self, verb: Token) -> list[Token]:
        """The nouns for who or what does it, also where a relative pronoun or the verb above stands for them."""
        below = [self._tokens[c] for c in self._children[verb.index]]
        told = [c for c in below if c.dep in ("nsubj", "nsubjpass")]
        if not told and verb.dep == "acl":
            return [self._tokens[verb.head]]
        if not told and verb.dep in ("advcl", "conj"):  # "quashed the verdict, finding that …"
            above = self._tokens[verb.head]
            return [s for s in self._subjects(above) if s.dep != "nsubjpass"] if above.index != verb.index else []
        return [self._tokens[verb.head] if verb.dep == "relcl" and c.tag in ("WP", "WDT") else c for c in told]

    def _somebody(self, token: Token) -> bool:
        return token.pos == "PROPN" or token.index in self._people

    def passive(self, verb: Token) -> bool:
        """Whether a verb is in the passive, a bare participle included."""
        deps = {self._tokens[c].dep for c in self._children[verb.index]}
        if deps & {"auxpass", "nsubjpass"}:
            return True
        if verb.tag != "VBN" or deps & {"aux", "nsubj"}:
            return False
        if verb.dep == "conj" and self._tokens[verb.head].tag == "VBD":
            return self.passive(self._tokens[verb.head])  # "confessed and named": no participle behind an active verb
        return verb.dep in ("acl", "advcl", "conj", "ROOT", "amod", "acomp", "relcl", "ccomp")
