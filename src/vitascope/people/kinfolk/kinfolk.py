"""Relatives as personas: unnamed ("mother of Anna Berg") or named ("his sister Olga", "married Maria Lund")."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from vitascope.model import MentionKind, Span
from vitascope.people.kin import KinNominal
from vitascope.people.kinfolk.family import Known, Relations, foremost, owner_of
from vitascope.people.kinfolk.kin_names import NamesBeside
from vitascope.people.kinfolk.known_kin import known_parents, known_relative
from vitascope.people.lexicon import KinNoun
from vitascope.people.names.cast import Cast
from vitascope.people.names.draft import Draft
from vitascope.people.resolution.narrator import who_says
from vitascope.people.resolution.parentage import joined_parent, one_of_them
from vitascope.people.resolution.salience import RECENCY
from vitascope.people.resolution.story import Story
from vitascope.people.syntax import clause_of, conjuncts, first_conjunct, prominence, subject_of

__all__ = ["Kinfolk"]

_PARENT = "parent"


@dataclass(frozen=True, slots=True)
class _Several:
    """Relatives told in the plural, of whom one may be singled out next."""

    noun: KinNoun
    anchor: int
    sentence: int


@dataclass(slots=True)
class Kinfolk:
    """Who is known to be whose kin while a text is read. ``inside`` maps the tokens of names to sightings."""

    story: Story
    cast: Cast
    inside: dict[int, int]
    beside: NamesBeside
    _known: Relations = field(default_factory=dict)
    _several: _Several | None = None
    _nameless: list[tuple[KinNoun, int, int]] = field(default_factory=list)

    def meet(self, kin: KinNominal) -> bool:
        """Resolve one kin nominal: link or make its persona, or read what it says of its subject; False if neither."""
        story = self.story
        anchors = self._anchors(kin)
        if kin.via == "ranked":
            kin = replace(kin, noun=self._of_several(kin))
        if not anchors or not kin.noun.noun:
            return False
        place = one_of_them(story.annotation, kin, story.lex)
        bearer = self._predicated_of(kin, place)
        if bearer is not None and all(bearer.number != a.number for a in anchors):
            if bearer.gender == "unknown":
                bearer.gender = kin.noun.gender
            for anchor in anchors:
                self.tie(bearer, kin.noun.relation, anchor)
                self._know(bearer, story.lex.inverse.get(kin.noun.relation, ""), anchor)
            if place == kin.head:
                return True
        anchor = anchors[0]
        named = self._fitting(self.beside.one(kin), kin)
        if named is not None and named.number == anchor.number:
            return True
        draft = named if named is not None and not kin.noun.plural else self._unnamed(kin, anchor)
        for other in anchors[1:]:
            self.tie(draft, kin.noun.relation, other)
        if named is not None and not kin.noun.plural:
            self._learn_name(kin, anchor, named)
        elif kin.noun.plural:
            for other in self.beside.all(kin):
                for whose in anchors:
                    if other.number != whose.number:
                        self.tie(other, kin.noun.relation, whose)
            self._several = _Several(kin.noun, anchor.number, story.annotation.tokens[kin.head].sentence)
        if draft.gender == "unknown" and not kin.noun.plural:
            draft.gender = kin.noun.gender
        tokens = story.annotation.tokens
        span = Span(tokens[kin.start].span.start, tokens[kin.last - 1].span.end)
        because = f"{kin.noun.noun}: {kin.noun.relation or kin.noun.noun} of {anchor.label}"
        kind: MentionKind = "kin" if kin.noun.relation else "nominal"
        story.point(span, kind, draft.number, kin.head, because, prominence(story.annotation, kin.head))
        return True

    def settle(self) -> None:
        """Give those whom the text names only further on, of ties that no one has anew, the name that it gives."""
        story, family = self.story, self.story.lex.family
        for noun, anchor, draft in self._nameless:
            lasting = noun.relation in family["single"] and noun.relation not in family["anew"]
            if story.final(draft) != draft or not (lasting or noun.noun in family["surviving"]):
                continue
            named = known_relative(story, noun.relation, noun.gender, story.final(anchor))
            if named is not None and named.number != draft:
                story.merge(draft, named.number)

    def tie(self, bearer: Draft, relation: str, anchor: Draft) -> None:
        """Record that ``bearer`` is ``relation`` of ``anchor``, on the one of them that the life is not about.

        Two persons have one tie at most: the first that is told.
        """
        final = self.story.final
        told: str | None = relation
        if bearer.main:
            bearer, anchor, told = anchor, bearer, self.story.lex.inverse.get(relation)
        if not told or bearer.main or final(bearer.number) == final(anchor.number):
            return
        if all(final(of) != final(anchor.number) for _, of in bearer.kin):
            bearer.kin.append((told, anchor.number))
        inverse = self.story.lex.inverse.get(told, "")
        if (anchor.main or inverse in self.story.lex.family["single"]) and not bearer.plural:
            # "his daughter", of the named father of the woman whom the life is about, is mostly she
            self._know(bearer, inverse, anchor)

    def marry(self, one: Draft, other: Draft) -> None:
        """A marriage told with names makes each the other's "wife" or "husband" from then on."""
        relation = "spouse"
        if one.number == other.number or "person" not in (one.kind, other.kind):
            return
        self.tie(other, relation, one)
        for anchor, spouse in ((one, other), (other, one)):
            self._known.setdefault((anchor.number, relation, False), []).append(
                Known("", spouse.gender if spouse.gender != "unknown" else spouse.hint, spouse.number, True)
            )

    def bear(self, child: Draft, parent: Draft) -> None:
        """ "Born to X": a parent, and so the "mother" or "father" of whom is told later."""
        self.tie(parent, "parent", child)
        self._know(child, "parent", parent)

    def _know(self, anchor: Draft, relation: str, relative: Draft) -> None:
        """Remember a relative who is named, if the text or the name tells of which gender."""
        gender = relative.gender if relative.gender != "unknown" else relative.hint
        if relation and gender != "unknown":
            known = Known("", gender, relative.number, True)
            self._known.setdefault((anchor.number, relation, False), []).append(known)

    def _anchors(self, kin: KinNominal) -> list[Draft]:
        story, annotation = self.story, self.story.annotation
        if kin.via == "ranked":
            return [story.drafts[self._several.anchor]] if self._several is not None else []
        if kin.via == "life":
            return foremost(story)
        if kin.via == "again":
            owner = owner_of(story, self._known, kin)
            return [] if owner is None else [owner]
        if annotation.tokens[kin.anchor].text.lower() in story.lex.own:
            narrator = story.whose(kin.anchor)
            teller = narrator or who_says(story, kin.anchor)
            return [teller] if teller is not None else []
        lemma = annotation.tokens[kin.anchor].lemma.lower()
        if kin.via == "couple" or lemma in story.lex.family["couples"]:
            return [story.drafts[story.main]] if story.main is not None else []
        heads = [kin.anchor, *(i for i in (kin.other,) if i >= 0)]
        if kin.via == "of":
            for child in annotation.children[kin.anchor]:
                if annotation.tokens[child].dep in ("conj", "appos"):
                    heads.append(child)
                if annotation.tokens[child].dep == "appos":
                    # "the daughter of Lev Dahl, a clerk, and Olga Lund"
                    heads += [c for c in conjuncts(annotation, child)[1:] if c in self.inside]
            other = joined_parent(annotation, kin, story.lex, self.inside)
            heads += [] if other is None else [other]
        found: list[Draft] = []
        for head in heads:
            named = head in self.inside
            draft = story.whose(self.cast.sightings[self.inside[head]].head if named else head)
            members = [] if draft is None else [story.drafts[story.final(m)] for m in draft.members] or [draft]
            # "their daughter": of a pair, the one that the life is about anchors the relative
            for member in sorted(members, key=lambda m: (not m.main, m.number)):
                if member.kind != "organisation" and member not in found:
                    found.append(member)
        return self._one_couple(found, kin) or self._parents(kin) or self._children(kin)

    @staticmethod
    def _one_couple(anchors: list[Draft], kin: KinNominal) -> list[Draft]:
        """Those who can have children together: "with his brother he had two children" tells of no couple."""
        genders = [a.hint if a.gender == "unknown" else a.gender for a in anchors]
        alike = kin.other >= 0 and len(anchors) == 2 and genders[0] == genders[1] != "unknown"
        return anchors[:1] if alike else anchors

    def _parents(self, kin: KinNominal) -> list[Draft]:
        """ "Their eldest son" where the life's subject and the spouse are in mind: theirs, and so the subject's."""
        story = self.story
        form = story.lex.pronouns.get(story.annotation.tokens[kin.anchor].text.lower())
        if story.main is None or form is None or not form.plural or kin.noun.relation not in story.lex.generic:
            return []
        spouses = self._known.get((story.main, "spouse", False), [])
        near = {n for s in spouses if story.salience.of(n := story.final(s.draft)) >= RECENCY / 2}
        return [story.drafts[n] for n in (story.main, *sorted(near))] if len(near) == 1 else []

    def _children(self, kin: KinNominal) -> list[Draft]:
        """ "Their father" where no group is in mind but two or more of the children of the life's subject are."""
        story = self.story
        form = story.lex.pronouns.get(story.annotation.tokens[kin.anchor].text.lower())
        if story.main is None or form is None or not form.plural or kin.noun.relation != _PARENT:
            return []
        child = story.lex.inverse[_PARENT]
        told = (d for d in story.drafts if any(tie == child and story.final(of) == story.main for tie, of in d.kin))
        near = [d for d in told if d.names and not d.plural and story.salience.of(d.number) >= RECENCY / 4]
        return near if len(near) > 1 else []

    def _of_several(self, kin: KinNominal) -> KinNoun:
        """The singular of the kin noun that stood in the plural in this sentence or the one before."""
        several = self._several
        sentence = self.story.annotation.tokens[kin.head].sentence
        if several is None or sentence - several.sentence > 1:
            return kin.noun
        for noun in self.story.lex.kin.values():
            if not noun.plural and (noun.relation, noun.gender) == (several.noun.relation, several.noun.gender):
                return noun
        return kin.noun

    def _predicated_of(self, kin: KinNominal, place: int) -> Draft | None:
        """Of whom the nominal at ``place`` is said: "X was the daughter of Y", "X, daughter of Y"."""
        annotation = self.story.annotation
        tokens = annotation.tokens
        while kin.via == "of" and tokens[place].dep == "conj" and tokens[tokens[place].head].pos == "NOUN":
            place = tokens[place].head  # "Karl Dahl, a cooper and the brother of Ove"
        if tokens[place].dep == "appos" and self.beside.right_of(kin) is None:
            bearer = self._fitting(self.story.whose(tokens[place].head), kin)
            if bearer is not None or tokens[tokens[place].head].pos not in ("PROPN", "NUM"):
                return bearer
        if self._closes_clause(kin, place):
            return self._fitting(self.story.whose(subject_of(annotation, clause_of(annotation, place))), kin)
        top = first_conjunct(annotation, place)
        if tokens[top].dep in ("attr", "oprd") and kin.via in ("of", "possessor") and self.beside.right_of(kin) is None:
            return self._fitting(self.story.whose(subject_of(annotation, tokens[top].head)), kin)
        return None

    @staticmethod
    def _fitting(bearer: Draft | None, kin: KinNominal) -> Draft | None:
        known = bearer is not None and "unknown" not in (bearer.gender, kin.noun.gender)
        return None if known and bearer is not None and bearer.gender != kin.noun.gender else bearer

    def _closes_clause(self, kin: KinNominal, place: int) -> bool:
        """ "He was born in Narva on 2 May, the son of …": said of the subject, though the parse hangs it on a place."""
        tokens = self.story.annotation.tokens
        start = kin.start if place == kin.head else place - 1
        sentence = self.story.annotation.sentences[tokens[place].sentence]
        after_comma = start == sentence.first or (start > 0 and tokens[start - 1].tag == ",")
        loose = tokens[place].dep in ("appos", "dep", "npadvmod")
        several = kin.noun.plural and place == kin.head
        return kin.via == "of" and after_comma and loose and not several and self.beside.right_of(kin) is None

    def _unnamed(self, kin: KinNominal, anchor: Draft) -> Draft:
        story = self.story
        known = self._find(kin, anchor)
        if known is not None:
            return story.drafts[story.final(known.draft)]
        named = None if kin.noun.plural or kin.qualifier else self._by_ties(kin, anchor)
        parents = known_parents(story, anchor.number) if kin.noun.plural and kin.noun.relation == _PARENT else []
        if named is not None or parents:
            return named or story.together(parents)
        noun = f"{kin.qualifier} {kin.noun.noun}".strip()
        label = story.lex.kin_label.format(noun=noun, anchor=anchor.label)
        draft = story.new(label, kin.noun.gender, kin.noun.plural)
        if kin.noun.relation:
            draft.kin.append((kin.noun.relation, anchor.number))
        if not kin.noun.plural and not kin.qualifier:
            self._nameless.append((kin.noun, anchor.number, draft.number))
        self._remember(kin, anchor, draft, named=False)
        return draft

    def _by_ties(self, kin: KinNominal, anchor: Draft) -> Draft | None:
        if not kin.noun.relation or kin.via in ("life", "ranked"):
            return None
        named = known_relative(self.story, kin.noun.relation, kin.noun.gender, anchor.number)
        if named is not None:
            self.tie(named, kin.noun.relation, anchor)
            self._remember(kin, anchor, named, named=True)
        return named

    def _learn_name(self, kin: KinNominal, anchor: Draft, named: Draft) -> None:
        known = self._find(kin, anchor)
        unnamed = self.story.final(known.draft) if known is not None and not known.named else named.number
        if unnamed != named.number and not self.story.drafts[unnamed].names:
            self.story.merge(unnamed, named.number)
        if named.gender == "unknown":
            named.gender = kin.noun.gender
        self.tie(named, kin.noun.relation, anchor)
        self._remember(kin, anchor, named, named=True)

    def _find(self, kin: KinNominal, anchor: Draft) -> Known | None:
        for known in reversed(self._known.get(_key(kin, anchor), [])):
            if kin.noun.gender != "unknown" and known.gender not in ("unknown", kin.noun.gender):
                continue
            if kin.qualifier in ("", known.qualifier):
                return known
        return None

    def _remember(self, kin: KinNominal, anchor: Draft, draft: Draft, named: bool) -> None:
        gender = kin.noun.gender if kin.noun.gender != "unknown" else draft.gender
        self._known.setdefault(_key(kin, anchor), []).append(Known(kin.qualifier, gender, draft.number, named))


def _key(kin: KinNominal, anchor: Draft) -> tuple[int, str, bool]:
    """Under what relatives are known: their tie, or for a bond that is no kinship its noun."""
    return anchor.number, kin.noun.relation or kin.noun.noun, kin.noun.plural
