"""A relative clause is told of whom its pronoun means, whatever noun the parser hangs it on."""

import pytest

from tests.claims.told import of, read

LEAD = "= Ada Lund =\n\nAda Lund (3 May 1871 – 1940) was a Swedish printer.\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("Her brother married Olga Holm, the sister of a clerk, who died in 1902.", "death", "Olga Holm"),
        ("Her brother married Olga Holm, daughter of Karl Holm of Ystad, who died in 1902.", "death", "Olga Holm"),
        ("Her brother married Olga Holm, daughter of Karl Holm, who had died in 1902.", "death", "Karl Holm"),
        ("She met Karl Dahl, a baker, who died in 1902.", "death", "Karl Dahl"),
        ("She hired a clerk named Karl Dahl, who died in 1902.", "death", "Karl Dahl"),
    ],
)
def test_the_claim_is_about(reader, text, kind, subject):
    _, claims = read(reader, LEAD + text)
    assert subject in [c.subject.label for c in of(claims, kind)]


def test_an_office_is_held_and_no_place(reader):
    _, claims = read(reader, LEAD + "In 1902 she was appointed to the living of Ystad, which she kept until 1905.")
    assert [(c.roles["role"].label, c.when.edtf) for c in of(claims, "post")] == [("living", "1902/1905")]


@pytest.mark.parametrize(
    ("text", "destination"),
    [
        ("She married a native of Oslo, which she visited in 1902.", "Oslo"),
        ("She married a teacher, whom she visited in 1902.", None),
    ],
)
def test_which_is_nobody(reader, text, destination):
    _, claims = read(reader, LEAD + text)
    found = [c.roles["destination"].label for c in of(claims, "move") if "destination" in c.roles]
    assert found == ([destination] if destination else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In 1902 she moved to the coast of Skåne, known as the Green Garden.", []),
        ("In 1902 she founded a school in Ystad, later called the Harbour Academy.", []),
        ("Lund, known as the Lark, moved to Oslo.", ["Lark"]),
    ],
)
def test_a_name_behind_a_comma_is_that_of_what_stands_before(reader, text, names):
    _, claims = read(reader, LEAD + text)
    assert [c.roles["value"].label for c in of(claims, "name") if c.subject.label == "Ada Lund"] == names


@pytest.mark.parametrize(
    ("text", "startled"),
    [
        ("She hired Karl Dahl, which startled her mother.", False),
        ("She hired Karl Dahl, who startled her mother.", True),
    ],
)
def test_which_tells_nothing_of_a_person(reader, text, startled):
    _, claims = read(reader, LEAD + text)
    assert ("Karl Dahl" in [c.subject.label for c in of(claims, "event")]) is startled


def test_which_is_the_thing_before_somebody(reader):
    _, claims = read(reader, LEAD + "In 1902 Lund wrote a letter to Karl Holm which alludes to a feud.")
    assert "Karl Holm" not in {c.subject.label for c in claims}
