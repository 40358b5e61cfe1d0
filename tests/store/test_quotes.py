"""Words found again in texts that have changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.model import Span
from vitascope.store.quotes import located, quoted

TEXT = (
    "Judita Krenn kept bees at Slavonice. In 1902 she was arrested by the gendarmes and taken to Brno. "
    "Her brother wrote to the governor. In 1902 she was released, and the hives were sold to a neighbour."
)


ARREST, WITH_YEAR = "she was arrested", "In 1902 she was arrested"
SALE = "the hives were sold to a neighbour"


@pytest.mark.parametrize(
    ("words", "changed", "found"),
    [
        (ARREST, TEXT, ARREST),
        (ARREST, "A preface. " * 9 + TEXT, ARREST),
        (ARREST, TEXT.replace("by the gendarmes", "by two gendarmes"), ARREST),
        (ARREST, TEXT.replace(ARREST, "she was again arrested"), "she was again arrested"),
        (WITH_YEAR, TEXT.replace(WITH_YEAR, "In 1903 she was arrested"), "In 1903 she was arrested"),
        (WITH_YEAR, TEXT.replace(f"{WITH_YEAR} by the gendarmes and", "She was"), None),
        (SALE, f"Before. {SALE}.", SALE),
        (ARREST, "Quite another text about a harbour and its masters.", None),
        (ARREST, "", None),
        ("bees", "The bees of another county, told of in another book.", None),
    ],
)
def test_words_are_found_again(words, changed, found):
    start = TEXT.index(words)
    span = located(changed, quoted(TEXT, Span(start, start + len(words))))
    assert (None if span is None else changed[span.start : span.end]) == found


def test_of_equal_words_those_in_equal_surroundings_are_meant():
    second = TEXT.rindex("In 1902")
    quote = quoted(TEXT, Span(second, second + 7))
    assert located(TEXT, quote) == quote.span
    moved = located("In 1902 it rained. " + TEXT, quote)
    assert moved == Span(second + 19, second + 26)


TANNER = "He was a tanner by trade and lived in the lower town. "
FIRST, SECOND = (f"In {year} he was elected to the council. " for year in (1905, 1908))
SOLD = "Afterwards he sold the tannery to his brother and moved away. "


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TANNER + FIRST + SECOND + SOLD, TANNER + SECOND + SOLD),
        (TANNER + FIRST + SOLD + SECOND, TANNER + SOLD + SECOND),
        (SOLD + FIRST + TANNER + SECOND, SOLD + TANNER + SECOND),
        (FIRST + SECOND, SECOND),
        (TANNER + FIRST + SECOND, TANNER + SECOND),
    ],
)
def test_words_nearly_the_same_are_not_taken_for_those_that_are_gone(before, after):
    start = before.index(FIRST)
    assert located(after, quoted(before, Span(start, start + len(FIRST) - 2))) is None


def test_of_words_alike_in_all_the_nearest_are_meant():
    text = "He wrote. " * 30
    quote = quoted(text, Span(150, 158))
    assert located(text, quote) == Span(150, 158)


@given(st.text(max_size=80), st.data())
def test_what_is_found_lies_within_the_text_and_is_found_where_it_was(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = quoted(text, Span(start, end))
    found = located(text, quote)
    assert found is None if start == end else found is not None
    if found is not None:
        assert text[found.start : found.end] == quote.exact
    other = data.draw(st.text(max_size=80))
    elsewhere = located(other, quote)
    assert elsewhere is None or 0 <= elsewhere.start < elsewhere.end <= len(other)
