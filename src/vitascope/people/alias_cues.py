"""The words that tell a further name of somebody: "Anna Berg, known as Mirka", "Anna Berg was born Karin Lund"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class AliasCues(NamedTuple):
    """Phrases in lower case after which a further name stands; the words of predicates that are all that stands
    between two names, longest first; and the words that may lead up to those."""

    phrases: tuple[str, ...]
    predicates: tuple[tuple[str, ...], ...]
    before: frozenset[str]

    def renamed(self, words: Sequence[str]) -> str | None:
        """The predicate, if it and what leads up to it are all the words."""
        cue = next((c for c in self.predicates if tuple(words[-len(c) :]) == c), None)
        led = cue is not None and all(w in self.before for w in words[: -len(cue)])
        return " ".join(cue) if cue is not None and led else None


def alias_cues(persons: Mapping[str, Any]) -> AliasCues:
    """As the lexicon of persons tells them."""
    told, renaming = (row["cue"] for row in persons["aliases"]), persons["renaming"]
    predicates = (tuple(row["cue"].split()) for row in renaming["predicates"])
    return AliasCues(
        tuple(sorted(told, key=lambda c: (-len(c), c))),
        tuple(sorted(predicates, key=lambda c: (-len(c), c))),
        frozenset(renaming["before"]),
    )
