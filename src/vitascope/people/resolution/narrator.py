"""Whoever tells the text of themselves: "I was born in Ohio. My wife and I moved", outside quotation marks."""

from __future__ import annotations

from vitascope.model import Annotation
from vitascope.people.names.draft import Draft
from vitascope.people.resolution.story import Pointer, Story
from vitascope.people.syntax import SUBJECTS, subject_of

__all__ = ["Narrator", "is_narrating", "who_says"]

_NAMED = ("attr", "appos")


def is_narrating(annotation: Annotation, at: int) -> bool:
    """Whether a first-person word is a pronoun, and no number of a ruler ("Bernat I")."""
    token = annotation.tokens[at]
    return token.tag in ("PRP", "PRP$") and (at == 0 or annotation.tokens[at - 1].tag not in ("NNP", "CD"))


def who_says(story: Story, at: int) -> Draft | None:
    """Who says "my" in words that are told without quotation marks: the subject of the nearest verb above that only
    persons do."""
    tokens = story.annotation.tokens
    while tokens[at].head != at:
        at = tokens[at].head
        draft = story.whose(subject_of(story.annotation, at)) if tokens[at].lemma in story.lex.acts else None
        if draft is not None and draft.kind == "person":
            return draft
    return None


class Narrator:
    """One persona for all first-person words of a text. They are nobody's antecedent: "he" is never who says "I"."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._draft: Draft | None = None

    def meet(self, at: int) -> None:
        """Link a first-person word that stands outside direct speech."""
        story = self._story
        token = story.annotation.tokens[at]
        if self._draft is None:
            if token.dep == "poss" and who_says(story, at) is not None:
                return
            self._draft = self._named() or story.new(story.lex.narrator)
        kind = story.lex.first[token.text.lower()]
        number = self._draft.number
        story.pointers.append(Pointer(token.span, kind, number, at, "first person: whoever tells the text"))
        story.at[at] = number

    def _named(self) -> Draft | None:
        """The name that the narrator gives: "I am Anna Berg", "my name is Anna Berg", "I, Anna Berg, …"."""
        story, tokens = self._story, self._story.annotation.tokens
        for token in (tokens[i] for i in story.annotation.told(story.lex.first)):
            if not is_narrating(story.annotation, token.index):
                continue
            said = token
            if token.dep == "poss" and tokens[token.head].lemma.lower() in story.lex.naming_nouns:
                said = tokens[token.head]
            elif token.dep == "poss":
                continue
            heads = [said.index]
            if said.dep in SUBJECTS and tokens[said.head].pos == "AUX":
                heads.append(said.head)
            for head in heads:
                for c in story.annotation.children[head]:
                    draft = story.whose(c) if tokens[c].dep in _NAMED and tokens[c].pos == "PROPN" else None
                    if draft is not None and draft.kind == "person":
                        return draft
        return None
