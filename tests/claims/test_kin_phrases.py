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
    ],
)
def test_relatives_in_a_list_are_told_one_by_one(
    reader: Reader, text: str, subject: str, relation: str, relatives: set[str]
) -> None:
    assert {who for owner, tie, who in _ties(reader, text) if (owner, tie) == (subject, relation)} >= relatives


def test_their_children_are_both_parents(reader: Reader) -> None:
    ties = _ties(reader, "Karl Berg and his wife Olga lived in Lund with their son Peter.")
    assert {("Karl Berg", "child", "Peter"), ("Olga", "child", "Peter")} <= ties


def test_a_name_that_begins_the_next_clause_is_no_relative(reader: Reader) -> None:
    text = "Anna Berg was a painter. After the death of her brother, Karl Holm sold the house."
    assert not any(who == "Karl Holm" for _, _, who in _ties(reader, text))


def test_whoever_is_only_given_out_as_kin_is_none(reader: Reader) -> None:
    for verb in ("registered", "raised", "presented"):
        assert not _ties(reader, f"Anna Berg was {verb} as the daughter of Karl Dahl.")
