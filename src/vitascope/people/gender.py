"""The gender of the person a life is about, as its pronouns tell it."""

from __future__ import annotations

from collections.abc import Mapping

from vitascope.model import Annotation, Gender
from vitascope.people.draft import Draft
from vitascope.people.lexicon import Lexicon

__all__ = ["pronoun_counts", "told_gender"]


def pronoun_counts(annotation: Annotation, lex: Lexicon) -> dict[Gender, int]:
    """How many pronouns of each gender a text has."""
    counts: dict[Gender, int] = {"male": 0, "female": 0, "unknown": 0}
    for word in annotation.by_word.keys() & lex.pronouns.keys():
        counts[lex.pronouns[word].gender] += len(annotation.by_word[word])
    return counts


def told_gender(counts: Mapping[Gender, int], main: Draft) -> Gender:
    """The gender that a life's pronouns tell, where they agree; else what a title or patronymic tells.

    ``counts`` are those of :func:`pronoun_counts`.
    """
    pairs: tuple[tuple[Gender, Gender], ...] = (("male", "female"), ("female", "male"))
    for gender, other in pairs:
        enough = 1 if main.hint == gender else 3
        if counts[gender] >= enough and counts[gender] >= 4 * counts[other]:
            return gender
    return main.gender
