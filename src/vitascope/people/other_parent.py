"""Whose husband or wife somebody is told to be right behind the other parent: "the son of Lev Dahl, a cooper of Lund,
by his second wife, Ida", where the pronoun means the parent and never the child."""

from __future__ import annotations

from vitascope.people.draft import Draft
from vitascope.people.story import Story

__all__ = ["parent_before"]

_REACH = 30
_JOINTS = ("CCONJ", "ADP")


def parent_before(story: Story, at: int) -> Draft | None:
    """The parent of whom the possessive at token ``at`` tells a spouse, as parent of the same child."""
    tokens, lex = story.annotation.tokens, story.lex
    spouse = lex.kin.get(tokens[tokens[at].head].text.lower())
    first = story.annotation.sentences[tokens[at].sentence].first
    joint = tokens[at - 1] if at > first else None
    if spouse is None or spouse.relation != "spouse" or tokens[at].dep != "poss" or joint is None:
        return None
    if joint.pos not in _JOINTS or not (joint.pos == "CCONJ" or joint.text.lower() in lex.beside):
        return None
    for back in range(at - 2, max(first, at - _REACH), -1):
        token = tokens[back]
        if token.pos in ("VERB", "AUX") and token.tag != "VBN":
            return None
        child = lex.kin.get(tokens[back - 1].text.lower()) if token.text.lower() in lex.linking else None
        if child is not None and child.relation == "child":
            parents = (story.whose(c) for c in range(back + 1, at))
            return next((p for p in parents if p is not None and p.kind == "person"), None)
    return None
