"""Whom a role noun is said of by a name that stands with it, though not as its apposition."""

from __future__ import annotations

from vitascope.claims.context import Context
from vitascope.model import Argument, Token

_LONGEST = 6
"""Tokens of a name and the comma before it."""


class Bearers:
    """Finds the names beside the role nouns of one document."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._tokens = context.tokens
        self._children = context.annotation.children

    def is_named(self, head: int) -> bool:
        """Whether a token is a person's name."""
        return self._tokens[head].pos == "PROPN" and self._context.is_person(head)

    def is_in_a_name(self, head: int) -> bool:
        """Whether a noun is what a person's name of several words ends with: "the singer Tom Baker"."""
        mention = self._context.mention(head) if self._tokens[head].pos == "PROPN" else None
        if mention is None or mention.kind != "name" or not self._context.is_person(head):
            return False
        token = self._tokens[head].span
        return mention.span.contains(token) and mention.span.start < token.start

    def beside(self, noun: int, top: Token, opening: int) -> list[int]:
        """Of whom a noun in apposition is said, ``top`` being the word of it that counts and ``opening`` the first of
        the names: a plural of all that are named before it, and never of one: "Ida, members of the choir, and Karl"."""
        listed = self._context.phrases.coordinated(opening) if self._tokens[noun].tag == "NNS" else ()
        before = [i for i in listed if i < noun]
        if before and all(map(self._context.is_person, before)):
            return [] if top.tag == "NNS" and len(before) == 1 and self.is_one(before[0]) else before
        return [] if top.tag == "NNS" and self.is_one(top.head) else [top.head]

    def is_one(self, head: int) -> bool:
        """Whether a token is the name of one person."""
        persona = self._context.persona(head)
        return self._tokens[head].tag == "NNP" and persona is not None and persona.kind == "person"

    def names_somebody(self, head: int) -> bool:
        """Whether a noun is a word of somebody's name, or names somebody's kin: "her brother Dean"."""
        token, kin = self._tokens[head], self._tokens[head - 1]
        beside = token.dep == "appos" and token.head == head - 1 and not self._children[head]
        named = token.pos == "PROPN" and token.text.istitle() and beside
        return self.is_in_a_name(head) or (named and kin.lemma in self._context.lexicon.kin)

    def is_site(self, name: int) -> bool:
        """Whether a name stands after a preposition of place: "was born in Lund, Scania, the son of a smith"."""
        while self._tokens[name].dep in ("appos", "conj") and self._tokens[self._tokens[name].head].pos == "PROPN":
            name = self._tokens[name].head
        prep = self._tokens[self._tokens[name].head]
        return self._tokens[name].dep == "pobj" and prep.text.lower() in self._context.lexicon.grammar["placing"]

    def named_by_verb(self, noun: int) -> list[Argument]:
        """ "A clerk named Otto Lind": the name that a participle gives."""
        titling = self._context.lexicon.grammar["titling"]
        verbs = (c for c in self._children[noun] if self._tokens[c].dep == "acl")
        below = (i for c in verbs if self._tokens[c].lemma.lower() in titling for i in self._children[c])
        return [Argument("subject", i, self._context.phrases.noun_phrase(i)) for i in below if self.is_named(i)][:1]

    def named_one_of(self, noun: int) -> list[Argument]:
        """ "One of the clerks, Otto Lind": the name beside the word that counts."""
        counting = self._tokens[self._tokens[self._tokens[noun].head].head]
        if self._tokens[noun].dep != "pobj" or counting.text.lower() not in self._context.lexicon.grammar["counting"]:
            return []
        beside = (i for i in self._children[counting.index] if self._tokens[i].dep == "appos" and i > noun)
        return [Argument("subject", i, self._context.phrases.noun_phrase(i)) for i in beside if self.is_named(i)][:1]

    def named_behind(self, last: int) -> list[Argument]:
        """ "The weekly, whose editor, Karl Berg, …": the name within commas behind a noun's last token."""
        for i in range(last + 1, min(last + _LONGEST, len(self._tokens))):
            if (i == last + 1) != (self._tokens[i].text == ",") or (i > last + 1 and self._tokens[i].pos != "PROPN"):
                break
            if self.is_named(i) and self._tokens[i].dep != "compound":
                return [Argument("subject", i, self._context.phrases.noun_phrase(i))]
        return []
