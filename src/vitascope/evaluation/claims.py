"""Predicted claims against gold claims: found, dated, filled in, and rightly guarded.

A prediction matches a gold claim where their spans overlap and their subjects agree; *strict* asks for the
same type, *family* for one of the same family. Pairing is one to one, greedily by agreement. Dates, roles
and status are judged on strict pairs only. ``false_facts`` are the worst fault: gold says that the author
does not assert it, the prediction gives it as a plain fact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from vitascope.evaluation.agreement import (
    PLAIN,
    ScoredClaim,
    loose_date,
    same_subject,
    similar,
)
from vitascope.vocabulary import load


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean, 0 where nothing was there to count; rounded to 4 places."""

    p: float
    r: float
    f1: float

    @classmethod
    def of(cls, hits: int, predicted: int, wanted: int) -> Rates:
        """From counts."""
        p = hits / predicted if predicted else 0.0
        r = hits / wanted if wanted else 0.0
        return cls(round(p, 4), round(r, 4), round(2 * p * r / (p + r), 4) if p + r else 0.0)


@dataclass(frozen=True, slots=True)
class Miss:
    """One disagreement. ``kind``: ``missed``, ``type`` (found under another of its family), ``extra``,
    ``date``."""

    kind: str
    claim: ScoredClaim
    got: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """The figures over one or more documents.

    ``status_accuracy`` is the share of strict pairs whose whole status agrees; ``guarded`` counts strict pairs
    that gold does not plainly assert, ``over_guarded`` plain facts that the prediction guards. ``missed_types``
    counts the gold claims of each type without a strict partner, most first.
    """

    claims: int
    predicted: int
    strict: Rates
    family: Rates
    dates: Rates
    dates_loose: Rates
    roles: Rates
    status_accuracy: float
    guarded: int
    false_facts: int
    over_guarded: int
    missed_types: dict[str, int]
    misses: tuple[Miss, ...] = field(repr=False)

    def as_json(self) -> dict[str, Any]:
        """Every figure as plain values, without the single misses."""
        whole = asdict(self)
        del whole["misses"]
        return whole


def score(documents: Sequence[tuple[Sequence[ScoredClaim], Sequence[ScoredClaim]]]) -> Score:
    """The score of predicted against gold claims, for each document as such a pair."""
    n: Counter[str] = Counter()
    misses: list[Miss] = []
    missed: Counter[str] = Counter()
    for predicted, gold in documents:
        strict = _pairs(predicted, gold, lambda a, b: a == b)
        family = _pairs(predicted, gold, lambda a, b: _family(a) == _family(b))
        n["predicted"] += len(predicted)
        n["gold"] += len(gold)
        n["strict"] += len(strict)
        n["family"] += len(family)
        for i, j in strict:
            n.update(_judged(predicted[i], gold[j]))
        misses += _misses(predicted, gold, strict, family)
        found = {j for _, j in strict}
        missed.update(g.type for j, g in enumerate(gold) if j not in found)
    return Score(
        claims=n["gold"],
        predicted=n["predicted"],
        strict=Rates.of(n["strict"], n["predicted"], n["gold"]),
        family=Rates.of(n["family"], n["predicted"], n["gold"]),
        dates=Rates.of(n["date_hits"], n["dates_predicted"], n["dates_gold"]),
        dates_loose=Rates.of(n["loose_hits"], n["dates_predicted"], n["dates_gold"]),
        roles=Rates.of(n["role_hits"], n["roles_predicted"], n["roles_gold"]),
        status_accuracy=round(n["status_hits"] / n["strict"], 4) if n["strict"] else 0.0,
        guarded=n["guarded"],
        false_facts=n["false_facts"],
        over_guarded=n["over_guarded"],
        missed_types=dict(sorted(missed.items(), key=lambda item: (-item[1], item[0]))),
        misses=tuple(misses),
    )


_Pairs = list[tuple[int, int]]


def _pairs(
    predicted: Sequence[ScoredClaim], gold: Sequence[ScoredClaim], same_type: Callable[[str, str], bool]
) -> _Pairs:
    options = []
    for i, p in enumerate(predicted):
        for j, g in enumerate(gold):
            shared = min(p.end, g.end) - max(p.start, g.start)
            if shared <= 0 or not same_type(p.type, g.type) or not same_subject(p.subject, g.subject):
                continue
            cover = shared / (max(p.end, g.end) - min(p.start, g.start))
            options.append((-_bonus(p, g) - cover, i, j))
    used_predicted: set[int] = set()
    used_gold: set[int] = set()
    pairs = []
    for _, i, j in sorted(options):
        if i not in used_predicted and j not in used_gold:
            used_predicted.add(i)
            used_gold.add(j)
            pairs.append((i, j))
    return pairs


def _bonus(p: ScoredClaim, g: ScoredClaim) -> float:
    """What makes one partner better than another beside the shared words."""
    same_date = loose_date(p.date) == loose_date(g.date)
    a_role = any(similar(value, p.roles.get(name, "")) for name, value in g.roles.items())
    return (p.type == g.type) + 0.5 * same_date + 0.5 * a_role


def _judged(p: ScoredClaim, g: ScoredClaim) -> dict[str, int]:
    told = g.date is not None
    guarded, guards = g.status != PLAIN, p.status != PLAIN
    return {
        "dates_gold": told,
        "dates_predicted": p.date is not None,
        "date_hits": told and p.date == g.date,
        "loose_hits": told and loose_date(p.date) == loose_date(g.date),
        "roles_gold": len(g.roles),
        "roles_predicted": len(p.roles),
        "role_hits": sum(similar(value, p.roles.get(name, "")) for name, value in g.roles.items()),
        "status_hits": p.status == g.status,
        "guarded": guarded,
        "false_facts": guarded and not guards,
        "over_guarded": guards and not guarded,
    }


def _misses(
    predicted: Sequence[ScoredClaim], gold: Sequence[ScoredClaim], strict: _Pairs, family: _Pairs
) -> list[Miss]:
    strict_gold = {j for _, j in strict}
    family_predicted, family_gold = {i for i, _ in family}, {j for _, j in family}
    found = [Miss("type" if j in family_gold else "missed", g) for j, g in enumerate(gold) if j not in strict_gold]
    found += [Miss("extra", p) for i, p in enumerate(predicted) if i not in family_predicted]
    for i, j in strict:
        if predicted[i].date != gold[j].date:
            found.append(Miss("date", gold[j], predicted[i].date or "-"))
    return found


def _family(type_: str) -> str:
    known = load().types.get(type_)
    return known.family if known else type_
