"""Lives of persons with names of all kinds, read with the small model: each mention is its own person’s."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.people.lives import Life
from vitascope.language import Annotator

LIVES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("names_of_the_world.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("told", LIVES, ids=lambda told: told["title"])
def test_every_mention_is_its_persons(annotator: Annotator, told: dict[str, Any]) -> None:
    life = Life(annotator, told["text"], told["title"])
    people = [p.label for p in life.people.personas if p.kind != "organisation"]
    assert people == told["persons"]
    named = {words: {life.whose(words, nth) for nth in range(1, 10)} - {None} for words in told["whose"]}
    assert named == {words: {whom} for words, whom in told["whose"].items()}
