"""Excerpts: whoever is called only "he" or "she" is one persona, unless the text says whom it is about."""

from __future__ import annotations

from tests.people.lives import Life
from vitascope.language import Annotator


def test_an_excerpt_tells_of_one_whom_it_does_not_name(annotator: Annotator) -> None:
    read = Life(annotator, "He was born in Lund. His house burned down and he moved to Oslo.", title="")
    assert read.mentions("he") == ["He", "His", "he"]
    assert read.persona("he").gender == "male"


def test_in_a_life_nobody_is_made_of_a_stray_pronoun(annotator: Annotator) -> None:
    text = "Anna Berg was a painter. She drew. She taught. She wrote. He was drowned."
    assert "he" not in Life(annotator, text).labels
