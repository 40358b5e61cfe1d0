"""Noun phrases and their spans: what an argument's words are, without the clauses that hang on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vitascope.model import Annotation, Span

_NAME_PARTS = ("compound", "nmod", "flat", "amod", "nummod", "poss", "det", "quantmod", "case", "predet")
_LOOSE = ("relcl", "acl", "appos", "advcl", "conj", "cc", "punct", "ccomp", "preconj", "npadvmod")


class Phrases:
    """Spans of phrases of one annotation.

    ``binding`` are prepositions whose phrase belongs to the noun before, ``naming`` those that bind the words of a
    name, ``leading`` words no label begins with.
    """

    def __init__(
        self, annotation: Annotation, binding: frozenset[str], leading: frozenset[str], naming: frozenset[str]
    ) -> None:
        self._binding = binding
        self._naming = naming
        self._leading = leading
        self._tokens = annotation.tokens
        self._children = annotation.children
        persons = (e.span for e in annotation.entities if e.label == "PERSON")
        self._persons = frozenset(at for span in persons for at in range(span.start, span.end))
        self._places = frozenset(e.span.start for e in annotation.entities if e.label in ("GPE", "LOC"))
        self._phrases: dict[int, tuple[int, ...]] = {}
        self._whole: dict[int, tuple[int, ...]] = {}
        self._spans: dict[int, Span] = {}
        self._labels: dict[int, Span] = {}
        self._coordinated: dict[int, tuple[int, ...]] = {}
        self._singly: dict[int, tuple[int, ...]] = {}

    def names_person(self, at: int) -> bool:
        """Whether a token begins within what the parser took for a person's name."""
        return self._tokens[at].span.start in self._persons

    def stolen(self, noun: int) -> int | None:
        """ "A weaver, and wife of Karl": a preposition right behind a conjunct, which the parser hung further off."""
        token, after = self._tokens[noun], self._tokens[min(noun + 1, len(self._tokens) - 1)]
        if token.dep != "conj" or after.dep != "prep" or after.head in (noun, after.index):
            return None
        while token.dep == "conj" and token.index != after.head:
            token = self._tokens[token.head]
        return after.index if token.index == after.head else None

    def cover(self, indices: Iterable[int]) -> Span:
        """The smallest span over the tokens, punctuation at its edges left out."""
        return self._covered(sorted(indices))

    def _covered(self, ordered: Sequence[int]) -> Span:
        tokens, first, last = self._tokens, 0, len(ordered) - 1
        if not last:
            return tokens[ordered[0]].span
        while last > first and tokens[ordered[last]].dep == "punct":
            last -= 1
        while first < last and tokens[ordered[first]].dep in ("punct", "cc"):
            first += 1
        return Span(tokens[ordered[first]].span.start, tokens[ordered[last]].span.end)

    def noun_phrase(self, head: int, whole: bool = False) -> Span:
        """The phrase of ``head``: determiners, modifiers and ``of``-phrases; ``whole`` keeps all prepositions."""
        if not self._children[head]:
            return self._tokens[head].span
        if whole:
            return self._covered(self.phrase_tokens(head, whole))
        found = self._spans.get(head)
        if found is None:
            found = self._spans[head] = self._covered(self.phrase_tokens(head))
        return found

    def phrase_tokens(self, head: int, whole: bool = False) -> tuple[int, ...]:
        """Indices of the tokens of :meth:`noun_phrase`. A clause as argument keeps its whole subtree."""
        known = self._whole if whole else self._phrases
        found = known.get(head)
        if found is None:
            found = known[head] = tuple(self._phrase_of(head, whole))
        return found

    def _phrase_of(self, head: int, whole: bool) -> list[int]:
        if not self._children[head]:
            return [head]
        clausal = self._tokens[head].pos in ("VERB", "AUX")
        kept, stack = [], [head]
        while stack:
            at = stack.pop()
            kept.append(at)
            for c in self._children[at]:
                child = self._tokens[c]
                if clausal:
                    if child.dep not in ("relcl", "advcl", "punct"):
                        stack.append(c)
                elif child.dep == "prep":
                    if whole or self._binds(c):
                        stack.append(c)
                elif child.dep == "punct":
                    if c != head and child.tag in ("HYPH", ":") and child.text not in ";:":
                        stack.append(c)
                elif child.dep not in _LOOSE and not (child.dep == "advmod" and self._tokens[at].pos == "PROPN"):
                    stack.append(c)
        return self._contiguous(sorted(kept), head)

    def core(self, head: int) -> Span:
        """The head with its modifiers only: no determiner, no preposition ("political officer")."""
        parts = [head]
        stack = [head]
        while stack:
            at = stack.pop()
            for c in self._children[at]:
                child = self._tokens[c]
                if child.dep in ("compound", "amod", "nmod", "nummod") and c < head:
                    parts.append(c)
                    stack.append(c)
        return self._covered(self._contiguous(sorted(parts), head))

    def label(self, head: int) -> Span:
        """The noun phrase without articles and possessives at its beginning."""
        found = self._labels.get(head)
        if found is None:
            kept = self.phrase_tokens(head)
            first = 0
            while kept[first] < head and self._tokens[kept[first]].text.lower() in self._leading:
                first += 1
            found = self._labels[head] = self._covered(kept[first:])
        return found

    def coordinated(self, head: int) -> tuple[int, ...]:
        """``head`` and the nouns coordinated with it, in text order, each once."""
        found = self._coordinated.get(head)
        if found is None:
            found = self._coordinated[head] = tuple(self._joined(head))
        return found

    def _joined(self, head: int) -> list[int]:
        if not self._children[head]:
            return [head]
        found, stack = [], [head]
        while stack:
            at = stack.pop()
            found.append(at)
            for c in self._children[at]:
                child = self._tokens[c]
                if child.dep == "conj" and child.pos in ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"):
                    stack.append(c)
                elif self._names(at, c):
                    stack += [
                        i for i in self._children[c] if self._tokens[i].dep == "conj" and self._tokens[i].pos != "VERB"
                    ]
        return sorted(found)

    def told_singly(self, head: int) -> tuple[int, ...]:
        """The same, with the persons whom a plural noun names ("his sons Lev and Ove") in place of that noun."""
        found = self._singly.get(head)
        if found is None:
            found = self._singly[head] = tuple(self._told(head))
        return found

    def _told(self, head: int) -> list[int]:
        if not self._children[head]:
            return [head]
        found: list[int] = []
        for noun in self.coordinated(head):
            named = self._children[noun] if self._tokens[noun].tag == "NNS" else ()
            names = next((c for c in named if c > noun and self._tokens[c].dep == "appos"), None)
            persons = () if names is None else self.coordinated(names)
            each = len(persons) > 1 and all(self._tokens[i].pos == "PROPN" and self.names_person(i) for i in persons)
            found += persons if each else (noun,)
        return found

    def _names(self, noun: int, name: int) -> bool:
        """ "The painter Karl Berg and his wife": what is joined to a name is joined to the noun right before it."""
        head, child = self._tokens[noun], self._tokens[name]
        if child.dep != "appos" or child.pos != "PROPN" or head.tag != "NN" or name < noun:
            return False
        return all(self._tokens[i].head == name for i in range(noun + 1, name))

    def _binds(self, prep: int) -> bool:
        """Whether a prepositional phrase belongs to its noun, as "of" does, and "for" between the words of a name."""
        word = self._tokens[prep].lemma.lower()
        return word in self._binding or (word in self._naming and self._is_named_on(prep))

    def _is_named_on(self, prep: int) -> bool:
        named, objects = self._tokens[self._tokens[prep].head], [self._tokens[c] for c in self._children[prep]]
        capital = all(t.pos == "PROPN" and t.text[:1].isupper() for t in (named, *objects))
        apart = self.names_person(named.index) or any(o.span.start in self._places for o in objects)
        return (
            capital and named.index == prep - 1 and bool(objects) and not apart
        )  # not "member of the Storting for Bergen"

    def _contiguous(self, indices: list[int], head: int) -> list[int]:
        """The run of kept tokens around ``head``; a gap of a hyphen is bridged, one of words is not."""
        if not indices:
            return [head]
        if indices[-1] - indices[0] == len(indices) - 1:
            return indices
        position = indices.index(head)
        low = high = position
        while low > 0 and indices[low] - indices[low - 1] <= 2 and self._bridged(indices[low - 1], indices[low]):
            low -= 1
        while (
            high < len(indices) - 1
            and indices[high + 1] - indices[high] <= 2
            and self._bridged(indices[high], indices[high + 1])
        ):
            high += 1
        return indices[low : high + 1]

    def _bridged(self, left: int, right: int) -> bool:
        return right - left == 1 or self._tokens[left + 1].dep in ("punct", "case")
