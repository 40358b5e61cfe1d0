"""Who says what stands as a sentence of its own between quotation marks: whoever's saying frames it."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from vitascope import vocabulary
from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.model import Clause, Party, Span

_NEAR = 7
"""Words after a verb of saying within which the speaker is named."""
_BID = 3
"""Words that a bidding without a finite verb must have to be a quotation."""


def saying(context: Context, speaker: Party, at: int, clause: Clause | None) -> Draft:
    """What ``speaker`` is told to say, by the ``clause`` if one tells it, else by the token ``at`` alone."""
    token = context.tokens[at]
    span, predicate = (token.span, token.span) if clause is None else (clause.span, clause.predicate)
    index = None if clause is None else clause.index
    return Draft("statement", speaker, span, predicate, token.sentence, {}, index)


class Speakers:
    """Finds the sayings that frame the quoted sentences of one document."""

    def __init__(self, context: Context, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> None:
        family = {name for name, t in vocabulary.load().types.items() if t.family == "speech"}
        self._context = context
        self._tokens = context.tokens
        self._by_head = {c.head: c for c in clauses}
        self._governing: dict[int, list[Clause]] = {}
        for clause in clauses:
            for argument in clause.arguments:
                if argument.function == "clause":
                    self._governing.setdefault(argument.head, []).append(clause)
        self._finite = {c.head for c in clauses if c.kind in ("verb", "copula") and c.tense != "none"}
        self._sayings: dict[int, list[tuple[int, Draft]]] = {}
        for number, draft in enumerate(drafts):
            if draft.type in family:
                self._sayings.setdefault(draft.sentence, []).append((number, draft))

    def saying(self, inside: range, frame: Span) -> Draft | None:
        """The saying of a stretch, given by its tokens; None where it is no sentence, or nobody is told to say it.

        ``frame`` is where the speaker may be told.
        """
        if not any(i in self._finite for i in inside) and not self._bids(inside):
            return None
        beside = self._inverted(inside) or self._told(inside, frame) or self._framing(inside)
        return beside or self._told_before(inside, frame) or self._announced(inside)

    def _bids(self, inside: range) -> bool:
        """Whether a stretch bids or wishes: "Let them count the sacks", "Long live the mayor!"."""
        verb = next((i for i in inside if self._tokens[i].tag == "VB" and self._tokens[i].pos == "VERB"), None)
        if verb is None or len(inside) < _BID or not self._tokens[inside[0]].text[:1].isupper():
            return False
        return not any(self._tokens[c].dep == "aux" for c in self._context.annotation.children[verb])

    def _told(self, inside: range, frame: Span) -> Draft | None:
        """The saying in the quotation's sentence, before or after it."""
        first, last = self._tokens[inside[0]].sentence, self._tokens[inside[-1]].sentence
        near = self._outside(inside, frame, range(first, last + 1))
        return min(near, key=lambda d: abs(d.predicate.end - self._tokens[inside[0]].span.start), default=None)

    def _told_before(self, inside: range, frame: Span) -> Draft | None:
        """The last saying of the sentence before, but not of words that a clause of the author's own takes in ("the
        prize “is given to the bold”")."""
        first = self._tokens[inside[0]]
        opening = self._tokens[self._context.annotation.sentences[first.sentence].first : first.index]
        taken_in = first.text[:1].islower() and any(t.dep != "punct" for t in opening)
        before = [] if taken_in else self._outside(inside, frame, range(first.sentence - 1, first.sentence))
        return before[-1] if before else None

    def _outside(self, inside: range, frame: Span, sentences: range) -> list[Draft]:
        """The sayings of some sentences that are within a frame and not within the quotation, as they were read."""
        told = sorted((s for n in sentences for s in self._sayings.get(n, ())), key=itemgetter(0))
        return [d for _, d in told if not self._within(d, inside) and frame.contains(d.span)]

    def _framing(self, inside: range) -> Draft | None:
        """The verb outside that governs the quotation's first clause, where no frame made a saying of it."""
        governing = {c.index: c for i in inside for c in self._governing.get(i, ()) if c.head not in inside}
        for clause in (governing[index] for index in sorted(governing)):
            said = next((a.head for a in clause.arguments if a.function == "subject"), None)
            if said is not None and self._context.persona(said) is not None:
                return self._draft(said, clause.head)
        return None

    def _inverted(self, inside: range) -> Draft | None:
        """The saying straight after a quotation, its speaker last: "“…”, wrote Anna Berg"."""
        at = inside.stop
        while at < len(self._tokens) and self._tokens[at].dep == "punct":
            at += 1
        last = self._tokens[inside[-1]].sentence
        if at >= len(self._tokens) or self._tokens[at].sentence not in (last, last + 1):
            return None
        verb = self._tokens[at]
        if verb.lemma.lower() not in self._context.lexicon.grammar["quoting"] or verb.tag not in ("VBD", "VBZ"):
            return None
        for i in range(at + 1, min(at + 1 + _NEAR, len(self._tokens))):
            if self._tokens[i].pos == "PROPN" and self._tokens[i].dep not in ("compound", "poss"):
                known = self._context.persona(i) is not None and self._tokens[i].sentence == verb.sentence
                return self._draft(i, at) if known else None
        return None

    def _announced(self, inside: range) -> Draft | None:
        """Of words in the first person after a colon, whom their sentence tells of: "She took it all back: “I …”"."""
        before = [self._tokens[i] for i in range(max(0, inside.start - 2), inside.start)]
        own = any(self._tokens[i].text.lower() in self._context.lexicon.grammar["speaker"] for i in inside)
        if not own or not any(t.text == ":" for t in before):
            return None
        first = self._context.annotation.sentences[before[0].sentence].first
        for at in range(before[0].index, first - 1, -1):
            clause = self._by_head.get(at)
            if clause is None or clause.link != "root":
                continue
            told = [a.head for f in ("subject", "object") for a in clause.arguments if a.function == f]
            who = next((h for h in told if self._context.persona(h) is not None), None)
            return None if who is None else self._draft(who, at)
        who = self._context.main_before(inside.start)
        return None if who is None or who < first else self._draft(who, who)

    def _draft(self, speaker: int, verb: int) -> Draft:
        return saying(self._context, self._context.party(speaker), verb, self._by_head.get(verb))

    def _within(self, draft: Draft, inside: range) -> bool:
        start, end = self._tokens[inside[0]].span.start, self._tokens[inside[-1]].span.end
        return start <= draft.predicate.start < end
