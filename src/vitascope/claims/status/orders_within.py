"""Orders told within a deed that somebody owns up to: "confessed to having sold it on the orders of Karl Dahl"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.status.cues import Cues
from vitascope.model import Span

RULE = "content:order"


class OrdersWithin:
    """Reads the orders within the contents of one document."""

    def __init__(self, context: Context, drafts: Sequence[Draft], cues: Cues) -> None:
        self._context = context
        self._drafts = drafts
        self._cues = cues
        self._tokens = context.tokens
        self._children = context.annotation.children

    def at(self, i: int, content: Draft) -> Iterator[Draft]:
        """The order whose noun is the token ``i``, told within ``content``."""
        token = self._tokens[i]
        prep = self._tokens[token.head]
        words = self._cues.words
        if token.lemma.lower() not in words.order_nouns or token.dep != "pobj":
            return
        if prep.text.lower() not in words.order_prepositions or prep.span.start < content.predicate.start:
            return
        if any(d.type == "order" and d.predicate.overlaps(token.span) for d in self._drafts):
            return
        agent = self._giver(i)
        if agent is None:
            return
        end = max(agent, i)
        span = Span(prep.span.start, self._context.phrases.noun_phrase(end).end)
        yield Draft(
            "order", self._context.party(agent), span, token.span, token.sentence, {}, content.clause,
            RULE, 0.75,
        )  # fmt: skip

    def _giver(self, noun: int) -> int | None:
        for c in self._children[noun]:
            child = self._tokens[c]
            if child.dep == "poss" and self._is_somebody(c):
                return c
            if child.dep in ("prep", "agent") and child.text.lower() in self._cues.words.order_sources:
                for o in self._children[c]:
                    if self._tokens[o].dep == "pobj" and self._is_somebody(o):
                        return o
        return None

    def _is_somebody(self, head: int) -> bool:
        return self._context.persona(head) is not None or bool(
            self._context.kinds(head) & {"person", "organisation"}
            and self._tokens[head].pos in ("PROPN", "PRON", "NOUN")
        )
