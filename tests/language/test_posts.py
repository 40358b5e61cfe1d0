"""What knowing the nouns for persons mends in lists of what somebody was, and what it must leave alone."""

import pytest

from tests.documents import document
from vitascope.language import SpacyAnnotator


def _relations(annotator: SpacyAnnotator, text: str) -> set[tuple[str, str, str]]:
    tokens = annotator.annotate(document(text)).tokens
    return {(t.text, t.dep, tokens[t.head].text) for t in tokens}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He was editor of the Mail and head of the guild.", ("head", "conj", "editor")),
        ("He was editor of the Mail, rector of the college and dean of Lund.", ("rector", "conj", "editor")),
        ("He was editor of the Mail, rector of the college and dean of Lund.", ("dean", "conj", "rector")),
        ("He served as consul in Riga and ambassador in Oslo.", ("ambassador", "conj", "consul")),
        ("He was promoted to captain in 1914, to major in 1916 and to colonel in 1918.", ("captain", "pobj", "to")),
        ("He was promoted to captain in 1914, to major in 1916 and to colonel in 1918.", ("colonel", "pobj", "to")),
        ("She became a clerk, a teacher and a judge.", ("teacher", "conj", "clerk")),
        ("The bank was founded by Karl Dahl, president and owner.", ("president", "appos", "Dahl")),
        ("The bank is led by Nina Berg, Director and Chief Executive Officer.", ("Director", "appos", "Berg")),
    ],
)
def test_a_post_stands_beside_its_like(annotator: SpacyAnnotator, text, wanted):
    assert wanted in _relations(annotator, text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("He was secretary to Karl Dahl, director of the bank.", ("director", "conj", "secretary")),
        ("He was bishop of Lund, seat of the king.", ("seat", "conj", "bishop")),
        ("He was promoted to head the department.", ("head", "pobj", "to")),
        ("She met her friend, a teacher and poet.", ("teacher", "conj", "friend")),
        ("The bank was founded by Karl Dahl, director Ove Lund and a clerk.", ("director", "appos", "Dahl")),
    ],
)
def test_what_tells_of_another_stays_with_it(annotator: SpacyAnnotator, text, unwanted):
    assert unwanted not in _relations(annotator, text)
