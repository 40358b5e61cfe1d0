"""Annotation keeps to the text: every token and sentence is found at its offsets, structure is never prose."""

from itertools import pairwise

import pytest

from tests.documents import document
from vitascope import lang

LIFE = """= Ada Lund =
- Born: 3 May 1871, Lund

Ada Lund (А́да Лунд; 3 May 1871 – 1940) was a printer.  She lived in Malmö.

== Work ==

She printed   books (many of them by hand, which was slow) until 1930.
"""


def test_tokens_and_sentences_quote_the_text(annotator):
    life = document(LIFE, "ada.wiki")
    annotation = annotator.annotate(life)
    assert [life.quote(t.span) for t in annotation.tokens] == [t.text for t in annotation.tokens]
    for sentence in annotation.sentences:
        words = annotation.tokens[sentence.first : sentence.last]
        assert sentence.span == (words[0].span.start, words[-1].span.end)
    assert all(a.span.end <= b.span.start for a, b in pairwise(annotation.tokens))


def test_headings_infobox_lines_and_asides_have_no_tokens(annotator):
    life = document(LIFE, "ada.wiki")
    words = {t.text for t in annotator.annotate(life).tokens}
    assert not words & {"Work", "Born", "Лунд", "="}
    assert {"printer", "books", "hand"} <= words


def test_heads_and_children_agree(annotator):
    annotation = annotator.annotate(document(LIFE, "ada.wiki"))
    for token in annotation.tokens:
        assert annotation.tokens[token.head].sentence == token.sentence
        assert token.head == token.index or token.index in annotation.children[token.head]


def test_same_text_gives_the_same_annotation(annotator):
    life = document(LIFE, "ada.wiki")
    assert annotator.annotate(life) == annotator.annotate(life)


MENDED = lang.load("en", "tokens")


@pytest.mark.parametrize("case", MENDED["examples"], ids=lambda c: c["token"])
def test_prefixes_stay_on_their_word_and_lemmas_are_mended(annotator, case):
    tokens = {t.text: t.lemma for t in annotator.annotate(document(case["text"])).tokens}
    assert tokens[case["token"]] == case["lemma"]


@pytest.mark.parametrize(
    ("text", "word", "verbal"),
    [
        ("In 1990 Karl Berg and his wife, Greta, divorced.", "divorced", True),
        ("Karl Berg and Greta Lund separated.", "separated", True),
        ("Karl Berg was a retired miller.", "retired", False),
    ],
)
def test_a_form_with_a_subject_and_no_copula_is_a_verb(annotator, text, word, verbal):
    tokens = {t.text: t for t in annotator.annotate(document(text)).tokens}
    assert (tokens[word].pos == "VERB") is verbal


@pytest.mark.parametrize("case", MENDED["near_misses"], ids=lambda c: c["token"])
def test_other_hyphens_still_part_words(annotator, case):
    assert case["token"] in {t.text for t in annotator.annotate(document(case["text"])).tokens}
