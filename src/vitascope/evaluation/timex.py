"""Dates read against gold dates, by the rules of TempEval-3 (UzZaman et al., SemEval 2013, section 5.1).

**Pairs.** A prediction and a gold date pair where they share a code point; each is in one pair at most. Those with the
same extent are paired first, then each gold date in text order takes the free prediction that shares most with it.

**Extent.** *strict*: pairs with the same extent; *relaxed*: all pairs. P is their share of the predictions, R of the
gold dates.

**Value.** The accuracy of value over the pairs, times P and R: pairs whose value is right as a share of predictions
and of gold dates, with the relaxed or the strict extent asked for. In TimeML a value is right where the strings are the
same (type and mod are not asked); no value is excused. In TEI it is right where first and last day are the same; of a
date of no year ("30 September") the month and day.
Figures are micro-averages over all documents. The document creation time is not scored.

**What is predicted.** In TimeML the TIMEX3 of :func:`vitascope.export.timex3.timex3`. In TEI every expression that
tells a date, a range in one where gold has it in one, else by its ends. A preposition is heeded where gold has it
within the date ("since 2005"), else not. An age and an hour are no dates in TEI, which has ``<age>`` and ``<time>``
for them; a named period that leads to a time ("during the Boer War") is one. TimeML takes what
:func:`vitascope.export.timex3.is_timex` takes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from vitascope.evaluation.claims import Rates
from vitascope.evaluation.timex_gold import Bounds, GoldDate, GoldDocument, days_of
from vitascope.evaluation.timex_kinds import CLASSES, time_class
from vitascope.export.range_ends import range_ends
from vitascope.export.timex3 import core_edtf, is_timex, timex3
from vitascope.model import Document, Span, TimeExpression
from vitascope.time.expressions import HOURS, PERIOD, STAGE
from vitascope.time.lexicon import lexicon

MissKind = Literal["missed", "extent", "value", "extra"]
MISS_KINDS: tuple[MissKind, ...] = ("missed", "extent", "value", "extra")


@dataclass(frozen=True, slots=True)
class PredictedDate:
    """A date as it was read. ``bounds`` are those of the words alone, ``steered`` those with what leads them
    (at ``lead``); ``rule`` and ``because`` say where it comes from."""

    span: Span
    value: str
    type: str = "DATE"
    bounds: Bounds | None = None
    steered: Bounds | None = None
    lead: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DateMiss:
    """One disagreement: a gold date ``missed``, of another ``extent`` or ``value``, or an ``extra`` prediction.

    ``klass`` is that of the gold date, of an extra one that of the prediction. A pair may be wrong in both.
    """

    kind: MissKind
    klass: str
    document: str
    line: int
    words: str
    wanted: str
    got_words: str = ""
    got: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DateScore:
    """Figures over a corpus. ``classes`` counts, by kind of time, gold dates and each kind of miss."""

    documents: int
    words: int
    gold: int
    predicted: int
    strict: Rates
    relaxed: Rates
    value_relaxed: Rates
    value_strict: Rates
    value_accuracy: float
    classes: dict[str, dict[str, int]]
    misses: tuple[DateMiss, ...] = field(repr=False)

    def as_json(self) -> dict[str, Any]:
        """Every figure as plain values, without the single misses."""
        rates = {name: getattr(self, name) for name in ("strict", "relaxed", "value_relaxed", "value_strict")}
        plain = {name: {"p": rate.p, "r": rate.r, "f1": rate.f1} for name, rate in rates.items()}
        counts = {name: getattr(self, name) for name in ("documents", "words", "gold", "predicted")}
        return {**counts, **plain, "value_accuracy": self.value_accuracy, "classes": self.classes}


def score_reading(corpus: Iterable[GoldDocument], read: Callable[[Document], tuple[TimeExpression, ...]]) -> DateScore:
    """The score of a reader of times over a corpus."""
    scored = []
    for gold in corpus:
        times = read(gold.document)
        predicted = (
            predicted_bounds(gold.document, times, gold.dates) if gold.tei else predicted_values(gold.document, times)
        )
        scored.append((gold, predicted))
    return score(scored)


def score(corpus: Sequence[tuple[GoldDocument, Sequence[PredictedDate]]]) -> DateScore:
    """The score of predictions over a corpus, by the rules above."""
    n: Counter[str] = Counter()
    misses: list[DateMiss] = []
    classes: dict[str, Counter[str]] = {}
    for gold, predicted in corpus:
        document, language = gold.document, gold.document.source.language
        pairs = pair(predicted, gold.dates)
        n.update(documents=1, words=len(document.text.split()), gold=len(gold.dates), predicted=len(predicted))
        for date in gold.dates:
            classes.setdefault(time_class(date, document.quote(date.span), language), Counter())["gold"] += 1
        found = _disagreements(gold, predicted, pairs)
        misses += found
        for miss in found:
            classes.setdefault(miss.klass, Counter())[miss.kind] += 1
        for i, j in pairs:
            strict, right = predicted[i].span == gold.dates[j].span, agrees(predicted[i], gold.dates[j])
            n.update(relaxed=1, strict=strict, right=right, strict_right=strict and right)
    order = {name: at for at, name in enumerate(CLASSES)}
    return DateScore(
        documents=n["documents"],
        words=n["words"],
        gold=n["gold"],
        predicted=n["predicted"],
        strict=Rates.of(n["strict"], n["predicted"], n["gold"]),
        relaxed=Rates.of(n["relaxed"], n["predicted"], n["gold"]),
        value_relaxed=Rates.of(n["right"], n["predicted"], n["gold"]),
        value_strict=Rates.of(n["strict_right"], n["predicted"], n["gold"]),
        value_accuracy=round(n["right"] / n["relaxed"], 4) if n["relaxed"] else 0.0,
        classes={
            name: {kind: classes[name][kind] for kind in ("gold", *MISS_KINDS)}
            for name in sorted(classes, key=lambda name: order[name])  # type: ignore[index]
        },
        misses=tuple(misses),
    )


def pair(predicted: Sequence[PredictedDate], gold: Sequence[GoldDate]) -> list[tuple[int, int]]:
    """Pairs of indices, as the rules above say, by gold date."""
    by_span = {date.span: i for i, date in reversed(list(enumerate(predicted)))}
    taken: dict[int, int] = {}
    used: set[int] = set()
    for j, date in enumerate(gold):
        i = by_span.get(date.span)
        if i is not None and i not in used:
            taken[j] = i
            used.add(i)
    for j, date in enumerate(gold):
        if j not in taken:
            shared = [
                (-(min(p.span.end, date.span.end) - max(p.span.start, date.span.start)), i)
                for i, p in enumerate(predicted)
                if i not in used and p.span.overlaps(date.span)
            ]
            if shared:
                taken[j] = min(shared)[1]
                used.add(taken[j])
    return [(taken[j], j) for j in sorted(taken)]


def agrees(predicted: PredictedDate, gold: GoldDate) -> bool:
    """Whether the value is right: the same string, or in TEI the same bounds."""
    if gold.bounds is None:
        return predicted.value == gold.value
    heeded = predicted.lead is not None and gold.span.start <= predicted.lead
    return gold.bounds != (None, None) and gold.bounds == (predicted.steered if heeded else predicted.bounds)


def predicted_values(document: Document, times: Iterable[TimeExpression]) -> tuple[PredictedDate, ...]:
    """The TIMEX3 of what was read."""
    times = tuple(times)
    rules = [(expression.core, expression.rule) for expression in times]
    return tuple(
        PredictedDate(t.span, t.value, t.type, rule=next(rule for core, rule in rules if core.overlaps(t.span)))
        for t in timex3(document, times)
    )


def is_tei_date(expression: TimeExpression) -> bool:
    """Whether TEI has a ``<date>`` there: not an age in years (``<age>``) or an hour (``<time>``)."""
    if expression.rule == PERIOD:
        return True
    in_years = expression.kind == "age" and expression.rule != STAGE
    return is_timex(expression) and not in_years and expression.rule not in HOURS


def predicted_bounds(
    document: Document, times: Iterable[TimeExpression], gold: Sequence[GoldDate]
) -> tuple[PredictedDate, ...]:
    """First and last day of every expression that tells a date; a range on its ends, unless gold has it in one."""
    words = lexicon(document.source.language)
    found = []
    for expression in times:
        if not is_tei_date(expression):
            continue
        if expression.kind == "lifespan":
            sides = [side for side in (expression.birth, expression.death) if side and side.span and side.edtf]
            found += [_bounded(side.span, side.edtf, expression) for side in sides if side.span and side.edtf]
            continue
        told, core = expression.when.edtf, core_edtf(expression, document.source.language)
        if told is None or core is None:
            continue
        ends = range_ends(document.quote(expression.core), core, words)
        at_once = sum(date.span.overlaps(expression.core) for date in gold) < 2
        if ends and not at_once:
            places = [(Span(expression.core.start + s.start, expression.core.start + s.end), d) for s, d in ends]
            found += [_bounded(place, str(date), expression) for place, date in places if date]
        else:
            found.append(
                PredictedDate(
                    expression.core, told, "DATE", days_of(core), days_of(told), expression.span.start, expression.rule
                )
            )
    return tuple(sorted(found, key=lambda date: date.span))


def _bounded(span: Span, edtf: str, expression: TimeExpression) -> PredictedDate:
    return PredictedDate(span, edtf, "DATE", days_of(edtf), rule=expression.rule)


def _disagreements(
    gold: GoldDocument, predicted: Sequence[PredictedDate], pairs: Sequence[tuple[int, int]]
) -> list[DateMiss]:
    document, language = gold.document, gold.document.source.language
    partner = {j: predicted[i] for i, j in pairs}
    found: list[tuple[Span, DateMiss]] = []
    for j, date in enumerate(gold.dates):
        klass = time_class(date, document.quote(date.span), language)
        got = partner.get(j)
        kinds: list[MissKind] = ["missed"] if got is None else []
        if got is not None and got.span != date.span:
            kinds.append("extent")
        if got is not None and not agrees(got, date):
            kinds.append("value")
        found += [(date.span, _miss(kind, klass, document, date, got)) for kind in kinds]
    used = {i for i, _ in pairs}
    for i, date_read in enumerate(predicted):
        if i not in used:
            as_gold = GoldDate(date_read.span, date_read.value, date_read.type)
            klass = time_class(as_gold, document.quote(date_read.span), language)
            found.append((date_read.span, _miss("extra", klass, document, None, date_read)))
    return [miss for _, miss in sorted(found, key=lambda item: item[0])]


def _miss(kind: MissKind, klass: str, document: Document, date: GoldDate | None, got: PredictedDate | None) -> DateMiss:
    span = date.span if date else got.span if got else Span(0, 0)
    return DateMiss(
        kind,
        klass,
        document.source.uri,
        document.text.count("\n", 0, span.start) + 1,
        document.quote(date.span) if date else "",
        date.value if date else "",
        document.quote(got.span) if got else "",
        got.value if got else "",
        got.rule if got else "",
    )
