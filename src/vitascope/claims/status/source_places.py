"""Where a phrase or aside that names a source belongs, by where it stands: a parser hangs it on the nearest main verb,
while a reader takes it with what follows its "and", with the reason behind it, or with what shares its brackets."""

from __future__ import annotations

from vitascope.claims.status.cues import Cues
from vitascope.claims.status.governors import VERBAL
from vitascope.model import Annotation, Token

_OPEN, _SHUT = "(", ")"
_LINKED = ("advcl", "relcl", "acl")
_HELPING = ("aux", "auxpass")


class SourcePlaces:
    """The predications to which the sources of one annotation belong."""

    def __init__(self, annotation: Annotation, cues: Cues) -> None:
        self._annotation = annotation
        self._tokens = annotation.tokens
        self._children = annotation.children
        self._cues = cues

    def home(self, first: int, last: int, above: int) -> int | None:
        """The predication of the source that the tokens from ``first`` to ``last`` name, which the parser hung on
        ``above``; None where it belongs to no predication at all (a bracket without a verb)."""
        sentence = self._annotation.sentences[self._tokens[first].sentence]
        before, after = self._past(first - 1, -1), self._past(last + 1, 1)
        beside = [t.text for t in (*self._tokens[max(first - 1, 0) : first], *self._tokens[last + 1 : last + 2])]
        if beside == [_OPEN, _SHUT]:
            return self._earlier(first, sentence.first) or above
        bracket = self._bracket(first, last, sentence.first, sentence.last)
        if bracket is not None and not bracket[0] <= above <= bracket[1]:
            inside = (i for i in range(*bracket) if not first <= i <= last and self._predicates(self._tokens[i]))
            return next(inside, None)
        if after is None or after.index >= sentence.last:
            return above
        reason = self.reason(after)
        if reason is not None and not first <= reason <= last:
            return reason
        if before is not None and before.tag == "CC" and before.index >= sentence.first and above < first:
            return self._later(after.index, sentence.last) or above
        return self._around(first, above) if after.pos != "PUNCT" else above

    def _past(self, index: int, step: int) -> Token | None:
        """The first token from ``index`` on that is no comma."""
        while 0 <= index < len(self._tokens) and self._tokens[index].text == ",":
            index += step
        return self._tokens[index] if 0 <= index < len(self._tokens) else None

    def _bracket(self, first: int, last: int, start: int, stop: int) -> tuple[int, int] | None:
        """The tokens within the brackets around a phrase, where these hold more than the phrase."""
        opening = next((i for i in range(first - 1, start - 1, -1) if self._tokens[i].text in (_OPEN, _SHUT)), None)
        if opening is None or self._tokens[opening].text != _OPEN:
            return None
        shut = next((i for i in range(last + 1, stop) if self._tokens[i].text == _SHUT), stop)
        more = (i for i in range(opening + 1, shut) if not first <= i <= last)
        return (opening + 1, shut) if any(self._tokens[i].pos != "PUNCT" for i in more) else None

    def _predicates(self, token: Token) -> bool:
        return token.pos in VERBAL and token.dep not in _HELPING

    def reason(self, after: Token) -> int | None:
        """The head of a reason, or the noun of an order, that the token opens: "according to Berg because she …"."""
        words = self._cues.words
        if after.dep == "mark" and after.text.lower() in words.reasons:
            return after.head
        if after.text.lower() not in words.order_prepositions:
            return None
        below = (self._tokens[c] for c in self._children[after.index] if self._tokens[c].dep == "pobj")
        return next((c.index for c in below if c.lemma.lower() in words.order_nouns), None)

    def _later(self, start: int, stop: int) -> int | None:
        """The first predicate from ``start`` on, up to the next mark that parts clauses."""
        for token in self._tokens[start:stop]:
            if token.text in ",;:":
                return None
            if self._predicates(token):
                return token.index
        return None

    def _earlier(self, first: int, start: int) -> int | None:
        """The predicate before a bracket that holds nothing but a source."""
        return next((i for i in range(first - 1, start - 1, -1) if self._predicates(self._tokens[i])), None)

    def _around(self, first: int, above: int) -> int:
        """ "Made her way to Oslo, paying, as legend has it, by singing": the clause within which the aside stands."""
        ending = self._past(first - 1, -1)
        for child in reversed(self._tokens[above + 1 : first]):
            if ending is not None and child.dep in _LINKED and child.pos in VERBAL:
                inside = [i for i in self._annotation.subtree(child.index) if self._tokens[i].pos != "PUNCT"]
                apart = self._tokens[min(inside) - 1].text == "," or ending == child  # "a band that grew, she says, …"
                if max(inside) == ending.index and apart:
                    return child.index
        return above
