"""Relatives told without a possessor, singled out of several, or told apart by their tie."""

from __future__ import annotations

import pytest

from tests.people.lives import Life
from vitascope.language import Annotator

LEAD = "Anna Berg (3 May 1871 – 9 March 1940) was a Norwegian painter. "
MALE = "Karl Holm (3 May 1871 – 9 March 1940) was a Norwegian painter. "


@pytest.mark.parametrize(
    ("text", "label", "kin"),
    [
        (LEAD + "An elder brother, Maksim, emigrated to Chile.", "Maksim", ("sibling", "Anna Berg")),
        (LEAD + "Two brothers emigrated to Chile.", "brothers of Anna Berg", ("sibling", "Anna Berg")),
        (LEAD + "In 1902 she had a son named Bruno.", "Bruno", ("child", "Anna Berg")),
        (LEAD + "A daughter, Lise, was born in 1902.", "Lise", ("child", "Anna Berg")),
        (MALE + "In 1902 he married Olga Lund, who bore him a son named Bruno.", "Bruno", ("child", "Karl Holm")),
        (LEAD + "She was raised by an aunt, Olga Lund, in Narva.", "Olga Lund", ("uncle-aunt", "Anna Berg")),
        (
            LEAD + "She had four sons, the youngest of whom, Arne, drowned.",
            "Arne",
            ("child", "Anna Berg"),
        ),
        (LEAD + "She had two sons. The eldest, Otto, became a smith.", "Otto", ("child", "Anna Berg")),
        # a pair that met and then married
        (
            LEAD + "In 1901 she met the engineer Karl Dahl. They were married in 1902 and had a son, Otto.",
            "Karl Dahl",
            ("spouse", "Anna Berg"),
        ),
        # of two ties the one to the life's subject is kept
        (
            LEAD + "Lev Dahl was a son of Olga Lund. In 1902 Berg married Lev Dahl.",
            "Lev Dahl",
            ("spouse", "Anna Berg"),
        ),
        # a tie goes to the father, and not over the head of his wife
        (
            MALE + "Holm was the third son of Count Ove I and his wife Ingrid.",
            "Ove I",
            ("parent", "Karl Holm"),
        ),
    ],
)
def test_ties(annotator: Annotator, text: str, label: str, kin: tuple[str, str]) -> None:
    read = Life(annotator, text, " ".join(text.split()[:2]))
    persona = read.persona(label)
    assert kin in [(relation, read.by_id[of].label) for relation, of in persona.kin]


def test_bonds_are_groups_and_no_kin(annotator: Annotator) -> None:
    read = Life(annotator, LEAD + "In 1902 her co-defendants were shot. Her pupils fled.")
    for label in ("co-defendants of Anna Berg", "pupils of Anna Berg"):
        persona = read.persona(label)
        assert (persona.kind, persona.kin) == ("group", ())


@pytest.mark.parametrize(
    "text",
    [
        LEAD + "A child was hurt by the carriage.",
        LEAD + "A mother wrote to the newspaper.",
        LEAD + "The sermon praised a brother of the bishop.",
        LEAD + "The eldest of the houses burned.",
    ],
)
def test_nobody_s_relatives(annotator: Annotator, text: str) -> None:
    assert all(
        of != Life(annotator, text).persona("Anna Berg").id
        for p in Life(annotator, text).people.personas
        for _, of in p.kin
    )


def test_the_noun_carries_the_named_relative(annotator: Annotator) -> None:
    read = Life(annotator, LEAD + "An elder brother, Maksim, emigrated to Chile.")
    mention = read.mention("An elder brother")
    assert mention is not None
    assert mention.head is not None
    assert read.annotation.tokens[mention.head].text == "brother"
    assert read.mentions("Maksim") == ["An elder brother", "Maksim"]


@pytest.mark.parametrize(
    ("text", "words", "nth", "label"),
    [
        # a father and a son of one name
        (
            MALE
            + "Holm was the son of Count Ove I and Olga Lund. Ove, his eldest son, sold the mill. Ove II ruled Narva.",
            "Ove",
            1,
            "Ove II",
        ),
        # no queen, but a smith's daughter
        (
            MALE + "He sang for Queen Ingrid. In 1902 Ingrid, daughter of a smith, married him.",
            "Ingrid",
            1,
            "Ingrid",
        ),
        # the queen again
        (MALE + "He sang for Queen Ingrid. In 1902 Ingrid thanked him.", "Ingrid", 1, "Queen Ingrid"),
    ],
)
def test_namesakes_are_told_apart_by_their_tie(
    annotator: Annotator, text: str, words: str, nth: int, label: str
) -> None:
    assert Life(annotator, text, "Karl Holm").whose(words, nth) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (LEAD + "Her husband was fined, and their eldest son, Otto, was held for a year.", "Otto"),
        (LEAD + "In 1902 she left a son, Karl, who became a smith, and two daughters.", "daughters of Anna Berg"),
    ],
)
def test_children_of_the_life_s_subject(annotator: Annotator, text: str, label: str) -> None:
    read = Life(annotator, text)
    assert ("child", read.persona("Anna Berg").id) in read.persona(label).kin


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        # a copula gives the name
        (
            MALE + "Holm's first wife was the dancer Ida Moss. In 1920 his first wife died.",
            "his first wife",
            "Ida Moss",
        ),
        # a relative clause tells the marriage
        (
            MALE + "He met Ida Moss, a singer from Narva, whom he married in 1925. His wife left Oslo in 1931.",
            "His wife",
            "Ida Moss",
        ),
        # the other parent, behind an apposition
        (
            MALE + "Holm was born in Narva, the son of Lev Holm, a clerk, and Ida Moss. His mother died in 1920.",
            "His mother",
            "Ida Moss",
        ),
        (
            MALE + "Holm was born in Narva, the son of Lev Holm, a clerk, and of the singer Ida Moss. His mother died.",
            "His mother",
            "Ida Moss",
        ),
        # the parents of several
        (
            MALE + "Holm was the third of the six children of Lev Dahl and his wife, Jette Dahl. His mother drowned.",
            "His mother",
            "Jette Dahl",
        ),
        # by whom he had a child
        (
            MALE + "In 1925 he married Ida Moss, by whom he had a daughter, Vera. Vera wrote to her mother.",
            "her mother",
            "Ida Moss",
        ),
        # a relative of a relative
        (
            MALE + "In 1920 he married Lev Moss's daughter, Orsa. In 1930 his father-in-law died.",
            "his father-in-law",
            "Lev Moss",
        ),
        (
            MALE + "In 1920 he married Ida Moss. Ida Moss left a daughter of five, Vera Moss. His daughter left Oslo.",
            "His daughter",
            "Vera Moss",
        ),
        # one child of two parents
        (
            MALE + "Holm was the son of Lev Holm and Ida Moss. After his father's death his mother took in boarders.",
            "his mother",
            "Ida Moss",
        ),
        # named further on
        (
            MALE + "His widow left Oslo. In 1920 Holm had married Ida Moss.",
            "His widow",
            "Ida Moss",
        ),
        (
            MALE + "His mother left Oslo. Holm was the son of Lev Holm and Ida Moss.",
            "His mother",
            "Ida Moss",
        ),
        # perhaps another one
        (MALE + "His wife left Oslo. In 1920 Holm married Ida Moss.", "His wife", "wife of Karl Holm"),
        # of two who fit nobody is meant
        (
            MALE + "His sons were Lev Holm and Otto Holm. In 1920 his son left Oslo.",
            "his son",
            "son of Karl Holm",
        ),
        (MALE + "His mother was a Dahl. His mother died in 1920.", "His mother", "mother of Karl Holm"),
        # the parents of a couple's children are the couple, those of two brothers are not
        (MALE + "Holm and his wife Ida had two sons. Their mother left Oslo.", "Their mother", "Ida"),
        (MALE + "Holm and his wife Ida had two sons. Their father left Oslo.", "Their father", "Karl Holm"),
        (
            MALE + "Holm and his brother Ove left Oslo. Their father died in 1890.",
            "Their father",
            "father of Karl Holm",
        ),
    ],
)
def test_relatives_whom_the_text_names(annotator: Annotator, text: str, words: str, label: str) -> None:
    assert Life(annotator, text, "Karl Holm").whose(words) == label
