"""Nouns of kin under an article and without an owner: "the widow", "the boy", "the parents" of a family in view.

Whoever was told of before is meant first; then several who were told of one by one; then somebody of whom the text has
said nothing yet, where it leaves no doubt whose relative that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from vitascope.model import Gender
from vitascope.people.kin import KinNominal
from vitascope.people.names.draft import Draft
from vitascope.people.resolution.salience import MAIN, RECENCY
from vitascope.people.resolution.story import Story
from vitascope.people.syntax import SUBJECTS

__all__ = ["Known", "Relations", "foremost", "owner_of"]

_PLURAL = "S"
"""How the tag of a noun in the plural ends."""
_IN_VIEW = RECENCY / 2
"""Whoever was told of in this sentence or the one before it is more present."""


class Known(NamedTuple):
    """A relative who was told of: by which qualifier, of which gender, and whether by name."""

    qualifier: str
    gender: Gender
    draft: int
    named: bool


Relations = dict[tuple[int, str, bool], list[Known]]
"""Whose relatives, by which tie, several as one or one alone → who is known, in text order."""


@dataclass(frozen=True, slots=True)
class _Family:
    """What is asked of a family: ``known`` relatives, and how far they are in mind."""

    story: Story
    known: Relations

    def of(self, anchor: int, relation: str, gender: Gender) -> list[Draft]:
        """Who is known one by one to be ``relation`` of ``anchor`` and can be of ``gender``."""
        found: dict[int, Draft] = {}
        for (of, tie, plural), known in self.known.items():
            if (self.story.final(of), tie, plural) == (anchor, relation, False):
                for one in known:
                    draft = self.story.drafts[self.story.final(one.draft)]
                    if "unknown" in (gender, one.gender) or one.gender == gender:
                        found[draft.number] = draft
        return list(found.values())

    def anchors(self, relation: str) -> list[int]:
        """Whoever has a relative of this tie who is in mind, the one whose relative is most so first."""
        weights: dict[int, float] = {}
        for (of, tie, plural), known in self.known.items():
            if tie == relation and not plural:
                here = max((self.story.salience.of(self.story.final(one.draft)) for one in known), default=0.0)
                weights[self.story.final(of)] = max(here, weights.get(self.story.final(of), 0.0))
        return sorted((a for a, weight in weights.items() if weight > 0.0), key=lambda a: (-weights[a], a))

    def in_view(self, draft: int) -> bool:
        """Whether somebody was told of just now."""
        return self.story.salience.of(draft) >= _IN_VIEW


def owner_of(story: Story, known: Relations, kin: KinNominal) -> Draft | None:
    """Whose relative "the widow" is. A set of several that is meant for the first time is made ``known``."""
    relation, gender, several = kin.noun.relation, kin.noun.gender, kin.noun.plural
    found: dict[int, float] = {}
    for (anchor, tie, plural), told in known.items():
        fits = [k for k in told if gender in (k.gender, "unknown")]
        if (tie, plural) == (relation, several) and fits and story.final(fits[-1].draft) in story.met:
            found.setdefault(story.final(anchor), story.salience.of(story.final(fits[-1].draft)))
    found = {anchor: weight for anchor, weight in found.items() if weight > 0.0}
    if found:
        return story.drafts[max(found, key=lambda anchor: (found[anchor], -anchor))]
    family = _Family(story, known)
    if several:
        return _several(family, kin)
    if kin.noun.noun in story.lex.young or relation not in story.lex.family["presumed"] or gender == "unknown":
        return None
    if relation == "spouse":
        return _survived(family, gender)
    return _parent_of(family, gender) if relation == "parent" else _child_of(family)


def foremost(story: Story) -> list[Draft]:
    """The life's subject, where nobody else is more in mind: "an elder brother" is theirs."""
    if story.main is None:
        return []
    here = story.salience.of(story.main) + MAIN
    persons = [n for n in story.salience.drafts() if story.drafts[story.final(n)].kind == "person"]
    if any(story.salience.of(n) > here for n in persons if story.final(n) != story.main):
        return []
    return [story.drafts[story.main]]


def _several(family: _Family, kin: KinNominal) -> Draft | None:
    """ "The parents", "the sons", "the brothers": those told of one by one; a brother's brothers are he and they."""
    story, relation = family.story, kin.noun.relation
    if relation in story.lex.family["households"] and not story.annotation.tokens[kin.head].tag.endswith(_PLURAL):
        return None if story.main is None or _is_of_others(story, kin) else story.drafts[story.main]
    for anchor in family.anchors(relation):
        owner = story.drafts[anchor]
        members = family.of(anchor, relation, kin.noun.gender)
        if relation == "parent":
            members += [d for m in list(members) for d in family.of(m.number, "spouse", "unknown") if d not in members]
        elif relation == "sibling" and kin.noun.gender in (
            owner.gender if owner.gender != "unknown" else owner.hint,
            "unknown",
        ):
            members.append(owner)
        fits = len(members) == 2 if relation == "parent" else len(members) > 1
        if fits and relation in (*story.lex.family["presumed"], "sibling"):
            together = story.together(sorted(members, key=lambda d: (not d.main, d.number)))
            known = family.known.setdefault((anchor, relation, True), [])
            known.append(Known(kin.qualifier, kin.noun.gender, together.number, True))
            return owner
    return None


def _is_of_others(story: Story, kin: KinNominal) -> bool:
    """Whether the noun stood just before without meaning the kin of anybody told of: "the Dahl family", "a family"."""
    tokens, sentences = story.annotation.tokens, story.annotation.sentences
    before = sentences[max(tokens[kin.head].sentence - 1, 0)]
    return any(t.lemma == tokens[kin.head].lemma and t.index not in story.at for t in tokens[before.first : kin.head])


def _survived(family: _Family, gender: Gender) -> Draft | None:
    """ "The widow" of nobody who was called a husband: of the one man who was the last subject."""
    story, tokens = family.story, family.story.annotation.tokens
    for token in story.back_from(len(tokens), 0):
        draft = story.whose(token)
        if tokens[token].dep in SUBJECTS and draft is not None:
            fits = draft.kind == "person" and not draft.plural and draft.gender not in ("unknown", gender)
            return draft if fits and family.in_view(draft.number) else None
    return None


def _parent_of(family: _Family, gender: Gender) -> Draft | None:
    """ "The mother": of a child in view the one whom its father married, else of the life's own person."""
    story = family.story
    for child in family.anchors("parent"):
        if not family.in_view(child):
            continue
        for parent in family.of(child, "parent", "unknown"):
            for spouse in family.of(parent.number, "spouse", gender):
                family.known.setdefault((child, "parent", False), []).append(Known("", gender, spouse.number, True))
                return story.drafts[child]
    main = next(iter(foremost(story)), None)
    return main if main is not None and not family.of(main.number, "child", "unknown") else None


def _child_of(family: _Family) -> Draft | None:
    """ "The daughter" of a couple in view: of the one of them whom the life is about."""
    main = family.story.main
    if main is None or not family.in_view(main):
        return None
    near = any(family.in_view(spouse.number) for spouse in family.of(main, "spouse", "unknown"))
    return family.story.drafts[main] if near else None
