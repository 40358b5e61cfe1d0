"""Sayings that are spoken of again are no further ones, and pronouns in denials and withdrawals have what they mean."""

import pytest

from tests.claims.told import of, read

LEAD = "= Ada Lund =\n\nAda Lund (1871–1940) was a Swedish lawyer.\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("Karl Holm withdrew his evidence in 1930.", "testimony", 0),
        ("Lund repudiated her confession.", "confession", 0),
        ("Lund gave evidence in 1930.", "testimony", 1),
        ("Lund signed a confession in 1930.", "confession", 1),
    ],
)
def test_a_saying_that_another_verb_acts_on_is_no_further_one(reader, text, kind, count):
    _, claims = read(reader, LEAD + text)
    assert len(of(claims, kind)) == count


@pytest.mark.parametrize(
    ("text", "kind", "topic"),
    [
        ("Lund signed a confession in May. A week later she retracted it.", "renunciation", "confession"),
        ("Karl Holm accused Lund of having sold the maps. Lund denied it.", "statement", "having sold the maps"),
        ("Lund was accused of having sold the maps, which she denied.", "statement", "having sold the maps"),
        ("Lund retracted her statement.", "renunciation", "statement"),
    ],
)
def test_a_pronoun_in_a_denial_or_withdrawal_has_what_it_means(reader, text, kind, topic):
    _, claims = read(reader, LEAD + text)
    assert [c.roles["topic"].label for c in of(claims, kind)] == [topic]
