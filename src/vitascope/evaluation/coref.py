"""Personas against gold chains: MUC, B³, CEAFφ4 and their mean (Pradhan et al., ACL 2014), and the subject's chain.

**What is scored.** A persona's mentions are a chain where there are two or more of them: OntoNotes marks no entity
that is mentioned once. Relative pronouns are left out, for OntoNotes marks none. Of two mentions with the same words
the first counts. With ``persons`` only gold chains of persons are asked for, and of what was read only personas of
persons and groups.

With whole chains (:func:`~vitascope.people.chains.chains.read_chains`) the phrases and chains of that module are scored
instead: whole noun phrases as OntoNotes marks them, and chains of things.

**exact** asks for the same words. **head** asks for the same head word, where gold has a parse: of a span, its first
word that hangs on one outside it. A persona's "Anna Berg" is then right for gold's "the Danish painter Anna Berg, …".

**Pooling.** All documents are scored as one, their mentions kept apart: MUC, B³ and CEAFφ4 are then sums over
documents, as the reference scorer has it. The figures come from the library scorch (docs/decisions/0011).

**The subject's chain** is gold's longest chain (of persons, where that is told; of several the first), against the
mentions of the persona that the document is about: a mention is right where gold has it. All documents are pooled.
**The whole subject** is the same against all of gold's chains that mean who the longest one means, where GUM tells:
OntoGUM was made from GUM by leaving out appositions and predicate nouns, and where one was the link, it cuts the
person's mentions into two chains.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from itertools import chain
from operator import attrgetter
from typing import Any, Literal

from vitascope.errors import VitascopeError
from vitascope.evaluation.claims import Rates
from vitascope.evaluation.coref_gold import ChainText, Range
from vitascope.model import Document, People, Span
from vitascope.people.chains.chains import Chain

__all__ = ["ChainMiss", "ChainScore", "ChainsOf", "Partition", "PeopleOf", "conll_scores", "score_chains"]
__all__ += ["score_whole_chains"]

PeopleOf = Callable[[Document], People]
ChainsOf = Callable[[Document], tuple[People, Sequence[Chain]]]
Place = tuple[int, Range]
"""A mention: number of its document, and its words (for ``head`` the head word alone)."""
Partition = Sequence[frozenset[Place]]
Match = Literal["exact", "head"]
METRICS = ("muc", "b_cubed", "ceaf_e")


@dataclass(frozen=True, slots=True)
class ChainMiss:
    """A mention that disagrees: ``missed`` (no persona's), ``other`` (another persona's), ``extra`` (not in gold).

    ``form`` is ``name``, ``pronoun`` or ``noun``; ``persona`` the label of who was read, "" for a missed one.
    """

    kind: Literal["missed", "other", "extra"]
    form: str
    document: str
    words: str
    around: str
    wanted: str
    persona: str


@dataclass(frozen=True, slots=True)
class ChainScore:
    """Figures over a corpus, for each way of matching: metric → rates, ``conll`` → the mean of the three F1."""

    documents: int
    gold: int
    predicted: int
    rates: dict[str, dict[str, Rates]]
    conll: dict[str, float]
    subject: dict[str, Rates]
    whole_subject: dict[str, Rates]
    misses: tuple[ChainMiss, ...] = field(repr=False)

    def counted(self) -> dict[str, int]:
        """How often each kind of miss occurs, by form, most first."""
        counts = Counter(f"{miss.kind} {miss.form}" for miss in self.misses)
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def as_json(self) -> dict[str, Any]:
        """Every figure as plain values, without the single misses."""
        matched = {
            match: {
                **{name: _plain(rate) for name, rate in self.rates[match].items()},
                "conll": self.conll[match],
                "subject": _plain(self.subject[match]),
                "whole_subject": _plain(self.whole_subject[match]),
            }
            for match in self.rates
        }
        counts = {"documents": self.documents, "gold": self.gold, "predicted": self.predicted}
        return {**counts, **matched, "misses_by_kind": self.counted()}


def _plain(rate: Rates) -> dict[str, float]:
    return {"p": rate.p, "r": rate.r, "f1": rate.f1}


def conll_scores(gold: Partition, predicted: Partition) -> dict[str, Rates]:
    """MUC, B³ and CEAFφ4 of two partitions. Raises VitascopeError where the scorer is not installed."""
    try:
        scores = import_module("scorch.scores")
    except ModuleNotFoundError as missing:
        raise VitascopeError("scorch", "the scorer is not installed", "pip install 'vitascope[eval]'") from missing
    found: dict[str, Rates] = {}
    for name in METRICS:
        r, p, f1 = getattr(scores, name)(gold, predicted) if gold and predicted else (0.0, 0.0, 0.0)
        found[name] = Rates(round(float(p), 4), round(float(r), 4), round(float(f1), 4))
    return found


@dataclass(frozen=True, slots=True)
class _Read:
    """One text with its gold chains and those that were read, as words."""

    text: ChainText
    gold: list[tuple[Range, ...]]
    chains: list[tuple[Range, ...]]
    labels: list[str]
    kinds: dict[Range, str]
    subject: tuple[Range, ...]
    wanted: tuple[Range, ...]
    whole: tuple[Range, ...]


def score_chains(corpus: Iterable[ChainText], read: PeopleOf, *, persons: bool = False) -> ChainScore:
    """The score of a reader of people over a corpus, by the rules above."""
    return _scored([_read(text, read(text.document), persons) for text in corpus])


def score_whole_chains(corpus: Iterable[ChainText], read: ChainsOf, *, persons: bool = False) -> ChainScore:
    """The same for a reader of whole chains, of things too."""
    return _scored([_read_whole(text, *read(text.document), persons) for text in corpus])


def _scored(texts: list[_Read]) -> ChainScore:
    matches: list[Match] = ["exact"] if any(not one.text.heads for one in texts) else ["exact", "head"]
    rates: dict[str, dict[str, Rates]] = {}
    conll: dict[str, float] = {}
    subject: dict[str, Rates] = {}
    whole: dict[str, Rates] = {}
    for match in matches:
        gold = [c for n, t in enumerate(texts) for c in _places(t, t.gold, n, match) if c]
        predicted = [c for n, t in enumerate(texts) for c in _places(t, t.chains, n, match) if c]
        rates[match] = conll_scores(gold, predicted)
        conll[match] = round(sum(rate.f1 for rate in rates[match].values()) / len(METRICS), 4)
        wanted, all_wanted, got = (
            frozenset(chain.from_iterable(_places(t, [part(t)], n, match)[0] for n, t in enumerate(texts)))
            for part in (attrgetter("wanted"), attrgetter("whole"), attrgetter("subject"))
        )
        subject[match] = Rates.of(len(wanted & got), len(got), len(wanted))
        whole[match] = Rates.of(len(all_wanted & got), len(got), len(all_wanted))
    misses = tuple(miss for number, text in enumerate(texts) for miss in _misses(text, number, matches[-1]))
    wanted_mentions = sum(len(c) for t in texts for c in t.gold)
    read_mentions = sum(len(c) for t in texts for c in t.chains)
    return ChainScore(len(texts), wanted_mentions, read_mentions, rates, conll, subject, whole, misses)


def _read(text: ChainText, people: People, persons: bool) -> _Read:
    of: dict[str, list[Range]] = {}
    kinds: dict[Range, str] = {}
    for mention in people.mentions:
        words = _words(text.words, mention.span)
        if mention.kind != "relative" and words is not None and words not in kinds:
            kinds[words] = mention.kind
            of.setdefault(mention.persona, []).append(words)
    told = [p for p in people.personas if not persons or p.kind != "organisation"]
    chains = [(p, tuple(of.get(p.id, ()))) for p in told]
    main = next((ranges for p, ranges in chains if p.main), ())
    return _beside_gold(text, persons, [(p.label, ranges) for p, ranges in chains], kinds, main)


def _read_whole(text: ChainText, people: People, chains: Sequence[Chain], persons: bool) -> _Read:
    mains = {p.id for p in people.personas if p.main}
    seen: set[Range] = set()
    found: list[tuple[str, tuple[Range, ...]]] = []
    main: tuple[Range, ...] = ()
    for one in chains:
        if persons and one.kind in ("thing", "organisation"):
            continue
        ranges = tuple(dict.fromkeys(r for m in one.mentions if (r := _words(text.words, m.span)) and r not in seen))
        seen.update(ranges)
        found.append((one.label, ranges))
        main = ranges if one.persona in mains else main
    return _beside_gold(text, persons, found, {}, main)


def _beside_gold(
    text: ChainText,
    persons: bool,
    found: Iterable[tuple[str, tuple[Range, ...]]],
    kinds: dict[Range, str],
    main: tuple[Range, ...],
) -> _Read:
    wanted = [c for k, c in enumerate(text.chains) if not persons or text.persons is None or text.persons[k]]
    kept = [(label, ranges) for label, ranges in found if len(ranges) > 1]
    longest = [c for k, c in enumerate(text.chains) if text.persons is None or text.persons[k]]
    about = max(longest, key=len, default=())
    meant = next((e for c, e in zip(text.chains, text.entities, strict=False) if c == about), "")
    same = [c for c, e in zip(text.chains, text.entities, strict=False) if e == meant] if meant else [about]
    whole = tuple(sorted(chain.from_iterable(same)))
    return _Read(text, wanted, [r for _, r in kept], [label for label, _ in kept], kinds, main, about, whole)


def _words(words: Sequence[Span], span: Span) -> Range | None:
    """The words that a span touches; None where it touches none (in a title, in a blank)."""
    touched = [at for at, word in enumerate(words) if word.overlaps(span)]
    return Range(touched[0], touched[-1] + 1) if touched else None


def _place(text: ChainText, mention: Range, number: int, match: Match) -> Place:
    if match == "exact":
        return number, mention
    inside = range(mention.first, mention.last)
    head = next(at for at in inside if text.heads[at] not in inside)
    return number, Range(head, head + 1)


def _places(read: _Read, chains: Iterable[tuple[Range, ...]], number: int, match: Match) -> list[frozenset[Place]]:
    """Chains as sets of places; a place that an earlier chain has is not counted again."""
    seen: set[Place] = set()
    found: list[frozenset[Place]] = []
    for mentions in chains:
        places = frozenset(_place(read.text, mention, number, match) for mention in mentions) - seen
        seen |= places
        found.append(places)
    return found


def _misses(read: _Read, number: int, match: Match) -> Iterable[ChainMiss]:
    """Every mention that disagrees; each gold chain is compared with the persona that shares most mentions with it."""
    gold, got = (_places(read, chains, number, match) for chains in (read.gold, read.chains))
    owner = {place: k for k, places in enumerate(got) for place in places}
    known = set(chain.from_iterable(gold))
    for mentions, places in zip(read.gold, gold, strict=True):
        shared = Counter(owner[place] for place in sorted(places) if place in owner)
        best = min(shared, key=lambda k: (-shared[k], k)) if shared else None
        for mention in mentions:
            place = _place(read.text, mention, number, match)
            theirs = owner.get(place)
            if theirs is None or theirs != best:
                label = read.labels[theirs] if theirs is not None else ""
                kind: Literal["missed", "other"] = "missed" if theirs is None else "other"
                yield _miss(read, kind, mention, _quote(read, mentions[0]), label)
    for k, mentions in enumerate(read.chains):
        for mention in mentions:
            if _place(read.text, mention, number, match) not in known:
                yield _miss(read, "extra", mention, "", read.labels[k])


def _quote(read: _Read, mention: Range) -> str:
    words = read.text.words
    return read.text.document.text[words[mention.first].start : words[mention.last - 1].end]


def _miss(read: _Read, kind: Literal["missed", "other", "extra"], mention: Range, wanted: str, label: str) -> ChainMiss:
    text = read.text
    around = _quote(read, Range(max(0, mention.first - 5), min(len(text.words), mention.last + 5)))
    return ChainMiss(
        kind,
        _form(read, mention),
        text.document.source.uri,
        _quote(read, mention),
        " ".join(around.split()),
        wanted,
        label,
    )


def _form(read: _Read, mention: Range) -> str:
    kind = read.kinds.get(mention, "")
    if kind in ("pronoun", "possessive"):
        return "pronoun"
    if kind == "name" or not read.text.pos:
        return kind or "mention"
    head = _place(read.text, mention, 0, "head")[1].first
    return {"PRON": "pronoun", "PROPN": "name"}.get(read.text.pos[head], "noun")
