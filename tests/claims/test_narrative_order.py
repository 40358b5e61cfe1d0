"""Narrative order: what it bounds, and the many things that it leaves alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.claims.told import of, read
from tests.claims.told_lives import DOCUMENT, told
from vitascope.claims.ordering.ordering import order
from vitascope.model import Block, Span


def between(lines, document=DOCUMENT, line=None):
    """Bounds of the claims, all of them on the main line unless told otherwise."""
    claims = told(*lines)
    ids = frozenset(c.id for c in claims) if line is None else line
    return [(b.earliest, b.latest) for b in order(document, claims, line=ids).bounds]


def test_an_undated_happening_falls_between_its_dated_neighbours():
    assert between(["move 1901-03", "event", "event", "arrest 1904"])[1:3] == [("1901-03-01", "1904-12-31")] * 2


def test_the_telling_says_so_and_is_not_certain():
    claims = told("move 1901-03", "event", "arrest 1904")
    found = order(DOCUMENT, claims, line=frozenset(c.id for c in claims)).bounds[1]
    assert found.after is not None
    assert found.before is not None
    assert (found.after.says, found.before.says) == ("told after move 1901-03", "told before arrest 1904")
    assert found.after.claims == ("c0", "c1")
    assert not found.after.hard


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["move 1904", "event", "arrest 1901"], "the paragraph goes back"),
        (["move 1901", "residence", "arrest 1904"], "a state may have begun before and last"),
        (["move 1901 hearsay", "event", "arrest 1904 hearsay"], "nobody vouches for the neighbours"),
        (["boris: move 1901", "event", "boris: arrest 1904"], "another's story"),
        (["move 1901", "kinship", "arrest 1904"], "kin have no time"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_the_telling_does_not_bound(lines, why):
    assert between(lines)[1] == (None, None), why


def test_neighbours_that_are_dated_by_the_telling_do_not_bound():
    claims = told("move 1901", "event", "arrest 1904")
    for at in (0, 2):
        claims[at] = replace(claims[at], when=replace(claims[at].when, basis="anchored"))
    found = order(DOCUMENT, claims, line=frozenset(c.id for c in claims)).bounds[1]
    assert (found.earliest, found.latest) == (None, None)


def test_other_paragraphs_do_not_bound():
    blocks = tuple(Block("paragraph", Span(at * 10, at * 10 + 9)) for at in range(3))
    assert between(["move 1901", "event", "arrest 1904"], replace(DOCUMENT, blocks=blocks))[1] == (None, None)


def test_what_is_off_the_main_line_neither_bounds_nor_is_bounded():
    assert between(["move 1901", "event", "arrest 1904"], line=frozenset({"c0", "c2"}))[1] == (None, None)
    assert between(["move 1901", "event", "arrest 1904"], line=frozenset({"c1", "c2"}))[1] == (None, "1904-12-31")


def test_certain_bounds_are_never_left():
    lines = ["death 1902-05-06", "move 1901", "event", "award 1904"]
    assert between(lines, line=frozenset({"c1", "c2", "c3"}))[2] == ("1901-01-01", "1902-05-06")


def test_dated_claims_and_conflicts_are_as_without():
    lines = ["birth 1890", "move 1901", "move 1880", "event", "arrest 1904"]
    claims = told(*lines)
    without = order(DOCUMENT, claims)
    line = order(DOCUMENT, claims, line=frozenset(c.id for c in claims))
    assert line.conflicts == without.conflicts
    assert [b for b, c in zip(line.bounds, claims, strict=True) if c.when.edtf] == [
        b for b, c in zip(without.bounds, claims, strict=True) if c.when.edtf
    ]


STORY = "= Ida Brekke =\nIda Brekke (1870–1931) was a Norwegian painter.\n\n{}"


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("In 1901 Brekke moved to Bergen. She repaired a boat. In 1904 she was arrested.", "1904-12-31"),
        ("In 1901 Brekke moved to Bergen. She had repaired a boat. In 1904 she was arrested.", "1931-12-31"),
        ("In 1901 Brekke moved to Bergen. Reportedly she repaired a boat. In 1904 she was arrested.", "1931-12-31"),
    ],
)
def test_only_the_main_line_of_a_text_is_bounded(reader, text, latest):
    _, claims = read(reader, STORY.format(text))
    [repaired] = [c for c in of(claims, "event") if c.roles["predicate"].label == "repair"]
    assert (repaired.when.latest, repaired.when.basis) == (latest, "none")


def test_a_text_read_whole_has_bounds_with_their_reasons(reader):
    _, claims = read(reader, STORY.format("Brekke taught drawing in a school."))
    undated = [c.when for c in claims if c.subject.label == "Ida Brekke" and c.type in ("work", "occupation")]
    assert {(w.edtf, w.earliest, w.latest, w.basis) for w in undated} == {(None, "1870-01-01", "1931-12-31", "none")}
    assert {w.because for w in undated} == {"not before birth 1870; not after death 1931"}
