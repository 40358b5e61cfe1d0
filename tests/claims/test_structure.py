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


def test_a_life_span_takes_the_places_that_are_told_of_it(reader):
    text = "= Ada Lund =\n\nAda Lund (3 May 1871 – 1940) was a printer. She was born in Malmö."
    _, claims = read(reader, text)
    told = {c.type: c.roles["place"].label for c in claims if c.rule == "lifespan" and "place" in c.roles}
    assert told["birth"] == "Malmö"


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
        ("birth", "Born: 3 May 1871, Lund, Sweden"),
        ("death", "Died: 1940"),
        ("occupation", "Occupation: Printer"),
        ("occupation", "publisher"),
        ("marriage", "Spouse: Karl Holm (m. 1899; died 1916)"),
    ]
    birth = next(c for c in of(claims, "birth") if c.rule.startswith("infobox:"))
    assert (birth.when.edtf, birth.roles["place"].label) == ("1871-05-03", "Lund, Sweden")


DATA = lang.load("en", "infobox")


@pytest.mark.parametrize("case", DATA["examples"], ids=lambda c: c["line"])
def test_infobox_examples(reader, case):
    _, claims = read(reader, f"= Ada Lund =\n\n{case['line']}\n\nAda Lund was a printer.")
    assert case["type"] in {c.type for c in claims if c.rule.startswith("infobox:")}


@pytest.mark.parametrize("case", DATA["list_examples"], ids=lambda c: c["item"])
def test_listed_items(reader, case):
    life, claims = read(reader, f"= Ada Lund =\n\nAda Lund was a printer.\n\n== {case['heading']} ==\n{case['item']}")
    told = next(c for c in of(claims, case["type"]) if c.rule.startswith("listed:"))
    values = {role.label for role in told.roles.values()}
    assert (told.subject.label, values, told.when.edtf) == ("Ada Lund", {case["value"]}, "1931")
    assert life.quote(told.span) == case["item"].removeprefix("* ")


@pytest.mark.parametrize("case", DATA["list_near_misses"], ids=lambda c: c["item"])
def test_listed_near_misses(reader, case):
    _, claims = read(reader, f"= Ada Lund =\n\nAda Lund was a printer.\n\n== {case['heading']} ==\n{case['item']}")
    assert not [c for c in claims if c.rule.startswith("listed:")]


@pytest.mark.parametrize("line", DATA["near_misses"])
def test_infobox_near_misses(reader, line):
    _, claims = read(reader, f"= Ada Lund =\n\n{line}\n\nAda Lund was a printer.")
    assert not [c for c in claims if c.rule.startswith("infobox:")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ada Lund (b. Lund, 3 May 1871; d. Oslo, 9 June 1940) was a printer.",
            {("birth", "1871-05-03", "Lund"), ("death", "1940-06-09", "Oslo")},
        ),
        (
            "Ada Lund (3 May 1871, Lund – 1940, Oslo) was a printer.",
            {("birth", "1871-05-03", "Lund"), ("death", "1940", "Oslo")},
        ),
    ],
)
def test_places_of_a_life_span_stand_before_or_after_their_dates(reader, text, told):
    _, claims = read(reader, f"= Ada Lund =\n\n{text}")
    found = {(c.type, c.when.edtf, c.roles["place"].label) for c in claims if c.rule == "lifespan"}
    assert found == told


def test_career_lines_tell_clubs_and_posts(reader):
    box = "= Ada Lund =\n\n- Position: Goalkeeper\n- Clubs: Lund IF (1991–93), Malmö BK\n- Children: 2\n\nAda Lund ran."
    _, claims = read(reader, box)
    found = [(c.type, [v.label for v in c.roles.values()]) for c in claims if c.rule.startswith("infobox:")]
    assert found == [
        ("occupation", ["Goalkeeper"]),
        ("membership", ["Lund IF", "member"]),
        ("membership", ["Malmö BK", "member"]),
    ]


@pytest.mark.parametrize("name", ["Ida Lund, née Holm,", "Ida Lund (née Holm)"])
def test_a_birth_name_is_a_name(reader, name):
    life, claims = read(reader, f"= Ida Lund =\n\n{name} was a printer.")
    assert [(life.quote(c.span), c.roles["value"].label) for c in claims if c.rule == "birth-name"] == [
        (name.rstrip(","), "Holm")
    ]


def test_an_entry_tells_of_its_person(reader):
    _, claims = read(
        reader,
        "= Karl Holm =\n\nBorn 1891 in Lund. Married in 1922 Ida, née Dahl.",
    )
    assert [(c.type, c.subject.label) for c in claims] == [
        ("birth", "Karl Holm"),
        ("marriage", "Karl Holm"),
        ("name", "Ida"),
    ]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("Ada Lund (née Holm) was a printer.", "Holm", "birth name"),
        ("Ada Lund (born Ada Holm; 3 May 1871 – 1940) was a printer.", "Ada Holm", "birth name"),
        ("Ada Lund (pseudonym Marta Lind; 1871–1940) was a printer.", "Marta Lind", "alias"),
        ("Ada Lund (called Ada of Malmö) was a printer.", "Ada of Malmö", "byname"),
        ('Adelheid "Ada" Lund was a printer.', "Ada", "nickname"),
    ],
)
def test_names_beside_names_are_told(reader, text, value, kind):
    _, claims = read(reader, f"= Ada Lund =\n\n{text}")
    told = [(c.roles["value"].label, c.roles["kind"].label) for c in of(claims, "name") if "kind" in c.roles]
    assert told == [(value, kind)]


@pytest.mark.parametrize(
    ("end", "kind"),
    [
        ("executed 3 May 1942", "execution"),
        ("murdered 3 May 1942", "assassination"),
        ("disappeared 3 May 1942", "disappearance"),
        ("3 May 1942", "death"),
        ("died 3 May 1942", "death"),
    ],
)
def test_a_life_span_tells_how_it_ended(reader, end, kind):
    life, claims = read(reader, f"Anna Berg (Lund, 1913 – {end}) was a Danish poet.")
    told = [c for c in claims if c.rule == "lifespan" and c.type != "birth"]
    assert [(c.type, c.when.edtf) for c in told] == [(kind, "1942-05-03")]
    assert life.quote(told[0].span) == end.removeprefix("died ")
