"""The cue lexicon: which words unsettle what stands under them, and how.

A governing predicate has a signature for its content: what follows about the content where the governor itself
holds, and where it is denied. The idea is that of implicative signatures (Nairn, Condoravdi & Karttunen 2006,
"Computing relative polarity for textual inference"; Karttunen 1971), with two more parts that a historian needs:
how far the author stands behind the content (modality), and whose word it is (voice).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vitascope import lang, vocabulary
from vitascope.errors import DataError
from vitascope.model import Modality, Standing

Outcome = Literal["holds", "fails", "open"]
"""What follows about a content: it is so, it is not so, or nothing follows."""
Voice = Literal["none", "subject", "object"]
"""Whose word the content is: nobody's told, who acts (speaks), or who is acted on."""
MODALITIES: tuple[Modality, ...] = ("asserted", "uncertain", "reported", "alleged", "intended", "hypothetical")
"""From fact outwards; what stands under two cues is as far from fact as the farther of them says."""


class Entry(BaseModel):
    """What every entry of the cue lexicon carries. ``examples`` are sentences with the lemma that the cue must
    reach and the status it must give it (parts that differ from a plain fact); ``near_misses`` have the lemma that
    must stay a plain fact."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    examples: tuple[Case, ...] = Field(min_length=1)
    near_misses: tuple[Case, ...] = Field(min_length=1)


class Case(BaseModel):
    """A sentence, the lemma looked at, and its expected status parts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    at: str
    status: dict[str, Any] = {}


class Governor(Entry):
    """Verbs, nouns, adjectives and prepositions with a content.

    ``links`` say how the content hangs on them: ``inf`` (infinitive with to), ``bare`` (without), ``ing``, ``done``
    (past participle), ``finite`` (clause), ``marked`` (the same with its "that"), ``subjunctive`` ("that she be
    tried"), ``whether``, ``object``, or a preposition. A verb of several words ("go on") asks for each further word
    beside it; ``subjects`` asks for a subject noun ("their aim was to …").
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    links: tuple[str, ...]
    positive: Outcome = "holds"
    negative: Outcome = "holds"
    modality: Modality = "asserted"
    voice: Voice = "none"
    passive: bool | None = None
    subjects: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    """Lemmas of the content, where only these are meant ("was to become")."""
    standing: Standing = "stands"
    not_after: tuple[str, ...] = ()
    """Words right before a noun with which it means something else ("in charge of")."""
    alone: bool = False
    """Whether nothing may stand between a verb and its content ("appeared to sleep", no "appeared to him to sleep")."""
    consent: bool = False
    """Whether the content is given as one's own word, so that force used on the speaker taints it."""
    clausal: bool = False
    """Whether a finite clause after the noun is its content even where the parser reads a relative clause."""
    involvement: bool = False
    """Whether the content is a deed laid at somebody's door: a claim of its own."""


class Modifier(Entry):
    """Words inside a predication that unsettle it: adverbs and fixed phrases, adjectives, subordinators, modals.

    ``perfect``: a modal counts only before "have" and a participle (true), only without (false), or always.
    """

    adverbs: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    subordinators: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    perfect: bool | None = None
    conditional: bool = False
    negates: bool = False
    modality: Modality = "asserted"
    standing: Standing = "stands"
    of_content: bool = False
    """Whether the standing is that of the content, not of the predication itself ("falsely accused of …")."""


class Source(Entry):
    """Phrases that name whose word a clause is: "according to X", "in the view of X", "as X recalled"."""

    prepositions: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    modality: Modality = "reported"


class Negation(BaseModel):
    """Words by which a clause is denied, and those that take the denial back."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: frozenset[str]
    subjects: frozenset[str]
    determiners: frozenset[str]
    cancelled_before: frozenset[str]
    cancelled_pairs: frozenset[str]
    barely: frozenset[str]
    directly: frozenset[str]
    until: frozenset[str]
    phrases: frozenset[str]
    contrast: frozenset[str]
    disjunction: frozenset[str]


class Words(BaseModel):
    """Closed sets of words that scope needs beside the entries."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    light: frozenset[str]
    uttering: frozenset[str]
    ordinals: frozenset[str]
    ordinal_endings: tuple[str, ...]
    definite: frozenset[str]
    complementisers: frozenset[str]
    doubting: frozenset[str]
    infinitive: frozenset[str]
    conditional_auxiliary: frozenset[str]
    as_said: frozenset[str]
    attesting: frozenset[str]
    documents: frozenset[str]
    mute: frozenset[str]
    order_nouns: frozenset[str]
    order_prepositions: frozenset[str]
    order_sources: frozenset[str]
    utterers: frozenset[str]
    perfect: frozenset[str]
    grounds: frozenset[str]
    partitive: frozenset[str]
    cleft: frozenset[str]
    telling: frozenset[str]
    credence: frozenset[str]
    so_said: frozenset[str]
    media: frozenset[str]
    minding: frozenset[str]
    impending: frozenset[str]
    aims: frozenset[str]
    ascribing: frozenset[str]
    crediting: frozenset[str]
    reckoning: frozenset[str]
    particulars: frozenset[str]
    stating: frozenset[str]
    rebuttals: frozenset[str]
    horizon: frozenset[str]
    means: frozenset[str]
    outcomes: frozenset[str]
    attendant: frozenset[str]
    purposive: frozenset[str]
    reasons: frozenset[str]
    official: frozenset[str]
    causes: frozenset[str]
    contrasting: frozenset[str]
    forestalling: frozenset[str]
    branding: frozenset[str]
    branded: frozenset[str]
    diagnosing: frozenset[str]
    appointing: frozenset[str]
    described: frozenset[str]
    fictions: frozenset[str]
    performing: frozenset[str]
    bounds: frozenset[str]
    falsity: frozenset[str]
    dubious: frozenset[str]
    resting: frozenset[str]
    turning: frozenset[str]
    turns: frozenset[str]
    accounts: frozenset[str]
    reflexive: frozenset[str]
    inherent: dict[str, Modality]
    purposes: frozenset[str]
    prospective: frozenset[str]
    prospects: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)  # one of each language, by which others keep what they make of it
class Cues:
    """The cue lexicon of a language, indexed by lemma."""

    governors: tuple[Governor, ...]
    modifiers: tuple[Modifier, ...]
    sources: tuple[Source, ...]
    negation: Negation
    words: Words
    by_verb: Mapping[str, tuple[tuple[Governor, frozenset[str]], ...]]
    by_noun: Mapping[str, tuple[Governor, ...]]
    by_adjective: Mapping[str, tuple[Governor, ...]]
    by_preposition: Mapping[str, tuple[Governor, ...]]
    adverbs: Mapping[str, Modifier]
    adjectives: Mapping[str, Modifier]
    subordinators: Mapping[str, Modifier]
    modals: Mapping[str, tuple[Modifier, ...]]
    source_prepositions: Mapping[str, Source]
    source_nouns: Mapping[str, Source]
    tellings: frozenset[str]
    """Nouns that name somebody's word: account, view."""
    laying: frozenset[str]
    """Words by which a deed may be laid at somebody's door."""


E = TypeVar("E", bound=BaseModel)


@cache
def load_cues(language: str = "en") -> Cues:
    """The cue lexicon of a language. Raises DataError naming file and entry where the data is wrong."""
    governors = tuple(checked_entries(language, "status", "governors", Governor))
    modifiers = tuple(checked_entries(language, "status-modifiers", "modifiers", Modifier))
    sources = tuple(checked_entries(language, "status-modifiers", "sources", Source))
    raw = lang.load(language, "status-modifiers")
    modals: dict[str, list[Modifier]] = defaultdict(list)
    for modifier in modifiers:
        for word in modifier.modals:
            modals[word].append(modifier)
    return Cues(
        governors,
        modifiers,
        sources,
        _checked(Negation, raw["negation"], f"lang/{language}/status-modifiers.yml"),
        _checked(Words, raw["words"], f"lang/{language}/status-modifiers.yml"),
        _verbs(governors),
        _many(governors, "nouns"),
        _many(governors, "adjectives"),
        _many(governors, "prepositions"),
        {w: m for m in modifiers for w in m.adverbs},
        {w: m for m in modifiers for w in m.adjectives},
        {w: m for m in modifiers for w in m.subordinators},
        {w: tuple(found) for w, found in modals.items()},
        {w: s for s in sources for w in s.prepositions},
        {w: s for s in sources for w in s.nouns},
        frozenset(w.split()[-1] for s in sources for w in s.nouns),
        frozenset(w for g in governors if g.involvement for w in _heads(g)),
    )


def _heads(governor: Governor) -> Iterator[str]:
    """The lemmas under which the words of an entry are found."""
    yield from (text.split()[0] for text in governor.verbs)
    yield from (*governor.nouns, *governor.adjectives)


def checked_entries(language: str, name: str, part: str, kind: type[E]) -> Iterator[E]:
    """The entries of one list of a lexicon, checked, ids unique in it."""
    where = f"lang/{language}/{name}.yml"
    known: set[str] = set()
    for number, raw in enumerate(lang.load(language, name)[part]):
        label = raw.get("id", f"entry {number + 1} of {part}")
        entry = _checked(kind, raw, where, label)
        if label in known:
            raise DataError(where, f"two entries “{label}” in {part}")
        known.add(label)
        yield entry


M = TypeVar("M", bound=BaseModel)


def _checked(kind: type[M], raw: Any, where: str, label: str = "") -> M:
    try:
        return kind.model_validate(raw)
    except ValidationError as fault:
        raise DataError(where, f"“{label}”: {fault}" if label else str(fault)) from fault


def _verbs(governors: tuple[Governor, ...]) -> dict[str, tuple[tuple[Governor, frozenset[str]], ...]]:
    """Lemma → entries with the further words each asks for, those of more words first."""
    found: dict[str, list[tuple[Governor, frozenset[str]]]] = defaultdict(list)
    for governor in governors:
        for text in governor.verbs:
            lemma, *rest = text.split()
            found[lemma].append((governor, frozenset(rest)))
    ranked = {
        k: sorted(v, key=lambda p: (-len(p[1]), not p[0].subjects, p[0].passive is None)) for k, v in found.items()
    }
    return {k: tuple(v) for k, v in ranked.items()}


def _many(governors: tuple[Governor, ...], part: str) -> dict[str, tuple[Governor, ...]]:
    found: dict[str, list[Governor]] = defaultdict(list)
    for governor in governors:
        for word in getattr(governor, part):
            found[word].append(governor)
    return {k: tuple(v) for k, v in found.items()}


def checked_types(names: tuple[str, ...], where: str) -> frozenset[str]:
    """``names`` as a set, each a type of the vocabulary. Raises DataError for one that is none."""
    types = vocabulary.load().types
    for name in names:
        if name not in types:
            raise DataError(where, f"no claim type “{name}”")
    return frozenset(names)


Entry.model_rebuild()
