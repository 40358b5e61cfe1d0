"""Who a relative without a name is, by what was told of others: "his father-in-law" is the father of the woman whom he
married, "her mother" the wife of her father."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.model import Gender
from vitascope.people.names.draft import Draft
from vitascope.people.resolution.story import Story

__all__ = ["known_parents", "known_relative"]

_SPOUSE = "spouse"
_PARENT = "parent"
_BOTH: tuple[Gender, Gender] = ("male", "female")


def known_relative(story: Story, relation: str, gender: Gender, anchor: int) -> Draft | None:
    """The one person named so far who is ``relation`` of ``anchor`` and can be of ``gender``; None of two or more.

    Ties told outright go first, then what relatives of relatives are or mostly are.
    """
    told = [d for d in _relatives(story, anchor, relation) if d.names]
    found = _fitting(story, told, relation, gender)
    if found is not None or any(gender in (d.gender, "unknown") for d in told):
        return found
    through: dict[int, Draft] = {}
    for first, then in story.lex.composed.items():
        for tie, composed in then.items():
            if composed == relation:
                for between in _relatives(story, anchor, first):
                    through |= {d.number: d for d in _relatives(story, between.number, tie) if d.number != anchor}
    return _fitting(story, [through[n] for n in sorted(through)], relation, gender)


def known_parents(story: Story, child: int) -> list[Draft]:
    """Father and mother, if both were named so far; else nobody."""
    found = (known_relative(story, _PARENT, gender, child) for gender in _BOTH)
    parents = {d.number: d for d in found if d is not None}
    return list(parents.values()) if len(parents) == len(_BOTH) else []


def _relatives(story: Story, of: int, relation: str) -> list[Draft]:
    inverse = story.lex.inverse.get(relation)
    found = {story.final(other) for tie, other in story.drafts[of].kin if tie == inverse}
    for draft in story.drafts:
        if any(tie == relation and story.final(other) == of for tie, other in draft.kin):
            found.add(story.final(draft.number))
    return [story.drafts[n] for n in sorted(found - {of})]


def _fitting(story: Story, told: Sequence[Draft], relation: str, gender: Gender) -> Draft | None:
    """The only one named whose gender is the noun's; of a tie that one or two people have the one of unknown gender."""
    named = [d for d in told if d.names and d.kind == "person"]
    sure = [d for d in named if gender in (_gender(d), "unknown")]
    if not sure and relation in story.lex.family["single"] and (len(named) > 1 or relation == _SPOUSE):
        sure = [d for d in named if _gender(d) == "unknown"]
    return sure[0] if len(sure) == 1 else None


def _gender(draft: Draft) -> Gender:
    return draft.gender if draft.gender != "unknown" else draft.hint
