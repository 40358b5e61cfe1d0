"""Bodies that a text means again without their names: "its founder", "the company's director", "the firm"."""

from __future__ import annotations

from vitascope.model import Annotation, Sentence
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.draft import Draft
from vitascope.people.noun_phrases import NAME_TAGS
from vitascope.people.resolution.story import Story
from vitascope.people.syntax import subject_of

__all__ = ["body_apposed", "body_in_mind", "stands_for_body"]

_DEPTH = 8


def stands_for_body(annotation: Annotation, at: int, lex: Lexicon) -> bool:
    """Whether an impersonal possessive is a body's: what is its own is somebody of a role ("its founder")."""
    owned = annotation.tokens[annotation.tokens[at].head].lemma.lower()
    return annotation.tokens[at].dep == "poss" and (owned in lex.roles or owned in lex.posts)


def body_in_mind(story: Story, at: int, sentence: Sentence) -> tuple[Draft, str] | None:
    """The body that a word at token ``at`` comes back to: the subject of its clause, else the last one named in its
    sentence, else the only one of the sentence before in the same paragraph."""
    said = story.whose(_subject_above(story.annotation, at))
    if said is not None and said.kind == "organisation":
        return said, "the body that its clause is about"
    here = _bodies(story, sentence.first, at)
    if here:
        return here[-1], "the body named last in the sentence"
    if _is_named_otherwise(story, sentence.first, at):
        return None
    sentences = story.annotation.sentences
    before = sentences[sentence.index - 1] if sentence.index else sentence
    if before.block != sentence.block or before.index == sentence.index:
        return None
    there = list(dict.fromkeys(d.number for d in _bodies(story, before.first, before.last)))
    return (story.drafts[there[0]], "the only body of the sentence before") if len(there) == 1 else None


def body_apposed(story: Story, noun: int) -> Draft | None:
    """The body in apposition to whose name a noun stands: "Brightloom, a firm that she founded"."""
    token = story.annotation.tokens[noun]
    described = token.dep == "appos" and token.tag == "NN" and token.lemma in story.lex.run
    draft = story.whose(token.head) if described else None
    return draft if draft is not None and draft.kind == "organisation" else None


def _bodies(story: Story, first: int, stop: int) -> list[Draft]:
    found = (story.whose(t) for t in range(first, stop))
    return [draft for draft in found if draft is not None and draft.kind == "organisation"]


def _is_named_otherwise(story: Story, first: int, stop: int) -> bool:
    """Whether something nearer has a name and an article, of which nobody knows that it is a body: "left the Argus"."""
    tokens = story.annotation.tokens
    heads = (t for t in tokens[first + 1 : stop] if t.tag in NAME_TAGS and t.index not in story.at)
    return any(tokens[c].dep == "det" for t in heads for c in story.annotation.children[t.index])


def _subject_above(annotation: Annotation, at: int) -> int | None:
    """The subject, before ``at``, of the clause that a token stands in."""
    tokens, verb = annotation.tokens, at
    for _ in range(_DEPTH):
        verb = tokens[verb].head
        if tokens[verb].pos in ("VERB", "AUX"):
            subject = subject_of(annotation, verb)
            return subject if subject is not None and subject < at else None
    return None
