"""Which names are persons': things, offices and families are not, though they are capitalised."""

from __future__ import annotations

import pytest

from tests.people.lives import Life
from vitascope.language import Annotator

LEAD = "Anna Berg was a painter. "


def persons(annotator: Annotator, text: str) -> list[str]:
    read = Life(annotator, LEAD + text)
    return [p.label for p in read.people.personas if p.kind == "person" and p.label != "Anna Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "In 1902 she became Chief Executive Officer of the works.",
        "In 1902 she retired as Professor Emeritus.",
        "The Anna Berg Birthplace opened in 1950.",
        "The Anna Berg Bridge crosses the fjord.",
        "She appeared in the Harbour Mysteries.",
        "She published the Nordic Grammar in 1902.",
        "She taught the course Formal Equivalence.",
        "The Berg family came from Narva.",
        "She played a Lady Who Walked the streets.",
    ],
)
def test_nobody(annotator: Annotator, text: str) -> None:
    assert persons(annotator, text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She met Mr. House in Oslo.", ["Mr. House"]),
        ("She met Kate Harkness in Oslo.", ["Kate Harkness"]),
        ("She met Brannock in 1902. He lent her the money.", ["Brannock"]),
        ("She knew Jonas Hill and Erik Hall.", ["Jonas Hill", "Erik Hall"]),
        ("She taught Karl Holm, Erik and Tjodalv.", ["Karl Holm", "Erik", "Tjodalv"]),
        ("She quarrelled with Tommy “Iron Hand” Holm.", ["Tommy Holm"]),
        ("She wrote to Tory MP Karl Holm.", ["Karl Holm"]),
        ("She wrote to Nordbank CEO Jorun Brannock.", ["Jorun Brannock"]),
        ("She admired Jean le Rond d'Aubray.", ["Jean le Rond d'Aubray"]),
    ],
)
def test_somebody(annotator: Annotator, text: str, told: list[str]) -> None:
    assert persons(annotator, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She met the founder of Talbot Lines.", ["Talbot Lines"]),
        ("She founded Talbot Lines in 1902.", ["Talbot Lines"]),
        ("She ran Brightloom, a weaving firm.", ["Brightloom"]),
        ("She met the founder, Karl Holm.", []),
        ("She met the founder of Oslo.", []),
    ],
)
def test_what_is_founded_or_run_is_a_body(annotator: Annotator, text: str, told: list[str]) -> None:
    read = Life(annotator, LEAD + text)
    assert [p.label for p in read.people.personas if p.kind == "organisation"] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She taught at the Kaiser Wilhelm Institute for Chemistry.", ["Kaiser Wilhelm Institute for Chemistry"]),
        ("She joined the Front for the Defence of the Harbour.", ["Front for the Defence of the Harbour"]),
        ("In 1905 she was elected to the Provincial Assembly for Skogen.", ["Provincial Assembly"]),
    ],
)
def test_what_a_body_is_for_is_of_its_name(annotator: Annotator, text: str, told: list[str]) -> None:
    read = Life(annotator, LEAD + text)
    assert [p.label for p in read.people.personas if p.kind == "organisation"] == told


def test_a_family_is_not_its_member(annotator: Annotator) -> None:
    read = Life(annotator, LEAD + "Berg left the Berg family. The Bergs were rich.")
    assert [read.document.quote(m.span) for m in read.people.mentions if m.kind == "name"].count("Berg") == 1
    assert "Bergs" not in [read.document.quote(m.span) for m in read.people.mentions]


def test_a_lone_name_that_opens_a_text_with_its_possessive(annotator: Annotator) -> None:
    read = Life(annotator, "Kvistad received his doctorate from the university in 1995.", "Notes")
    assert [p.label for p in read.people.personas] == ["Kvistad"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Ellen Hastings", "Hastings left Narva in 1902. She sold her boat to Nils Dahl."),
        ("Derek Hill (painter)", "Hill left Narva in 1902. Nils Dahl bought the boat."),
        ("Ayla Quenby Odra", "Quenby Odra left Narva in 1902. She sold her boat to Nils Dahl."),
        ("Ada Quenby Odra", "Quenby left Narva in 1902. She sold her boat to Nils Dahl."),
    ],
)
def test_the_title_tells_that_a_name_is_a_persons(annotator: Annotator, title: str, text: str) -> None:
    read = Life(annotator, text, title)
    assert [p.label for p in read.people.personas if p.main] == [title.split(" (")[0]]
    assert read.whose(text.split(" left")[0]) == title.split(" (")[0]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Karl Erik Holm", "Erik Holm left Narva in 1902. Karl Holm and his wife stayed in Oslo."),
        ("Hastings", "Hastings was besieged in 1902. The town fell in May."),
    ],
)
def test_the_title_does_not_tell_it(annotator: Annotator, title: str, text: str) -> None:
    read = Life(annotator, text, title)
    assert read.whose(text.split(" left")[0].split(" was")[0]) != title
