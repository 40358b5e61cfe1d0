"""The scorer: by hand, and against an independent one where that is at hand."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.readings import brandvold
from vitascope.errors import VitascopeError
from vitascope.evaluation.agreement import loose_date, read_claims, same_subject, scored, similar
from vitascope.evaluation.claims import Rates, score
from vitascope.export.attested import attested
from vitascope.export.claims_jsonl import claim_object, claims_jsonl

SHARED = Path(__file__).parents[3] / "shared"


def gold_claim(**changes):
    base = {"type": "arrest", "subject": "Ilse Brandvold", "start": 10, "end": 30, "when": "1902"}
    return base | changes


def score_of(predicted, gold):
    return score([([scored(p) for p in predicted], [scored(g) for g in gold])])


def test_perfect():
    claims = [claim_object(item) for item in attested(brandvold())]
    result = score_of(claims, claims)
    perfect = Rates(1.0, 1.0, 1.0)
    assert (result.strict, result.family, result.dates, result.roles) == (perfect,) * 4
    assert (result.status_accuracy, result.guarded, result.false_facts) == (1.0, 4, 0)
    assert result.misses == ()
    assert result.missed_types == {}


def test_nothing_against_nothing():
    assert score([]).strict == Rates(0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("changes", "strict", "family", "kinds"),
    [
        ({}, 1, 1, []),
        ({"start": 29, "end": 40}, 1, 1, []),
        ({"start": 30, "end": 40}, 0, 0, ["missed", "extra"]),
        ({"type": "exile"}, 0, 1, ["type"]),
        ({"type": "birth"}, 0, 0, ["missed", "extra"]),
        ({"subject": {"id": "p", "label": "Brandvold"}}, 1, 1, []),
        ({"subject": "mother of Ilse Brandvold"}, 0, 0, ["missed", "extra"]),
        ({"when": None}, 1, 1, ["date"]),
        ({"when": {"edtf": "1902~"}}, 1, 1, ["date"]),
    ],
)
def test_matching(changes, strict, family, kinds):
    result = score_of([gold_claim(**changes)], [gold_claim()])
    assert (result.strict.f1, result.family.f1) == (strict, family)
    assert [miss.kind for miss in result.misses] == kinds


def test_false_facts_and_over_guarding():
    guarded = {"modality": "reported", "attributed_to": "the police"}
    assert score_of([gold_claim()], [gold_claim(status=guarded)]).false_facts == 1
    assert score_of([gold_claim(status=guarded)], [gold_claim()]).over_guarded == 1
    assert score_of([gold_claim(status={"duress": True})], [gold_claim(status=guarded)]).status_accuracy == 0


def test_one_prediction_serves_one_gold_claim():
    result = score_of([gold_claim()], [gold_claim(), gold_claim(start=12)])
    assert result.strict == Rates(1.0, 0.5, 0.6667)
    assert result.missed_types == {"arrest": 1}


@pytest.mark.parametrize(
    ("date", "loose"), [("[1911..1914]", "1911/1914"), ("1874~", "1874"), ("..", ".."), (None, None), ("", None)]
)
def test_loose_dates(date, loose):
    assert loose_date(date) == loose


def test_words_that_agree():
    assert similar("the Łódź soviet", "Łódź Soviet of workers")
    assert not similar("", "x")
    assert same_subject("Jān Müller", "muller")
    assert not same_subject("", "")


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"type": "birth"}', "3", '{"type":"a","subject":"b","start":"x","end":1}']
)
def test_what_is_no_claim_is_told_with_its_line(tmp_path, line):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(gold_claim()) + "\n\n" + line + "\n", "utf-8")
    with pytest.raises(VitascopeError, match=r"gold\.jsonl:3: not a claim"):
        read_claims(path)
    with pytest.raises(VitascopeError, match="cannot be read"):
        read_claims(tmp_path / "none.jsonl")


def perturbed(gold, seed):
    """Gold with claims dropped, doubled, moved, retyped, redated, renamed and with other roles and status."""
    chance = random.Random(seed)
    types = sorted({claim["type"] for claim in gold})
    out = []
    for claim in gold:
        if chance.random() < 0.15:
            continue
        for _ in range(1 + (chance.random() < 0.1)):
            new = json.loads(json.dumps(claim))
            if chance.random() < 0.3:
                new["start"] = max(0, new["start"] + chance.randint(-30, 30))
                new["end"] = max(new["start"] + 1, new["end"] + chance.randint(-30, 30))
            if chance.random() < 0.2:
                new["type"] = chance.choice(types)
            if chance.random() < 0.2:
                new["when"] = chance.choice([None, "1912", {"edtf": "[1911..1912]"}, "1931-02~", " 1930 "])
            if chance.random() < 0.2:
                new["subject"] = {"id": "x", "label": chance.choice(["Militia", new["subject"].split()[-1]])}
            if chance.random() < 0.3:
                new["roles"] = {"place": {"label": "Omsk"}, "role": ["chief", "of the yard"]}
            if chance.random() < 0.3:
                new["status"] = {"duress": chance.random() < 0.5, "attributed_to": chance.choice([None, "", "x"])}
            out.append(new)
    chance.shuffle(out)
    return out


@pytest.mark.skipif(not (SHARED / "score" / "claims.py").exists(), reason="the shared scorer is not beside the project")
@pytest.mark.parametrize("seed", range(8))
def test_agrees_with_the_shared_scorer(tmp_path, seed):
    source = next((SHARED / "corpus").glob("*.gold.jsonl"))
    gold = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    path = tmp_path / "predicted.jsonl"
    path.write_text("".join(json.dumps(claim) + "\n" for claim in perturbed(gold, seed)), "utf-8")
    command = [sys.executable, str(SHARED / "score" / "claims.py"), str(path), str(source), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    ours = score([(read_claims(path), read_claims(source))]).as_json()
    del ours["missed_types"]
    assert ours == theirs


def test_written_claims_are_read_back(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("".join(claims_jsonl(attested(brandvold()))), "utf-8")
    assert len(read_claims(path)) == len(brandvold().claims)
