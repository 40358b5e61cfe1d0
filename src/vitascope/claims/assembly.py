"""The claims stage as one: annotation, people and times in, claims with dates and status out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from vitascope.claims.careers import held_offices
from vitascope.claims.careers.dated_works import with_dated_works
from vitascope.claims.careers.firms_told import with_firms
from vitascope.claims.careers.left_bodies import left_bodies
from vitascope.claims.careers.listed import listed
from vitascope.claims.careers.nominal import NominalReader
from vitascope.claims.careers.seats import seated
from vitascope.claims.clauses.clauses import ClauseReader
from vitascope.claims.clauses.passives import ClauseWords
from vitascope.claims.context import Context
from vitascope.claims.dating.ages import reckoned
from vitascope.claims.dating.bearing import BESIDE
from vitascope.claims.dating.dating import Dating
from vitascope.claims.dating.lasting import as_role
from vitascope.claims.dating.next_step import STEP
from vitascope.claims.drafts import structure
from vitascope.claims.drafts.acquaintances import of_the_owner
from vitascope.claims.drafts.aliases import told_names
from vitascope.claims.drafts.antecedents import told_of_antecedents
from vitascope.claims.drafts.assumed_names import assumed_names
from vitascope.claims.drafts.blamed import of_the_blamed
from vitascope.claims.drafts.companions import with_companions
from vitascope.claims.drafts.custody import of_the_held
from vitascope.claims.drafts.events import EventReader
from vitascope.claims.drafts.further import as_occurred, at_bodies, behind_times
from vitascope.claims.drafts.hearings import of_hearings
from vitascope.claims.drafts.members import of_each_member
from vitascope.claims.drafts.occasions import each_occasion
from vitascope.claims.drafts.origins import origins, without_origins
from vitascope.claims.drafts.untold import is_part_of_a_name
from vitascope.claims.framing.frames import Draft, FrameMatcher
from vitascope.claims.framing.works import Works
from vitascope.claims.kinship.both_parents import of_both
from vitascope.claims.kinship.kin_phrases import KinPhrases
from vitascope.claims.kinship.kinship import (
    by_name,
    in_kin_terms,
    named_of_unknown,
    named_relatives,
    tightest,
    told_once,
)
from vitascope.claims.kinship.parents import trades_of_parents
from vitascope.claims.lexicon import load_lexicon
from vitascope.claims.ordering.extents import settle, withhold
from vitascope.claims.ordering.narrative_order import foreground
from vitascope.claims.ordering.ordering import bounded, order
from vitascope.claims.ordering.sittings import in_court
from vitascope.claims.ordering.told_before import with_roles_before
from vitascope.claims.status import quotation
from vitascope.claims.status.cited import without_citations
from vitascope.claims.status.deeds import with_contents
from vitascope.claims.status.retelling import retold, without_plots
from vitascope.claims.status.rivals import disputed
from vitascope.claims.status.said_around import with_what_is_said
from vitascope.claims.status.spoken_of import of_sayings
from vitascope.claims.status.status import Judge
from vitascope.claims.status.wished import without_wished
from vitascope.model import Annotation, Claim, Clause, Document, People, Places, Span, Status, TimeExpression, When


def read_claims(
    document: Document,
    annotation: Annotation,
    people: People,
    times: tuple[TimeExpression, ...],
    places: Places,
) -> tuple[Claim, ...]:
    """All claims of a document in text order. Pure: the same values in give the same claims, ids and order."""
    language = document.source.language
    lexicon = load_lexicon(language)
    context = Context(document, annotation, people, reckoned(annotation, people, times), places, lexicon)
    clauses = read_clauses(annotation, context)
    drafts = _drafts(context, clauses, language)
    dating = Dating(context, clauses, drafts)
    drafts = list(each_occasion(context, drafts, dating.own))
    judge = Judge(context, clauses, drafts)
    told = [judge.told(draft) for draft in drafts]
    claims = [
        _claim(document, annotation, _with_duration(draft, dating), dating.when(draft), name, status)
        for draft, name, (status, _) in zip(drafts, _ids(document, drafts), told, strict=True)
    ]
    decided = disputed(document, with_roles_before(context, judge.standing(drafts, claims, told)))
    settled = withhold(in_court(context, clauses, drafts, settle(document, decided)))
    return bounded(settled, order(document, settled, people, foreground(clauses, drafts, settled)))


def read_clauses(annotation: Annotation, context: Context) -> tuple[Clause, ...]:
    """The clauses of the annotation, with the lexicon's nouns as predicates."""
    lexicon = context.lexicon
    words = ClauseWords(
        lexicon.predicating_nouns,
        lexicon.bearing_nouns,
        lexicon.suffered,
        lexicon.grammar["intransitive"],
        lexicon.grammar["charging"],
        lexicon.grammar["discharging"],
        lexicon.grammar["conveying"],
        lexicon.grammar["purposive"],
        lexicon.grammar["excluding"],
        lexicon.grammar["papers"],
    )
    found = ClauseReader(annotation, context.phrases, words, context.timed).read()
    found = as_occurred(context, behind_times(context, found))
    return without_origins(context, at_bodies(context, told_of_antecedents(context, found)))


def _drafts(context: Context, clauses: tuple[Clause, ...], language: str) -> list[Draft]:
    works = Works(context, clauses)
    matcher = FrameMatcher(context, clauses, works)
    drafts = [*structure.life_spans(context), *structure.infobox_lines(context, language), *listed(context, language)]
    drafts += [*told_names(context, language), *structure.parties_beside(context)]
    framed = list(matcher.drafts())
    drafts += framed
    drafts += assumed_names(context, clauses, drafts, language)
    nominal = NominalReader(context, clauses, matcher, framed)
    drafts += [*nominal.drafts(), *nominal.of_bodies()]
    drafts += [*trades_of_parents(context, drafts), *origins(context, clauses)]
    drafts = [*of_the_owner(context, drafts), *named_relatives(context)]
    drafts += named_of_unknown(context, clauses)
    drafts = told_once([*in_kin_terms(context, drafts), *KinPhrases(context, clauses).drafts()])
    drafts = of_both(context, clauses, drafts)
    drafts += EventReader(context, clauses, matcher, works, drafts).drafts()
    drafts = [d for d in drafts if d.clause is None or not _is_named(context, clauses[d.clause], works)]
    drafts = without_plots(context, drafts, retold(context, clauses, works))
    drafts = left_bodies(context, clauses, seated(context, held_offices.named(context, clauses, drafts)))
    drafts = with_firms(context, drafts)
    drafts = with_dated_works(context, clauses, works, drafts)
    drafts = [d for d in by_name(context, drafts) if not _introduces(d)]
    drafts = tightest(list(of_each_member(context, with_companions(context, clauses, drafts))))
    drafts = without_wished(clauses, of_the_blamed(context, drafts))
    drafts = of_the_held(context, clauses, [*drafts, *of_hearings(context, clauses, drafts)])
    drafts = of_sayings(context, clauses, with_contents(context, clauses, drafts))
    drafts = with_what_is_said(context, clauses, drafts)
    drafts = without_citations(context, clauses, quotation.with_quotations(context, clauses, drafts))
    unique: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        unique.setdefault((draft.type, draft.subject.label, draft.predicate, draft.span, draft.part), draft)
    return sorted(unique.values(), key=lambda d: (d.span.start, d.span.end, d.predicate, d.type, d.part))


def _is_named(context: Context, clause: Clause, works: Works) -> bool:
    """Whether a predicate is but a word of a name or title."""
    return works.in_title(clause.head) or is_part_of_a_name(context, clause)


def _introduces(draft: Draft) -> bool:
    """ "A clerk named Karl Berg": the only name that somebody bears is no claim of a name."""
    return draft.type == "name" and "value" in draft.roles and draft.roles["value"].label == draft.subject.label


def _ids(document: Document, drafts: Sequence[Draft]) -> list[str]:
    """Content-hashed ids: document, type, subject's place, predicate's place; equal ones are told apart by number."""
    seen: dict[str, int] = {}
    names = []
    for draft in drafts:
        who, place = draft.subject.key, draft.subject.span or draft.predicate
        (start, end), (first, last) = place, draft.predicate
        key = f"{document.id}|{draft.type}|{who}|({start}, {end})|({first}, {last})"
        number = seen[key] = seen.get(key, -1) + 1
        names.append(hashlib.sha256(f"{key}|{number}".encode()).hexdigest()[:16])
    return names


def _with_duration(draft: Draft, dating: Dating) -> Draft:
    length = dating.lasted(draft)
    if length is None or any(p.span and p.span.overlaps(length.core) for p in draft.roles.values()):
        return draft
    return replace(draft, roles={**draft.roles, "duration": as_role(length)})


def _claim(document: Document, annotation: Annotation, draft: Draft, when: When, name: str, status: Status) -> Claim:
    span = _wider(draft, when)
    sentence = annotation.sentences[draft.sentence].span if draft.sentence >= 0 else span
    sentence = Span(min(sentence.start, span.start), max(sentence.end, span.end))
    return Claim(
        id=name,
        document=document.id,
        type=draft.type,
        subject=draft.subject,
        span=span,
        predicate=draft.predicate,
        sentence=sentence,
        roles=dict(draft.roles),
        when=when,
        status=status,
        confidence=draft.confidence,
        rule=draft.rule,
    )


def _wider(draft: Draft, when: When) -> Span:
    """Evidence includes the words of the subject and of the predicate where they stand beside the clause."""
    span = draft.span
    if STEP in when.because or BESIDE in when.because:
        return span
    if when.span is not None and when.span.end <= span.start and span.start - when.span.end <= 2:
        span = Span(when.span.start, span.end)
    return span
