"""What unsettles a predication from within: negation, modals, adverbs, subordinators, named sources."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from vitascope.claims.status.conditions import Conditions
from vitascope.claims.status.cues import Cues, Modifier
from vitascope.claims.status.effect import LONGEST_PHRASE, Effect
from vitascope.claims.status.governors import VERBAL
from vitascope.claims.status.named_sources import NamedSources
from vitascope.claims.status.scope import Scopes
from vitascope.claims.status.signs import Signs
from vitascope.model import Annotation, Token

_ADVERBIAL = ("advmod", "prep", "npadvmod", "advcl", "parataxis", "pcomp", "amod", "preconj", "cc", "dep")


class Within:
    """The cues inside the predications of one annotation."""

    def __init__(self, annotation: Annotation, cues: Cues, scopes: Scopes) -> None:
        self._annotation = annotation
        self._tokens = annotation.tokens
        self._children = annotation.children
        self._cues = cues
        self._scopes = scopes
        self._signs = Signs(annotation, cues)
        self._named = NamedSources(annotation, cues, scopes, self._signs)
        self._conditions = Conditions(annotation, cues)
        self._officially = annotation.told(cues.words.official)
        self._known: dict[int, list[Effect]] = {}
        self._phrases: dict[int, str] = {}

    def effects(self, head: int) -> list[Effect]:
        """All cues inside the predication of ``head``, its own words and modifiers only."""
        if head not in self._known:
            self._known[head] = self._effects(head)
        return self._known[head]

    def names(self, prep: int) -> bool:
        """Whether a preposition names whose word a clause is."""
        return self._named.names(prep)

    def _effects(self, head: int) -> list[Effect]:
        possible = self._signs.around(head)
        found: list[Effect] = []
        if possible.negation:
            found += self._negations(head)
        if possible.modality:
            found += self._modals(head)
        if possible.adverbs:
            found += (*self._adverbs(head), *self._of_order(head))
        if possible.subordinators:
            found += self._subordinators(head)
        found += self._named.effects(head)
        if possible.adjectives:
            found += (self._effect(token, self._tokens[token].text, m) for token, m in self._scopes.adjective(head))
        return list(self._belied(found)) if possible.negation else found

    def _belied(self, effects: list[Effect]) -> Iterator[Effect]:
        """ "Was not, as he claimed, the heir": what is denied is what he claimed, which the author rejects."""
        denials = [e.token for e in effects if e.negates and not e.of_object]
        belied = {d: e for e in effects if e.modality in ("reported", "alleged") for d in denials if self._set_in(d, e)}
        for effect in effects:
            if effect in belied.values():
                yield effect._replace(standing="annulled")
            elif not (effect.negates and effect.token in belied):
                yield effect

    def _set_in(self, denial: int, source: Effect) -> bool:
        """Whether a saying stands right behind a denial, with nothing but the subject between them."""
        opening = next((i for i in range(denial + 1, source.token) if self._likens(i)), None)
        if opening is None or self._tokens[opening - 1].text != ",":
            return False
        between = self._tokens[denial + 1 : opening - 1]
        return all(t.dep in ("nsubj", "aux", "auxpass", "compound") or t.pos == "AUX" for t in between)

    def _likens(self, index: int) -> bool:
        return self._tokens[index].text.lower() in self._cues.words.as_said

    def _effect(self, token: int, word: str, modifier: Modifier) -> Effect:
        return Effect(
            token,
            word,
            modifier.negates,
            modifier.modality,
            standing=modifier.standing,
            of_content=modifier.of_content,
        )

    # ------------------------------------------------------------ negation

    def _negations(self, head: int) -> Iterator[Effect]:
        negation = self._cues.negation
        for c in self._children[head]:
            child = self._tokens[c]
            text = child.text.lower()
            if child.dep in ("neg", "preconj", "cc", "advmod") and text in negation.words:
                if (child.dep != "cc" or self._inverted(head, c)) and not self._taken_back(head, c):
                    yield Effect(c, child.text, negates=True)
            elif child.dep in ("nsubj", "nsubjpass") and self._negative(c, negation.subjects):
                yield Effect(c, self._phrase(c) or child.text, negates=True)
            elif child.dep == "dobj" and self._negative(c, frozenset() if self._but(c) else negation.subjects):
                yield Effect(c, self._phrase(c) or child.text, negates=True, of_object=True)
            elif child.dep == "det" and text in negation.determiners:
                yield Effect(c, child.text, negates=True)
            elif child.dep in _ADVERBIAL and self._phrase(c) in negation.phrases:
                yield Effect(c, self._phrase(c), negates=True)
        token = self._tokens[head]
        if token.dep == "conj" and token.pos in VERBAL:
            nor = self._coordinator(token)
            if nor is not None and self._tokens[nor].text.lower() in negation.words:
                yield Effect(nor, self._tokens[nor].text, negates=True)

    def _but(self, noun: int) -> bool:
        """ "Gave nothing but a name"."""
        after = self._tokens[noun + 1].text.lower() if noun + 1 < len(self._tokens) else ""
        return after in self._cues.negation.contrast

    def _inverted(self, head: int, index: int) -> bool:
        """ "Nor did he return": the coordinator opens the clause; in "drank nor smoked" it belongs to the next."""
        return index < head and not any(self._tokens[c].dep == "conj" and c > index for c in self._children[head])

    def _coordinator(self, token: Token) -> int | None:
        above = self._children[token.head]
        return max((c for c in above if self._tokens[c].dep == "cc" and c < token.index), default=None)

    def _negative(self, noun: int, words: frozenset[str]) -> bool:
        if self._tokens[noun].text.lower() in words:
            return True
        own = self._children[noun]
        owners = (c for c in own if self._tokens[c].dep == "poss")  # "no bachelor's degree"
        below = (self._tokens[c] for c in (*own, *(c for owner in owners for c in self._children[owner])))
        return any(
            c.dep in ("det", "predet", "neg", "cc", "preconj") and c.text.lower() in self._cues.negation.determiners
            for c in below
        )

    def _taken_back(self, head: int, index: int) -> bool:
        """ "not only", "not until 1950", "did not marry until 1950" tell that it was so; "could not until" does not."""
        negation = self._cues.negation
        following = self._tokens[index + 1].text.lower() if index + 1 < len(self._tokens) else ""
        pair = f"{self._tokens[index].text.lower()} {following}"
        taken = following in negation.cancelled_before or pair in negation.cancelled_pairs
        if taken and self._tokens[index + 1].sentence == self._tokens[index].sentence:
            return True
        if self._tokens[index].text.lower() in negation.barely and self._directly(head):
            return True
        return not self._modal(head) and any(
            self._tokens[c].text.lower() in negation.until and self._tokens[c].dep in ("prep", "advcl", "mark")
            for c in self._until(head)
        )

    def _directly(self, head: int) -> bool:
        """ "Scarcely had he been released when he was arrested"."""
        after = (c for c in self._children[head] if self._tokens[c].dep == "advcl")
        opening = (
            self._tokens[m] for c in after for m in self._children[c] if self._tokens[m].dep in ("mark", "advmod")
        )
        return any(m.text.lower() in self._cues.negation.directly for m in opening)

    def _until(self, head: int) -> Iterator[int]:
        for c in self._children[head]:
            if self._tokens[c].dep in ("prep", "advcl", "npadvmod", "advmod"):
                yield c
                yield from (m for m in self._children[c] if self._tokens[m].dep in ("mark", "prep"))

    # ------------------------------------------------------------ modality

    def _modals(self, head: int) -> Iterator[Effect]:
        auxiliaries = [
            t
            for c in self._children[head]
            if ((t := self._tokens[c]).dep == "aux" or t.tag == "MD")
            and (t.text.islower() or self._conditions.opens(t))
        ]  # "That May he was arrested"
        modals = [(t, known) for t in auxiliaries if (known := self._cues.modals.get(t.text.lower()))]
        if modals:
            perfect = any(t.dep == "aux" and t.lemma.lower() in self._cues.words.perfect for t in auxiliaries)
            perfect = perfect and any(t.tag == "MD" for t in auxiliaries)
            conditional = self._conditions.conditional(head)
            for token, modifiers in modals:
                for modifier in modifiers:
                    if modifier.perfect in (None, perfect) and (conditional or not modifier.conditional):
                        yield Effect(token.index, token.text, modifier.negates, modifier.modality)
                        break
        yield from self._conditions.supposed(head)

    def _adverbs(self, head: int) -> Iterator[Effect]:
        for c in self._children[head]:
            child = self._tokens[c]
            if child.dep in _ADVERBIAL:
                yield from self._adverb(c)
                if child.dep in ("prep", "npadvmod", "advmod") and not self._named.names(c):
                    for inner in self._children[c]:
                        if self._tokens[inner].dep in ("advmod", "amod") and self._tokens[inner].pos == "ADV":
                            yield from (e for e in self._adverb(inner) if not e.negates)

        yield from self._pair_before(head)
        yield from self._of_reason(head)
        yield from self._official(head) if self._tokens[head].pos in VERBAL else ()

    def _official(self, head: int) -> Iterator[Effect]:
        """ "Died there, officially of typhus": what is so only on paper."""
        last = self._annotation.sentences[self._tokens[head].sentence].last - 1
        for i in self._officially[bisect_left(self._officially, head) : bisect_left(self._officially, last)]:
            at = self._tokens[i + 1]
            if at.text.lower() in self._cues.words.causes:
                while at.pos not in VERBAL and at.head != at.index:
                    at = self._tokens[at.head]
                if at.index == head:
                    yield Effect(i, self._tokens[i].text, modality="reported")

    def _of_reason(self, head: int) -> Iterator[Effect]:
        """ "Stayed at home, probably because she had been warned": the adverb right before a reason is the reason's."""
        helping = [c for c in self._children[head] if self._tokens[c].dep in ("aux", "auxpass")]
        for c in (c for top in (head, *helping) for c in self._children[top]):
            modifier = self._cues.adverbs.get(self._tokens[c - 1].text.lower()) if self._reason(c) else None
            if modifier is not None and not modifier.negates and self._tokens[c - 1].head != head:
                yield self._effect(c - 1, self._tokens[c - 1].text, modifier)

    def _reason(self, index: int) -> bool:
        token = self._tokens[index] if 0 < index < len(self._tokens) else None
        return token is not None and token.dep == "mark" and token.text.lower() in self._cues.words.reasons

    def _ordered(self, index: int) -> int | None:
        """ "Perhaps at the suggestion of the abbot": the noun of an order, whose adverb leaves the deed alone."""
        if index < 0 or index + 1 >= len(self._tokens):
            return None
        prep = self._tokens[index + 1]
        if prep.text.lower() not in self._cues.words.order_prepositions:
            return None
        below = (self._tokens[c] for c in self._children[prep.index] if self._tokens[c].dep == "pobj")
        return next((c.index for c in below if c.lemma.lower() in self._cues.words.order_nouns), None)

    def _of_order(self, noun: int) -> Iterator[Effect]:
        """The adverb before the phrase of an order, which says how sure the order is."""
        token = self._tokens[noun]
        adverb = token.head - 1
        if token.dep == "pobj" and self._ordered(adverb) == noun:
            modifier = self._cues.adverbs.get(self._tokens[adverb].text.lower())
            if modifier is not None and not modifier.negates:
                yield self._effect(adverb, self._tokens[adverb].text, modifier)

    def _pair_before(self, head: int) -> Iterator[Effect]:
        """ "She all but drowned": two words right before their verb, which the parser hung on another one."""
        pair = self._tokens[max(0, head - 2) : head]
        text = " ".join(t.text.lower() for t in pair)
        modifier = self._cues.adverbs.get(text)
        if modifier is not None and self._tokens[head].pos in VERBAL and all(t.head != head for t in pair):
            yield self._effect(pair[0].index, text, modifier)

    def _adverb(self, index: int) -> Iterator[Effect]:
        if self._ordered(index) is not None or (
            self._reason(index + 1) and self._tokens[index + 1].head != self._tokens[index].head
        ):
            return
        for text in dict.fromkeys((self._tokens[index].text.lower(), self._phrase(index))):
            modifier = self._cues.adverbs.get(text)
            if modifier is not None:
                following = self._tokens[index + 1 : index + 2]
                if not modifier.negates or any(t.pos in VERBAL for t in following):
                    yield self._effect(index, text, modifier)
                return

    def _phrase(self, index: int) -> str:
        """The words of a subtree, in lower case; nothing where they are more than a fixed phrase has."""
        found = self._phrases.get(index)
        if found is None:
            found = self._phrases[index] = self._words_below(index)
        return found

    def _words_below(self, index: int) -> str:
        parts, stack = [], [index]
        while stack:
            at = stack.pop()
            if self._tokens[at].dep != "punct":
                parts.append(at)
                if len(parts) > LONGEST_PHRASE:
                    return ""
            stack.extend(self._children[at])
        return " ".join(self._tokens[i].text.lower() for i in sorted(parts))

    def _subordinators(self, head: int) -> Iterator[Effect]:
        if self._tokens[head].dep not in ("advcl", "ROOT", "conj", "relcl", "acl", "dep"):
            return
        for c in self._children[head]:
            child = self._tokens[c]
            if child.dep in ("mark", "advmod", "cc"):
                pair = f"{self._tokens[c - 1].text.lower()} {child.text.lower()}" if c else ""
                modifier = self._cues.subordinators.get(pair) or self._cues.subordinators.get(child.text.lower())
                if modifier is not None:
                    yield Effect(c, child.text, modifier.negates, modifier.modality)
                elif child.dep == "mark" and child.text.lower() in self._cues.words.purposive and self._modal(head):
                    yield Effect(c, child.text, modality="intended")
                elif child.dep == "mark" and child.text.lower() in self._cues.words.forestalling and self._modal(head):
                    yield Effect(c, child.text, negates=True)  # "died before he could be tried"

    def _modal(self, head: int) -> bool:
        return any(self._tokens[c].tag == "MD" for c in self._children[head])
