"""Saving, replacing and finding."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readings import PROVENANCE, TEXT, brandvold, claim, document, reading
from vitascope.errors import DataError, StoreError
from vitascope.export.attested import attested
from vitascope.model import (
    ModelInfo,
    Party,
    Persona,
    Place,
    PlaceCandidate,
    PlaceMention,
    PlaceName,
    Places,
    Span,
    Status,
    When,
)
from vitascope.store import Change, ClaimFilter, Project


def project_with(*readings):
    project = Project.in_memory()
    for each in readings:
        project.save(each)
    return project


def test_a_reading_comes_back_as_it_was():
    assert list(project_with(brandvold()).readings()) == [brandvold()]


def test_places_come_back_as_they_were():
    names = (PlaceName("Sverdlovsk", "1924/1991"), PlaceName("Yekaterinburg", None))
    town = Place("dated:a", "Yekaterinburg", "city", 56.84, 60.61, "Russia", "Urals", names, names[:1])
    land = Place("geonames:7", "Latvia", "country")
    mentions = (
        PlaceMention(
            Span(0, 4), "Ilse", "city", "dated:a", (PlaceCandidate("dated:a", "why"),), "x", "y", "1930", "S", "U"
        ),
        PlaceMention(Span(5, 9), "Bran", "village", None, (PlaceCandidate("geonames:7", ""),), "z"),
    )
    told = replace(brandvold(), places=Places(mentions, (town, land)))
    with project_with(told) as project:
        assert list(project.readings()) == [told]
        assert project.save(replace(told, places=Places(), provenance=replace(PROVENANCE, rules="2"))).unchanged
        assert [reading.places for reading in project.readings()] == [Places()]


def test_reading_again_by_the_same_provenance_changes_nothing():
    with project_with(brandvold()) as project:
        change = project.save(brandvold())
        assert change == Change(kept=len(brandvold().claims))
        assert change.unchanged
        assert project.is_current(brandvold().document, PROVENANCE)
        assert not project.is_current(brandvold().document, replace(PROVENANCE, rules="rules-2"))
        assert not project.is_current(document("Other words."), PROVENANCE)
        assert not project.is_current(brandvold("elsewhere.txt").document, PROVENANCE)


def test_other_rules_tell_what_they_changed():
    first = brandvold()
    better = replace(first.claims[1], when=When("1890", earliest="1890-01-01", latest="1890-12-31"))
    second = replace(
        first,
        claims=(first.claims[0], better, *first.claims[3:]),
        provenance=replace(PROVENANCE, rules="rules-2"),
    )
    with project_with(first) as project:
        assert project.save(second) == Change(added=0, removed=1, kept=len(first.claims) - 2, altered=1)
        assert list(project.readings()) == [second]


def test_the_same_uri_with_other_text_replaces_its_claims():
    changed = document(TEXT.replace("1902", "1903"))
    new = reading(changed, [claim(changed, "arrest", "In 1903 she was arrested")])
    with project_with(brandvold()) as project:
        assert project.save(new) == Change(added=1, removed=len(brandvold().claims))
        assert list(project.readings()) == [new]
        assert project.provenance(brandvold().document.id) is None
        assert [d.id for d in project.find_documents("brandvold 1903")] == [changed.id]
        assert project.find_documents("1902") == ()
        assert len(project.find_personas("brandvold")) == 1


def at(uri):
    """The same document, with the same ids, at another place."""
    life = brandvold()
    return replace(life, document=replace(life.document, source=replace(life.document.source, uri=uri)))


def test_the_same_text_in_two_places_is_one_document():
    with project_with(at("b.txt")) as project:
        assert project.save(at("a.txt")) == Change(kept=len(brandvold().claims))
        assert list(project.readings()) == [at("a.txt")]
        assert project.is_current(at("a.txt").document, PROVENANCE)
        assert project.is_current(at("b.txt").document, PROVENANCE)
        better = replace(at("b.txt"), provenance=replace(PROVENANCE, rules="rules-2"))
        assert project.save(better).unchanged
        assert project.is_current(at("a.txt").document, better.provenance)
        other = document("Other words.", uri="a.txt")
        assert project.save(reading(other, [])) == Change(removed=len(brandvold().claims))
        assert list(project.readings()) == [reading(other, []), better]


def test_order_is_by_uri_whatever_came_first():
    one, two = brandvold("a.txt"), brandvold("b.txt")
    forwards, backwards = project_with(one, two), project_with(two, one)
    assert forwards.claims() == backwards.claims() == attested(one) + attested(two)


def test_a_reading_that_names_an_id_twice_is_refused_whole():
    twice = replace(brandvold(), claims=brandvold().claims + brandvold().claims[:1])
    with Project.in_memory() as project:
        with pytest.raises(StoreError, match="more than once"):
            project.save(twice)
        assert list(project.readings()) == []


def test_a_subject_who_is_no_persona_is_refused_whole():
    stray = replace(brandvold().claims[0], subject=Party("Nobody", "nobody"))
    with Project.in_memory() as project:
        with pytest.raises(StoreError, match="contradicts itself"):
            project.save(replace(brandvold(), claims=(stray,)))
        assert list(project.readings()) == []


def test_text_search_ignores_case_and_accents():
    with project_with(brandvold()) as project:
        assert [d.title for d in project.find_documents("ŁOMŻA drawing")] == ["Ilse Brandvold"]
        assert project.find_documents("") == ()


@pytest.mark.parametrize(
    ("wanted", "types"),
    [
        (
            ClaimFilter(),
            "birth occupation arrest imprisonment confession involvement escape event death rehabilitation",
        ),
        (ClaimFilter(types=("arrest", "death")), "arrest death"),
        (ClaimFilter(statuses=("asserted",)), "birth occupation arrest imprisonment death rehabilitation"),
        (ClaimFilter(statuses=("unasserted",)), "confession involvement escape event"),
        (ClaimFilter(statuses=("duress",)), "confession involvement"),
        (ClaimFilter(statuses=("annulled",)), "involvement"),
        (ClaimFilter(statuses=("negated", "reported")), "escape event"),
        (ClaimFilter(statuses=("attributed",), types=("event",)), ""),
        (ClaimFilter(after="1903-06-01", before="1904-01-01"), "imprisonment"),
        (ClaimFilter(after="1904-12-31"), "imprisonment death rehabilitation"),
        (ClaimFilter(before="1871-05-03"), "birth"),
        (ClaimFilter(before="-0043-03-15"), ""),
    ],
)
def test_filters(wanted, types):
    with project_with(brandvold()) as project:
        assert [c.type for _, c in project.claims(wanted)] == types.split()


@pytest.mark.parametrize(
    ("earliest", "latest", "passes"),
    [
        (None, "-0050-12-31", False),
        (None, "-0043-03-15", True),
        ("-0043-03-15", None, True),
        ("0001-01-01", None, False),
        (None, None, False),
        ("-0100-01-01", "0100-01-01", True),
    ],
)
def test_bounds_before_christ_and_open_ones(earliest, latest, passes):
    first = replace(brandvold().claims[0], when=When("x", earliest=earliest, latest=latest))
    with project_with(replace(brandvold(), claims=(first,))) as project:
        found = project.claims(ClaimFilter(after="-0044-01-01", before="-0043-12-31"))
    assert bool(found) == passes


def test_filter_by_persona_needs_the_document():
    one, two = brandvold("a.txt"), brandvold("b.txt")
    with project_with(one, two) as project:
        found = project.claims(ClaimFilter(personas=((two.document.id, "mother"),)))
    assert [(d.source.uri, c.type) for d, c in found] == [("b.txt", "escape")]


def test_filters_refuse_what_they_do_not_know():
    with Project.in_memory() as project:
        with pytest.raises(DataError, match="not a status"):
            project.claims(ClaimFilter(statuses=("true",)))
        with pytest.raises(DataError, match="not a day"):
            project.claims(ClaimFilter(after="1900"))


def test_a_claim_by_the_beginning_of_its_id():
    life = brandvold()
    with project_with(life) as project:
        for each in life.claims:
            assert project.claim(each.id).claim == each
            assert project.claim(each.id[:12] + "…").claim == each
        with pytest.raises(StoreError, match="no claim’s id begins"):
            project.claim("zz")
        with pytest.raises(StoreError, match="no claim is named"):
            project.claim(" … ")


def test_an_ambiguous_beginning_lists_the_candidates():
    life = brandvold()
    a, b = (replace(c, id=f"abc{i}") for i, c in enumerate(life.claims[:2]))
    whole = replace(life.claims[2], id="abc")
    with project_with(replace(life, claims=(a, b))) as project:  # noqa: SIM117
        with pytest.raises(StoreError, match=r"abc0  birth: Ilse Brandvold\n.*abc1"):
            project.claim("ab")
    with project_with(replace(life, claims=(a, b, whole))) as project:
        assert project.claim("abc").claim == whole


def test_raw_bytes_are_kept_beside_the_source(tmp_path: Path):
    path = tmp_path / "p.vita"
    with Project.open(path) as project:
        project.save(brandvold(), raw=b"<p>\xff")
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT raw FROM sources").fetchone() == (b"<p>\xff",)
    connection.close()


def test_the_search_indexes_agree_with_the_tables(tmp_path: Path):
    path = tmp_path / "p.vita"
    with Project.open(path) as project:
        project.save(brandvold())
        project.save(replace(brandvold(), provenance=replace(PROVENANCE, rules="rules-2")))
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO text_search (text_search, rank) VALUES ('integrity-check', 1)")
    names = connection.execute("SELECT count(*) FROM name_search").fetchone()
    assert names == connection.execute("SELECT count(*) FROM personas").fetchone() == (3,)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


words = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
days = st.none() | st.sampled_from(["-0043-03-15", "0000-01-01", "1900-02-28", "12000-12-31"])
spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda p: Span(min(p), max(p)))
parties = st.builds(Party, words, st.none(), st.none() | spans)
whens = st.builds(
    When,
    st.none() | words,
    words,
    st.none() | spans,
    days,
    days,
    st.sampled_from(["stated", "anchored", "derived", "none"]),
    words,
)
statuses = st.builds(
    Status,
    st.sampled_from(["affirmed", "negated"]),
    st.sampled_from(["asserted", "uncertain", "reported", "alleged", "intended", "hypothetical"]),
    st.none() | words,
    st.booleans(),
    st.sampled_from(["stands", "withdrawn", "annulled", "disputed"]),
    st.none() | words,
    st.lists(words, max_size=2).map(tuple),
    st.lists(words, max_size=2).map(tuple),
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.builds(
            lambda party, roles, when, status, spans: (party, roles, when, status, spans),
            parties,
            st.dictionaries(words, parties, max_size=3),
            whens,
            statuses,
            st.tuples(spans, spans, spans),
        ),
        max_size=4,
    ),
    st.builds(
        Persona,
        st.just("p"),
        words,
        st.sampled_from(["person", "group", "organisation"]),
        st.lists(words, max_size=3).map(tuple),
        st.sampled_from(["female", "male", "unknown"]),
        st.lists(st.tuples(words, words), max_size=3).map(tuple),
        st.booleans(),
    ),
)
def test_whatever_is_saved_comes_back(drawn, persona):
    of = document()
    base = brandvold().claims[0]
    claims = [
        replace(
            base,
            id=f"c{i}",
            subject=party,
            roles=roles,
            when=when,
            status=status,
            span=spans[0],
            predicate=spans[1],
            sentence=spans[2],
        )
        for i, (party, roles, when, status, spans) in enumerate(drawn)
    ]
    kept = reading(of, claims, [persona])
    with project_with(kept) as project:
        assert list(project.readings()) == [kept]


@pytest.mark.parametrize("model", [ModelInfo("toy", "1.0", "0100"), ModelInfo("toy", "1.0", "00ff", "parser 2.1")])
def test_two_models_are_two_provenances(model):
    other = replace(PROVENANCE, model=model)
    with project_with(brandvold()) as project:
        assert project.save(replace(brandvold(), provenance=other)).kept == len(brandvold().claims)
        assert project.provenance(brandvold().document.id) == other
