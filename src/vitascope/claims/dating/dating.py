"""Drafts × times → when each claim holds, and why.

A time belongs to the clause it hangs on in the parse. A clause without a time of its own takes that of the clause
that governs it, and a coordinated clause that of a time set before the whole sentence; nothing is taken over a
past perfect or a finite clause of another tense. An office that names somebody has the time of the act, deeds named by
a noun have none unless it stands within their words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from vitascope import edtf, vocabulary
from vitascope.claims.clauses.parataxis import is_parted
from vitascope.claims.context import Context
from vitascope.claims.dating.bearing import OFFICE, time_of_bearing
from vitascope.claims.dating.before_after import (
    NOT_AFTER,
    not_after,
    order_mark,
    relative_to,
    stands_apart,
    timed_apart,
    untimed,
)
from vitascope.claims.dating.brackets import dated_in_brackets, of_life_span
from vitascope.claims.dating.closing import moments, time_of_occurring, time_of_which, told_elsewhere
from vitascope.claims.dating.lasting import (
    as_end,
    at_its_end,
    closed,
    in_one_month,
    is_of_a_bond,
    opened,
    some_time_in,
)
from vitascope.claims.dating.measures import lasted, since_it_began
from vitascope.claims.dating.narrowest import chosen, with_end
from vitascope.claims.dating.next_step import NextStep, lasts
from vitascope.claims.dating.set_in import time_of_setting
from vitascope.claims.dating.strays import without_strays
from vitascope.claims.dating.whereabouts import while_there
from vitascope.claims.framing.frames import Draft
from vitascope.model import Clause, Sentence, Span, TimeExpression, When

_CARRYING = ("xcomp", "pcomp", "acl", "advcl", "relcl", "prep", "attr", "ccomp", "dobj", "agent")
PERIOD = "the span of"
"""How the time stage words the reason of a date that it has from the lexicon of periods."""
_AT_ONCE = frozenset(
    "arrest release escape trial conviction sentence execution dismissal appointment election promotion".split()  # noqa: SIM905
)
"""Happenings of one moment: of a stretch that is told with them it is some moment within."""
_OF_THE_DEED = ("refusal",)
"""What is told of a deed in the infinitive, and has the time told with it: "refused to serve in 1911"."""
_WEDDING, _BIRTH, _NAME = "marriage", "birth", "name"
_HELD = ("imprisonment",)
"""States that are entered as a happening is."""
_LASTING = ("residence", "work", "occupation")
"""States whose told date is that of their beginning, where a verb of entering or another clause tells it."""


class Dating:
    """Gives each draft of one document its When."""

    def __init__(self, context: Context, clauses: tuple[Clause, ...], drafts: Iterable[Draft]) -> None:
        self._context = context
        self._clauses = clauses
        self._types = vocabulary.load().types
        self._tokens = context.tokens
        self._grammar = context.lexicon.grammar
        self._ending = context.lexicon.ending
        self._verbal = {c.head: c for c in clauses if c.kind in ("verb", "copula")}
        self._nominal = {c.head: c for c in clauses if c.kind in ("nominal", "apposition")}
        self._nominal_at = {c.predicate: c for c in reversed(self._nominal.values())}
        self._adverbial: dict[int | None, list[Clause]] = {}
        for clause in clauses:
            if clause.link == "advcl" and clause.tense != "pluperfect":
                self._adverbial.setdefault(clause.parent, []).append(clause)
        self._own: dict[int, list[TimeExpression]] = {}
        self._lent: dict[int, list[TimeExpression]] = {}
        for head, every in sorted(context.times_at.items()):
            times = [t for t in every if t.kind != "reference" or self._is_near(head)]
            times = [t for t in times if not is_of_a_bond(context, head, t)]
            noun, verb = self._clauses_above(head)
            # in a list of lines of a life each has its own time
            if verb is not None and is_parted(context.annotation, head, verb.head):
                noun, verb = None, self._beside(head)
            last = self._last_of(times[0], verb) if times and verb is not None else None
            if last is not None and verb is not None:
                self._own.setdefault(verb.index, []).extend(as_end(t) for t in times)
                if last in self._nominal:
                    self._own.setdefault(self._nominal[last].index, []).extend(times)
                continue
            if noun is not None:
                self._own.setdefault(noun.index, []).extend(times)
            if verb is not None:
                (self._own if noun is None else self._lent).setdefault(verb.index, []).extend(times)

        self._own = {index: without_strays(context, times) for index, times in self._own.items()}
        for index, end in told_elsewhere(context, clauses, self._own):
            self._own.setdefault(index, []).append(end)
        self._told: dict[Span, frozenset[str]] = {}
        for draft in drafts:
            self._told[draft.predicate] = self._told.get(draft.predicate, frozenset()) | {draft.type}
        self._next = NextStep(context, clauses, self._told, self._own, self._lent)

    def _last_of(self, time: TimeExpression, verb: Clause) -> int | None:
        """The happening that ended what the verb tells, where the time is of it: "until his death in 1914"."""
        if time.relation != "at" or time.kind != "date" or "neg" in self._context.annotation.relations[verb.head]:
            return None
        at = self._context.tokens_in(time.span)[0] - 1
        while at not in self._verbal and self._tokens[at].head != at:
            token = self._tokens[at]
            prep = self._tokens[token.head]
            above = self._tokens[prep.head]
            hangs = verb.head in (prep.head, above.head if above.dep == "prep" else prep.head)
            if token.dep == "pobj" and prep.lemma.lower() in self._grammar["lasting"] and hangs:
                return None if self._tokens[prep.index - 1].dep == "neg" else at
            at = token.head
        return None

    def _beside(self, head: int) -> Clause | None:
        """The last verb before a time in its part of the sentence, where the parse hangs the time on another part."""
        first = self._context.annotation.sentences[self._tokens[head].sentence].first
        for at in range(head - 1, first - 1, -1):
            if self._tokens[at].text == ";":
                return None
            if at in self._verbal:
                return self._verbal[at]
        return None

    def _has_its_own(self, sentence: Sentence, head: int) -> bool:
        """Whether the part of a sentence behind a semicolon tells another time than the sentence's beginning."""
        marks = [i for i in range(sentence.first, sentence.last) if self._tokens[i].text == ";"]
        first = max((i for i in marks if i < head), default=None)
        if first is None:
            return False
        last = min((i for i in marks if i > head), default=sentence.last - 1)
        start, end = self._tokens[first].span.end, self._tokens[last].span.end
        return bool(self._context.times_by_core.within(start, end))

    def _is_near(self, head: int) -> bool:
        """ "then" and "at the time" date a clause only where their time stands in the sentence or the one before."""
        sentences = self._context.annotation.sentences
        here = sentences[self._tokens[head].sentence]
        before = sentences[here.index - 1] if here.index and sentences[here.index - 1].block == here.block else here
        told = self._context.times_by_core.within(before.span.start, self._tokens[head].span.start)
        return any(t.when.edtf and t.kind in ("date", "extent") for t in told)

    def own(self, draft: Draft) -> list[TimeExpression]:
        """The times that are told of a draft itself, where what it tells can happen more than once."""
        if draft.clause is None or self._types[draft.type].timeless or self._types[draft.type].once:
            return []
        return self._of_noun(draft) + [t for t in self._own.get(draft.clause, []) if t not in self._of_noun(draft)]

    def _of_noun(self, draft: Draft) -> list[TimeExpression]:
        noun = self._nominal_at.get(draft.predicate)
        return self._own.get(noun.index, []) if noun is not None else []

    def when(self, draft: Draft) -> When:
        """The time of one draft, ``basis`` none where the text tells none."""
        if self._is_named_at_birth(draft):
            return When()
        if draft.rule == "lifespan":
            return of_life_span(self._context, draft)
        if draft.clause is None:
            told = self._context.times_by_core.within(*draft.span)
            return chosen([t for t in told if draft.span.contains(t.core)]) or When()
        if draft.occasion is not None:
            return self._fitting(draft, draft.occasion.when)
        bracketed = dated_in_brackets(self._context, draft, self._types[draft.type].family)
        if bracketed is not None:
            return self._fitting(draft, bracketed)
        clause = self._clauses[draft.clause]
        own = chosen(with_end(self._of_noun(draft), self._own.get(clause.index, [])))
        if own is not None:
            return self._fitting(draft, self._next.since(draft, clause, own))
        if clause.kind in ("nominal", "apposition"):
            if draft.type == "event" and self._enables(clause):
                return self._of_clause(self._clauses[clause.parent or 0], draft.span, set()) or When()
            if draft.type == OFFICE:
                return time_of_bearing(self._context, clause, self._verbal, self._own) or When()
            return chosen(time_of_occurring(self._context, clause, self._verbal, self._own)) or When()
        first = self._context.annotation.sentences[clause.sentence].first
        parted = is_parted(self._context.annotation, first, clause.head)
        borne = parted or draft.predicate != clause.predicate or clause.link in _CARRYING
        if self._types[draft.type].timeless and borne:
            return When()
        found = self._told_of(clause) if self._was_before(clause) else self._of_clause(clause, draft.span, set())
        lasting = self._types[draft.type].state and draft.type not in _HELD
        if found is not None and found.because.startswith(NOT_AFTER) and lasting:
            return When()  # when it had been so is not told by what it went before
        if found is None and draft.type in _OF_THE_DEED and draft.predicate == clause.predicate:
            found = self._of_deed(clause)
        if found is None and draft.predicate == clause.predicate:
            found = self._next.when(draft, clause)
        if found is not None and not lasts(draft):
            if self._told_of(clause) is None:
                found = some_time_in(found)
                found = while_there(self._context, self._clauses, self._told, draft.type, clause, found)
            elif clause.negated:
                found = at_its_end(found)  # "did not return until May"
        when = self._next.since(draft, clause, self._fitting(draft, found or When()))
        if draft.rule in self._ending:
            return closed(when)
        return opened(when) if draft.type in _LASTING and self._begins(clause) else when

    def _is_named_at_birth(self, draft: Draft) -> bool:
        """Whether a name is told by the words of a birth, whose time is not that of the name."""
        return draft.type == _NAME and _BIRTH in self._told.get(draft.predicate, ())

    def _enables(self, noun: Clause) -> bool:
        """Whether an act is told as the means of what the clause above tells: "with her help"."""
        before = self._tokens[self._tokens[noun.head].head]
        return noun.parent is not None and before.lemma.lower() in self._grammar["enabling"]

    def _begins(self, clause: Clause) -> bool:
        """Whether the time told of a state is that at which it began: "settled", or of the clause above it."""
        told = (*self._own.get(clause.index, ()), *self._lent.get(clause.index, ()))
        return clause.lemma in self._grammar["entering"] or all(time.kind == "reference" for time in told)

    def lasted(self, draft: Draft) -> TimeExpression | None:
        """The length of time told of a draft in its own clause."""
        if draft.clause is None or self._types[draft.type].timeless:
            return None
        clause = self._clauses[draft.clause]
        return lasted(self._context, [*self._own.get(clause.index, ()), *self._lent.get(clause.index, ())])

    def _fitting(self, draft: Draft, when: When) -> When:
        """A happening told of a named period fell some time within it; a state lasted."""
        length = self.lasted(draft) if self._types[draft.type].state else None
        if length is not None:
            return since_it_began(self._clauses, self._told, draft, when, length)
        when = at_its_end(when) if self._types[draft.type].once else when
        when = when if lasts(draft) else in_one_month(when)
        momentary = draft.type in _AT_ONCE
        reckoned = not momentary and (not when.because or when.basis == "derived")
        if self._types[draft.type].state or not when.edtf or reckoned:
            return when
        start, slash, end = when.edtf.partition("/")
        if not slash or ((".." in (start, end) or not when.because.startswith(PERIOD)) and not momentary):
            return when
        start, end = (part.replace("..", "") for part in (start, end))
        value = f"[{start.rstrip('~?%')}..{end.rstrip('~?%')}]"
        return replace(when, edtf=value) if edtf.valid(value) else when

    def _clauses_above(self, head: int) -> tuple[Clause | None, Clause | None]:
        """The noun that a time hangs on within its phrase, and the verb above."""
        at, noun = head, None
        while True:
            if at in self._verbal and at != head and self._tokens[at].dep != "prep":  # not "following the strike"
                return noun, self._verbal[at]
            if at in self._nominal and at != head and (noun is None or self._is_of_deed(noun, self._nominal[at])):
                noun = self._nominal[at]
            token = self._tokens[at]
            if token.head == at:
                return noun, self._verbal.get(at)
            at = token.head

    def _is_of_deed(self, noun: Clause, above: Clause) -> bool:
        """ "The appointment of Karl Lund as editor in 1925": the year is that of the deed, not of the office."""
        deeds = self._context.lexicon.nouns
        return noun.lemma not in deeds and above.lemma in deeds and self._tokens[noun.head].dep == "pobj"

    def _told_of(self, clause: Clause) -> When | None:
        return chosen(self._own.get(clause.index, [])) or chosen(self._lent.get(clause.index, []))

    def _was_before(self, clause: Clause) -> bool:
        """Whether an opening participle tells what came before ("born in Lund, she left in 1909")."""
        opening = clause.link == "advcl" and clause.tense == "none" and self._tokens[clause.head].tag == "VBN"
        before = clause.parent is not None and clause.head < self._clauses[clause.parent].head
        return opening and before and not order_mark(self._context, clause)

    def _of_clause(self, clause: Clause, span: Span, seen: set[int]) -> When | None:
        if clause.index in seen:
            return None
        seen.add(clause.index)
        own = self._told_of(clause)
        if own is not None:
            return own
        told = time_of_which(self._context, clause) or self._of_when(clause)
        told = told or time_of_setting(self._context, clause, self._verbal, self._own)
        if told is not None:
            return told
        marked = order_mark(self._context, clause)
        if clause.tense == "pluperfect" and clause.link == "relcl" and clause.parent is not None and not marked:
            return not_after(self._of_clause(self._clauses[clause.parent], span, seen))
        if clause.parent is None or (clause.tense == "pluperfect" and not marked):
            return self._fronted(clause)
        above = self._clauses[clause.parent]
        parted = is_parted(self._context.annotation, clause.head, above.head)
        if clause.link in _CARRYING and (parted or stands_apart(self._context, clause)):
            return None
        wed = clause.link == "relcl" and _WEDDING in self._told.get(above.predicate, ())
        if untimed(self._context, clause) or wed:  # "married Karl Berg, whose sons she adopted"
            return None
        if clause.link in ("acl", "advcl") and clause.passive and above.passive and clause.head > above.head:
            return self._fronted(clause)  # "was arrested on 3 May, convicted of theft": the next step, not of that day
        if clause.link in _CARRYING:
            return relative_to(order_mark(self._context, clause), self._of_clause(above, span, seen))
        return self._fronted(clause) if clause.link == "conj" else None

    def _of_when(self, clause: Clause) -> When | None:
        """The time told in a clause that says when, or to what end ("when she fell in 1233", "to study in 1905")."""
        for other in self._adverbial.get(clause.index, ()):
            marks = [self._tokens[c] for c in self._context.annotation.children[other.head]]
            when = any(m.dep in ("mark", "advmod") and m.lemma.lower() in self._grammar["meanwhile"] for m in marks)
            if when or any(m.tag == "TO" for m in marks):
                return chosen(self._moments(other))
        return None

    def _of_deed(self, clause: Clause) -> When | None:
        """The one moment told of the infinitive that the clause governs."""
        deeds = (self._verbal.get(c) for c in self._context.annotation.children[clause.head])
        return chosen([t for d in deeds if d is not None and d.link == "xcomp" for t in self._moments(d)])

    def _moments(self, clause: Clause) -> list[TimeExpression]:
        return moments(self._own.get(clause.index, []))

    def _fronted(self, clause: Clause) -> When | None:
        """A time set before the subject of the sentence's first clause governs the clauses coordinated with it."""
        sentence = self._context.annotation.sentences[clause.sentence]
        parted = self._has_its_own(sentence, clause.head) or timed_apart(self._context, clause)
        if clause.tense == "pluperfect" or parted:
            return None
        opening = self._context.times_by_span.within(sentence.span.start, sentence.span.start + 3)
        return next((t.when for t in opening if t.when.edtf), None)
