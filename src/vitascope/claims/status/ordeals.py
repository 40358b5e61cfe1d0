"""What befell a speaker around a word given: beaten before it, kept awake for nights, as told then or afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from vitascope.claims.clauses.parataxis import is_parted, is_set_off
from vitascope.claims.context import Context
from vitascope.claims.status.force import DuressCues
from vitascope.claims.status.governors import VERBAL
from vitascope.claims.status.means import Means
from vitascope.claims.status.reach import Reaching
from vitascope.model import Clause, Token

_Acts = Mapping[str, Sequence[frozenset[str]]]
"""Acts by their first word: the further words of each."""
_EARLIER = 3
"""Sentences before the word in which the text may have told what befell the speaker."""
_LATER = 2
"""Sentences after the word in which the text may come back to how it was got."""


class Ordeals:
    """Looks for acts on the speakers of one document."""

    def __init__(
        self, context: Context, clauses: Sequence[Clause], reaching: Reaching, cues: DuressCues, means: Means
    ) -> None:
        self._context = context
        self._cues = cues
        self._reaching = reaching
        self._means = means
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._by_head = {c.head: c for c in clauses}
        self._strong = _by_first(cues.acts.strong)
        self._acts = _by_first((*cues.acts.strong, *cues.acts.weak))
        self._extracting = _by_first(cues.extraction.verbs)
        self._yielding = _by_first(cues.yielding.verbs)
        named = {*self._acts, *self._extracting, *self._yielding, *cues.events}
        self._telling = frozenset(self._tokens[i].sentence for i in context.annotation.told_forms(named))

    def in_sentence(self, word: int, speaker: str | None) -> str | None:
        sentence = self._context.annotation.sentences[self._tokens[word].sentence]
        if sentence.index not in self._telling:
            return None
        tokens = range(sentence.first, sentence.last)
        found = self._act(tokens, word, speaker, self._acts)
        return found or self._yielded(tokens, speaker)

    def before(self, word: int, speaker: str | None) -> str | None:
        """What the sentences before tell of it, the nearest first, as far as the paragraph and the scene go."""
        sentences = self._context.annotation.sentences
        own = sentences[self._tokens[word].sentence]
        for sentence in reversed(sentences[max(own.index - _EARLIER, 0) : own.index]):
            tokens = range(sentence.first, sentence.last)
            if sentence.block != own.block or self._elsewhen(tokens, word):
                return None
            if sentence.index < own.index - 1 and self._parted(sentence.last, own.last):
                return None
            if sentence.index not in self._telling:
                continue
            found = self._act(tokens, None, speaker, self._strong) or self._yielded(tokens, speaker)
            if found:
                return found
        return None

    def after(self, word: int, speaker: str | None, answer: bool) -> str | None:
        """How the word was got, as the text tells it later: by the author in the pluperfect, or by the speaker."""
        if speaker is None:
            return None
        sentences = self._context.annotation.sentences
        own = sentences[self._tokens[word].sentence]
        following = [s for s in sentences[own.index : own.index + 1 + _LATER] if s.index in self._telling]
        below = frozenset(self._context.annotation.subtree(word) if following else ())
        for sentence in following:
            if sentence.block != own.block:
                return None
            for i in range(max(sentence.first, word + 1), sentence.last):
                token = self._tokens[i]
                if token.pos not in VERBAL or i in below:
                    continue
                got = self._extracted(token)
                befell = self._names(token, self._strong) and self._victim(i, speaker)
                acted = not got and (befell or self._gave(token, speaker))
                if not got and not acted:
                    continue
                if acted and self._elsewhen(range(sentence.first, sentence.last), word):
                    continue
                told = self._told_by(i, speaker)
                holds = self._reaching.at(i)[0].holds
                had = self._had(token)
                mine = told is not False and (told or had)
                if holds and ((got and mine) or (acted and (told or (answer and had)))):
                    return token.text
        return None

    def _gave(self, token: Token, speaker: str) -> bool:
        """ "Had read the text at gunpoint": force used on the speaker in giving the word."""
        if token.lemma.lower() not in self._cues.events or not self._means.of(token.index):
            return False
        giver = self._subject(token.index)
        return giver is not None and self._is(giver, speaker)

    def _had(self, token: Token) -> bool:
        below = (self._tokens[c] for c in self._children[token.index])
        return any(c.dep == "aux" and c.tag == "VBD" for c in below)

    def _told_by(self, act: int, speaker: str) -> bool | None:
        """Whether it is the speaker who tells of the act: "alleging that he had been threatened"; None where nobody is
        said to."""
        at = self._tokens[act]
        while at.head != at.index:
            above = self._tokens[at.head]
            if at.dep == "relcl":  # "in hearings in which he was beaten he said …": the author's
                return None
            if at.dep in ("ccomp", "xcomp") and above.pos in VERBAL:
                top = above
                while top.dep in ("advcl", "conj", "xcomp") and not self._subject(top.index):
                    top = self._tokens[top.head]
                said = self._subject(top.index)
                return None if said is None else self._is(said, speaker)
            at = above
        return None

    def _subject(self, verb: int) -> int | None:
        clause = self._by_head.get(verb)
        if clause is None:
            return None
        return next((a.head for a in clause.arguments if a.function == "subject"), None)

    def _extracted(self, token: Token) -> bool:
        """ "Had dictated the statement", "the confession had been beaten out of him"."""
        if not self._names(token, self._extracting):
            return False
        below = (self._tokens[c] for c in self._children[token.index])
        return any(c.dep in ("dobj", "nsubjpass") and c.lemma.lower() in self._cues.extraction.words for c in below)

    def _yielded(self, tokens: range, speaker: str | None) -> str | None:
        """ "During the third interrogation he broke"."""
        for i in tokens:
            token = self._tokens[i]
            if token.pos in VERBAL and self._names(token, self._yielding):
                said = self._subject(i)
                during = any(self._tokens[j].lemma.lower() in self._cues.yielding.during for j in self._near(i))
                acted = any(self._tokens[c].dep == "dobj" for c in self._children[i])
                if during and not acted and said is not None and self._is(said, speaker) and self._holds(i):
                    return token.text
        return None

    def _near(self, verb: int) -> Iterator[int]:
        for c in self._children[verb]:
            if self._tokens[c].dep in ("prep", "advcl", "npadvmod"):
                yield from self._context.annotation.subtree(c)

    def _parted(self, first: int, last: int) -> bool:
        """Whether another scene begins on the way: a trial, a release."""
        return any(self._tokens[i].lemma.lower() in self._cues.scenes for i in range(first, last))

    def _elsewhen(self, tokens: range, word: int) -> bool:
        """Whether another time is told of the act: its own year, or "years before"."""
        own = self._context.annotation.sentences[self._tokens[word].sentence]
        if any(self._tokens[i].text.lower() in self._cues.elsewhen for i in tokens):
            return True
        here = self._years(range(own.first, own.last), word)
        there = self._years(tokens, tokens[0])
        return bool(here) and bool(there) and not here & there

    def _years(self, tokens: range, word: int) -> frozenset[str]:
        """The years of a sentence, without those of what is added there about others ("a priest, who died in 1929", "a
        report written in 1956") or of what a noun holds ("a confession that he had met her in 1932")."""
        told = (i for i in tokens if len(t := self._tokens[i].text) == 4 and t.isdecimal())
        return frozenset(self._tokens[i].text for i in told if not self._added(i, word))

    def _added(self, at: int, word: int) -> bool:
        above = set(self._over(word))
        return any(i not in above and self._tokens[i].dep in ("relcl", "acl", "advcl") for i in self._over(at))

    def _over(self, at: int) -> Iterator[int]:
        yield at
        while self._tokens[at].head != at:
            at = self._tokens[at].head
            yield at

    def _act(self, tokens: range, word: int | None, speaker: str | None, acts: _Acts) -> str | None:
        for i in tokens:
            token = self._tokens[i]
            if token.pos not in VERBAL or i == word or not self._names(token, acts):
                continue
            led = word is not None and self._leads_up(i, word)
            if word is not None and not (i < word or self._hostage(token) or led):
                continue
            if word is not None and ((self._under(i, word) and not led) or self._long_ago(i) or self._spent(i, word)):
                continue
            if self._holds(i) and (self._hostage(token) or self._victim(i, speaker)):
                return token.text
        return None

    def _spent(self, act: int, word: int) -> bool:
        """ "Threatened, he confessed; later he took it back": the word got by the act was given, and a semicolon closed
        it, before it is taken back."""
        if self._tokens[word].lemma.lower() not in self._cues.taking_back:
            return False
        given = (i for i in range(act + 1, word) if self._tokens[i].pos in VERBAL)
        said = (i for i in given if self._tokens[i].lemma.lower() in self._cues.events)
        return any(is_parted(self._context.annotation, i, word) for i in said)

    def _long_ago(self, act: int) -> bool:
        """ "He, who had been tortured years before, confessed"."""
        inside = self._context.annotation.subtree(act)
        return any(self._tokens[i].text.lower() in self._cues.elsewhen for i in inside)

    def _leads_up(self, act: int, word: int) -> bool:
        """ "Confessed after he had been beaten", "after being beaten": a clause that tells why or when."""
        token = self._tokens[act]
        above = self._tokens[token.head]
        if token.dep == "pcomp" and above.head == word:
            return above.text.lower() in self._cues.clauses
        if token.dep != "advcl" or token.head != word:
            return False
        below = [self._tokens[c] for c in self._children[act]]
        perfect = any(c.dep == "aux" and c.tag == "VBG" for c in below)
        return perfect or any(m.text.lower() in self._cues.clauses for m in below if m.dep in ("mark", "advmod"))

    def _names(self, token: Token, acts: _Acts) -> bool:
        """Whether a token is one of the acts; their further words stand beside it or beside what stands beside it."""
        further = acts.get(token.lemma.lower())
        return further is not None and any(rest <= self._beside(token) for rest in further)

    def _beside(self, token: Token) -> frozenset[str]:
        below = self._children[token.index]
        near = (*below, *(i for c in below for i in self._children[c]))
        return frozenset(self._tokens[i].text.lower() for i in near)

    def _hostage(self, token: Token) -> bool:
        below = (self._tokens[c] for c in self._children[token.index])
        return any(c.lemma.lower() in self._cues.hostages for c in below)

    def _under(self, act: int, word: int) -> bool:
        """Whether the act belongs to what is told ("confessed that they had beaten him")."""
        at = self._tokens[act]
        while at.head != at.index:
            above = self._tokens[at.head]
            if above.index == word:
                # What stands before the word ("during a hearing at which he was beaten, he confessed") led up to it.
                led = at.dep == "prep" and at.index < word
                apart = is_set_off(self._context.annotation, at)
                return at.dep in ("ccomp", "xcomp", "prep", "dobj", "relcl") and not (led or apart)
            at = above
        return False

    def _holds(self, verb: int) -> bool:
        reach, _ = self._reaching.at(verb)
        return reach.holds and reach.modality not in ("hypothetical",)

    def _victim(self, verb: int, speaker: str | None) -> bool:
        """Whether the act befell the speaker, as far as the text says who it befell."""
        clause = self._by_head.get(verb)
        if clause is None:
            return False
        for argument in clause.arguments:
            if argument.function == "subject" and self._is(argument.head, speaker):
                return False
        told = [a for a in clause.arguments if a.function in ("object", "recipient")]
        if not told:
            return any(a.function == "clause" for a in clause.arguments)
        return any(self._is(a.head, speaker) or self._belongs(a.head, speaker) for a in told) or (
            speaker is None and clause.passive
        )

    def _is(self, head: int, speaker: str | None) -> bool:
        persona = self._context.persona(head)
        return persona is not None and persona.id == speaker

    def _belongs(self, head: int, speaker: str | None) -> bool:
        """Somebody or something of the speaker: "threatened her children"."""
        persona = self._context.persona(head)
        if persona is not None and any(of == speaker for _, of in persona.kin):
            return True
        return any(self._is(c, speaker) for c in self._children[head] if self._tokens[c].dep == "poss")


@cache
def _by_first(acts: tuple[str, ...]) -> _Acts:
    found: dict[str, list[frozenset[str]]] = {}
    for act in acts:
        first, *rest = act.split()
        found.setdefault(first, []).append(frozenset(rest))
    return found
