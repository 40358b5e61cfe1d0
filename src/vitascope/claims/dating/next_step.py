"""Happenings that have their time from the step before: "was fined in 1911 and left Lund", "Freed in 1930, he left".

A coordinated clause goes on from the one that it is coordinated with, a main clause from the participle that opens its
sentence, where the subject is the same and no word sets the second apart. What follows at once has the very date of the
first; other steps have its month or year, but no day: nothing says that both were of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from vitascope import edtf, vocabulary
from vitascope.claims.context import Context
from vitascope.claims.dating.before_after import stands_apart, timed_apart
from vitascope.claims.dating.closing import holds_office_before, moments
from vitascope.claims.dating.lasting import opened
from vitascope.claims.event_rules import PHASE
from vitascope.claims.framing.frames import Draft
from vitascope.model import Clause, Span, TimeExpression, When

STEP = "told of the step before, "
"""How the reason of such a date begins."""
_PROMPT = frozenset(
    "arrest charge trial conviction sentence execution dismissal appointment exile release move promotion".split()  # noqa: SIM905
)
"""Happenings that follow at once on the one that they are coordinated with ("was tried in 1911 and sentenced")."""
_SPOKEN = frozenset("accusation confession quotation refusal renunciation statement testimony".split())  # noqa: SIM905
"""What is said on the occasion of the step before."""
_HEARD = frozenset("arrest charge trial interrogation confrontation finding event".split()) | _SPOKEN  # noqa: SIM905
"""Steps on whose occasion something is said."""
_ENTERED = frozenset("appointment election promotion service exile education award membership".split())  # noqa: SIM905
"""Steps into a state, in which what is told next fell at some time ("Appointed mayor in 1901, she built a bridge")."""
_LATER = frozenset("move appointment founding residence work".split())  # noqa: SIM905
"""What follows on the step that a participle tells within its year ("Freed in May 1930, he left")."""
_BEGUN = frozenset(("residence", "work", "imprisonment"))
"""States that begin with the step before."""
_RESIDENCE, _BURIAL = "residence", "burial"
_MEMBER = "member"
"""The phase of a membership that lasts."""
_UNTIL = "../"
"""How a time begins of which only the end is told."""
_YEAR = 4
"""Signs in the EDTF of a year."""
_OPENING = ("VBN", "VBG")
_MAIN = ("root", "parataxis")
_TRIED = "trial"
_VERDICT = ("conviction", "sentence")
Times = Mapping[int, list[TimeExpression]]


class NextStep:
    """Asks for the time of a clause that has none of its own, from the step told before it in its sentence."""

    def __init__(
        self,
        context: Context,
        clauses: tuple[Clause, ...],
        told: Mapping[Span, frozenset[str]],
        own: Times,
        lent: Times,
    ) -> None:
        """``told``: the types of the claims of each predicate; ``own`` and ``lent``: the times of each clause."""
        self._context = context
        self._clauses = clauses
        self._told = told
        self._own = own
        self._lent = lent
        self._types = vocabulary.load().types
        self._tokens = context.tokens
        self._adverbial: dict[int, list[Clause]] = {}
        for clause in clauses:
            if clause.link == "advcl":
                self._adverbial.setdefault(clause.sentence, []).append(clause)

    def when(self, draft: Draft, clause: Clause) -> When | None:
        """The time of the step before as it dates ``draft``, which ``clause`` tells; None where there is none."""
        apart = timed_apart(self._context, clause) or (clause.link == "conj" and stands_apart(self._context, clause))
        if clause.negated or clause.tense not in ("past", "none") or apart:
            return None
        first, when = self._coordinated(clause)
        if when is not None:
            found = self._of_next(draft, clause, first, when)
        else:
            main = self._main(first)
            first, when = self._opening(main)
            found = self._of_occasion(draft, main, first, when) if when is not None else None
        if found is None:
            return None
        word = self._context.document.quote(first.predicate)
        reason = "; ".join(part for part in (found.because, f"{STEP}“{word}”") if part)
        return replace(found, because=reason)

    def since(self, draft: Draft, clause: Clause, when: When) -> When:
        """A state of which only the end is told, begun with the step before: "went in 1904 and taught until 1911"."""
        if not (when.edtf or "").startswith(_UNTIL) or not self._types[draft.type].state or clause.negated:
            return when
        first, begun = self._coordinated(clause)
        if begun is None and clause.link == "root":
            first, begun = self._opening(clause)
        if begun is None and clause.parent is not None and holds_office_before(self._context, clause):
            first = self._clauses[clause.parent]
            while first.kind not in ("verb", "copula") and first.parent is not None:
                first = self._clauses[first.parent]
            begun = _beginning(self._own.get(first.index, ())) or self._coordinated(first)[1]
        if begun is None or not begun.edtf or set("[/") & set(begun.edtf):
            return when
        end = (when.edtf or "").removeprefix(_UNTIL)
        date = edtf.parse(begun.edtf)
        vague = isinstance(date, edtf.Date) and date.month > "12"
        begun = in_its_year(begun) if vague or (len(end) == _YEAR and draft.type in _LATER) else begun
        value = f"{begun.edtf}/{end}"
        if not edtf.valid(value) or not edtf.precedes(str(begun.edtf), end):
            return when
        earliest, latest = edtf.bounds(value)
        reason = f"from “{begun.text}”, {STEP}“{self._context.document.quote(first.predicate)}”"
        return replace(when, edtf=value, earliest=earliest, latest=latest, basis="derived", because=reason)

    def _coordinated(self, clause: Clause) -> tuple[Clause, When | None]:
        """The clause that ``clause`` is coordinated with and its one date; itself where there is no other."""
        if clause.parent is None or clause.link != "conj":
            return clause, None
        above = self._clauses[clause.parent]
        if any(self._subjects(clause)) or above.tense == "pluperfect":
            return clause, None
        between = self._tokens[above.head].span.end, self._tokens[clause.head].span.start
        told = self._own.get(above.index) or self._lent.get(above.index, [])
        times = [t for t in told if t.when.edtf]
        stretch = (t for t in self._context.times_by_core.within(*between) if t.when.edtf)
        if not times:
            return above, None
        if len(times) != 1 or any(t is not times[0] for t in stretch):
            return clause, None
        return above, _moment(times)

    def _main(self, clause: Clause) -> Clause:
        """The main clause of which what is said is told: "he withdrew it, declaring that …", "is said to have told"."""
        above = self._clauses[clause.parent] if clause.parent is not None else clause
        behind = clause.tense == "none" and clause.head > above.head and above.kind == "verb"
        said = clause.link == "advcl" and self._tokens[clause.head].tag == "VBG" and not any(self._subjects(clause))
        return above if behind and (said or clause.link == "xcomp") and above.link in _MAIN else clause

    def _subjects(self, clause: Clause) -> Iterator[bool]:
        below = self._context.annotation.children[clause.head]
        return (self._tokens[c].dep in ("nsubj", "nsubjpass") for c in below)

    def _of_next(self, draft: Draft, clause: Clause, first: Clause, when: When) -> When | None:
        """A coordinated happening in the time of the first."""
        if draft.type in _PROMPT:
            return when
        if draft.type in _SPOKEN:
            return when if self._told.get(first.predicate, frozenset()) & _HEARD else None
        if draft.type == _BURIAL:
            return in_its_month(when)
        if clause.passive and clause.tense == "none" and first.passive and not lasts(draft):
            return when
        if self._types[draft.type].once or is_day(when):
            return None
        if draft.type == _RESIDENCE:
            return opened(when)
        return None if lasts(draft) else when

    def _opening(self, clause: Clause) -> tuple[Clause, When | None]:
        """The participle that opens the sentence of a main clause, and its one date."""
        if clause.link not in _MAIN:
            return clause, None
        start = self._context.annotation.sentences[clause.sentence].first
        for other in self._adverbial.get(clause.sentence, ()):
            opens = start <= other.head <= start + 2 and other.head < clause.head
            if not opens or other.parent != clause.index:
                continue
            below = self._context.annotation.children[other.head]
            finite = any(self._tokens[c].dep in ("mark", "nsubj", "nsubjpass") for c in below)
            if self._tokens[other.head].tag in _OPENING and not finite:
                return other, _moment([t for t in self._own.get(other.index, []) if t.when.edtf])
        return clause, None

    def _of_occasion(self, draft: Draft, clause: Clause, first: Clause, when: When) -> When | None:
        """What followed on the occasion that a participle tells."""
        told = self._told.get(first.predicate, frozenset())
        timed = clause.link == "root" and (self._own.get(clause.index) or self._lent.get(clause.index))
        if self._types[draft.type].once or told & _ENTERED or (timed and lasts(draft)):
            return None
        if draft.type in _SPOKEN:
            return when if not told or told & _HEARD else None
        if draft.type in _VERDICT and _TRIED in told:
            return when
        if draft.type in _LATER:
            year = in_its_year(when)
            return opened(year) if draft.type in _BEGUN else year
        if draft.type in _BEGUN:
            return opened(when)
        return None if lasts(draft) else in_its_month(when)


def _beginning(times: Sequence[TimeExpression]) -> When | None:
    """The one moment at which what is told began or happened."""
    dated = [t for t in times if t.when.edtf and t.relation != "until"]
    if len(dated) == 1 and dated[0].relation == "since":
        return replace(dated[0].when, edtf=(dated[0].when.edtf or "").removesuffix("/.."))
    return _moment(dated)


def _moment(times: Sequence[TimeExpression]) -> When | None:
    """The time, where there is one and it is of a moment."""
    told = moments(times) if len(times) == 1 else []
    return told[0].when if told else None


def lasts(draft: Draft) -> bool:
    """Whether a draft tells a state; a membership that begins or ends is none."""
    turn = draft.roles[PHASE].label if PHASE in draft.roles else _MEMBER
    return vocabulary.load().types[draft.type].state and turn == _MEMBER


def is_day(when: When) -> bool:
    """Whether the time is told to the day."""
    date = edtf.parse(when.edtf or "")
    return isinstance(date, edtf.Date) and bool(date.day)


def in_its_month(when: When) -> When:
    """A day as its month, else ``when``."""
    date = edtf.parse(when.edtf or "")
    return _wide(when, f"{date.year}-{date.month}{date.mark}") if isinstance(date, edtf.Date) and date.day else when


def in_its_year(when: When) -> When:
    """A day, month or season as its year, else ``when``; so one of no told year."""
    date = edtf.parse(when.edtf or "")
    told = isinstance(date, edtf.Date) and date.month and date.year != edtf.UNKNOWN_YEAR
    return _wide(when, f"{date.year}{date.mark}") if isinstance(date, edtf.Date) and told else when


def _wide(when: When, value: str) -> When:
    earliest, latest = edtf.bounds(value)
    return replace(when, edtf=value, earliest=earliest, latest=latest)
