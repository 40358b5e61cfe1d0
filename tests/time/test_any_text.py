"""Whatever the text: no failure, values that hold together, spans that do not overlap."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from life_text import UNREAD, document

from vitascope import edtf
from vitascope.time import read_times

WORDS = """in on until from to after 1905 1911 12 3rd May March 1920–22 ( ) – and the next year three months later at 17
born d. c. 44 BC ’89 ‘17 '68 's 's' '20s thirties his her life death birthday 21st twenty-first died half a quarter
inst. last May. 5.VIII.1937 5. XI 1683/4 1871–4 end rest days not before twice times quarters and
century 1920s every week then that October [O.S. “ ” . , ; spring early 19/07/1906 a second"""
PIECES = st.sampled_from(WORDS.split())


def _check(text: str) -> None:
    life = document(text)
    reached = 0
    for told in read_times(life, UNREAD):
        assert reached <= told.span.start < told.span.end <= len(text)
        assert told.span.contains(told.core)
        reached = told.span.end
        for when in filter(None, (told.when, told.birth, told.death)):
            assert when.span is not None
            assert when.text == life.quote(when.span)
            if when.edtf is None:
                assert (when.basis, when.earliest, when.latest) == ("none", None, None)
            else:
                assert (when.earliest, when.latest) == edtf.bounds(when.edtf)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_characters(text: str) -> None:
    _check(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_row_of_time_words(pieces: list[str]) -> None:
    _check(" ".join(pieces))


@pytest.mark.parametrize(
    "text",
    [
        "1" * 50_000, "1 " * 25_000, "in " * 20_000, "(" * 20_000, "(1905 " * 8_000, ")" * 20_000, "“" * 20_000,
        "1905–" * 10_000, "1905 or " * 6_000, "May " * 10_000, "three months later " * 2_500, "on 3 May " * 4_000,
        "twenty-" * 7_000, " " * 50_000, "at the age of " * 3_000, "the the " * 6_000, "early late mid- " * 3_000,
        "In May. Eventually on 3 June x. " * 1_500, "probably about " * 3_000, "a" * 50_000, "1905, " * 8_000,
        "3 May [O.S. " * 4_000, "World War " * 5_000, "born (born " * 4_000, "(1871–1940) " * 4_000, "\n1905" * 8_000,
        "the first two months of " * 3_000, "the third year of " * 3_000, "(Holm 1905; " * 4_000, "a hundred " * 6_000,
        "’89 " * 8_000, "'89–" * 8_000, "in '17 to " * 4_000, "‘" * 20_000, "'1" * 15_000,
        "the early thirties " * 3_000, "the tenth of " * 4_000, "in the 70s and 80s " * 2_000,
        "the last ten years of " * 3_000, "the rest of her " * 3_000, "three quarters of a " * 3_000, "1683/4 " * 6_000,
        "5.VIII.1937 " * 4_000, "5. V. " * 6_000, "her twenty-first " * 3_000, "two weeks before " * 3_000,
        "two years and three months, " * 2_000, "on the 5th, on the 6th " * 2_500, "12 October last, " * 3_000,
        "on the 5th " * 4_000 + "of May 1911", "he died the " * 4_000, "the night before he died " * 2_000,
        "three times every " * 3_000, "the first quarter of " * 3_000, "after before after 1573 " * 2_000,
        "He died in 1905. " * 3_000, "the day of his death. " * 3_000, "Expo 1900, " * 5_000, "A" * 50_000 + " 1900,",
        "former " * 8_000, "on Friday at 5 p.m. " * 2_500, "In May he left. In 1905 she stayed. " * 1_500,
    ],
)  # fmt: skip
def test_long_repetitions_are_read_to_their_end(text: str) -> None:
    _check(text)
