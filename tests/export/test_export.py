"""What is written: the contract, its schema, and CSV that spreadsheets cannot run."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.readings import brandvold, claim, document, reading
from vitascope.export.attested import attested
from vitascope.export.claims_csv import COLUMNS, claims_csv, guarded, unguarded
from vitascope.export.claims_jsonl import claim_line, claim_object, claims_jsonl
from vitascope.export.departures import departures, is_plain
from vitascope.export.schema import claim_schema, faults
from vitascope.model import Status
from vitascope.vocabulary import load

LIFE = brandvold()
ITEMS = attested(LIFE)


def rows(items):
    return list(csv.DictReader(io.StringIO("".join(claims_csv(items)))))


def test_keys_stand_in_their_order():
    told = claim_object(ITEMS[0])
    assert ",".join(told) == ("id,document,type,subject,roles,when,status,start,end,quote,sentence,confidence,rule")
    assert ",".join(told["when"]) == "edtf,text,start,end,earliest,latest,basis,because"
    assert ",".join(told["status"]) == "polarity,modality,attributed_to,duress,standing,by,chain,because"
    assert told["subject"] == {"id": "ilse", "label": "Ilse Brandvold"}
    assert told["roles"] == {"place": {"label": "Łomża", "start": 62, "end": 67}}


def test_quotes_are_the_text_at_their_offsets():
    for line in claims_jsonl(ITEMS):
        told = json.loads(line)
        assert told["quote"] == LIFE.document.text[told["start"] : told["end"]]
        for part in (told["when"], *told["roles"].values()):
            if part.get("start") is not None:
                assert LIFE.document.text[part["start"] : part["end"]] in (part.get("label"), part.get("text"))


def test_letters_stay_letters_and_a_line_stays_a_line():
    of = document("Ann\u2028slept\u0085in Łomża.\x0b")
    item = attested(reading(of, [claim(of, "event", of.text)]))[0]
    line = claim_line(item)
    assert "Łomża" in line
    assert len(line.splitlines()) == 1
    assert json.loads(line)["quote"] == of.text


def test_every_line_meets_the_schema():
    for line in claims_jsonl(ITEMS):
        assert faults(json.loads(line)) == ()


def test_the_schema_is_one_and_knows_just_the_vocabulary():
    Draft202012Validator.check_schema(claim_schema())
    assert claim_schema()["properties"]["type"]["enum"] == list(load().types)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"type": "wedding"}, "type: 'wedding' is not one of"),
        ({"start": -1}, "start: -1 is less than"),
        ({"quote": "short"}, "quote: 5 code points"),
        ({"colour": 1}, "claim: Additional properties"),
        ({"subject": {"label": "x"}}, "subject: 'id' is a required"),
        ({"roles": {"place": {"label": "x", "start": 1}}}, "roles.place: 'end' is a dependency of"),
        ({"status": {}}, "status: "),
    ],
)
def test_what_departs_is_told(change, told):
    assert any(fault.startswith(told) for fault in faults(claim_object(ITEMS[0]) | change))


def test_faults_of_something_else():
    assert faults([]) != ()
    assert faults({}) != ()


def test_the_schema_cannot_be_changed_by_a_caller():
    claim_schema()["title"] = "x"
    assert claim_schema()["title"] == "Claim"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status(), ()),
        (Status(attributed_to="a witness"), ("attributed",)),
        (
            Status("negated", "alleged", "x", True, "annulled"),
            ("negated", "alleged", "attributed", "duress", "annulled"),
        ),
    ],
)
def test_departures(status, words):
    assert departures(status) == words
    assert is_plain(status) == (not words)


def test_csv_is_flat_and_marked():
    table = rows(ITEMS)
    assert tuple(table[0]) == COLUMNS
    for item, row in zip(ITEMS, table, strict=True):
        assert bool(row["mark"]) != is_plain(item.claim.status)
        assert unguarded(row["quote"]) == item.quote
        assert json.loads(row["roles"] or "{}") == {n: p.label for n, p in item.claim.roles.items()}
    assert table[5]["mark"] == "alleged; attributed; duress; annulled"
    assert json.loads(table[5]["chain"]) == ["the police", "Ilse Brandvold"]


def test_a_quote_that_looks_like_a_formula_cannot_run():
    quote = rows(ITEMS)[4]["quote"]
    assert ITEMS[4].quote.startswith("=")
    assert quote == "'" + ITEMS[4].quote


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-0043", "@x", "\tx", "\rx", "\nx", "'quoted'", "＝1"])
def test_risky_beginnings(cell):
    assert guarded(cell) == "'" + cell
    assert unguarded(guarded(cell)) == cell


@given(st.text())
def test_guarding_is_undone(cell):
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip))
def test_any_words_survive_both_formats(words):
    of = document(words)
    base = claim(of, "event", words)
    item = attested(reading(of, [replace(base, rule=words)]))[0]
    assert json.loads(claim_line(item))["quote"] == words
    parsed = list(csv.reader(io.StringIO("".join(claims_csv([item])), newline="")))
    assert unguarded(parsed[1][COLUMNS.index("quote")]) == words
