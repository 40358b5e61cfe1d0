"""Why a bound is where it is, in words: a chain of constraints from a date that is told to the claim it bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vitascope import vocabulary
from vitascope.claims.ordering.constraints import LASTS, ONCE, READINGS, TOLD, Constraint, Life
from vitascope.claims.ordering.network import ORIGIN
from vitascope.days import YEAR

NOT_BEFORE, NOT_AFTER = "not before", "not after"
TELLING = "telling"
"""The rule of narrative order."""
_NAMED = 3
"""So many readings of one date are named, others are counted."""
_SAYS = {
    ONCE: "it happens once",
    LASTS: "it lasts as long as it is told to",
    TELLING: "what is told later happened later",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a bound is where it is. ``says`` is the whole in words ("not before birth 15 June 1888").

    ``constraints`` are the links of the chain, one sentence each, which name claims by id; ``claims`` those ids, the
    one whose words set the bound first; ``hard`` is false where any link is only usual.
    """

    says: str
    constraints: tuple[str, ...]
    rules: tuple[str, ...]
    claims: tuple[str, ...]
    hard: bool


class Writer:
    """Puts chains of constraints into words."""

    def __init__(self, life: Life) -> None:
        self._life = life
        self._rules = {rule.id: rule for rule in life.order.rules}
        self._types = vocabulary.load().types

    def rule(self, name: str) -> str:
        """A rule in words."""
        return self._rules[name].says if name in self._rules else _SAYS[name]

    def reason(self, at: int, chain: Sequence[Constraint], side: str) -> Reason:
        """Why a bound of claim ``at`` is where it is: a chain from the words that set it to the claim."""
        roots = next((c.claims for c in chain if c.rule in (TOLD, READINGS) and ORIGIN in c.edge), (at,))
        links = [c for c in chain if c.link]
        hard = all(c.hard for c in chain)
        shift = sum(c.edge.weight for c in links) * (-1 if side == NOT_BEFORE else 1)
        ends = "its own beginning" if side == NOT_AFTER else "its own end"
        what = ends if roots == (at,) else self._any_of(roots, at)
        says = " ".join(filter(None, ("" if hard else "usually", side, _apart(shift), what)))
        ids = dict.fromkeys(self._life.claims[n].id for c in chain for n in c.claims)
        rules = tuple(dict.fromkeys(c.rule for c in links if c.rule != ONCE))
        sentences = tuple(self._sentence(c) for c in chain if c.rule != ONCE and (c.link or ORIGIN in c.edge))
        return Reason(says, sentences, rules, tuple(ids), hard)

    def neighbour(self, at: int, other: int, side: str) -> Reason:
        """Why the telling bounds claim ``at``: ``side`` of its neighbour."""
        claims = (self._life.claims[other].id, self._life.claims[at].id)
        sentence = f"{_SAYS[TELLING]} [{', '.join(claims)}]"
        return Reason(f"{side} {self._named(other, at)}", (sentence,), (TELLING,), claims, False)

    def _sentence(self, constraint: Constraint) -> str:
        ids = ", ".join(self._life.claims[n].id for n in constraint.claims)
        named = f" [{ids}]" if ids else ""
        if not constraint.link:
            return self._any_of(constraint.claims, constraint.claims[0]) + named
        return self.rule(constraint.rule) + named

    def _any_of(self, claims: Sequence[int], seen_from: int) -> str:
        more = [f"{len(claims) - _NAMED} more"] if len(claims) > _NAMED else []
        return " or ".join([self._named(at, seen_from) for at in claims[:_NAMED]] + more)

    def _named(self, at: int, seen_from: int) -> str:
        """ "birth 15 June 1888", with whose it is where that is another person."""
        claim, other = self._life.claims[at], self._life.claims[seen_from]
        whose = "" if claim.subject.id == other.subject.id else f" of {claim.subject.label}"
        date = claim.when.text.strip() or claim.when.edtf or ""
        known = self._types.get(claim.type)
        return f"{known.label if known else claim.type}{whose} {date}".rstrip()


def _apart(days: int) -> str:
    """ "10 years after", "304 days before"; nothing for no distance."""
    years = round(abs(days) / YEAR)
    count = f"{years} years" if years > 1 else f"{abs(days)} days"
    return f"{count} {'after' if days > 0 else 'before'}" if days else ""
