"""Which sorts of cues the words of a sentence leave possible: most sentences hold none of a sort, and there none is
sought."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from vitascope.claims.status.cues import Cues
from vitascope.model import Annotation


class Possible(NamedTuple):
    """The sorts of cues of which a sentence has a sign."""

    negation: bool
    modality: bool
    adverbs: bool
    subordinators: bool
    sources: bool
    adjectives: bool


class Signs:
    """Looks for the signs of cues in the sentences of one annotation."""

    def __init__(self, annotation: Annotation, cues: Cues) -> None:
        self._tokens = annotation.tokens
        self._told = tuple(
            {self._tokens[i].sentence for i in (*annotation.told(sort), *annotation.told_forms(sort))}
            for sort in _sorts(cues)
        )
        self._known: dict[int, Possible] = {}

    def around(self, token: int) -> Possible:
        """The sorts of which the sentence around a token has a sign."""
        number = self._tokens[token].sentence
        found = self._known.get(number)
        if found is None:
            found = self._known[number] = Possible(*(number in sentences for sentences in self._told))
        return found


@cache
def _sorts(cues: Cues) -> tuple[frozenset[str], ...]:
    """The signs of each sort of :class:`Possible`."""
    negation, words = cues.negation, cues.words
    return (
        negation.words | negation.subjects | negation.determiners | telling(negation.phrases),
        words.conditional_auxiliary.union(cues.modals),
        telling(cues.adverbs) | words.official,
        words.purposive | words.forestalling | telling(cues.subordinators),
        telling((*cues.source_prepositions, *cues.source_nouns)),
        frozenset(cues.adjectives),
    )


def telling(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase: where it is missing, so is the phrase."""
    return frozenset(max(phrase.split(), key=lambda word: (len(word), word)) for phrase in phrases)
