"""Whoever a text calls only "he" or "she": an excerpt begins in the middle of a life, its subject was named before."""

from __future__ import annotations

from vitascope.model import Annotation, Gender
from vitascope.people.lexicon import PronounForm
from vitascope.people.names.draft import Draft
from vitascope.people.resolution.story import Story

__all__ = ["Unnamed", "in_front"]


def in_front(annotation: Annotation, at: int) -> bool:
    """ "After her release Anna Berg …": a pronoun in a phrase before any verb may mean who is named next."""
    tokens = annotation.tokens
    first, last = annotation.sentences[tokens[at].sentence].first, annotation.sentences[tokens[at].sentence].last
    opening = tokens[first].tag == "IN" and all(t.pos not in ("VERB", "AUX") for t in tokens[first:at])
    return opening and any(t.pos == "PROPN" for t in tokens[at:last])


class Unnamed:
    """One persona for each gender. Where a text says whom it is about, another "he" is left to nobody."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._drafts: dict[Gender, Draft] = {}

    def meant(self, form: PronounForm) -> Draft | None:
        """The person behind a singular pronoun that nobody whom the text names fits."""
        if form.plural or form.gender == "unknown" or self._story.main is not None:
            return None
        if form.gender not in self._drafts:
            self._drafts[form.gender] = self._story.new(self._label(form.gender), form.gender)
        return self._drafts[form.gender]

    def _label(self, gender: Gender) -> str:
        forms = self._story.lex.pronouns.items()
        return next(w for w, f in forms if f.gender == gender and f.kind == "pronoun" and not (f.plural or f.reflexive))
