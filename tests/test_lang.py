"""Language data load as they are written; broken ones are named with what is wrong."""

import pytest

from vitascope import lang
from vitascope.errors import DataError


def test_prepositions_are_words_and_no_truth_values():
    assert {"on", "off", "in"} <= set(lang.load("en", "grammar")["prepositions"])


def test_a_missing_lexicon_is_named():
    with pytest.raises(DataError, match=r"lang/en/nothing\.yml: no such lexicon"):
        lang.load("en", "nothing")


def test_english_is_there():
    assert "en" in lang.languages()


def test_the_rules_have_one_digest():
    assert lang.digest("en") == lang.digest("en")
    assert len(lang.digest("en")) == 64
