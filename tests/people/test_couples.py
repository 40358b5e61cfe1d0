"""A couple in the title, two names under one surname, and the surname that a wedding gives."""

from __future__ import annotations

import pytest

from tests.people.lives import Life
from vitascope.language import Annotator

PAIR = "Anton Kornblum was born in Prague in 1884. In 1910 he married Lea Steiner. In 1940 Anton and Lea Kornblum left."

CASES = [
    ("Anton and Lea Kornblum", PAIR, "he", "Anton Kornblum"),
    ("Anton and Lea Kornblum", PAIR, "Lea Steiner", "Lea Kornblum"),
    ("Anton & Lea Kornblum", PAIR, "Lea Kornblum", "Lea Kornblum"),
    ("Anton Kornblum and Lea Steiner", PAIR, "he", "Anton Kornblum"),
    (
        "Karl Holm",
        "Karl Holm was a smith. His daughter was called Ida. Ida and Emil Braun married in 1939.",
        "Ida",
        "Ida Braun",
    ),
    ("Karl Holm", "Karl Holm was a smith. His son was called Ove. Ove and Emil Braun left in 1939.", "Ove", "Ove"),
    ("Karl Holm", "Karl Holm was a smith. Karl and Emil Braun left in 1939.", "Karl", "Karl Holm"),
    (
        "Karl Holm",
        "Karl Holm was a smith. In 1910 he married Rosa Lund. His daughter, Rosa Holm, was born in 1911.",
        "Rosa Lund",
        "Rosa Lund",
    ),
]


@pytest.mark.parametrize(("title", "text", "words", "who"), CASES)
def test_who_is_who_among_couples(annotator: Annotator, title: str, text: str, words: str, who: str) -> None:
    assert Life(annotator, text, title).whose(words) == who
