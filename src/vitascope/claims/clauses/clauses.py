"""Annotation → clauses: every predication with its logical arguments, whatever the voice.

Verbs (finite, participial, infinitival), copulas with their complements, event nouns and role nouns each make one
clause. Shared subjects of coordinated verbs, controlled subjects of infinitives, antecedents of relative pronouns
and nouns modified by participles are resolved to the token that fills the function.

The relations read are ClearNLP's (Choi & Palmer 2012), which spaCy's English models emit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable

from vitascope.claims.by_start import ByStart
from vitascope.claims.clauses.conjuncts import sharing
from vitascope.claims.clauses.parataxis import is_juxtaposed, is_set_off
from vitascope.claims.clauses.passives import ClauseWords, Passives
from vitascope.claims.clauses.phrases import Phrases
from vitascope.claims.clauses.subjects import SubjectFinder
from vitascope.model import Annotation, Argument, Clause, ClauseKind, Span, Tense, Token

_PREDICATING = frozenset(("VERB", "AUX", "ADJ", "NOUN", "PROPN"))
_COMPLEMENTS = ("attr", "acomp", "oprd")
_SUBORDINATE = ("ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "parataxis")
_AUXILIARY = ("aux", "auxpass")
_OF_PREDICATE = (*_AUXILIARY, "neg", "prt")
_MODIFYING = (*_SUBORDINATE, "conj")
_LINKING = (*_MODIFYING, "prep", "agent", "pobj", "dobj", "attr")
_ARGUING = frozenset(
    ("dobj", "dative", *_COMPLEMENTS, "ccomp", "xcomp", "advcl", "prep", "agent", "prt", "advmod", "conj", "npadvmod")
)
"""Relations by which an argument may hang on a verb."""
_VERBAL = ("conj", "ccomp", "advcl", "parataxis")
_LONG_ASIDE = 25
_PLURAL = ("NNS", "NNPS")
_TENSES: dict[str, Tense] = {"VBD": "past", "VBP": "present", "VBZ": "present"}


class ClauseReader:
    """Reads the clauses of one annotation, with the words of its language."""

    def __init__(
        self, annotation: Annotation, phrases: Phrases, words: ClauseWords, times: Collection[int] = frozenset()
    ) -> None:
        self._tokens = annotation.tokens
        self._children = annotation.children
        self._relations = annotation.relations
        self._annotation = annotation
        self._phrases = phrases
        self._subjects = SubjectFinder(
            annotation, phrases.names_person, words.bearing, words.charging, times, words.papers, words.purposive
        )
        self._words = words
        self._passives = Passives(annotation, words, times)
        self._long_asides = ByStart((a for a in annotation.asides if a.end - a.start > _LONG_ASIDE), lambda a: a.start)
        self._excepted = self._all_excepted()
        likely = (t for t in self._tokens if t.pos in _PREDICATING)
        self._kinds = {t.index: kind for t in likely if (kind := self._kind(t)) is not None}
        self._verbal = {i for i in self._kinds if self._tokens[i].pos in ("VERB", "AUX")}

    def read(self) -> tuple[Clause, ...]:
        """All clauses in text order of their predicates."""
        number = {head: k for k, head in enumerate(self._kinds)}
        return tuple(self._clause(self._tokens[head], kind, number) for head, kind in self._kinds.items())

    # ------------------------------------------------------------ which tokens predicate

    def _kind(self, token: Token) -> ClauseKind | None:
        if token.pos in ("VERB", "AUX"):
            if token.dep in _AUXILIARY or token.dep in ("prt", "compound", "neg"):
                return None
            if token.dep == "amod":
                return None
            if token.pos == "AUX":
                return "copula"
            return None if self._bids(token) else "verb"
        if token.pos == "ADJ" and token.tag == "VBN" and token.dep in ("acomp", "advcl", "acl", "relcl"):
            return "verb"
        if token.pos in ("NOUN", "PROPN"):
            if token.lemma.lower() not in self._words.nouns:
                return None
            return "apposition" if token.dep == "appos" else "nominal"
        if token.pos == "ADJ" and "auxpass" in self._relations[token.index]:
            return "verb"  # "was married in 1884 to X"
        return None

    def _bids(self, token: Token) -> bool:
        """ "Don't cry, Karl!": what somebody is bidden tells nothing of anybody."""
        last = self._tokens[self._annotation.sentences[token.sentence].last - 1]
        own = any(self._tokens[c].dep in ("nsubj", "nsubjpass") for c in self._children[token.index])
        return token.tag == "VB" and token.dep == "ROOT" and last.text == "!" and not own

    # ------------------------------------------------------------ one clause

    def _clause(self, token: Token, kind: ClauseKind, number: dict[int, int]) -> Clause:
        parent, link = self._parent(token)
        link = "parataxis" if is_juxtaposed(self._annotation, token) else link
        passive = kind == "verb" and self._passives.holds(token)
        arguments = self._arguments(token, passive) if kind in ("verb", "copula") else self._noun_arguments(token)
        below = self._children[token.index]
        return Clause(
            index=number[token.index],
            kind=kind,
            head=token.index,
            lemma=token.lemma.lower(),
            predicate=self._predicate_span(token),
            span=self._span(token, kind),
            sentence=token.sentence,
            arguments=tuple(arguments),
            passive=passive,
            negated="neg" in self._relations[token.index],
            tense=self._tense(token),
            modal=next((self._tokens[c].lemma.lower() for c in below if self._tokens[c].tag == "MD"), None),
            parent=number.get(parent) if parent is not None else None,
            link=link,
        )

    def _parent(self, token: Token) -> tuple[int | None, str]:
        """The nearest verbal predicate above, and the relation by which this clause hangs on it."""
        link, at = token.dep, token
        while at.head != at.index:
            above = self._tokens[at.head]
            if above.index in self._verbal or (above.index in self._kinds and link != "conj"):
                return above.index, link
            if above.dep in _LINKING and link not in _MODIFYING:
                link = above.dep
            at = above
        return None, link if token.head != token.index else "root"

    def _tense(self, token: Token) -> Tense:
        aux = [t for c in self._children[token.index] if (t := self._tokens[c]).dep in _AUXILIARY]
        if not aux:
            return _TENSES.get(token.tag, "none")
        if token.tag == "VBN" and any(a.tag == "VBD" and a.dep == "aux" for a in aux):
            return "pluperfect"
        if any(a.tag == "MD" for a in aux):
            return "future"
        finite = next((a for a in aux if a.tag in _TENSES), token)
        return _TENSES.get(finite.tag, "none")

    # ------------------------------------------------------------ arguments of verbs

    def _arguments(self, token: Token, passive: bool) -> list[Argument]:
        found: list[Argument] = []
        subject = self._subjects.of(token)
        given = self._given(token) if passive else None
        if subject is not None:
            said = self._each(given or ("object" if passive else "subject"), subject)
            # "Ove, born 1901, and Per": a clause right after its noun is not told of what is listed after it
            found += [a for a in said if a.head < token.index] or said if token.dep in ("acl", "relcl") else said
        for child in (t for c in self._children[token.index] if (t := self._tokens[c]).dep in _ARGUING):
            c = child.index
            if child.dep == "dobj" and passive and given is None:
                found += self._each("complement", c)
            elif child.dep == "dobj":
                found += self._each("object", self._subjects.antecedent(c))
            elif child.dep == "dative" and child.pos != "ADP":
                found += self._each("recipient", c)
            elif child.dep in _COMPLEMENTS:
                found += self._each("complement", c)
            elif child.dep in ("ccomp", "xcomp") and not is_set_off(self._annotation, child):
                found += self._governed(child)
            elif child.dep == "advcl" and child.tag == "JJ" and not self._children[c]:
                found.append(self._argument("complement", c))  # "set her free"
            elif child.dep in ("prep", "dative", "agent"):
                found += self._prepositional(child, "subject" if child.dep == "agent" and passive else None)
            elif child.dep == "prt":
                found.append(self._argument(child.lemma.lower(), c))
            elif child.dep == "advmod" and self._children[c]:
                preps = [c] if child.pos == "ADP" else [i for i in self._children[c] if self._tokens[i].dep == "prep"]
                phrases = (a for p in preps for a in self._prepositional(self._tokens[p], None))
                found += [a for a in phrases if self._tokens[a.head].pos not in ("VERB", "AUX")]  # "far from joining"
            elif child.dep == "conj" and child.pos == "ADP":
                found += self._prepositional(child, None)
            elif child.dep == "npadvmod" and c > token.index and self._phrases.names_person(c) and not passive:
                found += self._each("object", c)  # "married firstly Anna Berg"
        found += self._shared(token)
        if token.dep in ("acl", "relcl"):
            found += self._nearby(token)
        if token.dep == "relcl" and not any(a.function == "object" for a in found) and not passive:
            gap = self._subjects.gap(token)
            if gap is not None:
                found += self._each("object", gap)
        if token.dep == "conj" and not passive and not any(a.function == "object" for a in found):
            found += self._common(token)
        return found

    def _common(self, token: Token) -> list[Argument]:
        """ "Whom the board had suspended and then dismissed": the relative pronoun is the object of both."""
        first = self._tokens[token.head]
        below = (self._tokens[c] for c in self._children[first.index])
        whom = next((c for c in below if c.dep == "dobj" and c.tag in ("WP", "WDT") and c.index < first.index), None)
        own = any(self._tokens[c].dep in ("nsubj", "ccomp", "xcomp") for c in self._children[token.index])
        lacks = first.dep == "relcl" and not own and token.lemma.lower() not in self._words.intransitive
        return self._each("object", self._subjects.antecedent(whom.index)) if whom is not None and lacks else []

    def _given(self, token: Token) -> str | None:
        """Of a passive with an object the subject is who got it ("was granted a pension"), unless the object is what
        the subject was made ("was ordained a deacon")."""
        objects = [c for c in self._relations[token.index].get("dobj", ()) if not self._passives.is_date(c)]
        made = any(
            self._tokens[c].lemma.lower() in self._words.bearing and self._tokens[c].pos == "NOUN" for c in objects
        )
        return "recipient" if objects and not made and token.lemma.lower() not in self._words.discharging else None

    def _shared(self, token: Token) -> list[Argument]:
        """ "Born and raised in Lund", "founder and director of the mill": what hangs on the second of two bare
        conjuncts is told of the first as well, unless the first has a phrase of its own."""
        second = sharing(self._annotation, token, self._words.bearing)
        if second is None:
            return []
        phrases = (self._tokens[c] for c in self._children[second.index] if c > second.index)
        told = [a for p in phrases if p.dep == "prep" for a in self._prepositional(p, None)]
        return told or (self._shared(second) if second.pos in ("NOUN", "PROPN") else [])

    def _nearby(self, token: Token) -> list[Argument]:
        """The noun right before a modifying clause, where the parser hung the clause on one further off."""
        at = min(self._annotation.subtree(token.index)) - 1
        while at > token.head and self._tokens[at].dep == "punct":
            at -= 1
        if at <= token.head or self._tokens[at].pos not in ("NOUN", "PROPN"):
            return []
        while self._tokens[at].dep in ("compound", "nmod", "amod") and self._tokens[at].head > token.head:
            at = self._tokens[at].head
        return [self._argument("nearby", at)] if at < token.index else []

    def _governed(self, child: Token) -> list[Argument]:
        """A governed clause; one without a verb ("found her guilty") tells an object and its complement."""
        own = self._relations[child.index].get("nsubj")
        if child.pos in ("ADJ", "NOUN", "PROPN") and own:
            return [*self._each("object", own[0]), self._argument("complement", child.index)]
        return [self._argument("clause", child.index)]

    def _prepositional(self, prep: Token, function: str | None) -> list[Argument]:
        pair = " ".join(t.text.lower() for t in self._tokens[max(prep.index - 1, 0) : prep.index + 1])
        if "neg" in self._relations[prep.index] or pair in self._words.excluding:
            return []  # "convicted of neglect, though not of disobedience": told as what it was not
        name = function or prep.lemma.lower()
        found: list[Argument] = []
        for c in self._children[prep.index]:
            child = self._tokens[c]
            if child.dep == "pobj":
                found += self._each(name, self._subjects.antecedent(c))
            elif child.dep in ("pcomp", "amod") and child.pos not in ("ADP", "ADV"):
                found.append(self._argument(name, c))
            elif child.dep in ("prep", "pcomp"):  # "according to Anna Berg": not to her
                found += self._prepositional(child, name if prep.tag == "VBG" else None)
            elif child.dep == "conj" and child.pos == "ADP":
                found += self._prepositional(child, function)
        return found

    # ------------------------------------------------------------ arguments of nouns

    def _noun_arguments(self, token: Token) -> list[Argument]:
        found: list[Argument] = []
        for c in self._children[token.index]:
            child = self._tokens[c]
            if child.dep == "poss":
                found += self._each("possessor", c)
            elif child.dep == "compound":
                found.append(self._argument("compound", c))
            elif child.dep in ("prep", "agent"):
                found += self._prepositional(child, None)
            elif child.dep == "appos":
                found += self._each("named", c) if token.tag in _PLURAL else [self._argument("named", c)]
        if token.dep == "appos":
            found += self._each("bearer", token.head)
        stolen = self._phrases.stolen(token.index)
        found += [] if stolen is None else self._prepositional(self._tokens[stolen], None)
        found += self._shared(token)
        return found + self._topic(token)

    def _topic(self, token: Token) -> list[Argument]:
        """Of whom the clause around a noun speaks: "After studies in Paris she …" tells it of her."""
        at = token.index
        while self._tokens[at].head != at and self._tokens[at].pos not in ("VERB", "AUX"):
            at = self._tokens[at].head
        if self._tokens[at].pos not in ("VERB", "AUX"):
            return []
        subject = self._subjects.of(self._tokens[at])
        return [] if subject is None else self._each("topic", subject)

    # ------------------------------------------------------------ spans

    def _each(self, function: str, index: int) -> list[Argument]:
        """The argument and those coordinated with it: "Zola and Manet", "his friends Zola and Manet" are two."""
        return [self._argument(function, i) for i in self._phrases.told_singly(index)]

    def _argument(self, function: str, index: int) -> Argument:
        return Argument(function, index, self._phrases.noun_phrase(index))

    def _predicate_span(self, token: Token) -> Span:
        below = (c for c in self._children[token.index] if self._tokens[c].dep in _OF_PREDICATE)
        parts = [c for c in below if abs(c - token.index) <= 4]
        return self._phrases.cover((token.index, *parts)) if parts else token.span

    def _span(self, token: Token, kind: ClauseKind) -> Span:
        if kind in ("nominal", "apposition"):
            return self._phrases.noun_phrase(token.index, whole=True)
        return self._after_asides(self._phrases.cover(self._own_tokens(token)), token.span.start)

    def _after_asides(self, span: Span, predicate: int) -> Span:
        """A long parenthesis after the subject is no evidence: the clause's words begin behind it."""
        between = (aside for aside in self._long_asides.within(span.start + 1, predicate) if aside.end <= predicate)
        last = max((aside.end for aside in between), default=None)
        if last is None:
            return span
        behind = bisect_left(self._tokens, last, key=lambda token: token.span.start)
        return Span(self._tokens[behind].span.start, span.end)

    def _own_tokens(self, token: Token) -> Iterable[int]:
        """The clause's tokens without those of coordinated, subordinate and relative clauses."""
        kept, stack = [], [token.index]
        while stack:
            at = stack.pop()
            kept.append(at)
            apart = ("relcl", "punct", "cc") if at == token.index else ("relcl", "acl")
            for c in self._children[at]:
                dep = self._tokens[c].dep
                if dep not in apart and not (dep in _VERBAL and c in self._verbal) and c not in self._excepted:
                    stack.append(c)
        return kept

    def _all_excepted(self) -> frozenset[int]:
        """ "Wrote to the house, though never to her": what is denied beside what is told is no part of it, nor is the
        word that joins it."""
        denials = [t for t in self._tokens if t.dep == "neg"]
        denied = {t.head for t in denials if self._tokens[t.head].dep in ("advcl", "dep") or self._is_marked(t.head)}
        before = {t.index - 1 for t in denials if t.index and not self._children[t.index - 1]}
        joining = {i for i in before if self._tokens[i].dep in ("prep", "mark", "dep")}
        return frozenset(i for i in denied | joining if self._tokens[i].pos in ("ADP", "SCONJ"))

    def _is_marked(self, head: int) -> bool:
        return "mark" in self._relations[head]
