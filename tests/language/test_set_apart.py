"""Quotations that are set apart from the text."""

import pytest

from tests.documents import document
from vitascope import lang
from vitascope.language.set_apart import set_apart

LEAD = "= Karl Berg =\n\nKarl Berg (1888–1938) was a German engineer. "
WORDS = lang.load("en", "set-apart")
CASES = [(case, True) for case in WORDS["examples"]] + [(case, False) for case in WORDS["near_misses"]]


@pytest.mark.parametrize(("case", "apart"), CASES, ids=[case["paragraph"] for case, _ in CASES])
def test_the_examples_of_the_words(case, apart):
    life = document(f"= Karl Berg =\n\n{case['lead']}\n\n{case['paragraph']}\n", "test.wiki")
    assert [life.quote(span) for span in set_apart(life)] == [case["paragraph"]] * apart


def test_a_quotation_of_two_paragraphs_closes_only_the_last():
    life = document('= A =\n\nBerg wrote: "I was young.\n\n"I was poor." Then he died.\n', "test.wiki")
    assert [life.quote(span) for span in set_apart(life)] == ["I was young."]


def test_it_ends_where_the_author_speaks_again():
    life = document(LEAD + "He wrote:\n\nI am well.\n\nMy wife is ill.\n\nHe was shot in May.\n", "test.wiki")
    assert [life.quote(span) for span in set_apart(life)] == ["I am well.", "My wife is ill."]


@pytest.mark.parametrize("case", WORDS["run_on"], ids=[case["text"] for case in WORDS["run_on"]])
def test_words_run_on_without_marks(case):
    life = document(f"= Karl Berg =\n\n{case['text']}\n", "test.wiki")
    assert [life.quote(span) for span in set_apart(life)] == [case["quoted"]] * bool(case["quoted"])
