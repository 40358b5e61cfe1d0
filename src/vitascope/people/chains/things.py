"""Things that a text names again: "the Academy … the Academy", "a novel … the novel", "the bridge … it".

Strict and cheap, after the precise sieves of Lee et al. (2013, "Deterministic Coreference Resolution Based on
Entity-Centric, Precision-Ranked Rules"): the same name, whole or inside another; the same noun under a definite
article, with no modifier that the first did not have; the same owner's; "that year" for the time told last; "it" for
the most prominent thing just before. A doubtful link is not made.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from vitascope.model import Annotation, Document, Mention, People, Span, Token
from vitascope.people.chains.extents import Extents, is_phrase_head
from vitascope.people.chains.mention_chain import ChainMention, ChainWords, chain_words
from vitascope.people.chains.names_within import names_within
from vitascope.people.noun_phrases import NAME_TAGS, NounPhrase, is_within, name_words, noun_phrase
from vitascope.people.syntax import SUBJECTS, prominence, subject_of

__all__ = ["Thing", "find_things"]

_REACH = 12
"""Sentences back that a definite noun may reach."""
_TIMES = 2
"""Sentences back that "that year" may reach."""
_LATELY = 60
"""Things met last that "it" may mean, to keep a text of many things linear."""
_PRESENT = 40
"""A thing less in mind than this is not "it"."""
_REPEATED = 20
"""What was named more than once is the more in mind."""
_WITHIN = 25
"""Prominence of what only narrows another noun ("the roof of the mill")."""
_DESCRIBES = ("attr", "appos", "oprd")


@dataclass(slots=True)
class Thing:
    """A thing in the making. ``heads``: head tokens of its mentions; ``persona``: the id of a body that is one."""

    number: str
    heads: list[int] = field(default_factory=list)
    mentions: list[ChainMention] = field(default_factory=list)
    modifiers: frozenset[str] = frozenset()
    is_time: bool = False
    persona: str | None = None


def find_things(document: Document, annotation: Annotation, people: People, extents: Extents) -> list[Thing]:
    """Things that are meant twice or more, by first mention; bodies that are personas among them."""
    reader = _Reader(annotation, chain_words(document.source.language), people, extents)
    for token in annotation.tokens:
        reader.meet(token)
    return [thing for thing in reader.things if len(thing.heads) > 1]


class _Reader:
    """One pass over the tokens of one text."""

    def __init__(self, annotation: Annotation, words: ChainWords, people: People, extents: Extents) -> None:
        self.annotation, self.words, self.extents = annotation, words, extents
        kinds = {p.id: p.kind for p in people.personas}
        headed = [(m.head, m) for m in people.mentions if m.head is not None and m.kind != "relative"]
        self._bodies = {at: m for at, m in headed if kinds[m.persona] == "organisation"}
        self._persons = {at: m.persona for at, m in headed if at not in self._bodies}
        self._taken = _name_tokens(annotation, [m for at, m in headed if at in self._persons and m.kind == "name"])
        self._within = names_within(annotation, self._taken)
        self.things: list[Thing] = []
        self._at: dict[int, Thing] = {}
        self._named: dict[str, Thing] = {}
        self._opened: dict[str, Thing] = {}
        self._of_body: dict[str, Thing] = {}
        self._nouns: dict[tuple[str, str], list[Thing]] = {}
        self._wholes: dict[str, Thing] = {}

    def meet(self, token: Token) -> None:
        """Link or found the thing whose head ``token`` is."""
        word = token.text.lower()
        if token.index in self._persons:
            return
        if token.index in self._within:
            self._name_within(token, self._within[token.index])
        if token.index in self._bodies:
            self._body(token, self._bodies[token.index])
        elif word in self.words.singular:
            self._pronoun(token, "singular")
        elif word in self.words.plural:
            self._pronoun(token, "plural")
        elif not is_phrase_head(self.annotation, token.index):
            return
        elif token.tag == "CD" and len(word) == 4 and word.isdigit():
            self._found(token, "singular").is_time = True
        elif token.tag in NAME_TAGS and token.index not in self._taken and token.text[:1].isupper():
            self._name(token)
        elif token.tag in ("NN", "NNS") and token.dep not in _DESCRIBES:
            self._noun(token)

    # ---------------------------------------------------------------- names

    def _body(self, token: Token, mention: Mention) -> None:
        """A body that is a persona: its names are a thing's, its other mentions as they were read."""
        named = mention.kind == "name"
        thing = self._of_body.get(mention.persona)
        if thing is None and named:
            thing = self._named.get(self._key(token.index))
        whole = None if named and is_phrase_head(self.annotation, token.index) else mention.span
        thing = self._add(thing, token, mention.because, whole) if thing else self._found(token, "singular", whole)
        thing.persona = mention.persona
        self._of_body[mention.persona] = thing
        if named:
            self._call(thing, token.index)

    def _name_within(self, token: Token, stop: int) -> None:
        words = self.annotation.tokens[token.index : stop]
        key = " ".join(t.text for t in words).lower()
        span = Span(token.span.start, words[-1].span.end)
        if key in self._named:
            self._add(self._named[key], words[-1], "the same name, inside another", span)
        else:
            self._named[key] = self._found(words[-1], "singular", span)

    def _name(self, token: Token) -> None:
        key, above = self._key(token.index), self.annotation.tokens[token.head]
        described = self._at.get(token.head) if token.dep == "appos" and above.tag == "NN" else None
        if token.dep == "attr":
            # "her first novel was The Mill"
            subject = subject_of(self.annotation, token.head)
            described = self._at.get(-1 if subject is None else subject)
        if described is not None and (token.dep == "appos" or key not in self._named):
            self._named.setdefault(key, described)
            return
        known, because = self._named.get(key), "the same name"
        if known is None and " " not in key:
            known, because = self._opened.get(key), "the name's first word"
        if known is not None:
            self._add(known, token, because)
        else:
            self._call(self._found(token, "singular"), token.index)

    def _key(self, at: int) -> str:
        return " ".join(self.annotation.tokens[t].text for t in name_words(self.annotation, at)).lower()

    def _call(self, thing: Thing, at: int) -> None:
        """Let the name headed by ``at``, its first word and its noun ("the Academy") mean ``thing`` from now on."""
        key = self._key(at)
        self._named.setdefault(key, thing)
        first, _, more = key.partition(" ")
        if more and not any(c.isdigit() for c in key):
            self._opened.setdefault(first, thing)
        if more and is_phrase_head(self.annotation, at):
            self._nouns.setdefault((self.annotation.tokens[at].text.lower(), "singular"), []).append(thing)

    # ---------------------------------------------------------------- nouns

    def _noun(self, token: Token) -> None:
        phrase = noun_phrase(self.annotation, token, self.words.linking)
        key = phrase.word, phrase.number
        named = self._named_beside(token.index)
        definite, fresh = phrase.determiner in self.words.definite, phrase.determiner in self.words.fresh
        if named is not None:
            self._add(named, token, "the same name beside its noun")
        elif phrase.word in self.words.times:
            self._time(token, phrase)
        elif token.dep == "npadvmod":
            return
        elif phrase.owner is not None:
            self._owned(token, phrase)
        elif phrase.word in self.words.idle and not phrase.modifiers:
            return
        elif definite and phrase.whole in self._wholes:
            self._add(self._wholes[phrase.whole], token, "the same words")
        elif definite and not phrase.narrowed and (known := self._known(key, phrase)) is not None:
            self._add(known, token, f"the {phrase.word} named before")
        elif not fresh or phrase.determiner in self.words.indefinite:
            thing = self._found(token, phrase.number)
            thing.modifiers = phrase.modifiers
            self._nouns.setdefault(key, []).append(thing)
            if not fresh:
                self._wholes[phrase.whole] = thing

    def _named_beside(self, at: int) -> Thing | None:
        """The thing whose known name stands in apposition: "the steamer Aurora"."""
        for child in self.annotation.children[at]:
            token = self.annotation.tokens[child]
            if token.dep == "appos" and token.tag in NAME_TAGS and child not in self._taken:
                return self._named.get(self._key(child))
        return None

    def _owned(self, token: Token, phrase: NounPhrase) -> None:
        """ "His boat … his boat": what one owner has, under one noun."""
        thing = self._at.get(phrase.owner or 0)
        owner = self._persons.get(phrase.owner or 0) or (str(thing.heads[0]) if thing else None)
        key = f"{owner} {phrase.word}", phrase.number
        known = self._known(key, phrase) if owner is not None else None
        if known is not None:
            self._add(known, token, "the same owner's, by the same noun")
            return
        found = self._found(token, phrase.number)
        found.modifiers = phrase.modifiers
        if owner is not None:
            self._nouns.setdefault(key, []).append(found)
            self._nouns.setdefault((phrase.word, phrase.number), []).append(found)

    def _known(self, key: tuple[str, str], phrase: NounPhrase) -> Thing | None:
        tokens = self.annotation.tokens
        for thing in reversed(self._nouns.get(key, [])):
            near = tokens[phrase.at].sentence - tokens[thing.heads[-1]].sentence <= _REACH
            if near and phrase.modifiers <= thing.modifiers:
                return thing
        return None

    def _time(self, token: Token, phrase: NounPhrase) -> None:
        """ "That year", "the same year": the time told last."""
        if phrase.determiner not in self.words.pointing and not phrase.modifiers & self.words.same:
            return
        for thing in reversed(self.things[-_LATELY:]):
            if token.sentence - self.annotation.tokens[thing.heads[-1]].sentence > _TIMES:
                return
            if thing.is_time:
                self._add(thing, token, "the time told last")
                return

    # ---------------------------------------------------------------- pronouns

    def _pronoun(self, token: Token, number: str) -> None:
        if number == "singular" and token.dep in SUBJECTS and self._only_fills(token.head):
            return
        best, weight = None, float(_PRESENT)
        for thing in self.things[-_LATELY:]:
            if thing.number != number or thing.is_time or self._hangs_below(token.index, thing.heads[-1]):
                continue
            presence = self._presence(thing, token.sentence)
            if presence >= weight:
                best, weight = thing, presence
        if best is not None:
            self._add(best, token, "the most prominent thing just before", token.span)

    def _presence(self, thing: Thing, sentence: int) -> float:
        """How much a thing is in mind: its most prominent place in this sentence and the one before."""
        best = 0.0
        for at in reversed(thing.heads):
            back = sentence - self.annotation.tokens[at].sentence
            if back > 1:
                break
            place = _WITHIN if is_within(self.annotation, at) else prominence(self.annotation, at)
            best = max(best, place / (1 + back))
        return best + _REPEATED * (best > 0 and len(thing.heads) > 1)

    def _hangs_below(self, at: int, head: int) -> bool:
        """No phrase contains a pronoun for itself."""
        tokens = self.annotation.tokens
        while tokens[at].head != at:
            at = tokens[at].head
            if at == head:
                return tokens[head].pos != "VERB"
        return False

    def _only_fills(self, verb: int) -> bool:
        """Whether "it" only holds a place: weather, "it is known that"."""
        tokens = self.annotation.tokens
        if tokens[verb].pos not in ("VERB", "AUX"):
            return False
        below = [tokens[c].dep for c in self.annotation.children[verb]]
        return tokens[verb].lemma in self.words.empty or any(d in ("ccomp", "xcomp", "acomp", "csubj") for d in below)

    # ---------------------------------------------------------------- things

    def _found(self, token: Token, number: str, span: Span | None = None) -> Thing:
        self.things.append(Thing(number))
        return self._add(self.things[-1], token, "the first mention", span)

    def _add(self, thing: Thing, token: Token, because: str, span: Span | None = None) -> Thing:
        thing.heads.append(token.index)
        thing.mentions.append(ChainMention(span or self.extents.of(token.index), because))
        self._at[token.index] = thing
        return thing


def _name_tokens(annotation: Annotation, names: list[Mention]) -> frozenset[int]:
    """The tokens of these names."""
    found: set[int] = set()
    for mention in names:
        for step in (1, -1):
            at = mention.head if mention.head is not None else 0
            while 0 <= at < len(annotation.tokens) and mention.span.contains(annotation.tokens[at].span):
                found.add(at)
                at += step
    return frozenset(found)
