"""People who are held are moved to prisons, discharged from them, tried; others travel, lose posts and look on."""

import pytest

from tests.claims.told import read

LEAD = "= Ada Lund =\n\nAda Lund (1871–1940) was a Swedish lawyer.\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Lund was arrested in May 1921. In June she was taken to Elm House.", "imprisonment", "Elm House"),
        ("Lund was arrested in May 1921. In June she was sent to the village of Skog.", "exile", "Skog"),
        ("Lund was banished in May 1921. In June she was taken to Ystad.", "exile", "Ystad"),
        ("Lund was arrested in May 1921. She was discharged on 3 June.", "release", None),
        ("Lund was arrested in May 1921. She was exchanged on 3 June.", "release", None),
        ("Lund was kidnapped in May 1921. She was killed in June.", "assassination", None),
        ("Lund was sentenced to six years in 1921. She served them at Ystad.", "imprisonment", "Ystad"),
        ("Lund was sentenced to six years in 1921, which she served at Ystad.", "imprisonment", "Ystad"),
        ("Lund was sentenced to two years in 1921; she served only ten weeks.", "imprisonment", None),
        ("Lund was arrested in 1921 and thrown into the castle, where she lay for a year.", "imprisonment", "castle"),
    ],
)  # fmt: skip
def test_what_befalls_the_held(reader, text, kind, place):
    _, claims = read(reader, LEAD + text)
    found = [c for c in claims if c.rule == "custody"]
    assert [c.type for c in found] == [kind]
    assert place is None or place in found[0].roles["place"].label


@pytest.mark.parametrize(
    "text",
    [
        "In June 1921 Lund was taken to Elm House.",
        "Lund was arrested in May 1921 and released in June. In July she was taken to Oslo.",
        "Lund was arrested in May 1921. In June she was taken to the hospital.",
        "Karl Holm was arrested in May 1921. In June Lund was taken to Oslo.",
        "Lund served as a clerk. She was discharged on 3 June 1921.",
        "Lund was not arrested. In June 1921 she was taken to Oslo.",
        "Lund was sentenced to a fine in 1921. She served in the army until 1930.",
        "Lund was arrested in May 1921. She served the bishop until 1930.",
        "Lund was arrested in May 1921. She lay ill for three weeks.",
    ],
)
def test_what_befalls_the_free(reader, text):
    _, claims = read(reader, LEAD + text)
    assert not [c for c in claims if c.rule == "custody"]


@pytest.mark.parametrize(
    ("text", "whose", "when"),
    [
        ("Lund was arrested in 1921. At the trial, which opened in May 1922, Karl Holm spoke.", "Ada Lund", "1922-05"),
        ("Lund defended Karl Holm, charged with theft. At the trial in May 1922 she wept.", "Karl Holm", "1922-05"),
        ("After a trial lasting ten minutes Lund was sentenced to death.", "Ada Lund", None),
    ],
)
def test_a_trial_that_sets_a_sentence_is_that_of_the_accused(reader, text, whose, when):
    _, claims = read(reader, LEAD + text)
    found = [c for c in claims if c.rule == "hearing"]
    assert [(c.subject.label, c.when.edtf) for c in found] == [(whose, when)]


@pytest.mark.parametrize(
    "text",
    [
        "Lund was arrested in 1921. At the trial she wept.",
        "Lund was arrested in 1921. At the trial of Karl Holm, which opened in May 1922, she wept.",
        "Lund was arrested in 1921. At a safety hearing in May 1922 she wept.",
    ],
)
def test_a_trial_of_somebody_else_or_told_without_more_is_none(reader, text):
    _, claims = read(reader, LEAD + text)
    assert not [c for c in claims if c.rule == "hearing"]


def test_a_trial_has_the_court_before_which_it_took_place(reader):
    for text in ("Lund's trial took place before the Supreme Court.", "Her trial was held before the Supreme Court."):
        _, claims = read(reader, LEAD + text)
        assert [c.roles["agent"].label for c in claims if c.type == "trial"] == ["Supreme Court"]


def test_who_remained_in_a_camp_was_held(reader):
    _, claims = read(reader, LEAD + "Lund was sent to a labour camp, where she remained until 1925.")
    assert next(str(c.when.edtf) for c in claims if c.rule == "custody").endswith("/1925")
