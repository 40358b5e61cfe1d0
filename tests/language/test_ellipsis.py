"""Terse prose: what a sentence leaves out is supplied for the parser, and no offset moves."""

import pytest

from tests.documents import document
from vitascope import lang
from vitascope.language.ellipsis import units, words
from vitascope.language.rewording import forms, reworded
from vitascope.language.supplied import Change, supply

DATA = lang.load("en", "ellipsis")
WORDS = words("en")
LEMMAS = {
    "active": [],
    "passive": ["be"],
    "noun": ["be"],
    "noun_with_article": ["be"],
    "count": ["have"],
    "place": ["live"],
}


def left_out(annotator, text):
    return [t for t in annotator.annotate(document(text)).tokens if not t.text]


@pytest.mark.parametrize("case", DATA["examples"], ids=lambda c: c["text"])
def test_supplies_the_subject_and_its_verb(annotator, case):
    found = left_out(annotator, case["text"])
    assert [t.tag for t in found[:1]] == ["PRP"]
    assert [t.lemma for t in found[1:]] == LEMMAS[case["supplied"]]


@pytest.mark.parametrize("text", DATA["near_misses"])
def test_leaves_whole_sentences_alone(annotator, text):
    assert left_out(annotator, text) == []


def test_tokens_keep_their_offsets(annotator):
    life = document("Born in Lund; served in the fleet. Cooper. Then he left. B. 1871 in Lund, d. 1940 at Malmö.")
    annotation = annotator.annotate(life)
    assert [life.quote(t.span) for t in annotation.tokens] == [t.text for t in annotation.tokens]
    assert {t.lemma for t in annotation.tokens} >= {"bear", "serve", "cooper", "leave", "die"}
    for token in annotation.tokens:
        assert annotation.tokens[token.head].sentence == token.sentence


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Cooper. Served at sea; wounded.", ["Cooper. ", "Served at sea; ", "wounded."]),
        ("Born at St. Ives. Son of J. Lund.", ["Born at St. Ives. ", "Son of J. Lund."]),
        ("She said “Go. Run.” and left. Cooper.", ["She said “Go. Run.” and left. ", "Cooper."]),
    ],
)
def test_units_end_at_marks(text, parts):
    assert [text[a:b] for a, b in units(text, WORDS)] == parts


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Printer, b. 1871 in Lund, d. Malmö.", ["born", "died"]),
        ("S. of Karl Lund; m. 1902 Ida.", ["son", "married"]),
        ("A smith. M. Ida Dahl.", ["married"]),
        ("Smith; m. secondly Ida Dahl.", ["married"]),
        ("Her pupil, A. M. Lund, wept.", []),
        ("By R. D. Lund and his friend, B. Dahl.", []),
        ("Mahmud b. Ali and the brig d. Lund.", []),
    ],
)
def test_abbreviations_of_entries(text, full):
    assert [change.given for change in reworded(text, forms("en"))] == full


@pytest.mark.parametrize("case", DATA["reworded"]["examples"], ids=lambda c: c["text"])
def test_what_dictionaries_put_out_of_order_is_reworded(case):
    assert supply(case["text"], list(reworded(case["text"], forms("en")))).text == case["parsed"]


@pytest.mark.parametrize("text", DATA["reworded"]["near_misses"])
def test_what_is_in_order_is_not_reworded(text):
    assert list(reworded(text, forms("en"))) == []


def test_supplied_words_stand_nowhere():
    whole = supply("Cooper in Lund", [Change(0, 0, "he was "), Change(7, 9, "near")])
    assert whole.text == "he was Cooper near Lund"
    assert whole.source(0, 2) == (0, 0, False)
    assert whole.source(7, 13) == (0, 6, True)
    assert whole.source(14, 18) == (7, 9, True)
    assert whole.source(19, 23) == (10, 14, True)


@pytest.mark.parametrize(
    "text",
    [
        "Appointed Minister of Justice by the king in March 1900, she resigned in May.",
        "She lived in Lund. Elected President of the Senate in 1910, she moved to Malmö.",
        "She lived in Lund. Created Countess of Holm in 1702, she withdrew.",
    ],
)
def test_a_participle_before_a_title_is_a_verb(annotator, text):
    tokens = annotator.annotate(document(text)).tokens
    opening = next(t for t in tokens if t.text in ("Appointed", "Elected", "Created"))
    assert opening.pos == "VERB"
    assert tokens[opening.head].text in ("resigned", "moved", "withdrew")
