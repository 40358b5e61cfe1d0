"""Whom a pronoun means: gender and number must fit, its own clause bars some, presence in mind decides.

The presence model is Lappin & Leass (1994); the bars are the usual binding conditions (a pronoun is not its own
clause's subject, "his mother" is not he).
"""

from __future__ import annotations

from typing import NamedTuple

from vitascope.model import Sentence
from vitascope.people.draft import Draft
from vitascope.people.lexicon import PronounForm
from vitascope.people.parallels import parallel_of
from vitascope.people.salience import MAIN, RECENCY
from vitascope.people.story import Story
from vitascope.people.syntax import clause_of, first_conjunct, prominence, subject_of

__all__ = ["Choice", "choose", "choose_plural"]

_UNSURE = 0.75
"""Weight of a person whose gender is not known against one whose gender fits."""
_HINTED, _AGAINST = 0.95, 0.25
"""Weights where only the given name hints at a gender: for the pronoun's, and against it."""
_BODY = 0.8
"""Weight of a body, or of a plural noun nobody answers to, against a group of persons for "they"."""
_AHEAD = 170.0
"""Weight of the main subject for a pronoun that stands in front of it ("After his release, Berg …")."""
_FAR = 12.0
"""Less present than this, only the life's own subject can still be meant."""


class Choice(NamedTuple):
    """The draft meant and why; ``alone`` where nobody else could be."""

    draft: int
    because: str
    alone: bool


def choose(story: Story, at: int, form: PronounForm, sentence: Sentence) -> Choice | None:
    """The one person that a singular pronoun at token ``at`` means, or None where nobody fits."""
    if form.reflexive:
        subject = story.whose(subject_of(story.annotation, clause_of(story.annotation, at)))
        if subject is not None and not subject.plural and _fits(subject, form):
            return Choice(subject.number, "the subject of its clause", True)
    partner = _partner(story, at)
    if partner is not None and partner.kind == "person" and _fits(partner, form):
        return Choice(partner.number, "the person its noun is joined to", False)
    barred = _barred(story, at)
    ahead = _ahead(story, at, sentence)
    parallel = parallel_of(story, at, form, sentence)
    scores: list[tuple[float, int]] = []
    for number in story.salience.drafts():
        draft = story.drafts[story.final(number)]
        if draft.number != number or draft.kind != "person" or number in barred or not _fits(draft, form):
            continue
        score = story.salience.of(number)
        if score >= _FAR or draft.main:
            if parallel is not None and parallel.draft == number:
                score += parallel.weight
            scores.append((_weighed(draft, form, score), number))
    if ahead is not None and ahead.kind == "person" and ahead.number not in barred and _fits(ahead, form):
        scores.append((_weighed(ahead, form, _AHEAD), ahead.number))
    main = None if story.main is None else story.drafts[story.main]
    if (
        main is not None
        and main.number not in barred
        and _fits(main, form)
        and all(n != main.number for _, n in scores)
    ):
        scores.append((_weighed(main, form, 0.0), main.number))
    if not scores:
        return None
    _, best = max(scores, key=lambda s: (s[0], -s[1]))
    others = {n for _, n in scores} - {best}
    if others and parallel is not None and parallel.draft == best:
        return Choice(best, parallel.because, False)
    return Choice(best, _because(story, best, bool(others)), not others)


def choose_plural(story: Story, at: int, sentence: Sentence) -> Choice | None:
    """The group, pair or body that "they" means; None where another plural noun could be meant as well."""
    if story.one_they and story.main is not None:
        return Choice(story.main, "singular they: the text says neither he nor she", False)
    barred = _barred(story, at)
    scores: list[tuple[float, int]] = []
    for number in story.salience.drafts():
        draft = story.drafts[story.final(number)]
        if draft.number == number and number not in barred and (draft.plural or draft.kind == "organisation"):
            scores.append((story.salience.of(number) * (1.0 if draft.plural else _BODY), number))
    if not scores:
        return None
    best, number = max(scores, key=lambda s: (s[0], -s[1]))
    if best < 50 or _rival(story, at, sentence) >= best:
        return None
    return Choice(number, "the most prominent group or body just before", len(scores) == 1)


def _fits(draft: Draft, form: PronounForm) -> bool:
    return not draft.plural and (form.gender == "unknown" or draft.gender in ("unknown", form.gender))


def _weighed(draft: Draft, form: PronounForm, score: float) -> float:
    score += MAIN if draft.main else 0.0
    if form.gender in ("unknown", draft.gender):
        return score
    if draft.hint == "unknown":
        return score * _UNSURE
    return score * (_HINTED if draft.hint == form.gender else _AGAINST)


def _because(story: Story, number: int, rivals: bool) -> str:
    draft = story.drafts[number]
    known = f"{draft.gender} " if draft.gender != "unknown" else ""
    if draft.main and not story.salience.is_here(number):
        return "the person the life is about" + (", nobody else more prominent" if rivals else ", nobody else fits")
    where = "in the sentence" if story.salience.is_here(number) else "in the sentences before"
    return f"the {'most prominent' if rivals else 'only'} {known}person {where}"


def _barred(story: Story, at: int) -> set[int]:
    """Drafts that the pronoun's own place rules out."""
    annotation, token = story.annotation, story.annotation.tokens[at]
    barred: set[int | None] = set()
    if token.dep == "poss":
        noun = annotation.tokens[first_conjunct(annotation, token.head)]
        if noun.dep in ("attr", "oprd"):
            barred.add(subject_of(annotation, noun.head))
        held = annotation.tokens[token.head]
        if held.dep == "appos":
            barred.add(held.head)
        barred.update(c for c in annotation.children[token.head] if annotation.tokens[c].dep == "appos")
    else:
        verb = clause_of(annotation, at)
        subject = subject_of(annotation, verb)
        if subject == at:
            # "she was born Anna Lund": what is predicated of the subject may name it
            named = annotation.tokens[verb].lemma in story.lex.born
            barred.update(c for c in annotation.children[verb] if not named and annotation.tokens[c].dep != "oprd")
            for child in annotation.children[verb]:
                if annotation.tokens[child].dep in ("prep", "agent", "dative"):
                    barred.update(annotation.children[child])
        else:
            barred.add(subject)
            if token.dep in ("dobj", "dative"):
                barred.update(c for c in annotation.children[verb] if annotation.tokens[c].dep in ("dobj", "dative"))
            elif annotation.tokens[token.head].head == verb:
                barred.update(c for c in annotation.children[verb] if annotation.tokens[c].dep == "dobj")
    barred.discard(at)
    return {story.final(story.at[t]) for t in barred if t is not None and t in story.at}


def _ahead(story: Story, at: int, sentence: Sentence) -> Draft | None:
    """The main subject that follows a pronoun in a fronted phrase or clause."""
    annotation = story.annotation
    root = at
    while annotation.tokens[root].head != root:
        root = annotation.tokens[root].head
    subject = subject_of(annotation, root)
    if subject is None or not at < subject < sentence.last or at > root:
        return None
    return story.whose(subject)


def _partner(story: Story, at: int) -> Draft | None:
    """ "Lev Dahl and his wife": a possessive in the second part of a pair is the first part's."""
    tokens = story.annotation.tokens
    held = tokens[tokens[at].head]
    return story.whose(held.head) if tokens[at].dep == "poss" and held.dep == "conj" else None


def _rival(story: Story, at: int, sentence: Sentence) -> float:
    """Weight of the most prominent plural noun before ``at``, here or one sentence back, that is nobody's mention."""
    annotation = story.annotation
    before = annotation.sentences[max(sentence.index - 1, 0)]
    best = 0.0
    for token in annotation.tokens[before.first : at]:
        if token.tag in ("NNS", "NNPS") and token.index not in story.at:
            fade = 1.0 if token.sentence == sentence.index else 0.5
            best = max(best, _BODY * fade * (RECENCY + prominence(annotation, token.index)))
    return best
