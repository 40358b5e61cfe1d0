"""The person a life is about and their spouse as two, where nobody else told of can be meant: "the couple", and "they"
where the two were spoken of as two not long before."""

from __future__ import annotations

from vitascope.people.names.draft import Draft
from vitascope.people.resolution.story import Story

__all__ = ["wedded_pair", "wedded_pair_in_mind"]

_SPOUSE = "spouse"


def wedded_pair(story: Story) -> Draft | None:
    """The life's subject and the spouse who was mentioned last."""
    if story.main is None:
        return None
    told = (d for d in story.drafts if d.kind == "person" and not d.plural and d.number in story.met)
    spouses = [d for d in told if any(tie == _SPOUSE and story.final(of) == story.main for tie, of in d.kin)]
    spouses = [d for d in spouses if story.mentioned(d.number)]
    if not spouses:
        return None
    return story.together([story.drafts[story.main], max(spouses, key=lambda d: story.mentioned(d.number)[-1])])


def wedded_pair_in_mind(story: Story) -> Draft | None:
    """The same two, if words like "they" meant them in one of the sentences before."""
    pair = wedded_pair(story)
    known = pair is not None and pair.number in story.met and story.salience.of(pair.number) > 0.0
    return pair if known else None
