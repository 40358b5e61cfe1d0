"""Works: whose a novel is, where its title comes back, and what is told by it."""

import pytest

from tests.claims.told import of, read
from tests.documents import document
from vitascope.claims.assembly import read_clauses
from vitascope.claims.context import Context
from vitascope.claims.framing.works import Works
from vitascope.claims.lexicon import load_lexicon
from vitascope.model import Places
from vitascope.people import read_people
from vitascope.time import read_times

LEAD = "= Ada Lund =\n\nAda Lund (1871–1940) was a Swedish writer. "

MADE = [
    ("Her novel was printed in 1903.", "novel", "Ada Lund"),
    ("She wrote two plays in Lund.", "plays", "Ada Lund"),
    ("The town staged a comedy by Ada Lund.", "comedy", "Ada Lund"),
    ("One of her novels was lost.", "One", "Ada Lund"),
    ("Her novel was printed. The novel sold well.", "novel sold", "Ada Lund"),
    ("Her first play, Glass Harbour, was staged in 1903. Glass Harbour sold well.", "Harbour sold", "Ada Lund"),
    ("She wrote a novel called Glass Harbour. Karl Holm disliked Glass Harbour.", "Harbour.", "Ada Lund"),
    ("She read a novel in Lund.", "novel", None),
    ("She read a novel by Karl Holm.", "novel", "Karl Holm"),
    ("Her novel was printed. A novel by nobody sold well.", "novel by nobody", None),
]


@pytest.mark.parametrize(("text", "at", "maker"), MADE, ids=[m[0] for m in MADE])
def test_whose_a_work_is(annotator, text, at, maker):
    life = document(LEAD + text, "test.wiki")
    annotation = annotator.annotate(life)
    people = read_people(life, annotation)
    context = Context(life, annotation, people, read_times(life, annotation), Places(), load_lexicon())
    works = Works(context, read_clauses(annotation, context))
    start = life.text.rindex(at)
    head = next(t.index for t in annotation.tokens if t.span.start == start)
    found = works.maker(head)
    assert (context.persona(found).label if found is not None else None) == maker


def test_a_title_tells_the_publication_of_its_maker(reader):
    _, claims = read(
        reader, LEAD + "Her first novel, Glass Harbour, was lost. In 1903 Glass Harbour was published in Oslo."
    )
    found = [c for c in of(claims, "publication") if c.when.edtf == "1903"]
    assert [c.subject.label for c in found] == ["Ada Lund"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Her memoirs, A Life in Paper (1904), sold well.", [("A Life in Paper", "1904")]),
        ("She wrote a textbook, The Slow Sky (1921).", [("The Slow Sky", "1921")]),
        (
            "She published two novels, The Road Home (1904) and The Lake (1911).",
            [("The Lake", "1911"), ("The Road Home", "1904")],
        ),
        (
            "Her publications include The Tide (1891), Sedges of the North (1886) and more than forty papers.",
            [("Sedges of the North", "1886"), ("The Tide", "1891")],
        ),
        ("Among her works were 'The Tide' (1891) and 'The Ebb' (1893).", [("The Ebb", "1893"), ("The Tide", "1891")]),
        (
            "She was also the author of The Life of Trees (1896) and, with others, of The Moor (1904).",
            [("The Life of Trees", "1896"), ("The Moor", "1904")],
        ),
        ("She replied in 'A Letter to the Dean' (1888).", [("A Letter to the Dean", "1888")]),
        ("She wrote in Oslo (1888) and in Turku (1891).", []),
    ],
)
def test_a_year_behind_a_title_is_that_of_its_publication(reader, text, wanted):
    _, claims = read(reader, LEAD + text)
    found = [(c.roles["work"].label, c.when.edtf) for c in of(claims, "publication") if c.when.edtf]
    assert sorted(found) == wanted
    assert not of(claims, "creation")


def test_who_stands_beside_a_title_made_it_too(reader):
    _, claims = read(reader, LEAD + "She wrote The Tide (1891) and, with Karl Holm, The Water Plants (1889).")
    found = [(c.subject.label, c.roles["work"].label) for c in of(claims, "publication")]
    water = [("Ada Lund", "The Water Plants"), ("Karl Holm", "The Water Plants")]
    assert sorted(found) == [("Ada Lund", "The Tide"), *water]


def test_a_title_stands_for_the_work(reader):
    _, claims = read(reader, LEAD + "Her first novel, Glass Harbour, was printed in 1903.")
    assert [c.roles["work"].label for c in of(claims, "publication")] == ["Glass Harbour"]


def test_the_words_of_a_title_tell_nothing(reader):
    _, claims = read(reader, LEAD + "In 1903 she published her novel The Miller Died. The Miller Died sold well.")
    assert not of(claims, "death")[1:]
