"""Every rule's examples give the EDTF beside them; in its near misses the rule stays silent."""

from __future__ import annotations

from typing import Any

import pytest
from life_text import UNREAD, document

from vitascope.lang import load
from vitascope.time import read_times

RULES: list[dict[str, Any]] = load("en", "time")["rules"]
PERIODS = load("en", "periods")
EXAMPLES = [(r["name"], text, value) for r in RULES for text, value in r["examples"].items()]
NEAR_MISSES = [(r["name"], text) for r in RULES for text in r["near_misses"]]


def test_every_rule_has_examples_and_near_misses() -> None:
    assert [r["name"] for r in RULES if not (r["examples"] and r["near_misses"])] == []


@pytest.mark.parametrize(("name", "text", "value"), EXAMPLES)
def test_example(name: str, text: str, value: str | None) -> None:
    told = read_times(document(text), UNREAD)
    assert (value if value is None else str(value)) in [t.when.edtf for t in told]
    assert {name, "range", "lifespan", "part of span"} & {t.rule for t in told}


@pytest.mark.parametrize(("name", "text"), NEAR_MISSES)
def test_near_miss(name: str, text: str) -> None:
    assert name not in [t.rule for t in read_times(document(text), UNREAD)]


def test_every_period_names_its_source_and_no_name_stands_twice() -> None:
    records = PERIODS["periods"] + PERIODS["reigns"]
    assert [r["name"] for r in records if r["source"] not in PERIODS["sources"]] == []
    names = [name for r in PERIODS["periods"] for name in (r["name"], *r.get("also", ()))]
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize(("text", "value"), PERIODS["examples"].items())
def test_period(text: str, value: str) -> None:
    assert str(value) in [t.when.edtf for t in read_times(document(text), UNREAD)]


@pytest.mark.parametrize("text", PERIODS["near_misses"])
def test_period_that_is_only_mentioned(text: str) -> None:
    assert read_times(document(text), UNREAD) == ()
