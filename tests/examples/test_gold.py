"""The gold claims that stand beside the example lives keep the rules of docs/gold.md."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any, get_args

import pytest
from edtf import parse_edtf

import vitascope
from vitascope import vocabulary
from vitascope.model import Modality, Polarity, Standing

FOLDERS = (Path(vitascope.__file__).parent / "examples", Path(__file__).parents[1] / "lives")
LIVES = [path for folder in FOLDERS for path in sorted(folder.glob("*.txt"))]
KEYS = {"type", "subject", "start", "end", "quote", "when", "roles", "status"}
STATUS = {
    "polarity": get_args(Polarity),
    "modality": get_args(Modality),
    "standing": get_args(Standing),
    "duress": (True, False),
}
UNTOLD = {
    "statement": "topic",
    "election": "role",
    "appointment": "role",
    "charge": "topic",
    "marriage": "spouse",
    "confession": "topic",
}
"""Roles that a text may leave open: "he wrote to her", "was elected to the soviet", "entrusted him with a division",
"was never charged", "never married", "he had confessed"."""
PHASES = ("join", "leave", "expulsion", "readmission", "member")
DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?")


def claims_of(life: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in life.with_suffix(".gold.jsonl").read_text("utf-8").splitlines()]


CLAIMS = [
    pytest.param(life, claim, id=f"{life.stem}:{number}:{claim['type']}")
    for life in LIVES
    for number, claim in enumerate(claims_of(life), 1)
]


def test_both_folders_hold_lives() -> None:
    assert {life.parent for life in LIVES} == set(FOLDERS)


@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.stem)
def test_the_text_is_normalised_so_that_offsets_hold(life: Path) -> None:
    text = life.read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text


@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.stem)
def test_claims_stand_in_text_order_and_none_twice(life: Path) -> None:
    claims = claims_of(life)
    assert claims == sorted(claims, key=lambda claim: (claim["start"], claim["end"]))
    lines = [json.dumps(claim, sort_keys=True) for claim in claims]
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize(("life", "claim"), CLAIMS)
def test_the_quote_is_the_text_at_its_offsets(life: Path, claim: dict[str, Any]) -> None:
    quote = claim["quote"]
    assert quote == life.read_text("utf-8")[claim["start"] : claim["end"]]
    assert quote == quote.strip()
    assert "\n" not in quote


@pytest.mark.parametrize(("life", "claim"), CLAIMS)
def test_type_and_roles_are_in_the_vocabulary(life: Path, claim: dict[str, Any]) -> None:
    assert set(claim) <= KEYS, life.name
    assert claim["subject"]
    kind = vocabulary.load()[claim["type"]]
    roles = claim.get("roles", {})
    assert all(isinstance(value, str) and value for value in roles.values())
    untold = UNTOLD.get(claim["type"])
    assert {name for name, need in kind.roles.items() if need == "required" and name != untold} <= set(roles)
    if claim["type"] != "event":  # an event carries whatever arguments its predicate has
        assert set(roles) <= {*kind.roles, *vocabulary.COMMON_ROLES}
    assert roles.get("phase", PHASES[0]) in PHASES
    assert DURATION.fullmatch(roles.get("duration", "P1D"))


@pytest.mark.parametrize(("life", "claim"), CLAIMS)
def test_a_date_is_edtf(life: Path, claim: dict[str, Any]) -> None:
    if "when" in claim:
        assert parse_edtf(claim["when"]) is not None, life.name


@pytest.mark.parametrize(("life", "claim"), CLAIMS)
def test_status_names_only_what_differs_from_a_plain_assertion(life: Path, claim: dict[str, Any]) -> None:
    status = claim.get("status")
    if status is None:
        return
    assert status, life.name
    assert set(status) <= {*STATUS, "attributed_to"}
    assert all(status[part] in values for part, values in STATUS.items() if part in status)
    assert status.get("attributed_to", "someone")
    defaults = {"polarity": "affirmed", "modality": "asserted", "duress": False, "standing": "stands"}
    assert not [part for part, value in defaults.items() if status.get(part) == value]


@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.stem)
def test_the_author_never_asserts_what_another_alleges(life: Path) -> None:
    for claim in claims_of(life):
        if claim["type"] == "involvement":
            assert claim["status"]["modality"] in ("alleged", "reported")
            # a charge in the passive has nobody's name ("was convicted of bribery")
            assert claim["status"]["modality"] == "alleged" or claim["status"]["attributed_to"]


@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.stem)
def test_a_quotation_quotes_itself(life: Path) -> None:
    for claim in claims_of(life):
        if claim["type"] == "quotation":
            assert claim["roles"]["text"] == claim["quote"]
