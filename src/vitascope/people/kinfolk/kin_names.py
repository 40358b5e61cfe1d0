"""Who is named beside a noun of kin: "his sister Olga", "Lev Dahl, her brother,", "their sons Karl and Ove"."""

from __future__ import annotations

from dataclasses import dataclass

from vitascope.people.kin import KinNominal, named_after
from vitascope.people.kinfolk.singled_out import singled_out
from vitascope.people.names.cast import Cast
from vitascope.people.names.draft import Draft
from vitascope.people.resolution.story import Story
from vitascope.people.syntax import SUBJECTS

__all__ = ["NamesBeside"]


@dataclass(frozen=True, slots=True)
class NamesBeside:
    """Looks around a kin nominal. ``inside`` maps the tokens of names to sightings."""

    story: Story
    cast: Cast
    inside: dict[int, int]

    def right_of(self, kin: KinNominal) -> int | None:
        """The sighting that names the relative after the noun."""
        named = named_after(self.story.annotation, kin, self.story.lex, self.inside)
        if named is None:
            named = self._after_role(kin)
        return self._told(kin) if named is None else named

    def _told(self, kin: KinNominal) -> int | None:
        """ "His first wife was the dancer Olga Lund": the name that a copula gives."""
        children, tokens = self.story.annotation.children, self.story.annotation.tokens
        copula = tokens[tokens[kin.head].head]
        below = children[copula.index]
        if tokens[kin.head].dep not in SUBJECTS or copula.pos != "AUX" or any(tokens[c].dep == "neg" for c in below):
            return None
        told = [c for c in below if tokens[c].dep == "attr" and c > kin.head]
        told += [c for one in told for c in children[one] if tokens[c].dep == "appos"]
        return next((self.inside[c] for c in told if c in self.inside and not self._is_one_of(c)), None)

    def _is_one_of(self, name: int) -> bool:
        """ "His mother was a Dahl" gives no name."""
        below = (self.story.annotation.tokens[c] for c in self.story.annotation.children[name])
        return any(t.dep == "det" and t.text.lower() in self.story.lex.indefinite for t in below)

    def _after_role(self, kin: KinNominal) -> int | None:
        """ "Her husband, the actor Karl Dahl": the name in apposition, behind the noun for what he is."""
        children, tokens = self.story.annotation.children, self.story.annotation.tokens
        if kin.via == "of" and tokens[kin.anchor].lemma.lower() in self.story.lex.family["couples"]:
            named = (c for c in children[kin.head] if tokens[c].dep == "appos" and c in self.inside)
            return next((self.inside[c] for c in named), None)  # "a son of the first marriage, Ove"
        if kin.last >= len(tokens) or tokens[kin.last].tag != "," or kin.last + 1 in self.inside:
            return None
        beside = [c for c in children[kin.head] if tokens[c].dep == "appos" and c > kin.last]
        behind = (c for role in beside if tokens[role].pos == "NOUN" for c in children[role] if c > role)
        beside += [c for c in behind if tokens[c].dep == "appos"]
        numbers = [self.inside[c] for c in beside if c in self.inside]
        near = (n for n in numbers if all(i not in self.inside for i in range(kin.last, self.cast.sightings[n].first)))
        return next(near, None)

    def one(self, kin: KinNominal) -> Draft | None:
        """The person who is named as the relative."""
        number = self.right_of(kin)
        tokens = self.story.annotation.tokens
        if number is None and kin.start >= 2 and tokens[kin.start - 1].tag == "," and kin.start - 2 in self.inside:
            closes = kin.last < len(tokens) and tokens[kin.last].tag in (",", ".", ";")
            number = self.inside[kin.start - 2] if closes else None
        if number is None or number not in self.cast.owner:
            return None
        draft = self.story.drafts[self.story.final(self.cast.owner[number][0])]
        return draft if draft.kind == "person" else None

    def all(self, kin: KinNominal) -> list[Draft]:
        """Every member that a plural names: "his brothers Karl, Nils and Ove", "of his sons Karl and Ove died"."""
        found = self._of_them(kin)
        right = self.right_of(kin)
        heads = [] if right is None else [self.cast.sightings[right].head]
        while heads:
            head = heads.pop(0)
            draft = self.story.whose(head)
            if draft is not None and draft.kind == "person":
                found.append(draft)
            annotation = self.story.annotation
            heads.extend(c for c in annotation.children[head] if annotation.tokens[c].dep == "conj")
        return found

    def _of_them(self, kin: KinNominal) -> list[Draft]:
        """Those told of one by one behind "of his children": named so only, or by the surname of the life's subject."""
        story = self.story
        surnames = {"", *(form.surname for d in story.drafts if d.main for form in d.forms)}
        numbers = [
            self.inside[i] for i in singled_out(story.annotation, kin.head, story.lex.linking) if i in self.inside
        ]
        own = [n for n in numbers if self.cast.sightings[n].name.surname in surnames and n in self.cast.owner]
        found = [story.drafts[story.final(self.cast.owner[n][0])] for n in own]
        return [d for d in found if d.kind == "person"]
