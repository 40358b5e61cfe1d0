"""The person a life is about, against WikiBio-events (Stranisci et al., ACL 2023): which words mean them.

Gold marks the person where they take part in an event that it marks, and the whole phrase that takes part ("his first
novel"). It marks no possessive as such, and nothing in sentences without an event. Three counts:

**words**: a gold word is found where a mention of the main persona covers it; every other word covered is wrong.
**mentions**: a gold mention (a run of words marked as one) is found where a mention of the main persona shares a word
with it, and such a mention is right where it shares a word with a gold mention; every other one is wrong.
**participants**: as mentions, but what gold never marks is not asked: a mention that it does not mark is neither right
nor wrong where it is a possessive ("his", "Berg's") or stands in a sentence without an event.

Relative pronouns are left out of all three, for gold marks none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from vitascope.evaluation.claims import Rates
from vitascope.evaluation.coref import PeopleOf
from vitascope.evaluation.coref_gold import TargetText
from vitascope.model import Mention, Span

__all__ = ["TargetMiss", "TargetScore", "score_target"]


@dataclass(frozen=True, slots=True)
class TargetMiss:
    """A gold mention that was not read (``missed``), or a reading that gold does not mark (``extra``)."""

    kind: str
    document: str
    words: str
    around: str
    read: str
    """The kind of mention that was read, and for a missed one whose."""


@dataclass(frozen=True, slots=True)
class TargetScore:
    """Figures over a corpus; ``by_document`` holds the F1 of participants of each, ``misses`` are theirs."""

    documents: int
    words: Rates
    mentions: Rates
    participants: Rates
    by_document: dict[str, float]
    misses: tuple[TargetMiss, ...] = field(repr=False)

    def as_json(self) -> dict[str, Any]:
        """Every figure as plain values, without the single misses."""
        rates = {"words": self.words, "mentions": self.mentions, "participants": self.participants}
        plain = {name: {"p": rate.p, "r": rate.r, "f1": rate.f1} for name, rate in rates.items()}
        counts: dict[str, int] = {}
        for miss in self.misses:
            key = f"{miss.kind} {miss.read.split(':')[0] or 'nobody'}"
            counts[key] = counts.get(key, 0) + 1
        kinds = dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
        return {"documents": self.documents, **plain, "by_document": self.by_document, "misses_by_kind": kinds}


def score_target(corpus: Iterable[TargetText], read: PeopleOf, endings: Sequence[str]) -> TargetScore:
    """The score of a reader of people over a corpus. ``endings``: what makes a name a possessive."""
    words, counted, asked = [0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]
    by_document: dict[str, float] = {}
    misses: list[TargetMiss] = []
    for text in corpus:
        people = read(text.document)
        labels = {p.id: p.label for p in people.personas}
        main = {p.id for p in people.personas if p.main}
        found = [m for m in people.mentions if m.persona in main and m.kind != "relative"]
        gold = [Span(text.words[at.first].start, text.words[at.last - 1].end) for at in text.mentions]
        marked = {at for mention in text.mentions for at in range(*mention)}
        covered = {at for at, word in enumerate(text.words) if any(m.span.overlaps(word) for m in found)}
        words = _added(words, (len(marked & covered), len(covered), len(marked)))
        missed = [span for span in gold if not any(span.overlaps(m.span) for m in found)]
        extra = [m for m in found if not any(m.span.overlaps(span) for span in gold)]
        right, recalled = len(found) - len(extra), len(gold) - len(missed)
        counted = _added(counted, (right, len(found), recalled, len(gold)))
        extra = [m for m in extra if _is_asked(text, m, endings)]
        of_this = (right, right + len(extra), recalled, len(gold))
        asked = _added(asked, of_this)
        by_document[text.document.source.uri] = _rates(of_this).f1
        for span in missed:
            theirs = next((f"{m.kind}: {labels[m.persona]}" for m in people.mentions if m.span.overlaps(span)), "")
            misses.append(_miss(text, "missed", span, theirs))
        misses += [_miss(text, "extra", m.span, m.kind) for m in extra]
    rates = Rates.of(*words), _rates(counted), _rates(asked)
    return TargetScore(len(by_document), *rates, by_document, tuple(misses))


def _is_asked(text: TargetText, mention: Mention, endings: Sequence[str]) -> bool:
    """Whether gold could have marked this mention."""
    if mention.kind == "possessive" or text.document.text.startswith(tuple(endings), mention.span.end):
        return False
    return any(text.words[at].overlaps(mention.span) for at in text.told)


def _added(counts: Sequence[int], more: Sequence[int]) -> list[int]:
    return [a + b for a, b in zip(counts, more, strict=True)]


def _rates(counts: Sequence[int]) -> Rates:
    """From mentions that are right, predicted, found, and wanted."""
    right, predicted, found, wanted = counts
    p = right / predicted if predicted else 0.0
    r = found / wanted if wanted else 0.0
    return Rates(round(p, 4), round(r, 4), round(2 * p * r / (p + r), 4) if p + r else 0.0)


def _miss(text: TargetText, kind: str, span: Span, read: str) -> TargetMiss:
    document = text.document
    around = document.text[max(0, span.start - 40) : span.end + 40]
    return TargetMiss(kind, document.source.uri, document.quote(span), " ".join(around.split()), read)
