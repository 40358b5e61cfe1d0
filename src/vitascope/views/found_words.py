"""A claim in its sentence with the words that were looked for: what a list of found claims shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from vitascope.export.attested import Attested
from vitascope.store.names import folded_words
from vitascope.store.searching import word_start

_TOKEN = re.compile(r"\w+|\W+")
_BLANKS = re.compile(r"\s+")
_AROUND = 140
"""Characters of the sentence that are shown on each side of the claim."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some of the sentence: whether it is of the claim's words, and whether it was looked for."""

    text: str
    claimed: bool
    sought: bool


def in_sentence(item: Attested, words: Iterable[str]) -> tuple[Stretch, ...]:
    """The sentence in stretches, cut with ``…`` where it is long; ``words`` are folded."""
    claim, text, sought = item.claim, item.document.text, frozenset(words)
    start = max(min(claim.sentence.start, claim.span.start), word_start(text, max(0, claim.span.start - _AROUND)))
    end = min(max(claim.sentence.end, claim.span.end), word_start(text, min(len(text), claim.span.end + _AROUND)))
    parts = [Stretch("… ", False, False)] if start > min(claim.sentence.start, claim.span.start) else []
    for first, last, claimed in (
        (start, claim.span.start, False),
        (claim.span.start, claim.span.end, True),
        (claim.span.end, end, False),
    ):
        tokens = _TOKEN.findall(_BLANKS.sub(" ", text[first:last]))
        marked = groupby(tokens, key=lambda token: not sought.isdisjoint(folded_words(token)))
        parts += [Stretch("".join(group), claimed, hit) for hit, group in marked]
    if end < max(claim.sentence.end, claim.span.end):
        parts.append(Stretch(" …", False, False))
    return tuple(parts)
