"""Parentheses of dates, scripts and glosses are lifted before parsing; offsets still point into the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.language.asides import find_asides, reduce
from vitascope.model import Span

LIFTED = [
    ("Ada Lund (3 May 1871 – 1940) was a printer.", ["(3 May 1871 – 1940)"]),
    ("Анна Берг (Anna Berg) and Olga (О́льга) met.", ["(Anna Berg)", "(О́льга)"]),
    ("the soviet (council) sat [1] there", ["(council)", "[1]"]),
    ("He (born in Lund, 12 May 1860; died in Malmö) wrote.", ["(born in Lund, 12 May 1860; died in Malmö)"]),
    ("nested (a (1901) b) here", ["(a (1901) b)"]),
]
KEPT = [
    "She left (he was later shot by the guards who had followed him) at night.",
    "an open (bracket that never closes 1901",
    "closed) without opening",
]


@pytest.mark.parametrize(("text", "wanted"), LIFTED)
def test_lifts_what_is_no_prose(text, wanted):
    assert [text[s.start : s.end] for s in find_asides(text, Span(0, len(text)))] == wanted


@pytest.mark.parametrize("text", KEPT)
def test_keeps_prose_and_stray_brackets(text):
    assert find_asides(text, Span(0, len(text))) == []


@given(st.text(alphabet="ab (1)[]é.", max_size=60))
def test_reduced_offsets_point_back_at_the_same_characters(text):
    span = Span(0, len(text))
    reduced = reduce(text, span, find_asides(text, span))
    for at, sign in enumerate(reduced.text):
        back = reduced.span(at, at + 1)
        assert text[back.start : back.end] == sign


def test_many_brackets_take_linear_time():
    text = "(" * 20_000 + ")" * 20_000
    assert find_asides(text, Span(0, len(text))) == []
