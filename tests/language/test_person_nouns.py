"""What knowing the nouns for persons mends in a parse, and what it must leave alone."""

import pytest

from tests.documents import document
from vitascope.language import SpacyAnnotator


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She was betrayed by the mathematician Karl Berg.", ("mathematician", "compound", "Berg")),
        ("She met a lecturer in chemistry, Karl Berg, in 1920.", ("Berg", "appos", "lecturer")),
        ("In 1920 she met the painter and sculptor Karl Berg.", ("Berg", "dobj", "met")),
        ("In 1920 she met the painter and sculptor Karl Berg.", ("painter", "compound", "Berg")),
        ("Karl Berg was a Danish novelist, short story writer, memoirist, and essayist.", ("novelist", "attr", "was")),
        ("Karl Berg held the post of Visiting Professor of Danish at Kiel.", ("Professor", "pobj", "of")),
        ("She spoke of visiting the professor of Danish.", ("visiting", "pcomp", "of")),
    ],
)
def test_a_trade_stands_with_the_name_it_tells(annotator: SpacyAnnotator, text, wanted):
    tokens = annotator.annotate(document(text)).tokens
    assert wanted in {(t.text, t.dep, tokens[t.head].text) for t in tokens}


def test_a_country_behind_a_town_is_nobody_s_name(annotator: SpacyAnnotator):
    tokens = annotator.annotate(document("He worked as a teacher in Boston, Massachusetts.")).tokens
    state = next(t for t in tokens if t.text == "Massachusetts")
    assert tokens[state.head].text != "teacher"


def test_an_article_of_its_own_makes_another_person(annotator: SpacyAnnotator):
    tokens = annotator.annotate(document("She met the painter and the sculptor Karl Berg.")).tokens
    painter = next(t for t in tokens if t.text == "painter")
    assert tokens[painter.head].text == "met"
