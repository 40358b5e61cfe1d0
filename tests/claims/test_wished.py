"""What is refused, asked for or ordered is no claim beside that; what is cited is no saying."""

import pytest

from tests.claims.told import of, read

LEAD = "= Ada Lund =\n\nAda Lund (1871–1940) was a Swedish printer.\n\n"


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        ("In 1911 Lund refused to leave Oslo.", "refusal", "move"),
        ("Lund asked to be buried in Bergen.", "request", "burial"),
        ("Karl Holm urged her to join the union.", "request", "membership"),
        ("The king ordered the guards to arrest Lund.", "order", "arrest"),
        ("Lund refused to leave Oslo and join the union.", "refusal", "membership"),
    ],
)
def test_what_is_wished_is_told_by_the_wish(reader, text, told, untold):
    _, claims = read(reader, LEAD + text)
    assert of(claims, told)
    assert not of(claims, untold)


def test_what_is_told_beside_a_refusal_stays(reader):
    _, claims = read(reader, LEAD + "Lund refused to join the union and moved to Bergen.")
    assert of(claims, "refusal")
    assert of(claims, "move")


@pytest.mark.parametrize(
    "text",
    [
        "Lund moved to Bergen, as Karl Holm relates.",
        "Karl Holm believes that Lund moved to Bergen.",
        "The Lund Chronicle relates that she moved to Bergen.",
    ],
)
def test_what_is_cited_or_believed_is_no_statement(reader, text):
    _, claims = read(reader, LEAD + text)
    assert of(claims, "move")
    assert not of(claims, "statement")
    assert not of(claims, "event")


def test_what_somebody_said_at_a_time_is_a_statement(reader):
    _, claims = read(reader, LEAD + "Lund moved to Bergen, as Karl Holm recalled in 1931.")
    assert of(claims, "statement")
