"""Names that a noun for names tells, and who bears them."""

import pytest

from tests.claims.told import of, read

LEAD = "= Ada Lund =\n\nAda Lund (3 May 1871 – 1940) was a Swedish printer.\n\n"


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("In 1901 she left Malmö under the name of Ida Holm.", "Ida Holm", "alias"),
        ("She lived in Malmö under the name Ida Holm.", "Ida Holm", "alias"),
        ("In 1901, under the nom de guerre Vera, she took part in a raid.", "Vera", "nom de guerre"),
        ('In 1901, under the party name of "Vera", she led a strike.', "Vera", "party name"),
        ("She travelled on a Danish passport in the name of Ida Holm.", "Ida Holm", "alias"),
        ("The police kept a dossier on her under the code name Swallow.", "Swallow", "code name"),
        ("Her pen name, Swallow, was known in Malmö.", "Swallow", "pen name"),
        ("Ada Lund, courtesy name Vera, was ill in 1901.", "Vera", "courtesy name"),
    ],
)
def test_a_noun_for_names_tells_one(reader, text, value, kind):
    _, claims = read(reader, LEAD + text)
    told = [(c.subject.label, c.roles["value"].label, c.roles["kind"].label) for c in of(claims, "name")]
    assert told == [("Ada Lund", value, kind)]


def test_it_is_dated_and_doubted_as_what_is_done_under_it(reader):
    _, claims = read(reader, LEAD + "In 1901 she left Malmö under the name of Ida Holm.")
    assert [c.when.edtf for c in of(claims, "name")] == ["1901"]
    _, claims = read(reader, LEAD + "She was to go to Malmö under the name of Ida Holm.")
    assert [c.status.modality for c in of(claims, "name")] == ["intended"]


@pytest.mark.parametrize(
    "text",
    ["She spoke in the name of the Council.", "Her name was a burden.", "She was under a doctor, Ida Holm, in 1901."],
)
def test_no_name_is_told(reader, text):
    _, claims = read(reader, LEAD + text)
    assert not of(claims, "name")
