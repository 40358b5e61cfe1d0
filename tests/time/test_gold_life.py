"""The gold life beside the project, where it is there: the dates its claims carry are found in its text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from life_text import document

from vitascope.language import SpacyAnnotator
from vitascope.time import read_clock, read_times

CORPUS = Path(__file__).parents[3] / "shared/corpus"
LIVES = sorted(CORPUS.glob("*.gold.jsonl"))
REACHED = 0.7
"""Share of dated gold claims whose date is told by an expression or is the clock's at the sentence; the rest needs
the claims themselves (extents from two dates, a life span's bounds)."""


@pytest.mark.skipif(not LIVES, reason="the gold lives stand in ../shared/corpus, which is not part of the project")
@pytest.mark.parametrize("gold", LIVES, ids=lambda path: path.name)
def test_dates_of_gold_claims_are_told(gold: Path, annotator: SpacyAnnotator) -> None:
    life = document(gold.with_name(gold.name.replace(".gold.jsonl", ".txt")).read_text("utf-8"))
    annotation = annotator.annotate(life)
    times = read_times(life, annotation)
    clock = read_clock(life, annotation)
    told = {t.when.edtf for t in times} | {w.edtf for t in times for w in (t.birth, t.death) if w}
    claims = [claim for line in gold.read_text("utf-8").splitlines() if (claim := json.loads(line)).get("when")]
    reached = 0
    for claim in claims:
        here = next((s for s in annotation.sentences if s.span.start <= claim["start"] < s.span.end), None)
        inforce = clock.get(here.index) if here else None
        reached += claim["when"] in told or (inforce is not None and inforce.edtf == claim["when"])
    assert reached >= REACHED * len(claims)
