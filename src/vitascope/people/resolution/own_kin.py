"""What is told of somebody's relatives, and what nobody does to relatives of their own."""

from __future__ import annotations

from collections.abc import Iterator

from vitascope.people.resolution.story import Story
from vitascope.people.syntax import SUBJECTS, clause_of, subject_of

__all__ = ["goes_on", "kin_of_the_wed"]

_SPOUSE = "spouse"
_PAST = ("VBD", "VBN")


def goes_on(story: Story, subject: int | None) -> bool:
    """Whether the sentence of a relative told by name leaves him acting: "His brother, Lev Dahl, was jailed in 1931".

    What lies further back ("had been jailed") is background, and what ends a life ends the telling of it. How he fared
    ("was less lucky") announces it, and who was taken up by a pronoun already goes on.
    """
    tokens, children = story.annotation.tokens, story.annotation.children
    if subject is None:
        return False
    verb = tokens[subject].head
    named = any(tokens[t].pos == "PROPN" and tokens[t].dep != "poss" for t in (subject, *children[subject]))
    back = any(tokens[c].lemma in story.lex.kin_of_others["further_back"] for c in children[verb])
    if named and any(tokens[c].lemma in story.lex.kin_of_others["fares"] for c in children[verb]):
        return True
    stays = tokens[verb].pos == "VERB" and tokens[verb].lemma not in story.lex.kin_of_others["end"] | story.lex.born
    carried = tokens[subject].text.lower() in story.lex.pronouns
    return (carried or (named and not back)) and stays and tokens[verb].tag in _PAST


def kin_of_the_wed(story: Story, at: int) -> Iterator[int]:
    """Whom the subject at token ``at`` cannot be: "after marrying Berg's mother, he moved" is not said of Berg."""
    annotation, tokens = story.annotation, story.annotation.tokens
    verb = clause_of(annotation, at)
    if tokens[at].dep not in SUBJECTS or subject_of(annotation, verb) != at:
        return
    for act in annotation.subtree(verb):
        if tokens[act].lemma not in story.lex.marry or not (act == verb or tokens[act].tag == "VBG"):
            continue
        for c in annotation.children[act]:
            spouse = story.whose(c) if c != at else None
            for tie, of in () if spouse is None else spouse.kin:
                if tie != _SPOUSE:
                    yield story.final(of)
