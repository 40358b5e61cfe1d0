"""Husband and wife as two, children as owners of a parent, father and mother as parents."""

from __future__ import annotations

import pytest

from tests.people.lives import Life
from vitascope.language import Annotator

SMITH = "Karl Holm (1871–1940) was a smith of Narva. He left home in 1890. In 1900 he married Rosa Lund."
APART = "\nIn 1905 Karl Holm sold the shop. In 1906 he built a barn. In 1907 it burnt down. In 1908 he bought a mill."

CASES = [
    (f"{SMITH}{APART} In 1909 the couple moved to Riga.", "the couple", "Karl Holm and Rosa Lund"),
    (
        f"{SMITH}{APART} In 1909 the couple moved to Riga. In Riga they rented a flat.",
        "they",
        "Karl Holm and Rosa Lund",
    ),
    (f"{SMITH}{APART} Then guards came. They burnt the mill.", "They", "guards"),
    (
        f"Karl Holm (1871–1940) was a smith of Narva. He left home in 1890.{APART} In 1909 the couple moved to Riga.",
        "the couple",
        None,
    ),
    (
        f"{SMITH} Their daughter Ida was born in 1902, their son Ove in 1904.{APART} Ida left in 1920."
        " Ove left in 1921. Their father died in 1940.",
        "Their father",
        "Karl Holm",
    ),
    (
        f"{SMITH} Their daughter Ida was born in 1902.{APART} In 1950 Ida went to court. It declared her parents dead.",
        "her parents",
        "Karl Holm and Rosa Lund",
    ),
    (
        "Karl Holm (1871–1940) was a smith of Narva. He left home in 1890. Ida Dahl came. Her parents lived in Riga.",
        "Her parents",
        "parents of Ida Dahl",
    ),
]


@pytest.mark.parametrize(("text", "words", "who"), CASES)
def test_whom_words_for_a_family_mean(annotator: Annotator, text: str, words: str, who: str | None) -> None:
    assert Life(annotator, text, "Karl Holm").whose(words) == who
