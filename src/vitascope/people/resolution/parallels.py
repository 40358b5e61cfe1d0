"""Parallel places: whom the shape of sentence and clause favours for a pronoun, before presence in mind decides.

A subject tends to mean the subject before it (Kameyama 1986; parallel function in Lappin & Leass 1994), and a
possessive inside a predicate tends to be the clause's own subject's ("He sold his boat").
"""

from __future__ import annotations

from typing import NamedTuple

from vitascope.model import Sentence
from vitascope.people.lexicon import PronounForm
from vitascope.people.names.draft import Draft
from vitascope.people.resolution.own_kin import goes_on
from vitascope.people.resolution.story import Story
from vitascope.people.syntax import SUBJECTS, clause_of, first_conjunct, subject_of

__all__ = ["Parallel", "parallel_of"]

_BELOW = ("advcl", "relcl", "acl")
_STOP = ":"
"""The tag of a semicolon, a colon or a dash."""


class Parallel(NamedTuple):
    """A draft that the pronoun's place favours, and the kind of place, as the weights name it."""

    draft: int
    kind: str


def parallel_of(story: Story, at: int, form: PronounForm, sentence: Sentence) -> Parallel | None:
    """The person in the place parallel to that of the pronoun at token ``at``; None where no place is."""
    annotation = story.annotation
    tokens = annotation.tokens
    top = _top(story, at)
    verb = clause_of(annotation, at)
    subject = subject_of(annotation, verb)
    if tokens[at].dep == "poss" and subject is not None and subject != top and subject < at:
        inner = _inner_possessor(story, at)
        if inner is not None:
            return _parallel(_person(story, inner), form, "possessor within")
        owner = _person(story, subject)
        if owner is not None and _tells_time(story, at, verb):
            return Parallel(owner.number, "own time")
        agrees = story.lex.pronouns.get(tokens[subject].text.lower())
        same = agrees is not None and agrees.gender == form.gender
        return _parallel(owner, form, "own pronoun" if same else "own clause")
    if tokens[top].dep not in SUBJECTS:
        return None
    if tokens[verb].dep in _BELOW and tokens[verb].head < verb:
        above = _person(story, subject_of(annotation, tokens[verb].head)) if _is_stressed(story, at) else None
        return None if above is None else Parallel(above.number, "stressed")
    earlier = _clause_before(story, verb, top)
    if earlier is not None:
        owner = _same_possessor(story, at, earlier, form)
        if owner is not None:
            return Parallel(owner.number, "possessor before")
        owner = _person(story, earlier)
        if owner is not None and form.gender not in ("unknown", owner.gender) and owner.gender != "unknown":
            owner = _other_subject(story, at, form, sentence)
        if owner is not None and _is_alone(story, owner, at, form, sentence):
            if not _is_stressed(story, at):
                return Parallel(owner.number, "alone before")
            return None if story.main is None else Parallel(story.main, "stressed")
        nearest = _person(story, _subject_before(story, top, sentence.first))
        told = owner is not None and owner.gender == form.gender and nearest is owner
        return _parallel(owner, form, "told clause before" if told else "clause before")
    if sentence.index == 0 or _subject_before(story, top, sentence.first) is not None:
        return None
    before = annotation.sentences[sentence.index - 1]
    if before.block != sentence.block:
        return None
    last = _subject_before(story, before.last, before.first)
    relative = None if last is None else _whose_main(story, last)
    if relative is not None:
        return _parallel(relative, form, "possessor before")
    if story.main is not None and _related_to_main(story, last):
        if not goes_on(story, last):
            return Parallel(story.main, "life after kin")
        return _parallel(_person(story, last), form, "kin who goes on")
    if last is not None and _same_possessor(story, at, last, form) is not None:
        return None
    return _parallel(_person(story, last), form, "sentence before")


def _parallel(owner: Draft | None, form: PronounForm, kind: str) -> Parallel | None:
    if owner is None:
        return None
    known = form.gender in ("unknown", owner.gender, owner.hint)
    return Parallel(owner.number, kind if known else f"{kind}, gender unknown")


def _is_stressed(story: Story, at: int) -> bool:
    """ "Worked there until she herself died": set against somebody else of whom the clause above tells."""
    tokens = story.annotation.tokens
    form = story.lex.pronouns.get(tokens[at + 1].text.lower()) if at + 1 < len(tokens) else None
    return form is not None and form.reflexive


def _other_subject(story: Story, at: int, form: PronounForm, sentence: Sentence) -> Draft | None:
    """ "Anna left with her husband; he died, and she came home": the first subject of that gender in the sentence."""
    tokens = story.annotation.tokens
    for token in sorted(story.back_from(at, sentence.first)):
        draft = story.whose(token)
        told = draft is not None and draft.kind == "person" and form.gender in (draft.gender, draft.hint)
        if told and tokens[token].dep in SUBJECTS:
            return draft
    return None


def _is_alone(story: Story, owner: Draft, at: int, form: PronounForm, sentence: Sentence) -> bool:
    """ "Lev Dahl fell ill; he died": whether a stop divides the clauses and nobody else who fits stands before."""
    tokens = story.annotation.tokens
    others = (story.whose(t) for t in story.back_from(at, sentence.first))
    fits = (d for d in others if d is not None and d.kind == "person" and not d.plural)
    stops = any(t.tag == _STOP for t in tokens[sentence.first : at])
    return stops and all(d is owner or d.gender not in ("unknown", form.gender) for d in fits)


def _inner_possessor(story: Story, at: int) -> int | None:
    """ "agrees with Olga's view of her marriage": the possessor of the noun that the phrase hangs on."""
    annotation = story.annotation
    tokens = annotation.tokens
    held = tokens[tokens[at].head]
    above = tokens[held.head]
    if held.dep != "pobj" or above.text.lower() not in story.lex.linking:
        return None
    return next((c for c in annotation.children[above.head] if tokens[c].dep == "poss"), None)


def _tells_time(story: Story, at: int, verb: int) -> bool:
    """ "ruled until his death": the possessive of what a preposition of time governs, no object beside it."""
    tokens = story.annotation.tokens
    held = tokens[tokens[at].head]
    steers = held.dep == "pobj" and tokens[held.head].text.lower() in story.lex.own_time
    objects = [c for c in story.annotation.children[verb] if tokens[c].dep in ("dobj", "dative")]
    alone = not any(c in story.at for c in objects)
    return steers and alone and held.head > verb and tokens[verb].dep not in _BELOW


def _same_possessor(story: Story, at: int, subject: int, form: PronounForm) -> Draft | None:
    """ "His father …, and his mother …": the possessor of the subject before, for a possessive of the same gender."""
    tokens = story.annotation.tokens
    if tokens[at].dep != "poss":
        return None
    for child in story.annotation.children[subject]:
        other = story.lex.pronouns.get(tokens[child].text.lower())
        if tokens[child].dep == "poss" and other is not None and other.gender == form.gender:
            return _person(story, child)
    return None


def _related_to_main(story: Story, subject: int | None) -> bool:
    """Whether the sentence before only says whose relative its subject is ("Olga is a niece of Berg's")."""
    owner = _person(story, subject)
    if owner is None or subject is None:
        return False
    return any(story.final(of) == story.main for _, of in owner.kin) or _is_kin_of_kin(story, owner, subject)


def _whose_main(story: Story, subject: int) -> Draft | None:
    """ "His father", where "his" means a relative told of and the father is the life's person: that relative."""
    if story.main is None or story.final(story.at.get(subject, -1)) != story.main:
        return None
    tokens = story.annotation.tokens
    owners = (c for c in story.annotation.children[subject] if tokens[c].dep == "poss")
    pointing = (_person(story, c) for c in owners if tokens[c].text.lower() in story.lex.pronouns)
    return next((d for d in pointing if d is not None and any(story.final(of) == story.main for _, of in d.kin)), None)


def _is_kin_of_kin(story: Story, owner: Draft, subject: int) -> bool:
    """ "His mother's brother, Lev Dahl": a relative by name whose phrase starts from the life's person."""
    holder: int | None = subject
    while holder is not None and story.whose(holder) is not None:
        if story.final(story.at[holder]) == story.main:
            return bool(owner.kin)
        holder = next((c for c in story.annotation.children[holder] if story.annotation.tokens[c].dep == "poss"), None)
    return False


def _top(story: Story, at: int) -> int:
    """The head of the phrase that the pronoun opens: of "his horse" the horse, of "he" itself."""
    tokens = story.annotation.tokens
    while tokens[at].dep == "poss" and tokens[at].head > at:
        at = tokens[at].head
    return first_conjunct(story.annotation, at)


def _person(story: Story, subject: int | None) -> Draft | None:
    draft = story.whose(subject)
    return draft if draft is not None and draft.kind == "person" and not draft.plural else None


def _subject_before(story: Story, stop: int, first: int) -> int | None:
    """The nearest subject before ``stop`` that is not a relative clause's."""
    tokens = story.annotation.tokens
    for at in range(stop - 1, first - 1, -1):
        if tokens[at].dep in SUBJECTS and not _in_relative(story, at):
            return at
    return None


def _in_relative(story: Story, at: int) -> bool:
    tokens = story.annotation.tokens
    verb = tokens[at].head
    while tokens[verb].dep in ("conj", "xcomp", "advcl", "ccomp") and tokens[verb].head != verb:
        verb = tokens[verb].head
    return tokens[verb].dep in ("relcl", "acl")


def _clause_before(story: Story, verb: int, top: int) -> int | None:
    """The subject of the clause that ``verb`` is coordinate with, that governs it, or that a stop divides from it."""
    annotation = story.annotation
    tokens = annotation.tokens
    above = tokens[verb].head
    if tokens[verb].dep in ("conj", "ccomp", "parataxis") and above < verb:
        return _own_subject(story, above, top)
    for child in reversed(annotation.children[verb]):
        if child < top and tokens[child].dep in ("ccomp", "parataxis"):
            return _own_subject(story, _last_conjunct(story, child), top)
    return None


def _own_subject(story: Story, verb: int, stop: int) -> int | None:
    subject = subject_of(story.annotation, verb)
    return subject if subject is not None and subject < stop else None


def _last_conjunct(story: Story, verb: int) -> int:
    """The last verb joined to ``verb``: the clause that stands nearest to what follows."""
    tokens = story.annotation.tokens
    while True:
        joined = [c for c in story.annotation.children[verb] if tokens[c].dep == "conj"]
        if not joined:
            return verb
        verb = joined[-1]
