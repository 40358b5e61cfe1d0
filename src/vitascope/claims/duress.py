"""Whether a word was given under force: cues that govern it, stand in its clause, or befell its speaker just before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pydantic import BaseModel, ConfigDict, ValidationError

from vitascope import lang
from vitascope.claims.context import Context
from vitascope.claims.cues import checked_types
from vitascope.claims.reach import Reaching
from vitascope.claims.scope import VERBAL
from vitascope.errors import DataError
from vitascope.model import Clause, Token


class Governing(BaseModel):
    """Verbs that force a deed, and how the deed hangs on them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verbs: tuple[str, ...]
    links: frozenset[str]


class Spoken(BaseModel):
    """A sentence and the lemma of the word given in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    at: str


class Acts(BaseModel):
    """Acts on the speaker; ``strong`` ones reach into the next sentence."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    strong: tuple[str, ...]
    weak: tuple[str, ...]


class DuressCues(BaseModel):
    """The lexicon of force as written in ``status-duress.yml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    types: tuple[str, ...]
    events: frozenset[str]
    answers: tuple[str, ...]
    governing: tuple[Governing, ...]
    acts: Acts
    means: frozenset[str]
    means_by: frozenset[str]
    adjectives: frozenset[str]
    clauses: frozenset[str]
    hostages: frozenset[str]
    examples: tuple[Spoken, ...]
    near_misses: tuple[Spoken, ...]


@cache
def load_duress(language: str = "en") -> DuressCues:
    """The lexicon of force. Raises DataError where the data is wrong."""
    where = f"lang/{language}/status-duress.yml"
    try:
        cues = DuressCues.model_validate(lang.load(language, "status-duress"))
    except ValidationError as fault:
        raise DataError(where, str(fault)) from fault
    checked_types((*cues.types, *cues.answers), where)
    return cues


class Duress:
    """Looks for force behind the words given in one document."""

    def __init__(self, context: Context, clauses: Sequence[Clause], reaching: Reaching, cues: DuressCues) -> None:
        self._context = context
        self._cues = cues
        self._reaching = reaching
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._by_head = {c.head: c for c in clauses}

    def taints(self, kind: str, lemma: str) -> bool:
        """Whether a claim of this type (an event by its predicate's lemma) is one's own word."""
        return kind in self._cues.types or (kind == "event" and lemma in self._cues.events)

    def behind(self, word: int, speaker: str | None, answer: bool) -> str | None:
        """The words of force behind the word given at token ``word``, None where there is none.

        ``speaker`` is a persona's id; ``answer`` lets a strong act of the sentence before count.
        """
        for found in (self._governor(word), self._means(word), self._act_in_sentence(word, speaker)):
            if found is not None:
                return found
        return self._act_before(word, speaker) if answer else None

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
        return "inf" in links and not (objects or inner or self._reaching.scopes.passive(verb))

    # ------------------------------------------------------------ means within the clause

    def _means(self, word: int) -> str | None:
        """ "under torture", "after weeks of beatings", unless they are what is told ("confessed to torture")."""
        for token in self._own(word):
            if token.lemma.lower() in self._cues.means or token.text.lower() in self._cues.means:
                leading = self._leading(token, word)
                if leading is not None and leading in self._cues.means_by:
                    return token.text
        return None

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

    # ------------------------------------------------------------ acts on the speaker

    def _act_in_sentence(self, word: int, speaker: str | None) -> str | None:
        sentence = self._context.annotation.sentences[self._tokens[word].sentence]
        return self._act(
            range(sentence.first, sentence.last), word, speaker, (*self._cues.acts.strong, *self._cues.acts.weak)
        )

    def _act_before(self, word: int, speaker: str | None) -> str | None:
        number = self._tokens[word].sentence - 1
        if number < 0:
            return None
        sentence, own = self._context.annotation.sentences[number], self._context.annotation.sentences[number + 1]
        if sentence.block != own.block:
            return None
        return self._act(range(sentence.first, sentence.last), None, speaker, self._cues.acts.strong)

    def _act(self, tokens: range, word: int | None, speaker: str | None, acts: tuple[str, ...]) -> str | None:
        for i in tokens:
            token = self._tokens[i]
            if token.pos not in VERBAL or i == word or not self._names(token, acts):
                continue
            if word is not None and not (i < word or self._hostage(token) or self._leads_up(i, word)):
                continue
            if word is not None and self._under(i, word):
                continue
            if self._holds(i) and (self._hostage(token) or self._victim(i, speaker)):
                return token.text
        return None

    def _leads_up(self, act: int, word: int) -> bool:
        """ "Confessed after he had been beaten", "when they threatened her": a clause that tells why or when."""
        token = self._tokens[act]
        if token.dep != "advcl" or token.head != word:
            return False
        marks = (self._tokens[c] for c in self._children[act] if self._tokens[c].dep in ("mark", "advmod"))
        return any(m.text.lower() in self._cues.clauses for m in marks)

    def _names(self, token: Token, acts: tuple[str, ...]) -> bool:
        below = {self._tokens[c].text.lower() for c in self._children[token.index]}
        for act in acts:
            lemma, *rest = act.split()
            if token.lemma.lower() == lemma and set(rest) <= below:
                return True
        return False

    def _hostage(self, token: Token) -> bool:
        below = (self._tokens[c] for c in self._children[token.index])
        return any(c.lemma.lower() in self._cues.hostages for c in below)

    def _under(self, act: int, word: int) -> bool:
        """Whether the act belongs to what is told ("confessed that they had beaten him")."""
        at = self._tokens[act]
        while at.head != at.index:
            above = self._tokens[at.head]
            if above.index == word:
                return at.dep in ("ccomp", "xcomp", "prep", "dobj", "relcl")
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
