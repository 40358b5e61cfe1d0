"""Words and sentences longer than any: parsed in pieces, with offsets that hold."""

from __future__ import annotations

import time

import pytest

from vitascope.language.annotator import LONGEST, LONGEST_SENTENCE, SpacyAnnotator, _stretches
from vitascope.language.asides import LONGEST_WORD, find_asides, reduce
from vitascope.model import Block, Span
from vitascope.sources import read_text

WORDS = [
    "a" * 1000,
    "(" * 900,
    "1905-" * 150,
    "x" * 199,
    "x" * 200,
    "x" * 201,
    "Kolb" + "-Kolb" * 120 + " went",
    "“" * 450,
]


@pytest.mark.parametrize("word", WORDS, ids=range(len(WORDS)))
def test_every_piece_maps_back_to_its_words(word: str):
    text = f"Anna (1900–1950) met {word} (Riga) in Narva."
    span = Span(0, len(text))
    reduced = reduce(text, span, find_asides(text, span))
    assert max(map(len, reduced.text.split())) <= LONGEST_WORD
    at = 0
    for piece in reduced.text.split():
        at = reduced.text.index(piece, at)
        for place in range(at, at + len(piece)):
            found = reduced.span(place, place + 1)
            assert text[found.start : found.end] == reduced.text[place]
        at += len(piece)


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("word " * 30_000, LONGEST_SENTENCE),
        ("a" * 50_000, LONGEST_SENTENCE),
        ("She left. " * 9_000, LONGEST),
        ("She left! " * 9_000, LONGEST),
        ("She left. " + "word " * 3_000 + "end. She came. ", 2 * LONGEST_SENTENCE),
        ("She left. She came.", 19),
    ],
)
def test_stretches_cover_a_block_and_are_never_too_long(text: str, most: int):
    found = list(_stretches(text, Block("paragraph", Span(0, len(text)))))
    assert [s.start for s in found] == [0, *(s.end for s in found[:-1])]
    assert found[-1].end == len(text)
    assert max(s.end - s.start for s in found) <= most


def test_brackets_without_an_end_are_parsed_in_good_time(annotator: SpacyAnnotator):
    """Before they were cut, ten thousand took a minute, and twice as many eight times as long."""
    begun = time.process_time()
    text = "Anna Berg was born in Narva " + "(" * 3_000 + ". She left."
    document = read_text(text, "a.txt")
    annotation = annotator.annotate(document)
    assert all(document.quote(t.span) == t.text for t in annotation.tokens)
    assert time.process_time() - begun < 15
