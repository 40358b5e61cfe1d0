"""First-person words: one persona for whoever tells the text, never for those whom it quotes."""

from __future__ import annotations

import pytest

from tests.documents import document
from tests.people.lives import Life
from vitascope.language import Annotator
from vitascope.people.quotations import quoted


@pytest.mark.parametrize(
    ("text", "label", "mentions"),
    [
        ("I was born in Lund. My wife and I moved to Oslo.", "I", ["I", "My", "I"]),
        ("Hello, I am Karl Dahl and I mend clocks.", "Karl Dahl", ["I", "Karl Dahl", "I"]),
        ("My name is Karl Dahl. They taught me to read.", "Karl Dahl", ["My", "Karl Dahl", "me"]),
    ],
)
def test_all_first_person_words_are_one_narrator(
    annotator: Annotator, text: str, label: str, mentions: list[str]
) -> None:
    assert Life(annotator, text, title="").mentions(label) == mentions


def test_a_narrators_relatives_are_personas(annotator: Annotator) -> None:
    read = Life(annotator, "I was born in Lund. My mother was a weaver.", title="")
    assert read.persona("mother of I").kin == (("parent", read.persona("I").id),)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg wrote to him: “I shall never come back to Oslo.”",
        "Anna Berg called the house “my ruin” and sold it.",
        "Anna Berg was a granddaughter of King Harald I of Lund.",
    ],
)
def test_who_is_quoted_is_no_narrator(annotator: Annotator, text: str) -> None:
    assert "I" not in Life(annotator, text).labels


def test_a_mark_before_a_comma_closes():
    text = 'She sang in " The Weir ", at Lund, and he left.\n'
    assert [text[s.start : s.end] for s in quoted(document(text)).quotations] == ['" The Weir "']
