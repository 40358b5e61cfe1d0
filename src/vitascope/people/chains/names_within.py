"""Names inside longer names and before nouns: "the Narva Film Festival … Narva", "her Karelia videos … Karelia"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from vitascope.model import Annotation, Sentence
from vitascope.people.chains.extents import is_phrase_head
from vitascope.people.noun_phrases import NAME_TAGS

__all__ = ["names_within"]

_WHOLE = ("GPE", "LOC", "FAC", "PERSON", "EVENT")
"""What the parser takes for one name of a place, person or event is not cut, unless its part stands alone elsewhere."""


class _Opening(NamedTuple):
    """Tokens ``[first, stop)`` that may be a name; ``before`` is the word that follows or heads what follows."""

    first: int
    stop: int
    key: str
    before: str


def names_within(annotation: Annotation, taken: AbstractSet[int]) -> dict[int, int]:
    """First token of each such name → the token after its last. ``taken`` are tokens of persons' names.

    A name is one that stands alone elsewhere in the text, or before two different nouns. The longest is taken.
    """
    tokens = annotation.tokens
    alone: set[str] = set()
    openings: list[_Opening] = []
    for sentence in annotation.sentences:
        for first, stop in _runs(annotation, sentence, taken):
            keys = [" ".join(t.text for t in tokens[first:end]).lower() for end in range(first + 1, stop + 1)]
            last = stop - 1
            if is_phrase_head(annotation, last):
                alone.add(keys.pop())
                before = tokens[last].text.lower()
            else:
                before = tokens[tokens[last].head].text.lower()
            openings += [_Opening(first, first + k + 1, keys[k], before) for k in reversed(range(len(keys)))]
    beside: dict[str, set[str]] = {}
    for opening in openings:
        beside.setdefault(opening.key, set()).add(opening.before)
    ends = _entity_ends(annotation)
    found: dict[int, int] = {}
    for opening in openings:
        cut = ends.get(opening.first, 0) > opening.stop
        if opening.key in alone or (len(beside[opening.key]) > 1 and not cut):
            found.setdefault(opening.first, opening.stop)
    return found


def _runs(annotation: Annotation, sentence: Sentence, taken: AbstractSet[int]) -> list[tuple[int, int]]:
    """Stretches of capitalised names without a word between."""
    found: list[tuple[int, int]] = []
    open_at: int | None = None
    for token in annotation.tokens[sentence.first : sentence.last]:
        named = token.tag in NAME_TAGS and token.index not in taken and token.text[:1].isupper()
        if named and open_at is None:
            open_at = token.index
        elif not named and open_at is not None:
            found.append((open_at, token.index))
            open_at = None
    return found if open_at is None else [*found, (open_at, sentence.last)]


def _entity_ends(annotation: Annotation) -> dict[int, int]:
    """For each token of a place's or person's name, as the parser saw it, the token after the name."""
    entities = iter(e for e in annotation.entities if e.label in _WHOLE)
    entity = next(entities, None)
    found: dict[int, int] = {}
    within: list[int] = []
    for token in annotation.tokens:
        while entity is not None and entity.span.end <= token.span.start:
            found.update(dict.fromkeys(within, token.index))
            within, entity = [], next(entities, None)
        if entity is not None and entity.span.start <= token.span.start:
            within.append(token.index)
    return found
