"""Whose age is told: that of somebody else is not reckoned from the birth of the life's person."""

import pytest

from tests.claims.told import of, read

LEAD = "= Anna Berg =\n\nAnna Berg (born 4 June 1872) was a Norwegian painter. "


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("At the age of nineteen she moved to Oslo.", "move", "[1891-06-04..1892-06-03]"),
        ("Her brother Leif, aged 12, was killed in a riot.", "death", None),
        ("Her brother Leif Berg was a clerk. He was arrested at the age of nineteen.", "arrest", None),
        ("Her son Karl was only six years old when she was arrested.", "arrest", None),
    ],
)
def test_the_date_of_what_is_told_with_an_age(reader, text, kind, when):
    _, claims = read(reader, LEAD + text)
    assert [c.when.edtf for c in of(claims, kind)] == [when]
