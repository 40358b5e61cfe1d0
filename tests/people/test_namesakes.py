"""Namesakes: father and son, wife and husband, members of a Roman family, a clerk and his name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.people.lives import Life
from vitascope.language import Annotator
from vitascope.people.lexicon import lexicon
from vitascope.people.names.headwords import parse_title
from vitascope.people.names.matching import compare
from vitascope.people.names.parts import parse_name

EN = lexicon("en")
SMITH = "Karl Holm (1871–1940) was a smith of Narva. He left home in 1890. His house stood by the river."
COOK = "Anna Holm (1871–1940) was a cook. She left home in 1890. Her house stood by the river."
ROMAN = "RUFIDIUS CATO, Gaius (c. 10 BC – AD 60), Roman senator, was praetor in AD 20. He died in Narva."


OPENINGS = {"{SMITH}": SMITH, "{COOK}": COOK, "{ROMAN}": ROMAN}
CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("namesakes.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text'][-40:]}-{case['words']}")
def test_who_is_meant(annotator: Annotator, case: dict[str, Any]) -> None:
    text = case["text"]
    for mark, opening in OPENINGS.items():
        text = text.replace(mark, opening)
    assert Life(annotator, text, case["title"]).whose(case["words"], case.get("nth", 1)) == case["who"]


def test_a_son_of_the_same_name_is_himself(annotator: Annotator) -> None:
    read = Life(annotator, SMITH + " His son, Karl Holm, kept the shop.", "Karl Holm")
    assert [p.main for p in read.people.personas if p.label == "Karl Holm"] == [True, False]


@pytest.mark.parametrize(
    "told",
    [
        "He is often confused with the chemist Karl Holm, who died in 1833.",
        "He should not be mistaken for Karl Holm, a chemist who died in 1833.",
        "He was no relation of the chemist Karl Holm, who died in 1833.",
    ],
)
def test_whom_he_is_confused_with_is_somebody_else(annotator: Annotator, told: str) -> None:
    read = Life(annotator, f"{SMITH} {told}", "Karl Holm")
    assert [p.main for p in read.people.personas if p.label == "Karl Holm"] == [True, False]


@pytest.mark.parametrize(
    ("title", "full"),
    [
        ("RIVAS SOTO, JUAN SEGUNDO", "Juan Segundo Rivas Soto"),
        ("MR. KARL HOLM", "Karl Holm"),
        ("ANNA DE LA CRUZ", "Anna de la Cruz"),
        ("HOLM, KARL", "Karl Holm"),
        ("NKVD", "NKVD"),
        ("Holm, Karl", "Karl Holm"),
    ],
)
def test_titles_in_capitals(title: str, full: str) -> None:
    assert parse_title(title, EN).full == full


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("Karl Holm the elder", "Karl Holm the younger", "different"),
        ("Karl Holm Sr.", "Karl Holm the younger", "different"),
        ("Karl Holm Jr.", "Karl Holm Junior", "equal"),
        ("Karl Holm", "Karl Holm the younger", "equal"),
        ("Ana Ruiz Soto", "Ana Pérez Soto", "different"),
        ("Gaius Rufidius Cato", "Rufidius Cato", "compatible"),
        ("Gaius Rufidius Cato", "Rufidius", "compatible"),
        ("Gaius Rufidius Cato", "C. Rufidius Cato", "equal"),
        ("Gaius Rufidius Cato", "Marcus Rufidius Cato", "different"),
        ("ʿUmar ibn Ḥasan", "Umar ibn Hasan", "equal"),
    ],
)
def test_compare(one: str, other: str, match: str) -> None:
    assert compare(parse_name(one, EN), parse_name(other, EN)) == match
    assert compare(parse_name(other, EN), parse_name(one, EN)) == match
