"""Kin of a persona, with what says so."""

from __future__ import annotations

from dataclasses import replace

from tests import readings
from vitascope.model import Party, Persona
from vitascope.views.kin import kin

PEOPLE = (
    Persona("ilse", "Ilse Brandvold", names=("Ilse Brandvold",), main=True),
    Persona("mother", "mother of Ilse Brandvold", kin=(("parent", "ilse"),)),
    Persona("aksel", "Aksel", names=("Aksel",), kin=(("spouse", "ilse"), ("sibling", "court"))),
    Persona("court", "a court", kind="organisation"),
)


def test_relatives_by_description_and_by_claims_are_told_once_each() -> None:
    of = readings.document()
    wedding = readings.claim(of, "marriage", "She taught drawing")
    wedding = replace(wedding, roles={"spouse": Party("Aksel", "aksel")})
    reading = readings.reading(of, [wedding], PEOPLE)
    found = kin(reading, PEOPLE[0])
    assert [(each.relation, each.party.id) for each in found] == [("parent", "mother"), ("spouse", "aksel")]
    assert found[1].claim == wedding


def test_a_relative_is_told_whose_kin_they_are() -> None:
    reading = readings.reading(readings.document(), [], PEOPLE)
    assert [(each.relation, each.party.label) for each in kin(reading, PEOPLE[2])] == [
        ("is spouse of", "Ilse Brandvold"),
        ("is sibling of", "a court"),
    ]


def test_claims_of_others_make_no_kin() -> None:
    of = readings.document()
    wedding = replace(readings.claim(of, "marriage", "She taught drawing"), subject=Party("a court", "court"))
    assert [each.relation for each in kin(readings.reading(of, [wedding], PEOPLE), PEOPLE[0])] == ["parent", "spouse"]
