"""Status through the whole pipeline: one sentence or two, one claim, its five parts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from vitascope.model import Block, Claim, Document, Reading, Source, Span
from vitascope.pipeline import Reader

CASES = [
    pytest.param(case, id=f"{family}: {case['claim']}: {case['text']}")
    for family, cases in yaml.safe_load(Path(__file__).with_name("status_cases.yml").read_text("utf-8")).items()
    for case in cases
]


@cache
def reader() -> Reader:
    return Reader("sm")


def document(text: str) -> Document:
    return Document("0" * 64, text, "", Source("case", "text", "0" * 64), (Block("paragraph", Span(0, len(text))),))


@cache
def reading(text: str) -> Reading:
    return reader().read(document(text))


def parts(claim: Claim) -> dict[str, object]:
    status = claim.status
    told = {
        "polarity": (status.polarity, "affirmed"),
        "modality": (status.modality, "asserted"),
        "attributed_to": (status.attributed_to, None),
        "duress": (status.duress, False),
        "standing": (status.standing, "stands"),
    }
    return {name: value for name, (value, plain) in told.items() if value != plain}


@pytest.mark.parametrize("case", CASES)
def test_status(case: dict[str, object]) -> None:
    text = str(case["text"])
    wanted = str(case["claim"]).split("|")
    found = [
        claim
        for claim in reading(text).claims
        if (claim.type in wanted or (claim.type == "event" and claim.roles["predicate"].label in wanted))
        and str(case.get("words", "")) in text[claim.span.start : claim.span.end]
    ]
    assert found, [(c.type, text[c.span.start : c.span.end]) for c in reading(text).claims]
    assert [parts(c) for c in found] == [case.get("status", {})] * len(found), [c.status.because for c in found]


def test_a_third_are_negative() -> None:
    plain = [c for c in CASES if not c.values[0].get("status")]  # type: ignore[union-attr]
    assert len(CASES) >= 400
    assert len(plain) * 3 >= len(CASES)
