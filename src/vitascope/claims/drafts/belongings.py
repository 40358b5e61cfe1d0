"""Things of persons that come back without their owner: "Her letters … The letters were burnt", "filed a petition; it
was rejected".

What happens to such a thing is told of the person whose it is. A noun with the definite article comes back to the last
noun like it that a possessor or a deed made somebody's, or to what was done to somebody ("was offered a chair. The
offer …"), a pronoun to what the clause before it tells that a person did something to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vitascope.claims.context import Context
from vitascope.model import Argument, Clause, Token

_REMEMBERED = 40
"""In how many sentences after it "the workshop" may still be the one that was told of."""
_NEAR = 1
"""In how many sentences after the last mention of whose life it is "the tomb" is theirs."""
_NOT_THINGS = frozenset({"person", "group", "time"})
_NARROWING = frozenset({"poss", "prep", "relcl", "acl", "amod", "compound"})
"""What hangs on a noun that does not come back to another."""


class Belongings:
    """The owners of the things of one document that stand without a possessor."""

    def __init__(self, context: Context, clauses: Sequence[Clause]) -> None:
        self._context = context
        self._is_person = context.is_person
        self._tokens = context.tokens
        self._relations = context.annotation.relations
        self._owner: dict[int, int] = {}
        done = {a.head: doer for clause in clauses for a, doer in self._done(clause)}
        deeds = {c.head: whose for c in clauses if (whose := self._concerned(c)) is not None}
        told: dict[str, tuple[int, int]] = {}
        last: tuple[int, int] | None = None
        for token in self._tokens:
            if token.pos == "NOUN":
                owner = self._possessor(token)
                owner = done.get(token.index) if owner is None else owner
                if owner is not None and _NOT_THINGS.isdisjoint(context.kinds(token.index)):
                    told[token.lemma.lower()] = (token.sentence, owner)
                elif not self._is_definite(token):
                    pass
                elif (known := told.get(token.lemma.lower())) is not None:
                    self._recall(token, known, _REMEMBERED)
                elif "affair" in context.kinds(token.index):
                    whose = context.main_before(token.index)
                    self._recall(token, None if whose is None else (self._tokens[whose].sentence, whose), _NEAR)
            elif token.tag == "PRP" and token.text.lower() in context.lexicon.grammar["impersonal"]:
                self._recall(token, last, 1)
            if token.index in deeds:
                told[token.lemma.lower()] = (token.sentence, deeds[token.index])
            if token.index in done and token.pos == "NOUN" and _NOT_THINGS.isdisjoint(context.kinds(token.index)):
                last = (token.sentence, done[token.index])
                self._owner[token.index] = done[token.index]  # "a petition, which was rejected"

    def owner(self, head: int) -> int | None:
        """The token that mentions whose the thing at ``head`` is."""
        return self._owner.get(head)

    def _recall(self, token: Token, told: tuple[int, int] | None, reach: int) -> None:
        if told is not None and token.sentence - told[0] <= reach:
            self._owner[token.index] = told[1]

    def _done(self, clause: Clause) -> Iterable[tuple[Argument, int]]:
        """What a person does something to that is nobody's yet: "filed a petition"."""
        if clause.kind != "verb" or clause.passive or clause.tense not in ("past", "pluperfect"):
            return
        doer = next((a.head for a in clause.arguments if a.function == "subject" and self._is_person(a.head)), None)
        if doer is not None:
            yield from ((a, doer) for a in clause.arguments if a.function == "object" and self._is_indefinite(a.head))

    def _concerned(self, clause: Clause) -> int | None:
        """Whose the offer is where somebody "was offered a chair"."""
        if clause.kind != "verb" or not clause.passive:
            return None
        return next((a.head for a in clause.arguments if a.function == "object" and self._is_person(a.head)), None)

    def _possessor(self, token: Token) -> int | None:
        return next((c for c in self._relations[token.index].get("poss", ()) if self._is_person(c)), None)

    def _is_indefinite(self, head: int) -> bool:
        return self._has_article(head, "indefinite")

    def _is_definite(self, token: Token) -> bool:
        return _NARROWING.isdisjoint(self._relations[token.index]) and self._has_article(token.index, "definite")

    def _has_article(self, head: int, sort: str) -> bool:
        articles = self._context.lexicon.grammar[sort]
        return any(self._tokens[c].text.lower() in articles for c in self._relations[head].get("det", ()))
