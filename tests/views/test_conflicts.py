"""Conflicts as plain values."""

from __future__ import annotations

from dataclasses import replace

from tests.readings import claim, date, document, reading
from vitascope.model import Persona, Reading
from vitascope.views.conflicts import conflicts

TEXT = "Ilse Brandvold was born in 1890. She was a clerk in 1880. A court was set up. Born in 1894, she was a mother."


def contradicting() -> Reading:
    """Two births, and a post before both."""
    of = document(TEXT)
    return reading(
        of,
        [
            claim(of, "birth", "born in 1890", when=date("1890", "1890-01-01", "1890-12-31")),
            claim(of, "post", "was a clerk in 1880", when=date("1880", "1880-01-01", "1880-12-31")),
            claim(of, "birth", "Born in 1894", when=date("1894", "1894-01-01", "1894-12-31")),
        ],
        [Persona("ilse", "Ilse Brandvold", main=True), Persona("mother", "mother of Ilse Brandvold")],
    )


def test_a_conflict_is_told_in_words_with_its_claims():
    found = conflicts(contradicting())
    assert [view.says for view in found] == [
        "birth 1890, post 1880: nobody does or undergoes anything before being born",
        "birth 1890, birth 1894: it happens once",
        "post 1880, birth 1894: nobody does or undergoes anything before being born",
    ]
    assert [[item.quote for item in view.items] for view in found] == [
        ["born in 1890", "was a clerk in 1880"],
        ["born in 1890", "Born in 1894"],
        ["was a clerk in 1880", "Born in 1894"],
    ]


def test_as_json_it_has_words_dates_and_offsets():
    told = conflicts(contradicting())[1].as_json()
    assert set(told) == {"document", "uri", "says", "rules", "claims"}
    assert told["rules"] == ["once"]
    assert [TEXT[c["start"] : c["end"]] == c["quote"] for c in told["claims"]] == [True, True]
    assert [c["edtf"] for c in told["claims"]] == ["1890", "1894"]


def test_only_those_of_the_personas_asked_for():
    assert len(conflicts(contradicting(), {"ilse"})) == 3
    assert conflicts(contradicting(), {"mother"}) == ()


def test_a_conflict_of_two_persons_names_both():
    of = contradicting()
    text = of.document
    kin = claim(text, "kinship", "was a mother", roles={"relation": "child", "relative": "mother"})
    child = replace(kin.roles["relative"], id="mother", label="Ada")
    kin = replace(kin, roles={**kin.roles, "relative": child})
    born = claim(text, "birth", "A court was set up", subject="mother", when=date("1885", "1885-01-01", "1885-12-31"))
    found = conflicts(replace(of, claims=(of.claims[0], born, kin)))
    assert [view.says for view in found] == [
        "birth of Ilse Brandvold 1890, birth of mother of Ilse Brandvold 1885, kinship of Ilse Brandvold:"
        " nobody has a child before the age of ten"
    ]
