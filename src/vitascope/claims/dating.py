"""Drafts × times → when each claim holds, and why.

A time belongs to the clause it hangs on in the parse. A clause without a time of its own takes that of the clause
that governs it, and a coordinated clause that of a time set before the whole sentence; nothing is taken over a
past perfect or a finite clause of another tense. Posts told in apposition, and deeds named by a noun, have no time
unless it stands within their words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope import edtf
from vitascope.claims.context import Context
from vitascope.claims.frames import Draft
from vitascope.model import Clause, Span, TimeExpression, When

_CARRYING = ("xcomp", "pcomp", "acl", "advcl", "relcl", "prep", "attr", "ccomp", "dobj", "agent")
_OPEN = 10**9
_PREFERENCE = {"date": 0, "extent": 0, "lifespan": 1, "age": 1, "reference": 2, "duration": 3, "set": 4}


class Dating:
    """Gives each draft of one document its When."""

    def __init__(self, context: Context, clauses: tuple[Clause, ...]) -> None:
        self._context = context
        self._clauses = clauses
        self._tokens = context.tokens
        self._grammar = context.lexicon.grammar
        self._verbal = {c.head: c for c in clauses if c.kind in ("verb", "copula")}
        self._own: dict[int, list[TimeExpression]] = {}
        for head, times in sorted(context.times_at.items()):
            clause = self._clause_above(head)
            if clause is not None:
                self._own.setdefault(clause.index, []).extend(times)

    def when(self, draft: Draft) -> When:
        """The time of one draft, ``basis`` none where the text tells none."""
        within = [t for t in self._context.times if draft.span.contains(t.core)]
        if draft.rule == "lifespan":
            return self._life(draft)
        if draft.clause is None:
            return _choose(within) or When()
        clause = self._clauses[draft.clause]
        if clause.kind in ("nominal", "apposition"):
            return _choose(within) or When()
        return self._of_clause(clause, draft.span, set()) or When()

    def _life(self, draft: Draft) -> When:
        for time in self._context.times:
            for when in (time.birth, time.death):
                if when is not None and when.span == draft.span:
                    return when
        return When()

    def _clause_above(self, head: int) -> Clause | None:
        at = head
        while True:
            if at in self._verbal and at != head:
                return self._verbal[at]
            token = self._tokens[at]
            if token.head == at:
                return self._verbal.get(at)
            at = token.head

    def _of_clause(self, clause: Clause, span: Span, seen: set[int]) -> When | None:
        if clause.index in seen:
            return None
        seen.add(clause.index)
        own = _choose(self._own.get(clause.index, []))
        if own is not None:
            return own
        marked = self._mark(clause)
        if clause.parent is None or (clause.tense == "pluperfect" and not marked):
            return self._fronted(clause)
        above = self._clauses[clause.parent]
        if clause.link in _CARRYING:
            return self._relative_to(clause, self._of_clause(above, span, seen))
        return self._fronted(clause) if clause.link == "conj" else None

    def _mark(self, clause: Clause) -> str | None:
        """ "before" or "after" where such a conjunction ties the clause to the one above it."""
        for c in self._context.annotation.children[clause.head]:
            for name in ("earlier", "later"):
                if self._tokens[c].dep in ("mark", "prep") and self._tokens[c].lemma.lower() in self._grammar[name]:
                    return name
        return None

    def _relative_to(self, clause: Clause, when: When | None) -> When | None:
        """The time of a clause that stands before or after the clause above it."""
        mark = self._mark(clause)
        if mark is None or when is None or not when.edtf:
            return when
        bound = when.latest if mark == "earlier" else when.earliest
        if bound is None or "/" in when.edtf or "[" in when.edtf:
            return None
        value = f"[..{when.edtf}]" if mark == "earlier" else f"[{when.edtf}..]"
        if not edtf.valid(value):
            return None
        earliest, latest = edtf.bounds(value)
        order = "not after" if mark == "earlier" else "not before"
        return When(value, when.text, when.span, earliest, latest, "derived", f"{order} “{when.text}”")

    def _fronted(self, clause: Clause) -> When | None:
        """A time set before the subject of the sentence's first clause governs the clauses coordinated with it."""
        sentence = self._context.annotation.sentences[clause.sentence]
        for time in self._context.times:
            if time.span.start > sentence.span.start + 2:
                if time.span.start >= sentence.span.end:
                    break
                continue
            if time.span.start >= sentence.span.start and time.when.edtf and clause.tense != "pluperfect":
                return time.when
        return None


def _choose(times: Sequence[TimeExpression]) -> When | None:
    """The narrowest of the times of one clause; a beginning and an end told apart make one extent."""
    dated = sorted((t for t in times if t.when.edtf), key=_width)
    if not dated:
        return None
    starts = [t for t in dated if t.relation == "since"]
    ends = [t for t in dated if t.relation == "until"]
    if starts and ends:
        begin = (starts[0].when.edtf or "").split("/")[0]
        finish = (ends[0].when.edtf or "").split("/")[-1]
        value = f"{begin}/{finish}"
        if edtf.valid(value):
            earliest, latest = edtf.bounds(value)
            because = f"from “{starts[0].when.text}” and “{ends[0].when.text}”"
            return replace(starts[0].when, edtf=value, earliest=earliest, latest=latest, because=because)
    return dated[0].when


def _width(time: TimeExpression) -> tuple[int, int, int]:
    """What is told of the clause itself first, then the narrower of two dates, then the first in the text."""
    earliest, latest = time.when.earliest, time.when.latest
    days = _OPEN if earliest is None or latest is None else _days(latest) - _days(earliest)
    return (_PREFERENCE.get(time.kind, 5), days, time.span.start)


def _days(day: str) -> int:
    """Days since the year 0, near enough to compare widths; years may be negative."""
    year, month, date = day.rsplit("-", 2)
    return int(year) * 366 + int(month) * 31 + int(date)
