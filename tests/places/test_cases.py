"""The table of hard cases: which words are places, which place, and what it was called then."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

CASES = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_case(case, told):
    read = told(case["text"])
    found = {mention.name: read.label(mention) for mention in read.places.mentions}
    assert {words: found.get(words, "not found") for words in case.get("places", {})} == case.get("places", {})
    for words in case.get("none", []):
        assert words not in found
    for part, field in (("then", "then"), ("ruled", "jurisdiction"), ("within", "within")):
        for words, wanted in case.get(part, {}).items():
            assert getattr(read.mentions(words)[0], field) == wanted


def test_the_table_is_large_and_has_near_misses():
    assert len(CASES) >= 60
    assert sum("none" in case for case in CASES) >= 15
