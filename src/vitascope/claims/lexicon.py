"""The frame lexicon: predicates → claim types, loaded from language data and checked.

The idea of a frame (a predicate evokes a type whose roles its arguments fill) is FrameNet's (Baker, Fillmore &
Lowe 1998); frames here name claim types and the syntactic sources of their roles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vitascope import lang, vocabulary
from vitascope.errors import DataError

MODIFIER = "modifier"
"""The function of a word before a noun that a nominal predicate asks for, or of the preposition that governs it:
"founding member", "show trial", "under torture"."""
_MADE = frozenset({"creation", "publication"})
_UNDERGOING = ("object", "recipient")
_PARTIES = ("subject", "object", "recipient", "clause")
"""Functions that a predicate may name with no preposition before them: "take in subject @police"."""
PREDICATE = "predicate"
"""The source of a role that the predicate's own word fills ("was beheaded": the method)."""
ABOVE = "above"
"""The source of a role that the person fills of whom the clause above a noun tells ("with her help he escaped")."""
LIFE = "main"
"""The source of a subject whom the clause does not name: whose life it is."""
HAPPENING = "happening"
"""The noun set of what people do or undergo, without a frame of its own."""
KINDS = frozenset({"person", "group", "organisation", "place", "time", "work", "event", "thing", "polity", "trade"})


class Example(BaseModel):
    """A sentence that a frame must match, with the subject and roles it must give."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    subject: str
    roles: dict[str, str] = {}


class Frame(BaseModel):
    """One frame as written in the lexicon; see docs/frames.md for the meaning of each part."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    type: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    subject: str | tuple[str, ...] = "subject"
    require: dict[str, tuple[str, ...]] = {}
    forbid: dict[str, tuple[str, ...]] = {}
    needs: tuple[str, ...] = ()
    roles: dict[str, tuple[str, ...]] = {}
    fixed: dict[str, str] = {}
    apart: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    also: bool = False
    ends: bool = False
    denied: bool = False
    examples: tuple[Example, ...] = Field(min_length=1)
    near_misses: tuple[str, ...] = Field(min_length=1)

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """The functions that may be the claim's subject, first present first."""
        return (self.subject,) if isinstance(self.subject, str) else self.subject


class Constraint(NamedTuple):
    """What a pattern asks beyond its lemma: an argument of ``function``, its head among ``lemmas`` unless None."""

    function: str
    lemmas: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A predicate of a frame, parsed. More constraints are more specific."""

    frame: Frame
    constraints: tuple[Constraint, ...]
    order: int


@dataclass(frozen=True, slots=True)
class Choices:
    """The patterns of one lemma: all, those that ask for nothing more, the others by what they ask for first: the
    function, and the lemma that heads it (None: whichever)."""

    patterns: tuple[Pattern, ...]
    free: tuple[Pattern, ...]
    bound: Mapping[str, Mapping[str | None, tuple[Pattern, ...]]]

    def asking(self, words: Set[str], forms: Mapping[str, Set[str]]) -> Iterator[Pattern]:
        """Those whose first demand a clause of these words and forms meets; one of several lemmas as often as met."""
        for function, by_lemma in self.bound.items():
            if function in words:
                yield from by_lemma.get(None, ())
            for form in forms.get(function, ()):
                yield from by_lemma.get(form, ())

    def __iter__(self) -> Iterator[Pattern]:
        return iter(self.patterns)


@dataclass(frozen=True)
class Lexicon:
    """All frames of a language, indexed by the lemma that evokes them, with noun sets and role nouns."""

    frames: tuple[Frame, ...]
    verbs: Mapping[str, Choices]
    nouns: Mapping[str, Choices]
    agents: Mapping[str, tuple[Pattern, ...]]
    sets: Mapping[str, frozenset[str]]
    memberships: Mapping[str, frozenset[str]]
    occupations: frozenset[str]
    posts: frozenset[str]
    ranks: frozenset[str]
    titles: frozenset[str]
    governing: frozenset[str]
    local: frozenset[str]
    collegiate: frozenset[str]
    sporting: frozenset[str]
    corporate: frozenset[str]
    political: frozenset[str]
    partisan: frozenset[str]
    parties: frozenset[str]
    kin: Mapping[str, str]
    kin_inverse: Mapping[str, str]
    kin_composed: Mapping[str, Mapping[str, str]]
    kin_label: str
    grammar: Mapping[str, frozenset[str]]

    @cached_property
    def human(self) -> frozenset[str]:
        """Nouns that denote a person: trades, offices, ranks, kin, and those of the frames' agents."""
        bearers = frozenset(n for n, patterns in self.agents.items() if any(not p.constraints for p in patterns))
        return frozenset((*self.occupations, *self.posts, *self.ranks, *self.kin, *bearers, *self.grammar["people"]))

    @cached_property
    def suffered(self) -> frozenset[str]:
        """Lemmas of verbs that, alone, only ever tell of the one to whom it is done ("was tried and shot"), deeds that
        somebody may be charged with aside ("was taken away and murdered")."""
        told = ((lemma, [p.frame for p in c.free if p.frame.type != _DEED]) for lemma, c in self.verbs.items())
        return frozenset(lemma for lemma, frames in told if _voices(frames) == (True, False))

    @cached_property
    def ending(self) -> frozenset[str]:
        """The rules of the frames that tell of an end."""
        return frozenset(f"frame:{frame.id}" for frame in self.frames if frame.ends)

    @cached_property
    def denied(self) -> frozenset[str]:
        """The rules of the frames whose words say no and mean that it happened: "was never seen again"."""
        return frozenset(f"frame:{frame.id}" for frame in self.frames if frame.denied)

    @cached_property
    def making(self) -> frozenset[str]:
        """Lemmas of verbs that, alone, tell of their subject that it made something."""
        told = ((lemma, p.frame) for lemma, choices in self.verbs.items() for p in choices.free)
        return frozenset(lemma for lemma, f in told if f.type in _MADE and "subject" in f.subjects)

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """The rules of the frames that may tell of a subject whom the clause does not name."""
        return frozenset(f"frame:{frame.id}" for frame in self.frames if LIFE in frame.subjects)

    @cached_property
    def bearing_nouns(self) -> frozenset[str]:
        """Lemmas of nouns for what somebody may be made: "was ordained a deacon", "was elected president"."""
        return self._role_nouns | self.sets["calling"]

    @cached_property
    def _role_nouns(self) -> frozenset[str]:
        roles = (self.agents, self.occupations, self.posts, self.ranks, self.governing, self.political, self.kin)
        return frozenset(word.rsplit(" ", 1)[-1] for words in roles for word in words)

    @cached_property
    def predicating_nouns(self) -> frozenset[str]:
        """Lemmas of nouns that make a clause: events and roles, the last word of those of several."""
        events = frozenset(word.rsplit(" ", 1)[-1] for word in (*self.nouns, *self.sets[HAPPENING]))
        return self._role_nouns | events


_DEED = "involvement"


def _voices(frames: Iterable[Frame]) -> tuple[bool, bool]:
    """Whether some of the frames that fit without an object tell of who undergoes it, and some of who does it."""
    told = [frame.subjects[0] for frame in frames if "object" not in frame.needs]
    return any(s in _UNDERGOING for s in told), any(s not in _UNDERGOING for s in told)


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """The frame lexicon of a language. Raises DataError naming file and frame where the data is wrong."""
    sets = {k: frozenset(v) for k, v in lang.load(language, "nouns")["sets"].items()}
    grammar = {k: frozenset(v) for k, v in lang.load(language, "grammar").items()}
    frames = tuple(_frames(language))
    roles = lang.load(language, "roles")
    sets |= {"office": _shared(sets["office"], roles["sharing"])}
    _check(frames, sets)
    kinship = lang.load(language, "kinship")
    memberships: dict[str, set[str]] = defaultdict(set)
    for name, lemmas in sets.items():
        for lemma in lemmas:
            memberships[lemma].add(name)
    parse = PredicateParser(sets, grammar["prepositions"])
    return Lexicon(
        frames,
        _choices(_index(frames, "verbs", parse)),
        _choices(_index(frames, "nouns", parse)),
        _index(frames, "agents", parse),
        sets,
        {k: frozenset(v) for k, v in memberships.items()},
        _shared(_flat(roles["occupations"]), roles["sharing"]),
        _shared(_flat(roles["posts"]), roles["sharing"]),
        _flat(roles["ranks"]),
        _flat(roles["titles"]),
        _flat(roles["governing"]),
        _flat(roles["local"]),
        _flat(roles["collegiate"]),
        _flat(roles["sporting"]),
        _flat(roles["corporate"]),
        _flat(roles["political"]),
        _flat(roles["partisan"]),
        _flat(roles["parties"]),
        {noun: row["relation"] for noun, row in kinship["nouns"].items()},
        kinship["inverse"],
        kinship["composed"],
        lang.load(language, "pronouns")["kin_label"],
        grammar,
    )


def _frames(language: str) -> Iterator[Frame]:
    known: dict[str, str] = {}
    for family in vocabulary.load().families:
        where = f"lang/{language}/frames-{family}.yml"
        for number, raw in enumerate(lang.load(language, f"frames-{family}")["frames"] or ()):
            name = raw.get("id", f"frame {number + 1}")
            try:
                frame = Frame.model_validate(raw)
            except ValidationError as fault:
                raise DataError(where, f"frame “{name}”: {fault}") from fault
            if frame.id in known:
                raise DataError(where, f"frame “{frame.id}” also stands in {known[frame.id]}")
            known[frame.id] = where
            yield frame


def _check(frames: tuple[Frame, ...], sets: Mapping[str, frozenset[str]]) -> None:
    types = vocabulary.load().types
    for frame in frames:
        if frame.type not in types:
            raise DataError("frames", f"frame “{frame.id}” has no type of the vocabulary: “{frame.type}”")
        allowed = {*types[frame.type].roles, *vocabulary.COMMON_ROLES}
        for role in (*frame.roles, *frame.fixed):
            if role not in allowed:
                raise DataError("frames", f"frame “{frame.id}”: {frame.type} has no role “{role}”")
        for kinds in (*frame.require.values(), *frame.forbid.values()):
            for kind in kinds:
                if kind not in KINDS and kind not in sets:
                    raise DataError("frames", f"frame “{frame.id}”: “{kind}” is no kind and no noun set")


class PredicateParser:
    """Parses predicates: ``break with``, ``take into custody|detention``, ``sign +confession``, ``fall =ill``."""

    def __init__(self, sets: Mapping[str, frozenset[str]], prepositions: frozenset[str]) -> None:
        self._sets = sets
        self._prepositions = prepositions

    def __call__(self, text: str) -> tuple[str, tuple[Constraint, ...]]:
        """Lemma and constraints of one predicate. Raises DataError for a set that does not exist."""
        lemma, *words = text.split()
        constraints: list[Constraint] = []
        at = 0
        while at < len(words):
            word = words[at]
            if word[0] in "+=":
                constraints.append(
                    Constraint("object" if word[0] == "+" else "complement", self._lemmas(word[1:], text))
                )
            elif at + 1 < len(words) and self._is_noun(words[at + 1]):
                constraints.append(Constraint(word, self._lemmas(words[at + 1], text)))
                at += 1
            else:
                constraints.append(Constraint(word, None))
            at += 1
        return lemma, tuple(constraints)

    def _is_noun(self, word: str) -> bool:
        return word[0] not in "+=" and word not in self._prepositions and word not in _PARTIES

    def _lemmas(self, text: str, whole: str) -> frozenset[str]:
        found: set[str] = set()
        for word in text.split("|"):
            if word.startswith("@"):
                if word[1:] not in self._sets:
                    raise DataError("frames", f"predicate “{whole}”: no noun set “{word}”")
                found |= self._sets[word[1:]]
            else:
                found.add(word)
        return frozenset(found)


def _index(frames: tuple[Frame, ...], part: str, parse: PredicateParser) -> dict[str, tuple[Pattern, ...]]:
    index: dict[str, list[Pattern]] = defaultdict(list)
    for order, frame in enumerate(frames):
        for text in getattr(frame, part):
            if part == "verbs":
                lemma, constraints = parse(text)
            else:
                *before, lemma = text.split()
                constraints = tuple(Constraint(MODIFIER, frozenset((word,))) for word in before)
            index[lemma].append(Pattern(frame, constraints, order))
    return {k: tuple(v) for k, v in index.items()}


def _choices(index: Mapping[str, tuple[Pattern, ...]]) -> dict[str, Choices]:
    found = {}
    for lemma, patterns in index.items():
        bound: dict[str, dict[str | None, tuple[Pattern, ...]]] = defaultdict(dict)
        for pattern in patterns:
            if pattern.constraints:
                first, by_lemma = pattern.constraints[0], bound[pattern.constraints[0].function]
                for word in (None,) if first.lemmas is None else first.lemmas:
                    by_lemma[word] = (*by_lemma.get(word, ()), pattern)
        free = tuple(p for p in patterns if not p.constraints)
        found[lemma] = Choices(patterns, free, {function: bound[function] for function in sorted(bound)})
    return found


def _flat(domains: Any) -> frozenset[str]:
    if isinstance(domains, dict):
        return frozenset(word for words in domains.values() for word in words)
    return frozenset(domains)


def _shared(nouns: frozenset[str], prefixes: Iterable[str]) -> frozenset[str]:
    """The nouns, and those of one word for who does it with others: "co-editor"."""
    return nouns | {prefix + noun for prefix in prefixes for noun in nouns if " " not in noun}
