"""A found claim in its sentence: its own words, what was looked for, and cuts that are told."""

from __future__ import annotations

import pytest

from tests import readings
from vitascope.export.attested import Attested
from vitascope.views.found_words import in_sentence

LONG = "After " + "many a long and weary year on the road " * 8 + "he came to Łódź in spring " + "and stayed " * 30


def shown(text: str, words: str, *sought: str) -> tuple[str, str, list[str]]:
    """The sentence, the words of the claim, and what is lit."""
    document = readings.document(f"It was so. {text}.\n", title="x")
    parts = in_sentence(Attested(document, readings.claim(document, "move", words)), sought)
    own = "".join(part.text for part in parts if part.claimed)
    return "".join(part.text for part in parts), own, [part.text for part in parts if part.sought]


@pytest.mark.parametrize(
    ("words", "sought", "lit"),
    [
        ("moved to Łódź", ("lodz",), ["Łódź"]),
        ("moved to Łódź", ("anna", "lodz"), ["Anna", "Łódź"]),
        ("moved to Łódź", ("lod",), []),
        ("Anna", (), []),
    ],
)
def test_words_are_lit_whatever_their_case_and_accents(words: str, sought: tuple[str, ...], lit: list[str]) -> None:
    text, own, found = shown("Then Anna moved to Łódź in 1902", words, *sought)
    assert text.startswith("Then Anna moved")
    assert own == words
    assert found == lit


def test_a_long_sentence_is_cut_between_words() -> None:
    text, own, lit = shown(LONG.strip(), "he came to Łódź", "lodz")
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert len(text) < 340
    assert (own, lit) == ("he came to Łódź", ["Łódź"])
    assert all(word in (LONG + " … ").split() for word in text.split())
