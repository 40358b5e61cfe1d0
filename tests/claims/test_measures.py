"""Lengths of time that say how long something lasted, and those that are a distance, a rate or a title."""

import pytest

from tests.claims.told import of, read

LEAD = "= Ada Lund =\n\nAda Lund (3 May 1871 – 24 June 1936) was a Swedish printer.\n\n"

CASES = [
    # text, type, duration
    ("Three weeks after her release in 1911, Lund married Karl Holm.", "marriage", None),
    ("Two days before the strike, Lund was arrested by the police.", "arrest", None),
    ("Lund was arrested two days after she had left Oslo.", "arrest", None),
    ("Lund was held for three weeks before her trial.", "imprisonment", "P3W"),
    ("Lund taught in Malmö for two years after her release.", "work", "P2Y"),
    ("Lund taught there a year.", "work", "P1Y"),
    ("Lund taught two pupils for a year.", "work", "P1Y"),
    ("Lund taught forty pupils a year.", "work", None),
    ("Lund was sent to prison for ten days.", "imprisonment", "P10D"),
]

STATES = [
    # a state in a relative clause has the time of the clause above only where a step into it is told there
    ("In May 1911 Lund moved to Oslo, where she lived for ten years.", "residence", "1911-05/1921"),
    # and none after a death
    ("In May 1937 a concert was given in Oslo, where Lund was a member of the choir.", "membership", None),
    ("In May 1911 a concert was given in Oslo, where Lund was a member of the choir.", "membership", "1911-05"),
    ("In May 1911 a fire ruined the Malmö Choir, of which Lund was a member for ten years.", "membership", None),
]


@pytest.mark.parametrize(("text", "kind", "length"), CASES, ids=[c[0] for c in CASES])
def test_the_length_is_that_of_what_lasted(reader, text, kind, length):
    _life, claims = read(reader, LEAD + text)
    claim = of(claims, kind)[-1]
    assert (claim.roles["duration"].label if "duration" in claim.roles else None) == length


@pytest.mark.parametrize(("text", "kind", "edtf"), STATES, ids=[c[0] for c in STATES])
def test_a_state_begins_where_a_step_into_it_is_told(reader, text, kind, edtf):
    _life, claims = read(reader, LEAD + text)
    assert of(claims, kind)[-1].when.edtf == edtf
