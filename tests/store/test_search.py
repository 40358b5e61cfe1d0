"""Words found in texts, names and places, with where they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.readings import brandvold
from vitascope.model import Reading
from vitascope.store import Project


def life(number: int, words: str = "") -> Reading:
    """The small life at another place, with other words in it."""
    found = brandvold(f"{number:02}.txt")
    return replace(found, document=replace(found.document, text=found.document.text + words))


@pytest.fixture
def project():
    with Project.in_memory() as opened:
        for number in range(30):
            opened.save(
                life(number, "Hurdles, hurdles and hard labour.\n" if number == 7 else "Labour, but not hard.\n")
            )
        yield opened


def test_the_best_text_comes_first_with_the_places_of_the_words(project):
    hits = project.search("labour", limit=3)
    assert (hits.text_count, len(hits.texts)) == (30, 3)
    best = project.search("hurdles").texts
    assert [hit.uri for hit in best] == ["07.txt"]
    assert [best[0].text[s.start : s.end] for s in best[0].spans] == ["Hurdles", "hurdles"]
    stretch, spans = best[0].snippet(30)
    assert (
        best[0].text[stretch.start : stretch.end] == "A court cleared her in 1956.\nHurdles, hurdles and hard labour."
    )
    assert spans == best[0].spans


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("HURDLES LABOUR", 1),
        ('"hard labour"', 1),
        ('"labour hard"', 0),
        ("łomza", 30),
        ("Łomża drawing", 30),
        ("nowhere", 0),
        ("", 0),
        ('" * ( ) NEAR: ^ -', 0),
        ("'; DROP TABLE documents; --", 0),
        ("<b>hurdles</b>", 0),
        ('"hurdles', 1),
    ],
)
def test_what_is_asked_is_never_an_error(project, words, count):
    assert project.search(words).text_count == count


def test_names_and_places(project):
    hits = project.search("ilse brandvold", limit=4)
    assert (hits.name_count, len(hits.names)) == (60, 4), "she and her mother, who is described by her name"
    assert hits.names[0].uri == "00.txt"
    (place,) = project.search("łomza").places
    assert (place.label, place.claims, place.uri) == ("Łomża", 30, "00.txt")


def test_a_title_alone_has_no_place_in_the_text(project):
    found = life(40)
    project.save(replace(found, document=replace(found.document, title="Quince")))
    (hit,) = project.search("quince").texts
    assert hit.spans == ()
    assert hit.snippet(10)[0].start == 0


def test_it_is_fast_enough_over_what_all_texts_say(project):
    plan = project._connection.execute(
        "EXPLAIN QUERY PLAN SELECT document, title FROM sources JOIN documents ON documents.id = sources.document"
        " JOIN readings USING (document) WHERE uri = 'a'"
    ).fetchall()
    assert not [row["detail"] for row in plan if row["detail"].startswith("SCAN")]
