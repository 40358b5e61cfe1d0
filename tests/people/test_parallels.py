"""Parallel places decide where presence in mind would not: tables of short lives, read with the small model."""

from __future__ import annotations

import pytest

from tests.people.lives import Life
from vitascope.language import Annotator

LEAD = "Anna Berg (3 May 1871 – 9 March 1940) was a Norwegian painter. "
MALE = "Karl Holm (3 May 1871 – 9 March 1940) was a Norwegian painter. "


@pytest.mark.parametrize(
    ("text", "words", "nth", "label"),
    [
        # the subject of the clause before, where the text tells its gender
        (MALE + "His younger brother, Gaston, had been made bailiff; he drowned in 1902.", "he", 1, "Gaston"),
        (LEAD + "Her sister Olga taught music, and she left for Narva in 1902.", "she", 1, "Olga"),
        # … and what that clause then owns
        (MALE + "His younger brother, Gaston, had been made bailiff; he sold his boat.", "his", 1, "Gaston"),
        # a clause of time under the main one says nothing of who comes next
        (LEAD + "Her mother drowned when she was nine, and she was sent to Narva.", "she", 2, "Anna Berg"),
        # the same possessor twice
        (MALE + "His father, Ove, was a smith and his mother, Olga, was a nurse.", "his", 1, "Karl Holm"),
        # "until her death" is told of the clause's subject
        (
            LEAD + "Her mother kept the shop until her death in 1902.",
            "her",
            1,
            "mother of Anna Berg",
        ),
        (MALE + "Holm painted the king twice. Harald II reigned until his death in 1902.", "his", 1, "Harald II"),
        # … unless somebody else takes part
        (LEAD + "Her mother supported her until her marriage in 1902.", "her", 2, "Anna Berg"),
        # the life's subject stays, where the sentence before only told of a relative
        (LEAD + "Her mother taught the children to read. She attended a school in Narva.", "She", 1, "Anna Berg"),
        (LEAD + "Olga Lund is a niece of Berg. She studied law.", "She", 1, "Anna Berg"),
        # … but not where a relative with a name has begun to act
        (MALE + "Holm's son, Gaston, who was sixteen, wounded a gatekeeper. He then fled to Narva.", "He", 1, "Gaston"),
        (
            MALE + "Holm's brother, Gaston, was sentenced to ten years. After six years he was released.",
            "he",
            1,
            "Gaston",
        ),
        # … or is said to have fared otherwise
        (MALE + "His brother, Gaston, a smith, was less lucky. He had fled to Narva in 1902.", "He", 1, "Gaston"),
        (MALE + "His brother, Gaston, a smith, was much older. He went to school in Oslo.", "He", 1, "Karl Holm"),
        # … and goes on as a pronoun, and with the life's person as his relative
        (MALE + "His son, Gaston, wounded a guard. He fled to Narva. He was taken in 1902.", "He", 2, "Gaston"),
        (MALE + "His son, Gaston, was jailed. He fled. His father wrote to Dahl. He died in 1902.", "He", 2, "Gaston"),
        (MALE + "His son, Gaston, was jailed. He died in 1902. He had painted the king.", "He", 2, "Karl Holm"),
        # … unless that lies further back, ends a life, begins one or is only what the relative thinks
        (MALE + "His brother, Gaston, had been jailed in Narva. He went to school in Oslo.", "He", 1, "Karl Holm"),
        (MALE + "His brother, Gaston, died in 1899. He inherited the boatyard.", "He", 1, "Karl Holm"),
        (MALE + "His second son, Gaston, was born in 1899. In the same year he left for Narva.", "he", 1, "Karl Holm"),
        (MALE + "His grandson, the historian Gaston Holm, disputes it. He was buried in Narva.", "He", 1, "Karl Holm"),
        # nobody marries a parent of his own
        (
            MALE + "Holm's father, Edvard, was a smith. After marrying Holm's mother, Berta, he moved to Narva.",
            "he",
            1,
            "Edvard",
        ),
        (
            MALE + "His brother was Gaston. After the death of Holm's mother, Berta, he moved to Narva.",
            "he",
            1,
            "Karl Holm",
        ),
    ],
)
def test_whose(annotator: Annotator, text: str, words: str, nth: int, label: str) -> None:
    assert Life(annotator, text, " ".join(text.split()[:2])).whose(words, nth) == label


def test_the_reason_names_the_place(annotator: Annotator) -> None:
    read = Life(annotator, MALE + "Harald II reigned until his death in 1902.", "Karl Holm")
    mention = read.mention("his")
    assert mention is not None
    assert mention.because == "the subject of its own clause, which tells the time so"
