"""Several people told as one without a name: "the rebels … they", "two seamen", "the Bolsheviks".

A plural noun of people becomes a persona where it acts or is acted on; under a definite word it means the last such
group of the same noun that had no modifier less. Its words are its label, and an owner joins them ("officers of Karl
Holm"). Where the sentence says by name who they were ("the defendants were X and Y"), they are those together.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from vitascope.model import Annotation, Span, Token
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.draft import Draft
from vitascope.people.noun_phrases import NAME_TAGS, noun_phrase
from vitascope.people.resolution.story import Story
from vitascope.people.syntax import SUBJECTS, conjuncts, first_conjunct, prominence

__all__ = ["PLURALS", "Groups", "is_of_people", "share_of"]

PLURALS = ("NNS", *NAME_TAGS)
"""Tags of nouns that may tell of several people."""
_ACTED_ON = ("dobj", "dative")
_REACH = 12
"""Sentences back that a definite noun may reach."""
_BEFORE = ("amod", "compound", "nummod", "nmod", "quantmod", "advmod", "punct")


def is_of_people(token: Token, lex: Lexicon) -> bool:
    """Whether a noun with a tag of :data:`PLURALS` is one for people; parsers may take a capitalised one
    ("Bolsheviks") for a single name."""
    word = token.text.lower()
    if word in lex.peoples or (len(word) > 6 and word.endswith(lex.adherents)):
        return True
    return token.tag not in NAME_TAGS and (token.lemma.lower() in lex.people or word in lex.people)


def share_of(annotation: Annotation, at: int, lex: Lexicon) -> int | None:
    """ "Each of them", "both of whom": the word before a pronoun by which every one of them is meant; else None."""
    tokens = annotation.tokens
    link = tokens[tokens[at].head]
    if tokens[at].dep != "pobj" or link.text.lower() not in lex.linking:
        return None
    return link.head if tokens[link.head].text.lower() in lex.shares and link.head == link.index - 1 else None


@dataclass(frozen=True, slots=True)
class _Group:
    word: str
    owner: int | None
    modifiers: frozenset[str]
    draft: int
    sentence: int


@dataclass(slots=True)
class Groups:
    """The groups met so far while a text is read. ``inside`` maps the tokens of names to sightings."""

    story: Story
    inside: dict[int, int]
    _met: list[_Group] = field(default_factory=list)

    def meet(self, at: int, pair: int | None = None) -> None:
        """Link or found the group that the noun at token ``at`` means; nothing where it takes no part in an act.

        ``pair``: the two persons that "both men" or "the two men" would mean.
        """
        story, token = self.story, self.story.annotation.tokens[at]
        if not _takes_part(story.annotation, at):
            return
        phrase = noun_phrase(story.annotation, token, story.lex.linking)
        if phrase.determiner in story.lex.nobodies:
            return
        owner = story.whose(phrase.owner)
        named = self._named(at)
        known = self._known(phrase.word, owner, phrase.modifiers, token.sentence)
        because = "several people told as one"
        if named is not None:
            draft, because = named, "who they were is told by name"
        elif pair is not None and self._agree(token, story.drafts[pair]):
            draft, because = story.drafts[pair], "the two persons joined before"
        elif known is not None and (phrase.determiner in story.lex.definite or owner is not None):
            draft, because = known, f"the {token.text} told of before"
        else:
            draft = story.new(self._label(at, owner), plural=True)
        group = _Group(
            phrase.word, None if owner is None else owner.number, phrase.modifiers, draft.number, token.sentence
        )
        self._met.append(group)
        story.point(self._span(at), "nominal", draft.number, at, because, prominence(story.annotation, at))

    def _agree(self, token: Token, pair: Draft) -> bool:
        """Whether no member of a pair is, or by the given name seems, of another gender than the noun tells."""
        gender = self.story.lex.gendered.get(token.lemma.lower(), "unknown")
        members = [self.story.drafts[self.story.final(m)] for m in pair.members]
        known = {m.hint if m.gender == "unknown" else m.gender for m in members}
        return bool(members) and (gender == "unknown" or known <= {gender, "unknown"})

    def _known(self, word: str, owner: Draft | None, modifiers: frozenset[str], sentence: int) -> Draft | None:
        whose = None if owner is None else owner.number
        for group in reversed(self._met):
            if sentence - group.sentence > _REACH:
                return None
            if (group.word, group.owner) == (word, whose) and modifiers <= group.modifiers:
                return self.story.drafts[self.story.final(group.draft)]
        return None

    def _named(self, at: int) -> Draft | None:
        """The persons whom an apposition or a predicate names as the group's members, two or more of them."""
        story, tokens = self.story, self.story.annotation.tokens
        beside = [c for c in story.annotation.children[at] if tokens[c].dep == "appos"]
        if tokens[at].dep in SUBJECTS and tokens[tokens[at].head].pos == "AUX":
            beside += [c for c in story.annotation.children[tokens[at].head] if tokens[c].dep == "attr"]
        for first in beside:
            found = [story.whose(c) for c in conjuncts(story.annotation, first)]
            persons = [d for d in found if d is not None and d.kind == "person" and not d.plural]
            if len(persons) > 1 and len(persons) == len(found):
                return story.together(persons)
        return None

    def _label(self, at: int, owner: Draft | None) -> str:
        tokens = self.story.annotation.tokens
        first, last = self._first(at), at
        for child in self.story.annotation.children[at]:
            # "convicted two officers of murder": after an object "of" may be the verb's
            bound = tokens[child].text.lower() in self.story.lex.linking and tokens[at].dep not in _ACTED_ON
            if bound and child == at + 1:
                last = self.story.annotation.subtree(child)[-1]
        noun = _joined(tokens[first : last + 1])
        if tokens[first].tag not in NAME_TAGS and tokens[first].text not in self.story.lex.demonyms:
            noun = noun[0].lower() + noun[1:]
        return noun if owner is None else self.story.lex.kin_label.format(noun=noun, anchor=owner.label)

    def _first(self, at: int) -> int:
        """The first modifier of the noun, its article left out."""
        tokens, first = self.story.annotation.tokens, at
        while first > 0 and tokens[first - 1].dep in _BEFORE and self._below(first - 1, at):
            if first - 1 in self.inside or tokens[first - 1].text in (",", ";"):
                break
            first -= 1
        return first

    def _below(self, token: int, at: int) -> bool:
        tokens = self.story.annotation.tokens
        while tokens[token].head not in (token, at):
            token = tokens[token].head
        return tokens[token].head == at

    def _span(self, at: int) -> Span:
        tokens = self.story.annotation.tokens
        first = self._first(at)
        if first > 0 and tokens[first - 1].head == at and tokens[first - 1].dep in ("det", "poss"):
            first -= 1
        return Span(tokens[first].span.start, tokens[at].span.end)


def _takes_part(annotation: Annotation, at: int) -> bool:
    """Whether the noun, or what it is joined to, is the subject, object or agent of a verb."""
    tokens = annotation.tokens
    if tokens[at].dep == "appos":
        return False
    place = tokens[first_conjunct(annotation, at)]
    above = tokens[place.head]
    if place.dep == "pobj":
        return above.dep == "agent"
    return place.dep in (*SUBJECTS, *_ACTED_ON)


def _joined(tokens: tuple[Token, ...]) -> str:
    """The words of these tokens with the blanks of the text."""
    text = ""
    for before, token in zip((None, *tokens), tokens, strict=False):
        text += (" " if before is not None and before.span.end < token.span.start else "") + token.text
    return text
