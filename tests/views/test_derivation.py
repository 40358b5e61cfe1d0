"""How a claim came about is told whole: clause, arguments with their roles, rule, date and status."""

from __future__ import annotations

import pytest

from tests.documents import document
from vitascope.export.attested import Attested
from vitascope.pipeline import Reader
from vitascope.views.derivation import clause_of, derivation

TEXT = "In May 1911 Anna Berg was arrested by the gendarmes. According to Karl Dahl, she died in 1920."


@pytest.fixture(scope="module")
def explained(annotator):
    return Reader(annotator=annotator).explained(document(TEXT))


def _rows(explained, kind: str) -> list[tuple[str, str]]:
    reading, clauses = explained
    claim = next(c for c in reading.claims if c.type == kind)
    return list(derivation(Attested(reading.document, claim), clauses))


@pytest.mark.parametrize(
    ("kind", "heading", "words"),
    [
        ("arrest", "clause", "verb “arrest”, passive, past"),
        ("arrest", "", "object “Anna Berg” → about"),
        ("arrest", "", "subject “the gendarmes” → agent"),
        ("arrest", "", "about: object"),
        ("arrest", "when", "May 1911 (1911-05)"),
        ("arrest", "", "words: “May 1911”"),
        ("arrest", "status", "asserted by the author"),
        ("death", "status", "reported by Karl Dahl"),
    ],
)
def test_the_parts(explained, kind, heading, words):
    assert (heading, words) in _rows(explained, kind)


def test_a_reason_for_every_guard(explained):
    assert any(words.startswith("because ") for _, words in _rows(explained, "death"))


def test_what_stands_in_no_clause_has_none(explained):
    reading, _ = explained
    assert clause_of(reading.claims[0], ()) is None
