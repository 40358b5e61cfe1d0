"""What stands with an office: several bodies, what it is for, and the party of its bearer."""

from __future__ import annotations

import pytest

from tests.claims.told import of, read
from vitascope.pipeline import Reader


def _told(reader: Reader, text: str, kind: str, role: str) -> list[str]:
    _, claims = read(reader, text)
    return [c.roles[role].label for c in of(claims, kind) if role in c.roles]


@pytest.mark.parametrize(
    ("text", "kind", "role", "words"),
    [
        (
            "Anna Berg was professor at Lund University and Graz University.",
            "post",
            "organisation",
            ["Lund University", "Graz University"],
        ),
        ("Karl Berg was Minister of Labour in the government.", "post", "role", ["Minister of Labour"]),
        ("Karl Berg was appointed inspector of taxes.", "appointment", "role", ["inspector of taxes"]),
        ("Karl Berg was director of the State Archive.", "post", "role", ["director"]),
        ("From 1878 Anna Berg was physician to the Lund Hospital.", "post", "organisation", ["Lund Hospital"]),
        ("Anna Berg was physician to the king.", "post", "organisation", []),
        ("Labour MP Anna Berg resigned.", "membership", "organisation", ["Labour"]),
        ("Anna Berg is a former Fianna Glas politician.", "membership", "organisation", ["Fianna Glas"]),
        (
            "Anna Berg represents the district as a member of the Liberal Party.",
            "membership",
            "organisation",
            ["Liberal Party"],
        ),
        ("She described Karl Berg as a member of the Liberal Party.", "membership", "organisation", []),
        (
            "Anna Berg (Progress Party) and Karl Holm (Labour) won.",
            "membership",
            "organisation",
            ["Progress Party", "Labour"],
        ),
        ("Anna Berg (Malmö) and Karl Holm (The Mill) won.", "membership", "organisation", []),
        (
            "Anna Berg was a Green Banner Party member of parliament.",
            "membership",
            "organisation",
            ["parliament", "Green Banner Party"],
        ),
        ("Anna Berg was a Democratic senator.", "membership", "organisation", ["Democratic"]),
        (
            "Anna Berg is the founder, president and CEO of Talbot Partners.",
            "post",
            "organisation",
            ["Talbot Partners"] * 2,
        ),
        ("Former Nordbank CEO Anna Berg resigned.", "post", "organisation", ["Nordbank"]),
        ("Brightloom was founded by Karl Berg, who serves as its CEO.", "post", "organisation", ["Brightloom"]),
        ("The Lund Bank is led by CEO Karl Berg.", "post", "organisation", ["Lund Bank"]),
        (
            "Karl Berg joined the Lund Bank in 1980. In 1990 he became managing director.",
            "appointment",
            "organisation",
            ["Lund Bank"],
        ),
        ("Karl Berg left the Lund Bank in 1980. He became managing director.", "appointment", "organisation", []),
        ("Karl Berg joined the Lund Bank in 1980. In 1990 he became mayor.", "appointment", "organisation", []),
        ("Karl Berg served as the bank's treasurer.", "post", "organisation", ["bank"]),
        ("Anna Berg taught at Lund University and was its rector.", "post", "organisation", ["Lund University"]),
        ("In her role as director of the Lund Bank, Anna Berg travelled.", "post", "organisation", ["Lund Bank"]),
        ("Karl Berg wrote a novel and served as its editor.", "post", "organisation", []),
        ("Karl Berg is a manager at Brightloom, a firm that he founded.", "founding", "organisation", ["Brightloom"]),
        ("Anna Berg was a liberal senator.", "membership", "organisation", []),
        ("Anna Berg was a Norwegian senator.", "membership", "organisation", []),
    ],
)
def test_what_stands_with_an_office(reader: Reader, text: str, kind: str, role: str, words: list[str]) -> None:
    assert _told(reader, text, kind, role) == words


def test_whoever_succeeds_somebody_has_the_office_told_of_them(reader: Reader) -> None:
    text = "Karl Berg was director of the mint from 1911 until 1920, when Anna Lund replaced him."
    _, claims = read(reader, text)
    found = next(c for c in of(claims, "appointment") if c.subject.label == "Anna Lund")
    assert (found.roles["role"].label, found.when.edtf) == ("director", "1920")
