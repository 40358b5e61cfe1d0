"""Years of two digits, and what words tell alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope import edtf
from vitascope.time.alone import told_alone
from vitascope.time.centuries import elided_from
from vitascope.time.values import Elided


@given(st.integers(0, 99), st.integers(100, 9000))
def test_the_first_year_with_these_digits(digits: int, first: int) -> None:
    text = elided_from(Elided(digits), first)
    assert text is not None
    assert int(text) % 100 == digits
    assert first <= int(text) < first + 100


@given(st.integers(0, 99), st.integers(1, 49), st.integers(100, 9000))
def test_a_range_is_as_long_as_its_digits_say(digits: int, years: int, first: int) -> None:
    text = elided_from(Elided(digits, (digits + years) % 100), first)
    start, end = edtf.span_of_years(text or "")
    assert (start or 0) + years == end


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the late 1950s", "1955~/1959"),
        ("about 1360–1366", "1360~/1366~"),
        ("1911", "1911"),
        ("May", None),
        ("1911 and more", None),
        ("his twenties", None),
        ("", None),
    ],
)
def test_what_words_tell_alone(words: str, value: str | None) -> None:
    assert told_alone(words, "en") == value
