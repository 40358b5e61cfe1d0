"""Relatives named in lists: whose they are, and who is not one of them."""

from __future__ import annotations

import pytest

from tests.claims.told import of, read
from vitascope.pipeline import Reader


def _ties(reader: Reader, text: str) -> set[tuple[str, str, str]]:
    _, claims = read(reader, text)
    return {
        (c.subject.label, c.roles["relation"].label, c.roles["relative"].label)
        for c in of(claims, "kinship")
        if "relation" in c.roles
    }


@pytest.mark.parametrize(
    ("text", "subject", "relation", "relatives"),
    [
        ("Karl Berg had two daughters, Anna and Ruth.", "Karl Berg", "child", {"Anna", "Ruth"}),
        (
            "Karl Berg was survived by his wife Olga and sons Otto and Peter.",
            "Karl Berg",
            "child",
            {"Otto", "Peter"},
        ),
        ("Anna Berg was born in Lund to Karl Berg and Olga Holm.", "Anna Berg", "parent", {"Karl Berg", "Olga Holm"}),
        (
            "Anna Berg was the daughter of Olga Holm of Lund and the late Karl Berg.",
            "Anna Berg",
            "parent",
            {"Olga Holm", "Karl Berg"},
        ),
        ("Anna Berg grew up in a castle as the daughter of Karl Berg.", "Anna Berg", "parent", {"Karl Berg"}),
        ("Karl Berg was a clerk. His first wife was the singer Olga Holm.", "Karl Berg", "spouse", {"Olga Holm"}),
        (
            "Karl Berg was a clerk. He had two children: Ida Berg, a barrister, and Otto Berg.",
            "Karl Berg",
            "child",
            {"Ida Berg", "Otto Berg"},
        ),
        (
            "Karl Berg was a clerk. He was the second son of a railway doctor and of Olga Holm.",
            "Karl Berg",
            "parent",
            {"railway doctor", "Olga Holm"},
        ),
        (
            "Karl Berg was a clerk. Of his four children, Otto became a judge, Ida married Lev Holm, and Ruth died.",
            "Karl Berg",
            "child",
            {"Otto", "Ida", "Ruth"},
        ),
        (
            "Karl Berg was a clerk. Of the sons of his marriage Otto (1821-1862) fled to Ohio; and Peter (b. 1827), a "
            "baker at Lund, died young.",
            "Karl Berg",
            "child",
            {"Otto", "Peter"},
        ),
        (
            "Karl Berg was a clerk. He married Olga Holm, and had by her two sons.",
            "Karl Berg",
            "child",
            {"two sons"},
        ),
    ],
)
def test_relatives_in_a_list_are_told_one_by_one(
    reader: Reader, text: str, subject: str, relation: str, relatives: set[str]
) -> None:
    assert {who for owner, tie, who in _ties(reader, text) if (owner, tie) == (subject, relation)} >= relatives


def test_their_children_are_both_parents(reader: Reader) -> None:
    ties = _ties(reader, "Karl Berg and his wife Olga lived in Lund with their son Peter.")
    assert {("Karl Berg", "child", "Peter"), ("Olga", "child", "Peter")} <= ties


@pytest.mark.parametrize(
    "text",
    [
        "Karl Berg was a clerk. In 1901 he married Olga Holm, by whom he had a son, Peter.",
        "Karl Berg was a clerk. In Lund he met Olga Holm, with whom he had two children, Ida and Peter.",
        "Karl Berg was a clerk. He married Olga Holm, who bore him a son named Peter.",
        "Karl Berg was a clerk. His wife, Olga Holm, a nurse, left him in 1901. Their son, Peter, stayed in Lund.",
        "Karl Berg was a clerk. His wife, Olga Holm, fled with their two daughters, but their son, Peter, stayed.",
    ],
)
def test_a_child_is_told_of_both_parents(reader: Reader, text: str) -> None:
    assert {("Karl Berg", "child", "Peter"), ("Olga Holm", "child", "Peter")} <= _ties(reader, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Karl Berg was a clerk. He was the third of the nine children of Otto Berg, a smith, and his wife, Olga.",
            {
                "Otto Berg": "He was the third of the nine children of Otto Berg",
                "Olga": "He was the third of the nine children of Otto Berg, a smith, and his wife, Olga",
            },
        ),
        (
            "Karl Berg was a clerk. The younger son of a miller, Berg left school at ten.",
            {"miller": "The younger son of a miller"},
        ),
        (
            "Karl Berg was a clerk. His sons, Otto and Peter, were born in Lund.",
            {"Otto": "His sons, Otto", "Peter": "His sons, Otto and Peter"},
        ),
    ],
)
def test_a_tie_is_told_by_the_words_up_to_the_relative(reader: Reader, text: str, told: dict[str, str]) -> None:
    document, claims = read(reader, text)
    ties = [c for c in of(claims, "kinship") if c.subject.label == "Karl Berg"]
    quotes = {c.roles["relative"].label: document.quote(c.span) for c in ties}
    assert {who: quotes.get(who) for who in told} == told


def test_the_wife_of_a_father_is_a_parent(reader: Reader) -> None:
    ties = _ties(reader, "Anna Berg was born in Lund to Karl Berg, a smith, and his second wife, Olga Holm.")
    assert ("Anna Berg", "parent", "Olga Holm") in ties
    assert ("Anna Berg", "spouse", "Olga Holm") not in ties


def test_whoever_somebody_is_a_daughter_of_has_not_her_children(reader: Reader) -> None:
    text = "Karl Berg was a clerk. He married Olga, daughter of Otto Holm of Lund, by whom he had six children."
    assert not any(who == "Otto Holm" and tie == "child" for who, tie, _ in _ties(reader, text))


def test_a_name_that_begins_the_next_clause_is_no_relative(reader: Reader) -> None:
    text = "Anna Berg was a painter. After the death of her brother, Karl Holm sold the house."
    assert not any(who == "Karl Holm" for _, _, who in _ties(reader, text))


def test_whoever_is_only_given_out_as_kin_is_none(reader: Reader) -> None:
    for verb in ("registered", "raised", "presented"):
        assert not _ties(reader, f"Anna Berg was {verb} as the daughter of Karl Dahl.")


@pytest.mark.parametrize(
    ("told", "relative"),
    [
        ("Of his children, Otto said that Lev Holm had left.", "Lev Holm"),
        ("Of his sons, whom Lev Holm taught, Otto was the ablest.", "Lev Holm"),
        ("Of the mills that his sons owned, Lev Holm bought two.", "Lev Holm"),
    ],
)
def test_who_is_not_singled_out_of_relatives_is_none(reader: Reader, told: str, relative: str) -> None:
    assert not any(who == relative for _, _, who in _ties(reader, f"Karl Berg was a clerk. {told}"))


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Anna Berg was honoured by her son, Olga Falk, Ernst Lind, and Karl Moe.", set()),
        ("Anna Berg praised a friend of her family, Mrs. Ida Falk, in Lund.", set()),
        ("Anna Berg met her brother, Karl, and Olga Falk.", {("Anna Berg", "sibling", "Karl")}),
        (
            "Anna Berg was the second child of Anton Holm, a baker, and Clara (Lind) Holm, a nurse.",
            {("Anna Berg", "parent", "Anton Holm"), ("Anna Berg", "parent", "Clara Holm")},
        ),
        ("Karl Berg was the son of Anton Holm (Lund) and Ida Holm.", {("Karl Berg", "parent", "Ida Holm")}),
    ],
)
def test_a_name_behind_a_comma_is_the_relative_s_only_where_nobody_else_s(
    reader: Reader, text: str, ties: set[tuple[str, str, str]]
) -> None:
    found = _ties(reader, text)
    assert ties <= found
    assert ties or not found


@pytest.mark.parametrize(
    ("text", "trades"),
    [
        ("Anna Berg met the singer Tom Baker in Lund.", {("Tom Baker", "singer")}),
        ("Anna Berg met the carpenter Karl Bishop.", {("Karl Bishop", "carpenter")}),
        ("Anna Berg met Karl Holm, a baker.", {("Karl Holm", "baker")}),
        (
            "Anna Berg was the child of Anton Holm, a baker, and Clara (Lind) Holm, a nurse.",
            {("Anton Holm", "baker"), ("Clara Holm", "nurse")},
        ),
        (
            "His father, Anton, was a baker and his mother, Clara, is a nurse. Karl Berg left.",
            {("Anton", "baker"), ("Clara", "nurse")},
        ),
    ],
)
def test_what_a_surname_means_is_nobody_s_trade(reader: Reader, text: str, trades: set[tuple[str, str]]) -> None:
    _, claims = read(reader, text)
    assert {(c.subject.label, c.roles["role"].label) for c in of(claims, "occupation")} == trades
