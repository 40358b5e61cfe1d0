"""Invariants of places, and the rules of the lexicon executed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vitascope import lang
from vitascope.model import PlaceName, Span
from vitascope.places.surroundings import Moment, held

LEXICON = lang.load("en", "places")
WORDS = (
    "Riga",
    "Latvia",
    "in",
    "the",
    "village of",
    "Bor",
    ",",
    ".",
    "Sverdlovsk",
    "1930",
    "Anna Berg",
    "(",
    ")",
    "\n",
)


@pytest.mark.parametrize("rule", LEXICON["examples"], ids=lambda rule: rule["text"])
def test_examples(rule, told):
    assert [mention.name for mention in told(rule["text"]).places.mentions] == rule["places"]


@pytest.mark.parametrize("text", LEXICON["near_misses"])
def test_near_misses(text, told):
    assert told(text).places.mentions == ()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=20))
def test_any_text(told, words):
    """Mentions stand in order, never overlap, quote their words; chosen places are among the candidates."""
    read = told("She " + " ".join(words))
    at = 0
    for mention in read.places.mentions:
        assert mention.span.start >= at
        at = mention.span.end
        assert " ".join(read.document.quote(mention.span).split()) == mention.name
        ids = [candidate.place for candidate in mention.candidates]
        assert mention.place is None or mention.place in ids
        assert set(ids) <= set(read.by_id)
    assert told("She " + " ".join(words)).places == read.places


def test_infobox_lines_and_asides_are_read(told):
    read = told("= Anna Berg =\n\n- Born: 3 May 1871, Riga\n\nAnna Berg (born Riga, 1871) was a painter.\n")
    assert [read.label(mention) for mention in read.mentions("Riga")] == ["Riga", "Riga"]


def test_one_decision_a_name_and_document(told):
    read = told("She was born in Springfield, Illinois. She died in Springfield.")
    first, second = read.mentions("Springfield")
    assert first.place == second.place is not None


def test_containment_says_otherwise(told):
    read = told("She was born in Springfield, Illinois. He was born in Springfield, Massachusetts.")
    first, second = read.mentions("Springfield")
    assert None not in (first.place, second.place)
    assert first.place != second.place


def test_ambiguous_names_list_their_candidates(told):
    (mention,) = told("He lived in Springfield.").mentions("Springfield")
    assert mention.place is None
    assert len(mention.candidates) > 2
    assert "nothing tells which" in mention.because


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        (1930, 1930, ["B"]),
        (1924, 1924, ["A", "B"]),
        (None, 1900, ["A"]),
        (1995, None, ["A"]),
        (1980, 1995, ["B", "A"]),
        (None, None, ["A", "B"]),
    ],
)
def test_what_held_when(first, last, names):
    dated = (PlaceName("A", "../1924"), PlaceName("B", "1924/1991"), PlaceName("A", "1991/.."))
    assert held(dated, Moment(Span(0, 4), "", first, last)) == names
