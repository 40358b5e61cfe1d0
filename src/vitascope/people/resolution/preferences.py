"""What speaks for a person as the one a pronoun means: named features of place, presence and gender.

Each feature is a preference that linguistics knows: grammatical function, recency and parallel function (Lappin & Leass
1994, "An Algorithm for Pronominal Anaphora Resolution"), the subject carried on from clause to clause (Grosz, Joshi &
Weinstein 1995, "Centering"), the clause's own subject for a possessive. None is an English word, and none speaks of one
gender: a feature says only whether the genders agree. How much each counts is in ``antecedent-weights.yml``.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from vitascope.model import Sentence
from vitascope.people.lexicon import PronounForm
from vitascope.people.names.draft import Draft
from vitascope.people.resolution.parallels import parallel_of
from vitascope.people.resolution.story import Story
from vitascope.people.syntax import SUBJECTS, clause_of, first_conjunct, is_main_clause, subject_of

__all__ = ["Candidate", "Pronoun", "features_of", "place_of"]

_NEAR = 3
"""Persons met last that are told apart by their order."""
_ABOVE = {"ccomp": "content", "advcl": "adverbial", "relcl": "relative", "acl": "relative", "xcomp": "content"}
_PLACES = {"dobj": "object", "dative": "object", "attr": "predicate", "oprd": "predicate", "poss": "possessor"}


class Candidate(NamedTuple):
    """A draft that could be meant, and the value of each feature that it has."""

    draft: int
    features: dict[str, float]


@dataclass(slots=True)
class Pronoun:
    """A pronoun's own place, asked for once: its clause, that clause's subject, the clause above.

    ``mentions`` counts those of persons before it, ``mentions_near`` those of its paragraph from ``paragraph`` on.
    """

    at: int
    form: PronounForm
    sentence: Sentence
    verb: int
    subject: int | None
    place: str
    above: int | None
    link: str
    parallel: tuple[int, str] | None
    order: dict[int, int]
    last_subject: int | None
    first_here: int | None
    same_before: int | None
    quoted_from: int
    paragraph: int
    mentions: int
    mentions_near: int
    lead: bool

    @classmethod
    def read(cls, story: Story, at: int, form: PronounForm, sentence: Sentence) -> Pronoun:
        """The place of the pronoun at token ``at``."""
        annotation, tokens = story.annotation, story.annotation.tokens
        verb = clause_of(annotation, at)
        top = verb
        while tokens[top].dep == "conj" and tokens[top].head != top and subject_of(annotation, top) is None:
            top = tokens[top].head
        above = clause_of(annotation, top) if tokens[top].head != top else None
        parallel = parallel_of(story, at, form, sentence)
        here = list(story.back_from(at, sentence.first))
        paragraph = _paragraph(story, sentence)
        return cls(
            at,
            form,
            sentence,
            verb,
            subject_of(annotation, verb),
            _role_of_pronoun(story, at),
            above if above != verb else None,
            _ABOVE.get(tokens[top].dep, "joined"),
            None if parallel is None else (parallel.draft, parallel.kind),
            _order(story, at, sentence),
            next((t for t in here if tokens[t].dep in SUBJECTS), None),
            next((t for t in reversed(here) if _is_person(story.whose(t))), None),
            _pronoun_before(story, at, form),
            _quoted_from(story, at, sentence),
            paragraph,
            story.mentions_between(0, at),
            story.mentions_between(paragraph, at),
            _has_lead(story),
        )


def place_of(story: Story, at: int) -> str:
    """The grammatical place of the mention at token ``at``, by a name."""
    annotation, tokens = story.annotation, story.annotation.tokens
    place = tokens[first_conjunct(annotation, at)]
    if place.dep == "poss" and tokens[first_conjunct(annotation, place.head)].dep in SUBJECTS:
        return "possessor-of-subject"
    if place.dep in SUBJECTS:
        return "subject" if is_main_clause(annotation, place.head) else "lower-subject"
    if place.dep == "pobj":
        return "agent" if tokens[place.head].dep == "agent" else "oblique"
    return _PLACES.get(place.dep, "other")


def _role_of_pronoun(story: Story, at: int) -> str:
    tokens = story.annotation.tokens
    if tokens[at].dep == "poss":
        held = tokens[first_conjunct(story.annotation, tokens[at].head)]
        return "possessor-of-subject" if held.dep in SUBJECTS else "possessor"
    place = place_of(story, at)
    return "subject" if place == "lower-subject" else place


def _pronoun_before(story: Story, at: int, form: PronounForm) -> int | None:
    """Whom the last pronoun of the same gender, of this sentence or the two before, was read to mean."""
    tokens = story.annotation.tokens
    for token in story.back_from(at, at - 79):
        word = story.lex.pronouns.get(tokens[token].text.lower())
        if word is not None and word.gender == form.gender:
            return story.final(story.at[token])
    return None


def _quoted_from(story: Story, at: int, sentence: Sentence) -> int:
    """The token that opens the quotation in which ``at`` stands; ``at`` where it stands in none."""
    tokens = story.annotation.tokens
    for token in range(at - 1, sentence.first - 1, -1):
        if tokens[token].tag == "''":
            return at
        if tokens[token].tag == "``":
            return token
    return at


def _paragraph(story: Story, sentence: Sentence) -> int:
    """The first token of the paragraph in which ``sentence`` stands."""
    sentences = story.annotation.sentences
    return sentences[bisect_left(sentences, sentence.block, key=attrgetter("block"))].first


def _is_person(draft: Draft | None) -> bool:
    return draft is not None and draft.kind == "person" and not draft.plural


def _order(story: Story, at: int, sentence: Sentence) -> dict[int, int]:
    """The persons met last before ``at``, the nearest first: draft → 0, 1, 2."""
    first = story.annotation.sentences[max(sentence.index - 2, 0)].first
    found: dict[int, int] = {}
    for token in story.back_from(at, first):
        draft = story.whose(token)
        if _is_person(draft) and draft is not None and draft.number not in found:
            found[draft.number] = len(found)
            if len(found) == _NEAR:
                break
    return found


def features_of(story: Story, pronoun: Pronoun, draft: Draft) -> dict[str, float]:
    """Every feature of ``draft`` as antecedent of ``pronoun``, in a fixed order."""
    spots = story.mentioned(draft.number)
    spots = spots[: bisect_left(spots, pronoun.at)]
    found: dict[str, float] = {}
    for name in _gender(draft, pronoun.form):
        found[name] = 1.0
    if draft.main:
        found["life"] = 1.0
    if pronoun.parallel is not None and pronoun.parallel[0] == draft.number:
        found[f"parallel {pronoun.parallel[1]}"] = 1.0
    if draft.main and pronoun.lead:
        # a text whose lead says who somebody was is that person's life, and tells of them throughout
        found["life with a lead"] = 1.0
    if not spots:
        found["unmet"] = 1.0
        return found
    found["presence"] = math.log2(1 + story.salience.of(draft.number) / 100)
    found["often"] = math.log2(1 + len(spots))
    in_paragraph = len(spots) - bisect_left(spots, pronoun.paragraph)
    found["topic"] = len(spots) / pronoun.mentions if pronoun.mentions else 0.0
    found["topic of paragraph"] = in_paragraph / pronoun.mentions_near if pronoun.mentions_near else 0.0
    if draft.main:
        found["life topic"] = found["topic"]
    found["apart"] = math.log2(1 + pronoun.at - spots[-1])
    for name in _where(story, pronoun, draft, spots):
        found[name] = 1.0
    return found


def _has_lead(story: Story) -> bool:
    """Whether the text opens with who its person was: "Anna Berg, painter, …", "Anna Berg was born in Narva"."""
    spots = [] if story.main is None else story.mentioned(story.main)
    if not spots:
        return False
    annotation, tokens = story.annotation, story.annotation.tokens
    top = tokens[first_conjunct(annotation, spots[0])]
    if top.dep not in SUBJECTS or not (top.sentence == 0 or annotation.sentences[top.sentence - 1].block == 0):
        return False
    tells, described = "attr" in annotation.relations[top.head], "appos" in annotation.relations[top.index]
    return tells or described or tokens[top.head].lemma in story.lex.born


def _gender(draft: Draft, form: PronounForm) -> Iterator[str]:
    if form.gender == "unknown":
        return
    if draft.gender == form.gender:
        yield "gender told"
    elif draft.hint == form.gender:
        yield "gender hinted"
    elif draft.hint != "unknown":
        yield "gender against"
    if draft.kin is not None:
        yield "kin" if draft.forms else "kin unnamed"


def _where(story: Story, pronoun: Pronoun, draft: Draft, spots: list[int]) -> Iterator[str]:
    annotation, tokens = story.annotation, story.annotation.tokens
    last = spots[-1]
    back = pronoun.sentence.index - tokens[last].sentence
    yield f"back {min(back, 3)}"
    rank = pronoun.order.get(draft.number)
    if rank is not None:
        yield f"near {rank}"
    here = spots[bisect_left(spots, pronoun.sentence.first) :]
    recent = here or spots[bisect_left(spots, annotation.sentences[tokens[last].sentence].first) :]
    distance = "here" if here else "before"
    places = dict.fromkeys(place_of(story, t) for t in recent)
    for place in places:
        yield f"{place} {distance}"
    for place in places:
        if place.removeprefix("lower-") == pronoun.place:
            yield f"same place {pronoun.place} {distance}"
    if draft.main and back > 1:
        yield "life far"
    if not draft.forms and here and all(_is_shut(story, t, pronoun.at) for t in here):
        yield "unnamed in a relative clause before"
    if here and here[0] == pronoun.first_here:
        yield "first here"
    word = story.lex.pronouns.get(tokens[last].text.lower())
    if word is not None and word.gender == pronoun.form.gender:
        yield f"pronoun {distance}"
    if pronoun.same_before == draft.number:
        yield "last pronoun"
        if pronoun.place == "subject":
            yield "last pronoun to subject"
    if any(t < pronoun.quoted_from for t in here) and pronoun.quoted_from < pronoun.at:
        yield f"outside quotation {next(iter(places))}"
    if tokens[first_conjunct(annotation, last)].dep == "nsubjpass":
        yield f"passive {distance}"
    if tokens[last].dep in ("conj", "appos"):
        yield f"{tokens[last].dep} {distance}"
    if last in story.bracketed and pronoun.at not in story.bracketed:
        yield "in parentheses"
    if pronoun.last_subject in here:
        yield f"last subject of {pronoun.place}"
    yield from _in_clause(story, pronoun, here)
    if not here and back == 1:
        before = annotation.sentences[pronoun.sentence.index - 1]
        if before.block == pronoun.sentence.block and pronoun.last_subject is None:
            yield f"{place_of(story, recent[0])} carried to {pronoun.place}"


def _is_shut(story: Story, spot: int, at: int) -> bool:
    """Whether ``spot`` stands in a relative clause that ends before the pronoun at ``at``."""
    annotation, tokens = story.annotation, story.annotation.tokens
    while tokens[spot].head != spot:
        if tokens[spot].dep == "relcl":
            return annotation.subtree(spot)[-1] < at
        spot = tokens[spot].head
    return False


def _in_clause(story: Story, pronoun: Pronoun, here: list[int]) -> Iterator[str]:
    annotation, tokens = story.annotation, story.annotation.tokens
    for t in here:
        top = first_conjunct(annotation, t)
        if t == pronoun.subject or top == pronoun.subject:
            yield f"own subject of {pronoun.place}"
        elif tokens[top].head == pronoun.verb and tokens[top].dep in ("dobj", "dative"):
            yield f"own object of {pronoun.place}"
        elif tokens[top].dep == "pobj" and clause_of(annotation, t) == pronoun.verb:
            yield f"own oblique of {pronoun.place}"
        if pronoun.above is not None:
            if top == subject_of(annotation, pronoun.above):
                yield f"subject above {pronoun.link}"
                if pronoun.lead and story.final(story.at[t]) != story.main:
                    yield f"subject above {pronoun.link} in another's life"
            elif tokens[top].head == pronoun.above and tokens[top].dep in ("dobj", "dative"):
                yield f"object above {pronoun.link}"
        if tokens[pronoun.verb].dep in ("relcl", "acl") and tokens[pronoun.verb].head == t:
            yield "clause hangs on it"
        if tokens[t].dep == "poss" and tokens[pronoun.at].dep == "poss" and tokens[t].head < pronoun.at:
            held = tokens[pronoun.at].head
            if held in annotation.children[tokens[t].head] or tokens[held].head == tokens[t].head:
                yield "within its phrase"
