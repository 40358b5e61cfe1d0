"""Whole lives: what is read of them is kept in golden files, measured against gold claims, and the same each time."""

import json
import subprocess
import sys

import pytest

from tests.golden import LIVES, golden, read
from vitascope.evaluation.agreement import read_claims
from vitascope.evaluation.claims import score
from vitascope.export.schema import faults
from vitascope.pipeline import Reader
from vitascope.sources import read_file

NAMES = [life.stem for life in LIVES]
FLOOR = 0.45
"""Strict F1 over all lives with the small model; docs/status.md has the figures."""


@pytest.fixture(scope="module")
def reader(annotator) -> Reader:
    return Reader(annotator=annotator)


@pytest.fixture(scope="module")
def told(reader) -> dict[str, list[str]]:
    return {life.stem: read(life, reader).splitlines() for life in LIVES}


@pytest.mark.parametrize("life", LIVES, ids=NAMES)
def test_life_reads_as_its_golden_file(told, life):
    wanted = golden(life).read_text("utf-8").splitlines()
    assert told[life.stem] == wanted, "run `python -m tests.golden` and look at the difference"


@pytest.mark.parametrize("life", LIVES, ids=NAMES)
def test_every_claim_keeps_the_contract(told, life):
    text = read_file(life).text
    claims = [json.loads(line) for line in told[life.stem]]
    assert [faults(claim) for claim in claims] == [()] * len(claims)
    assert [claim["quote"] for claim in claims] == [text[claim["start"] : claim["end"]] for claim in claims]
    assert len({claim["id"] for claim in claims}) == len(claims)
    for claim in claims:
        sentence = claim["sentence"]
        assert sentence["start"] <= claim["start"] < claim["end"] <= sentence["end"]


@pytest.fixture(scope="module")
def scored(told, tmp_path_factory):
    folder = tmp_path_factory.mktemp("told")
    pairs = {}
    for life in LIVES:
        path = folder / f"{life.stem}.jsonl"
        path.write_text("\n".join(told[life.stem]) + "\n", "utf-8")
        pairs[life.stem] = (read_claims(path), read_claims(life.with_suffix(".gold.jsonl")))
    return pairs


@pytest.mark.parametrize("name", NAMES)
def test_nothing_unasserted_is_told_as_fact(scored, name):
    assert score([scored[name]]).as_json()["false_facts"] == 0


def test_enough_is_found_over_all_lives(scored):
    assert score(list(scored.values())).as_json()["strict"]["f1"] >= FLOOR


def test_another_process_prints_the_same_bytes(told):
    life = LIVES[0]
    code = f"from tests.golden import *; import sys; sys.stdout.write(read(Path({str(life)!r}), Reader('sm')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.splitlines() == told[life.stem]
