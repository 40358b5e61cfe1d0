"""What a written source gives, as its subject: "the register gives 1066", "a charter in which she sells the mill"."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.status.cues import Cues
from vitascope.claims.status.governors import VERBAL
from vitascope.claims.status.reach import Reaching
from vitascope.model import Clause, Party


class WrittenSources:
    """The sources that clauses of one document name as those whose word they give."""

    def __init__(self, context: Context, clauses: Sequence[Clause], reaching: Reaching, cues: Cues) -> None:
        self._context = context
        self._tokens = context.tokens
        self._by_head = {c.head: c for c in clauses}
        self._cues = cues
        self._reaching = reaching
        words = cues.words
        self._telling = frozenset((*words.attesting, *words.reckoning, *words.stating))

    def predication(self, at: int) -> int:
        """The verb that the token belongs to: itself, or the nearest above it."""
        while self._tokens[at].pos not in VERBAL and self._tokens[at].head != at and self._unread_source(at) is None:
            at = self._tokens[at].head
        return at

    def of(self, draft: Draft, at: int) -> Party | None:
        """The source that a clause names as its subject, for what it tells of others ("the register gives …")."""
        holder = self._tokens[self._tokens[at].head]
        if self._tokens[at].dep == "relcl" and holder.lemma.lower() in self._cues.words.documents:
            below = (
                p
                for p in self._context.annotation.children[at]
                if self._tokens[p].text.lower() in self._cues.words.media
            )
            inner = (c for p in below for c in self._context.annotation.children[p])
            if any(self._tokens[c].tag == "WDT" and self._tokens[c].dep == "pobj" for c in inner):
                return self._context.party(holder.index)
        unread = self._unread_source(at)
        if unread is not None:
            return self._context.party(unread)
        clause = self._by_head.get(at)
        told = clause is not None and not clause.passive and clause.lemma in self._telling
        if clause is None or not told or not self._reaching.at(at)[0].holds:
            return None
        giver = next((a.head for a in clause.arguments if a.function == "subject"), None)
        if giver is None:
            return None
        words = self._cues.words
        party = self._context.party(giver)
        attests = clause.lemma in words.attesting or (clause.lemma in words.reckoning and self._figures(clause))
        if attests and self._tokens[giver].lemma.lower() in words.documents:
            return party if party.label != draft.subject.label else None
        relative = clause.link == "relcl"
        return party if clause.lemma in words.stating and not relative and self._particular(clause) else None

    def _unread_source(self, at: int) -> int | None:
        """The source of a predicate that the parser took for a noun ("where the register names a tailor Emil Kern")."""
        words = self._cues.words
        token = self._tokens[at]
        if token.pos in VERBAL or token.lemma.lower() not in words.attesting or token.dep not in ("relcl", "ccomp"):
            return None
        below = (self._tokens[c] for c in self._context.annotation.children[at] if self._tokens[c].dep == "nsubj")
        return next((c.index for c in below if c.lemma.lower() in words.documents), None)

    def _figures(self, clause: Clause) -> bool:
        """Whether a source gives a number or words of its own ("makes her ninety", "has “Ann, a widow”")."""
        inside = self._context.tokens_in(clause.span)
        return any(self._tokens[i].pos == "NUM" or self._tokens[i].tag in ("``", "''") for i in inside)

    def _particular(self, clause: Clause) -> bool:
        """Whether what is given is a date or the like: "gives 1071", "gave her age as thirty"."""
        heads = [a.head for a in clause.arguments if a.function == "object"]
        return any(
            self._context.is_time(h)
            or self._tokens[h].tag == "CD"
            or self._tokens[h].lemma.lower() in self._cues.words.particulars
            for h in heads
        )
