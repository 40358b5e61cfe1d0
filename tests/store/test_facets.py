"""Facets over claims: what words find, and that a wide search counts what a narrow one would."""

from __future__ import annotations

import pytest

from tests import readings
from vitascope.model import Persona, Reading, Status
from vitascope.store import Project, facets
from vitascope.store.facets import FacetQuery

TEXT = (
    "Łucja Brandt\n\nŁucja Brandt was born in Riga. She moved to Odessa in 1902. "
    "Her brother Piet Holm stayed in Riga. He was arrested in 1908.\n"
)


def told() -> Reading:
    document = readings.document(TEXT, title="Łucja Brandt")
    people = [Persona("lucja", "Łucja Brandt", names=("Łucja Brandt",), main=True), Persona("piet", "Piet Holm")]
    told = [
        ("birth", "Łucja Brandt was born in Riga", "lucja", {"place": "Riga"}, Status()),
        ("move", "She moved to Odessa in 1902", "lucja", {"destination": "Odessa"}, Status()),
        ("residence", "Piet Holm stayed in Riga", "piet", {"place": "Riga"}, Status(modality="reported")),
        ("arrest", "He was arrested in 1908", "piet", {}, Status(duress=True)),
    ]
    names = {each.id: each.label for each in people}
    claims = [
        readings.claim(document, type_, words, subject=who, label=names[who], roles=roles, status=status)
        for type_, words, who, roles, status in told
    ]
    return readings.reading(document, claims, people)


@pytest.fixture
def project() -> Project:
    opened = Project.in_memory()
    opened.save(told())
    return opened


def types(project: Project, words: str) -> set[str]:
    found = project.faceted(FacetQuery(words=words))
    return {item.claim.type for item in project.claims_by_ids(found.claims)}


@pytest.mark.parametrize(
    ("words", "types_found"),
    [
        ("odessa", {"move"}),
        ("RIGA", {"birth", "residence"}),
        ("łucja riga", {"birth", "residence"}),
        ("Holm", {"residence", "arrest"}),
        ("Piet Riga", {"residence"}),
        ('"moved to"', {"move"}),
        ('"to moved"', set()),
        ("odessa riga", set()),
        ("nowhere", set()),
        ("Łucja", {"birth", "move", "residence", "arrest"}),
    ],
)
def test_words_find_claims_in_whose_sentence_they_stand_or_whose_subject_is_called_so(
    project: Project, words: str, types_found: set[str]
) -> None:
    assert types(project, words) == types_found


@pytest.mark.parametrize("query", [FacetQuery(status="unasserted"), FacetQuery(type="birth"), FacetQuery(role="place")])
def test_a_wide_search_counts_as_a_narrow_one_does(
    project: Project, query: FacetQuery, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow = project.faceted(query)
    monkeypatch.setattr(facets, "COUNTABLE", 0)
    wide = project.faceted(query)
    assert (wide.total, wide.claims) == (narrow.total, narrow.claims)
    assert {"person", "place", "organisation"} <= set(wide.uncounted)
    assert not set(wide.uncounted) & set(wide.facets)
    for name, values in wide.facets.items():
        assert values == narrow.facets[name], name
