"""Who is spoken of by those who speak: whoever takes words back had said them; whom a text quotes as its source is
not whom it tells of."""

from __future__ import annotations

from collections.abc import Iterator

from vitascope.model import Annotation, Sentence
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.draft import Draft
from vitascope.people.resolution.story import Story
from vitascope.people.syntax import SUBJECTS, clause_of, subject_of

__all__ = ["bidders", "sources", "who_takes_back"]

_NOW, _THEN = ("VBZ", "VBP"), ("VBD",)


def who_takes_back(story: Story, at: int, sentence: Sentence) -> Draft | None:
    """ "Lev Dahl confessed; he retracted it in 1902": whoever spoke last, in this sentence or the one before."""
    annotation, tokens = story.annotation, story.annotation.tokens
    verb = clause_of(annotation, at)
    if tokens[at].dep not in SUBJECTS or tokens[verb].lemma not in story.lex.speech["takes_back"]:
        return None
    before = annotation.sentences[max(sentence.index - 1, 0)]
    first = before.first if before.block == sentence.block else sentence.first
    for token in range(verb - 1, first - 1, -1):
        if tokens[token].lemma in story.lex.speech["gives"] and tokens[token].pos == "VERB":
            speaker = story.whose(subject_of(annotation, token))
            return speaker if speaker is not None and speaker.kind == "person" else None
    return None


def sources(story: Story, at: int, sentence: Sentence) -> set[int]:
    """Drafts of those who, in the sentence before, only say in the present what the text tells in the past."""
    annotation, tokens = story.annotation, story.annotation.tokens
    if sentence.index == 0 or not _is_past(story, clause_of(annotation, at)):
        return set()
    before = annotation.sentences[sentence.index - 1]
    found: dict[int, bool] = {}
    for token in story.back_from(sentence.last, annotation.sentences[max(sentence.index - 2, 0)].first):
        draft = story.final(story.at[token])
        above = tokens[tokens[token].head]
        says = tokens[token].dep in SUBJECTS and above.tag in _NOW and above.lemma in story.lex.speech["gives"]
        found[draft] = found.get(draft, True) and says and tokens[token].sentence == before.index
    return {draft for draft, only in found.items() if only and draft != story.main}


def bidders(annotation: Annotation, prep: int, lex: Lexicon) -> Iterator[int]:
    """ "On Holm's orders, he …", "at the request of Holm, he …": whoever bids, who is not who is bidden."""
    tokens = annotation.tokens
    biddings = (n for n in annotation.children[prep] if tokens[n].lemma.lower() in lex.speech["biddings"])
    for child in (c for noun in biddings for c in annotation.children[noun]):
        if tokens[child].dep == "poss":
            yield child
        elif tokens[child].text.lower() in lex.linking:
            yield from annotation.children[child]


def _is_past(story: Story, verb: int) -> bool:
    tokens = story.annotation.tokens
    helped = any(
        tokens[c].dep in ("aux", "auxpass") and tokens[c].tag in _THEN for c in story.annotation.children[verb]
    )
    return tokens[verb].tag in _THEN or helped
