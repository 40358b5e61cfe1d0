"""The golden table of hard cases, read with the small model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.people.lives import Life
from vitascope.language import Annotator

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("hard_cases.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text'][25:65]}-{case['words']}")
def test_who_is_meant(annotator: Annotator, case: dict[str, Any]) -> None:
    title = " ".join(case["text"].split()[:2])
    assert Life(annotator, case["text"], title).whose(case["words"], case.get("nth", 1)) == case["who"]


def test_the_table_is_hard_enough() -> None:
    others = [case for case in CASES if case["who"] is None or case["who"] in ("Anna Berg", "Karl Holm")]
    assert len(CASES) >= 80
    assert 3 * sum(case["who"] is None for case in CASES) >= len(CASES) / 2
    assert 3 * len(others) >= len(CASES)
