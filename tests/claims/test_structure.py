"""Claims that stand in structure: life spans after names, infobox lines."""

import pytest

from tests.claims.told import of, read
from vitascope import lang

BOX = """= Ada Lund =

- Born: 3 May 1871, Lund, Sweden
- Died: 1940
- Occupation: Printer; publisher
- Spouse: Karl Holm (m. 1899; died 1916)
- Image: ada.jpg

Ada Lund was a Swedish printer.
"""


def test_a_life_span_tells_birth_and_death(reader):
    life, claims = read(reader, "= Ada Lund =\n\nAda Lund (А́да Лунд; 3 May 1871 – 1940) was a printer.")
    told = {c.type: (c.when.edtf, life.quote(c.span), c.subject.label) for c in claims if c.rule == "lifespan"}
    assert told == {
        "birth": ("1871-05-03", "3 May 1871", "Ada Lund"),
        "death": ("1940", "1940", "Ada Lund"),
    }


def test_a_life_span_is_of_the_person_before_it(reader):
    _, claims = read(reader, "= Ada Lund =\n\nAda Lund was a printer. She met Karl Holm (1860–1921) in Malmö.")
    assert {(c.type, c.subject.label, c.when.edtf) for c in claims if c.rule == "lifespan"} == {
        ("birth", "Karl Holm", "1860"),
        ("death", "Karl Holm", "1921"),
    }


def test_infobox_lines_are_claims_with_their_values(reader):
    life, claims = read(reader, BOX)
    told = [(c.type, life.quote(c.span)) for c in claims if c.rule.startswith("infobox:")]
    assert told == [
        ("birth", "3 May 1871, Lund, Sweden"),
        ("death", "1940"),
        ("occupation", "Printer"),
        ("occupation", "publisher"),
        ("marriage", "Karl Holm (m. 1899; died 1916)"),
    ]
    birth = next(c for c in of(claims, "birth") if c.rule.startswith("infobox:"))
    assert (birth.when.edtf, birth.roles["place"].label) == ("1871-05-03", "Lund, Sweden")


DATA = lang.load("en", "infobox")


@pytest.mark.parametrize("case", DATA["examples"], ids=lambda c: c["line"])
def test_infobox_examples(reader, case):
    _, claims = read(reader, f"= Ada Lund =\n\n{case['line']}\n\nAda Lund was a printer.")
    assert case["type"] in {c.type for c in claims if c.rule.startswith("infobox:")}


@pytest.mark.parametrize("line", DATA["near_misses"])
def test_infobox_near_misses(reader, line):
    _, claims = read(reader, f"= Ada Lund =\n\n{line}\n\nAda Lund was a printer.")
    assert not [c for c in claims if c.rule.startswith("infobox:")]
