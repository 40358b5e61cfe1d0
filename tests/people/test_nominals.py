"""Definite nouns that mean one person, names that are none, and the relative clauses after them."""

from __future__ import annotations

import pytest

from tests.people.lives import Life
from vitascope.language import Annotator

LEAD = "Anna Berg (3 May 1871 – 9 March 1940) was a Norwegian painter. "
RULER = "Harald II (c. 1012 – 1071) was count of Narva from 1034 until 1063. "


@pytest.mark.parametrize(
    ("title", "text", "words", "label"),
    [
        ("Harald II", RULER + "He was held for a year. The count slipped out by night.", "The count", "Harald II"),
        ("Harald II", RULER + "In 1063 the barons declared the old count deposed.", "the old count", "Harald II"),
        ("Harald II", RULER + "He was held for a year. The new count burned the castle.", "The new count", None),
        (
            "Anna Berg",
            LEAD + "Lev Dahl was a chemist. The young chemist painted in Narva.",
            "The young chemist",
            "Lev Dahl",
        ),
        (
            "Anna Berg",
            LEAD + "Lev Dahl was a chemist. Ove Lund was a chemist. The chemist painted in Narva.",
            "The chemist",
            None,
        ),
        ("Anna Berg", LEAD + "The chemist painted in Narva.", "The chemist", None),
    ],
)
def test_the_noun_means(annotator: Annotator, title: str, text: str, words: str, label: str | None) -> None:
    assert Life(annotator, text, title).whose(words) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (LEAD + "In 1902 Olga, a niece of the lord of Narva, who owned two mills, bought the house.", "Narva"),
        (LEAD + "She spent a year in the abbey of Sant Jordi and left for Sant Jordi again.", "Sant Jordi"),
        (LEAD + "In 1902 the Trondheim-born chemist Lev Dahl met her.", "Trondheim"),
    ],
)
def test_who_is_no_persona(annotator: Annotator, text: str, label: str) -> None:
    assert label not in Life(annotator, text).labels


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        (LEAD + "The chronicler Jordi of Narva tells of her.", "Jordi of Narva", "Jordi of Narva"),
        (
            LEAD + "She had lived at Sant Jordi. The chronicler Jordi of Narva tells of her.",
            "Jordi of Narva",
            "Jordi of Narva",
        ),
        (
            LEAD + "Her brother married Olga Lund, the widow of a knight of Narva, who bore him a son.",
            "who",
            "Olga Lund",
        ),
    ],
)
def test_names_with_places(annotator: Annotator, text: str, words: str, label: str) -> None:
    assert Life(annotator, text).whose(words) == label


@pytest.mark.parametrize(
    ("text", "label", "names"),
    [
        (
            'Robert "Rob" Lund was a pilot. In 1902 Rob Lund left Narva.',
            "Robert Lund",
            ('Robert "Rob" Lund', "Rob Lund"),
        ),
        ("Harald Lund, called the Lame, was a count.", "Harald Lund", ("Harald Lund", "the Lame")),
        ("Harald Lund was called the Lame Duck of Narva.", "Harald Lund", ("Harald Lund",)),
    ],
)
def test_by_names(annotator: Annotator, text: str, label: str, names: tuple[str, ...]) -> None:
    assert Life(annotator, text, label).persona(label).names == names
