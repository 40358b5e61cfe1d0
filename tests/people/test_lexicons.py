"""The examples and near misses that stand beside the rules in lang/en are what the rules do."""

from __future__ import annotations

from typing import Any

import pytest

from tests.people.lives import Life
from vitascope.lang import load
from vitascope.language import Annotator
from vitascope.people.folding import fold
from vitascope.people.lexicon import lexicon
from vitascope.people.names.parts import parse_name

KINSHIP, PRONOUNS = load("en", "kinship"), load("en", "pronouns")
PERSONS, GROUPS, TITLES = load("en", "persons"), load("en", "groups"), load("en", "titles")


def _head(text: str) -> str:
    return " ".join(text.split()[:2])


@pytest.mark.parametrize("example", KINSHIP["examples"], ids=lambda e: e["label"])
def test_kin_nouns(annotator: Annotator, example: dict[str, str]) -> None:
    read = Life(annotator, example["text"])
    persona = read.persona(example["label"])
    assert persona.kin == ((example["relation"], read.persona("Anna Berg").id),)
    assert persona.gender == example["gender"]


@pytest.mark.parametrize("text", KINSHIP["near_misses"])
def test_no_kin(annotator: Annotator, text: str) -> None:
    assert all(m.kind != "kin" for m in Life(annotator, text).people.mentions)


def test_every_relation_has_an_inverse_or_is_collective() -> None:
    relations = {n["relation"] for n in KINSHIP["nouns"].values()}
    assert relations - set(KINSHIP["inverse"]) <= {"family", "great-grandchild", "descendant"}


@pytest.mark.parametrize(
    "example",
    PRONOUNS["rules"]["lead-relative"]["examples"] + PRONOUNS["rules"]["lead-relative"]["near_misses"],
    ids=lambda e: e["text"][:60],
)
def test_lead_relative(annotator: Annotator, example: dict[str, str]) -> None:
    read = Life(annotator, example["text"], _head(example["text"]))
    assert read.whose("who") == example["who"]


@pytest.mark.parametrize(
    "example",
    PRONOUNS["rules"]["singular-they"]["examples"] + PRONOUNS["rules"]["singular-they"]["near_misses"],
    ids=lambda e: e["text"][:60],
)
def test_singular_they(annotator: Annotator, example: dict[str, str]) -> None:
    read = Life(annotator, example["text"], _head(example["text"]))
    assert (read.whose("They") or "") == example["who"]


@pytest.mark.parametrize(
    "example",
    [
        example
        for rule in (
            "own-time",
            "upon-others",
            "kin-of-others",
            "stressed",
            "alone-before",
            "clause-before",
            "outcome",
            "anybody",
        )
        for part in ("examples", "near_misses")
        for example in PRONOUNS["rules"][rule][part]
    ],
    ids=lambda e: e["text"][:60],
)
def test_parallel_places(annotator: Annotator, example: dict[str, Any]) -> None:
    read = Life(annotator, example["text"], _head(example["text"]))
    assert (read.whose(example["word"], example.get("nth", 1)) or "") == example["who"]


@pytest.mark.parametrize("rule", PERSONS["aliases"] + PERSONS["renaming"]["predicates"], ids=lambda r: r["cue"])
def test_aliases(annotator: Annotator, rule: dict[str, Any]) -> None:
    for text in rule["examples"]:
        assert len(Life(annotator, text, _head(text)).people.personas[0].names) == 2, text
    for text in rule["near_misses"]:
        assert len(Life(annotator, text, _head(text)).people.personas[0].names) == 1, text


@pytest.mark.parametrize("example", GROUPS["examples"], ids=lambda e: e["organisation"])
def test_bodies(annotator: Annotator, example: dict[str, str]) -> None:
    assert Life(annotator, example["text"]).persona(example["organisation"]).kind == "organisation"


@pytest.mark.parametrize("text", GROUPS["near_misses"])
def test_no_body(annotator: Annotator, text: str) -> None:
    assert all(p.kind != "organisation" for p in Life(annotator, text).people.personas)


@pytest.mark.parametrize("example", TITLES["examples"] + TITLES["near_misses"], ids=lambda e: e["text"])
def test_titles(example: dict[str, str]) -> None:
    name = parse_name(example["text"], lexicon("en"))
    assert (name.given, name.surname) == (example["given"], example["surname"])


def test_given_names_tell_of_women_as_of_men() -> None:
    told = list(lexicon("en").given.values())
    assert 0.8 < told.count("female") / told.count("male") < 1.25
    lists = {gender: {fold(name) for name in names.split()} for gender, names in PERSONS["given"].items()}
    assert not lists["male"] & lists["female"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Solveig Holm", "female"),
        ("Ngozi Lund", "female"),
        ("Kwame Lund", "male"),
        ("Yoko Berg", "female"),
        ("Takeshi Berg", "male"),
        ("Deepika Holm", "female"),
        ("Avery Holm", "unknown"),
    ],
)
def test_what_bearers_of_a_given_name_usually_are(text: str, hint: str) -> None:
    assert parse_name(text, lexicon("en")).hint == hint
