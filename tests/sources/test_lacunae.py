"""Holes are found where the data say, and only there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.lang import load
from vitascope.sources import lacunae, read_text

RULES = load("en", "lacunae")["rules"]


@pytest.mark.parametrize(("message", "text"), [(rule["message"], text) for rule in RULES for text in rule["examples"]])
def test_examples_are_marked(message: str, text: str) -> None:
    assert [notice.message for notice in lacunae.find(text, "en")] == [message]


@pytest.mark.parametrize("text", [text for rule in RULES for text in rule["near_misses"]])
def test_near_misses_are_silent(text: str) -> None:
    assert lacunae.find(text, "en") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The cat came out from under the bed.",
        "He watched from behind the door, from 1911 to 1914.",
        "As of 1920 she was out of work, and up to her neck in debt.",
        "She was well looked after by nuns and cared for in Riga.",
        "He was referred to as the printer, and thought of as mad.",
        "The film was directed by and starred Karl Tamm.",
        "Whom was it written by, and for what?",
    ],
)
def test_phrasal_english_is_silent(text: str) -> None:
    assert lacunae.find(text, "en") == ()


def test_a_hole_is_told_with_its_place() -> None:
    text = "Anna Berg\n\nShe fled. A troop headed by under orders of the governor followed.\n"
    (notice,) = read_text(text, "a.txt").notices
    assert (notice.code, text[notice.span.start : notice.span.end]) == ("lacuna", "by under")


def test_spaced_punctuation_is_a_habit_of_some_texts() -> None:
    text = "She lived in Narva , Riga , and Tartu , then moved to , it seems , Riga , , alone . " * 20
    assert lacunae.find(text, "en") == ()


def test_a_language_without_data_has_none() -> None:
    assert lacunae.find("She met […] there.", "xx") == ()


@given(st.lists(st.sampled_from([t for r in RULES for t in r["examples"] + r["near_misses"]]), max_size=6))
def test_holes_are_in_order_and_apart(texts: list[str]) -> None:
    text = "\n".join(texts)
    end = 0
    for notice in lacunae.find(text, "en"):
        assert end <= notice.span.start < notice.span.end <= len(text)
        end = notice.span.end


@pytest.mark.parametrize("text", ["A " * 500_000, "by in " * 40_000, "(" * 1_000_000, "Anna was born in " * 60_000])
def test_long_repetitions_are_read_to_their_end(text: str) -> None:
    holes = lacunae.find(text, "en")
    assert all(0 <= hole.span.start < hole.span.end <= len(text) for hole in holes)
