"""Whose husband or wife somebody is told to be right behind the other parent: "the son of Lev Dahl, a cooper of Lund,
by his second wife, Ida", where the pronoun means the parent and never the child."""

from __future__ import annotations

from vitascope.people.names.draft import Draft
from vitascope.people.resolution.story import Story

__all__ = ["child_of_both", "couples_with_children", "parent_before"]

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
    if joint.pos not in _JOINTS or not (joint.pos == "CCONJ" or joint.text.lower() in lex.beside | lex.linking):
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


def child_of_both(story: Story, at: int) -> Draft | None:
    """ "After his father's death his mother took in boarders": two possessives of parents mean one child, where nobody
    else is told of between them."""
    tokens, lex = story.annotation.tokens, story.lex
    noun = lex.kin.get(tokens[tokens[at].head].text.lower())
    if noun is None or noun.relation != "parent" or tokens[at].dep != "poss":
        return None
    first = story.annotation.sentences[tokens[at].sentence].first
    between: set[int] = set()
    for back in story.back_from(at, first):
        draft = story.whose(back)
        other = lex.kin.get(tokens[tokens[back].head].text.lower())
        same = tokens[back].text.lower() == tokens[at].text.lower() and tokens[back].dep == "poss"
        if draft is None:
            continue
        if same and other is not None and other.relation == noun.relation and other.gender != noun.gender:
            parent = story.whose(tokens[back].head)
            return draft if between <= {draft.number, -1 if parent is None else parent.number} else None
        between.add(draft.number)
    return None


def couples_with_children(story: Story, at: int) -> set[int]:
    """ "Their father", behind a word on a couple's children, is the children's and not the couple's."""
    tokens, lex = story.annotation.tokens, story.lex
    noun = lex.kin.get(tokens[tokens[at].head].text.lower())
    if tokens[at].dep != "poss" or noun is None or noun.relation != "parent":
        return set()
    present = [story.drafts[n] for n in story.salience.drafts() if story.drafts[n].plural]
    ties = [(tie, of) for d in present for tie, of in d.kin if tie in lex.generic]
    parents = {story.final(of) for _, of in ties}
    return {d.number for d in present if parents & {story.final(m) for m in d.members}}
