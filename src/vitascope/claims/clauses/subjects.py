"""Who fills the subject of a predicate: own, shared, controlled, antecedent of a relative, or modified noun."""

from __future__ import annotations

from collections.abc import Callable, Collection

from vitascope.model import Annotation, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = ("WP", "WDT")
_NOMINAL = ("nsubj", "nsubjpass", "dobj")
"""Where a conjunction stands that is a relative pronoun ("a firm that she founded")."""


class SubjectFinder:
    """Resolves grammatical subjects over one annotation (ClearNLP relations).

    ``charging`` are prepositions whose deed is the object's: "accused her of hiding it", "kept him from leaving".
    ``times`` are tokens of time expressions: "left and the next year moved" tells both of one. ``names`` tells of a
    token whether it is part of a person's name, ``bearing`` are nouns for persons, ``papers`` those for what holds its
    signer's words.
    """

    def __init__(
        self,
        annotation: Annotation,
        names: Callable[[int], bool],
        bearing: Collection[str] = (),
        charging: Collection[str] = (),
        times: Collection[int] = frozenset(),
        papers: Collection[str] = (),
        purposive: Collection[str] = (),
    ) -> None:
        self._papers = papers
        self._tokens = annotation.tokens
        self._children = annotation.children
        self._relations = annotation.relations
        self._names = names
        self._bearing = bearing
        self._charging = charging
        self._purposive = purposive
        self._times = times

    def of(self, token: Token) -> int | None:
        """The token that fills the grammatical subject of a predicate, None where there is none."""
        return self._find(token, set())

    def _find(self, token: Token, seen: set[int]) -> int | None:
        """The token that fills the grammatical subject, own or shared, controlled, or modified."""
        if token.index in seen:
            return None
        seen.add(token.index)
        own = [c for c in self._children[token.index] if self._tokens[c].dep in _SUBJECTS]
        if own and token.dep == "conj" and all(c in self._times for c in own):
            own = []
        if own:  # of two before the verb the first is in front of the clause: "A native of Lund, she …"
            return self.antecedent(own[1] if len(own) > 1 and own[1] < token.index else own[0])
        above = self._tokens[token.head]
        if token.head == token.index or "expl" in self._relations[token.index]:
            return None
        if token.dep == "conj" or (token.dep == "dep" and token.pos == above.pos == "VERB"):
            return self._find(above, seen)
        if token.dep in ("xcomp", "ccomp"):
            controlled = self._object_of(above)
            if above.lemma.lower() in self._purposive and controlled is not None and self._is_infinitive(token):
                person = self._tokens[controlled].pos == "PRON" or self._names(controlled)  # "left him to die"
                controlled = controlled if person else None
            return controlled if controlled is not None else self._find(above, seen)
        if token.dep in ("acl", "relcl"):
            return self._modified(above, token, seen)
        if token.dep in ("advcl", "acomp", "oprd", "csubj", "parataxis", "attr"):
            return self._find(above, seen) if above.pos in ("VERB", "AUX") else self._climb(above, seen)
        if token.dep in ("pcomp", "pobj"):
            charged = self._charged(above) if token.dep == "pcomp" else None
            return charged if charged is not None else self._climb(above, seen)
        return None

    def _charged(self, prep: Token) -> int | None:
        """Whom "accused her of hiding it" charges with the deed: the object, where it is a name or a pronoun."""
        verb = self._tokens[prep.head]
        if prep.dep != "prep" or verb.pos != "VERB" or prep.lemma.lower() not in self._charging:
            return None
        whom = self._object_of(verb)
        return whom if whom is not None and self._tokens[whom].pos in ("PRON", "PROPN") else None

    def _modified(self, noun: Token, clause: Token, seen: set[int]) -> int | None:
        """The noun a participle modifies; an infinitive after "the first …" or "a plan …" has the clause's subject."""
        if self._is_infinitive(clause) and noun.dep in ("attr", "dobj", "pobj"):
            governor = self._tokens[self._climb_to_verb(noun)]
            return self._find(governor, seen) if governor.pos in ("VERB", "AUX") else noun.index
        if clause.tag == "VBG" and noun.dep == "dobj" and noun.lemma.lower() in self._papers:
            return self._climb(noun, seen)  # "signed a letter renouncing it"
        if noun.index in self._times and clause.dep == "acl":
            return self._climb(noun, seen)  # "was arrested in May, convicted of theft"
        return self._borne(noun.index)

    def _is_infinitive(self, token: Token) -> bool:
        return any(self._tokens[c].tag == "TO" and self._tokens[c].dep == "aux" for c in self._children[token.index])

    def _climb(self, token: Token, seen: set[int]) -> int | None:
        verb = self._tokens[self._climb_to_verb(token)]
        return self._find(verb, seen) if verb.pos in ("VERB", "AUX") else None

    def _climb_to_verb(self, token: Token) -> int:
        at = token
        while at.head != at.index and at.pos not in ("VERB", "AUX"):
            at = self._tokens[at.head]
        return at.index

    def _object_of(self, verb: Token) -> int | None:
        return next((self.antecedent(c) for c in self._relations[verb.index].get("dobj", ())), None)

    def gap(self, token: Token) -> int | None:
        """The antecedent of an object relative ("the town which he left", "the town he left")."""
        below = [self._tokens[c] for c in self._children[token.index]]
        own = any(c.dep == "nsubj" and c.tag not in _RELATIVE for c in below)
        adverbial = any(
            inner.tag in ("WRB", *_RELATIVE)
            for c in below
            if c.dep in ("advmod", "prep")
            for inner in (c, *(self._tokens[i] for i in self._children[c.index]))
        )
        return token.head if own and not adverbial else None

    def antecedent(self, index: int) -> int:
        """A relative pronoun stands for the noun its clause modifies."""
        token = self._tokens[index]
        if token.tag not in _RELATIVE and not (token.tag == "IN" and token.dep in _NOMINAL):
            return index
        at = token
        while at.head != at.index:
            if at.dep == "relcl":
                noun = self._tokens[at.head]
                held = self._tokens[self._tokens[noun.head].head]
                post = noun.dep == "pobj" and held.pos == "NOUN" and noun.lemma.lower() in self._bearing
                if post and token.tag == "WDT" and self._tokens[index - 1].text == ",":
                    return held.index  # "her office as a notary, which she lost"
                return self._borne(at.head)
            at = self._tokens[at.head]
        return index

    def _borne(self, noun: int) -> int:
        """ "was a printer who fled": the printer is whoever the copula's subject is; beside "Karl Lund", who
        bears that name."""
        token = self._tokens[noun]
        while token.dep == "conj" and self._tokens[token.head].pos in ("NOUN", "PROPN"):
            token = self._tokens[token.head]
        copula = self._tokens[token.head]
        if token.dep == "appos" and copula.index < token.index and self._names(copula.index):
            return copula.index if token.tag == "NN" and token.lemma.lower() in self._bearing else noun
        if token.dep != "attr" or token.pos == "PROPN" or copula.pos != "AUX":
            return noun
        found = self._find(copula, set())
        return noun if found is None else found
