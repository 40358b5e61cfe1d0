"""Relatives named one after another: "with their son Stanley and daughter Ruth", "two sons – Karl and Ivar".

A kin noun with names right after it is a phrase; whose kin it tells is said by a possessive, by the phrase before it in
the same list, or by the clause ("was survived by daughter Anna").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.kinship.couples import Couples
from vitascope.claims.kinship.kinship import composed_tie
from vitascope.model import Clause, Party, Span, Token
from vitascope.people.kin import begins_a_row
from vitascope.people.kinfolk.singled_out import singled_out

_REACH = 6
"""Words between a possessive and its noun: "her own two much younger brothers"."""
_LONGEST_ASIDE = 6
_OPENS = (":", ",", "HYPH", "-LRB-")
_UPWARDS = ("conj", "appos", "pobj", "prep", "agent", "compound", "nmod", "dobj", "dative")
_BEFORE = ("ADJ", "NUM", "ADV")
_CHILD = "child"


@dataclass(frozen=True, slots=True)
class KinPhrase:
    """A kin noun, the heads of the names after it, whose kin they are, and where the phrase ends (a token)."""

    noun: Clause
    relation: str
    names: tuple[int, ...]
    owners: tuple[Party, ...]
    start: int
    end: int


class KinPhrases:
    """Reads the kin phrases of one document."""

    def __init__(self, context: Context, clauses: tuple[Clause, ...]) -> None:
        self._context = context
        self._tokens = context.tokens
        self._couples = Couples(context)
        self._nouns = [c for c in clauses if c.kind in ("nominal", "apposition") and c.lemma in context.lexicon.kin]
        heads = {m.head: m for m in context.people.mentions if m.kind == "name" and m.head is not None}
        persons = {h for h, m in heads.items() if context.personas[m.persona].kind == "person"}
        self._name_at = {context.tokens_in(heads[h].span)[0]: h for h in persons}
        self._ends = {h: context.tokens_in(heads[h].span)[-1] + 1 for h in persons}
        self._inside = {i: h for first, h in self._name_at.items() for i in range(first, self._ends[h])}

    def drafts(self) -> Iterator[Draft]:
        """A claim for each owner and each name."""
        for phrase in self._phrases():
            for number, name in enumerate(phrase.names):
                relative = self._context.party(name)
                for owner in phrase.owners:
                    if owner.label == relative.label or (owner.id is not None and owner.id == relative.id):
                        continue
                    end = self._ends.get(name, phrase.end) if name > phrase.noun.head else phrase.end
                    apart = (
                        number > 0 and name > phrase.end
                    )  # told of further on: "of his children Karl became a judge, Ida …"
                    start = self._context.tokens_in(self._context.phrases.label(name))[0] if apart else phrase.start
                    end = self._ends[name] if name > phrase.end else min(end, phrase.end)
                    first, last = self._tokens[start].span, self._tokens[end - 1].span
                    relation = phrase.relation
                    if owner.id is not None:
                        relation, whose = composed_tie(self._context, relation, owner.id)
                        owner = Party(whose.label, whose.id, owner.span)
                    roles = {"relation": Party(relation), "relative": relative}
                    yield Draft(
                        "kinship", owner, Span(first.start, last.end), phrase.noun.predicate, phrase.noun.sentence,
                        roles, phrase.noun.index, "kinship:listed", 0.75, number,
                    )  # fmt: skip

    def _phrases(self) -> Iterator[KinPhrase]:
        before: KinPhrase | None = None
        for noun in self._nouns:
            relation = self._relation(noun.head)
            if relation is None:
                continue
            names, end = self._names(noun)
            start, owners = self._owners(noun, names)
            among = self._singled_out(noun, relation)
            if among:
                names = tuple(dict.fromkeys((*names, *among)))
                owners = owners or self._tied(self._tokens[noun.head], noun, names)
            if not owners and before is not None and self._goes_on(before, start):
                owners = before.owners
            phrase = KinPhrase(noun, relation, names, owners or self._clause_owners(noun, relation, names), start, end)
            before = phrase if phrase.owners else None
            if names and phrase.owners:
                yield phrase

    # ------------------------------------------------------------ the noun and its names

    def _relation(self, at: int) -> str | None:
        """What the whole word says, over hyphens: of "brother-in-law" that of no brother."""
        tokens, kin = self._tokens, self._context.lexicon.kin
        if self._touches(at, at + 1) and self._touches(at + 1, at + 2):
            return None
        if not (self._touches(at - 1, at) and self._touches(at - 2, at - 1)):
            lemma = tokens[at].lemma.lower()
            before = tokens[at - 1].text.lower() if at else ""
            return kin.get(f"{before}{lemma}") or kin.get(f"{before}-{lemma}") or kin[lemma]  # "step child"
        return kin.get(f"{tokens[at - 2].text}{tokens[at - 1].text}{tokens[at].lemma}".lower())

    def _touches(self, left: int, right: int) -> bool:
        tokens = self._tokens
        return left >= 0 and right < len(tokens) and tokens[left].span.end == tokens[right].span.start and (
            "HYPH" in (tokens[left].tag, tokens[right].tag)
        )  # fmt: skip

    def _names(self, noun: Clause) -> tuple[tuple[int, ...], int]:
        """Heads of the names right after a kin noun; more than one only after a plural."""
        plural = self._tokens[noun.head].tag == "NNS"
        last = self._context.annotation.sentences[noun.sentence].last
        found: list[int] = []
        at = end = noun.head + 1
        opened = at < last and self._tokens[at].tag in _OPENS
        at += opened
        while at < last and at in self._name_at:
            head = self._name_at[at]
            after = self._past_aside(self._ends[head], last)
            if opened and not found and not plural and not self._closed(head, noun.head, after, last):
                break
            if opened and not plural and (self._is_whole(noun) or begins_a_row(self._tokens, after, self._inside)):
                break
            found.append(head)
            end = after
            if not plural:
                break
            at = self._past_joint(self._past_trade(after, last), last)
        return (tuple(found), end) if found else (self._told_names(noun), end)

    def _is_whole(self, noun: Clause) -> bool:
        """Whether the noun is for all of them: nobody is "her family"."""
        return self._context.lexicon.kin[noun.lemma] not in self._context.lexicon.kin_inverse

    def _told_names(self, noun: Clause) -> tuple[int, ...]:
        """The names that a copula gives: "his first wife was the editor Anna Berg", "her parents were Karl and Ida"."""
        token = self._tokens[noun.head]
        copula = self._tokens[token.head]
        if token.dep != "nsubj" or copula.pos != "AUX":
            return ()
        told = [c for c in self._context.annotation.children[copula.index] if self._tokens[c].dep == "attr"]
        told += [i for c in told for i in self._context.annotation.children[c] if self._tokens[i].dep == "appos"]
        if token.tag == "NNS":
            told = [i for c in told for i in self._context.phrases.coordinated(c)]
            return tuple(dict.fromkeys(c for c in told if c in self._ends))
        return tuple(c for c in told if c in self._ends)[:1]

    def _singled_out(self, noun: Clause, relation: str) -> tuple[int, ...]:
        """ "Of his children Karl became a judge and Ida died young": those whom the people stage tied to somebody."""
        heads = singled_out(self._context.annotation, noun.head, self._context.lexicon.grammar["binding"])
        known = ((h, self._context.persona(h)) for h in heads if h in self._ends)
        return tuple(h for h, p in known if p is not None and any(tie == relation for tie, _ in p.kin))

    def _closed(self, name: int, noun: int, after: int, last: int) -> bool:
        """After a comma a name is the relative's where it stands in apposition or another comma closes it."""
        hung = self._tokens[name].dep == "appos" and self._tokens[name].head == noun
        return hung or after >= last or self._tokens[after].pos in ("PUNCT", "CCONJ")

    def _past_aside(self, at: int, last: int) -> int:
        if at < last and self._tokens[at].tag == "-LRB-":
            for close in range(at, min(at + _LONGEST_ASIDE, last)):
                if self._tokens[close].tag == "-RRB-":
                    return close + 1
        return at

    def _past_trade(self, at: int, last: int) -> int:
        """Behind what a relative among several is: "two sons: Karl Berg, a smith, and Ivar"."""
        if at + 1 < last and self._tokens[at].tag == "," and self._tokens[at + 1].tag == "DT":
            for close in range(at + 2, min(at + _LONGEST_ASIDE, last)):
                if self._tokens[close].tag == "," or self._tokens[close].pos in ("VERB", "AUX"):
                    return close if self._tokens[close].tag == "," else at
        return at

    def _past_joint(self, at: int, last: int) -> int:
        while at < last and (self._tokens[at].tag == "," or self._tokens[at].pos == "CCONJ"):
            at += 1
        return at

    # ------------------------------------------------------------ whose kin

    def _owners(self, noun: Clause, names: tuple[int, ...]) -> tuple[int, tuple[Party, ...]]:
        """Where the phrase begins, and whoever a possessive before the noun names."""
        first = self._context.annotation.sentences[noun.sentence].first
        start = noun.head
        for at in range(noun.head - 1, max(first, noun.head - _REACH) - 1, -1):
            token = self._tokens[at]
            if token.tag == "PRP$":
                return at, self._possessed(token, noun, names)
            if token.tag == "POS" and at > first:
                known = self._context.persona(at - 1)
                named = known is not None or "person" in self._context.kinds(at - 1)
                opens = at - 1
                while opens > first and self._tokens[opens - 1].head == at - 1:
                    opens -= 1
                return opens, (self._context.party(at - 1),) if named else ()
            if token.tag == "DT":
                return at, ()
            if token.pos not in _BEFORE and token.tag not in ("HYPH", "VBN", "JJ", "NN"):
                return start, ()
            start = at
        return start, ()

    def _possessed(self, token: Token, noun: Clause, names: tuple[int, ...]) -> tuple[Party, ...]:
        """Whose a pronoun tells; of a pair ("their son") each of both, as the ties of the relatives tell."""
        vague = token.text.lower() in self._context.lexicon.grammar["vague"]
        known = self._context.persona(token.index)
        if known.kind == "person" if known is not None else not vague:
            return (self._context.party(token.index),)
        return self._tied(token, noun, names)

    def _tied(self, token: Token, noun: Clause, names: tuple[int, ...]) -> tuple[Party, ...]:
        """Everybody whose kin the people stage found the relatives to be: "they had a son, Paul" tells it of two."""
        relation = self._context.lexicon.kin[noun.lemma]
        tied = [p for p in (self._context.persona(i) for i in (*names, noun.head)) if p is not None]
        owners = dict.fromkeys(of for p in tied for told, of in p.kin if told == relation)
        if not owners and relation == _CHILD:
            couple = self._couples.before(token.index) or ()
            owners = dict.fromkeys(persona.id for persona in couple)
        return tuple(Party(self._context.personas[of].label, of, token.span) for of in owners)

    def _goes_on(self, before: KinPhrase, start: int) -> bool:
        """Whether only a comma or a conjunction parts a phrase from the one before it."""
        between = self._tokens[before.end : start]
        return len(between) <= 2 and all(t.tag == "," or t.pos in ("CCONJ", "DET") for t in between)

    def _clause_owners(self, noun: Clause, relation: str, names: tuple[int, ...]) -> tuple[Party, ...]:
        """ "Had two sons", "was survived by daughter Anna", "was born to father Karl": whom the clause speaks of."""
        grammar = self._context.lexicon.grammar
        token = self._tokens[noun.head]
        while token.dep in _UPWARDS and token.head != token.index:
            token = self._tokens[token.head]
            word = token.lemma.lower()
            if word in grammar["having"] and (token.pos != "AUX" or relation == "child"):
                break
            if word in grammar["outliving"] or (word in grammar["bearing"] and relation == "parent"):
                break
        else:
            return ()
        topics = [a.head for a in noun.arguments if a.function == "topic"]
        if any("group" in self._context.kinds(h) for h in topics):
            return self._tied(self._tokens[topics[0]], noun, names)
        return tuple(self._context.party(h) for h in topics if "person" in self._context.kinds(h))
