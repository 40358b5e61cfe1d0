"""Bounds from the whole life, and conflicts that are as small as can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.claims.told_lives import DOCUMENT, LIVES, claim, gold, told
from vitascope.claims.ordering.ordering import bounded, order
from vitascope.days import iso_day, number_of
from vitascope.model import Block, Party, People, Persona, Span, Status, When

PERSONS = People(tuple(Persona(name, name.title()) for name in ("anna", "boris")), ())


def bounds_of(lines: Sequence[str], people: People = PERSONS) -> list[tuple[str | None, str | None]]:
    return [(b.earliest, b.latest) for b in order(DOCUMENT, told(*lines), people).bounds]


BOUNDED = {
    "by the life": (["birth 1888-06-15", "death 1936-08-24", "work"], ("1888-06-15", "1936-08-24")),
    "by an execution": (["execution 1936-08", "work"], (None, "1936-08-31")),
    "by a birth told without a date and with one": (["birth", "birth 1888", "work"], ("1888-01-01", None)),
    "about": (["birth 1874~", "work"], ("1869-01-01", None)),
    "a doubted birth": (["birth 1648?", "work"], ("1648-01-01", None)),
    "between two readings": (
        ["birth 1888", "birth 1890", "death 1930", "death 1932", "work"],
        ("1888-01-01", "1932-12-31"),
    ),
    "a burial by the death": (["death 1911-05-03", "burial"], ("1911-05-03", None)),
    "a rehabilitation by nothing above": (["birth 1888", "death 1936", "rehabilitation"], ("1888-01-01", None)),
    "a wedding": (["birth 1900-01-01", "marriage"], ("1912-01-01", None)),
    "a membership between joining and leaving": (
        [
            "membership phase=join organisation=guild 1905-03",
            "membership phase=readmission organisation=guild 1909",
            "membership phase=expulsion organisation=guild",
        ],
        ("1905-03-01", None),  # told after the readmission, it may be another expulsion
    ),
    "of an unknown body": (
        ["membership phase=join organisation=guild 1905", "membership phase=expulsion"],
        (None, None),
    ),
    "a release by the arrest": (["arrest 1908-02-01", "release"], ("1908-02-01", None)),
    "a mother": (
        ["boris: birth 1920-01-01", "boris: kinship relation=parent relative=anna", "birth"],
        (None, "1910-01-01"),
    ),
    "a state to its end by its length": (["residence duration=P3Y 1901-05-01/.."], ("1901-05-01", "1905-05-01")),
    "what is dated, within its date": (["death 1936-08-24", "trial 1936"], ("1936-01-01", "1936-08-24")),
    "an open end": (["death 1936-08-24", "post 1932/.."], ("1932-01-01", "1936-08-24")),
    "antiquity": (["birth -0099-07-12", "death -0043-03-15", "command"], ("-0087-07-11", "-0043-03-15")),
    "nothing": (["work", "move"], (None, None)),
}


@pytest.mark.parametrize(("lines", "expected"), BOUNDED.values(), ids=BOUNDED)
def test_the_last_claim_is_bounded(lines, expected):
    assert bounds_of(lines)[-1] == expected


def test_two_releases_are_not_paired_with_one_arrest():
    assert bounds_of(["arrest 1908", "release", "release"])[1:] == [(None, None), (None, None)]


def test_arrest_and_release_of_two_paragraphs_are_not_paired():
    document = replace(DOCUMENT, blocks=(Block("paragraph", Span(0, 9)), Block("paragraph", Span(10, 99))))
    assert order(document, told("arrest 1908", "release")).bounds[1].earliest is None


def test_a_soft_rule_gives_way_to_dates():
    ordered = order(DOCUMENT, told("arrest 1935", "release 1911", "birth 1905", "marriage 1910"))
    assert ordered.conflicts == ()
    assert [(b.earliest, b.latest) for b in ordered.bounds[:2]] == [
        ("1935-01-01", "1935-12-31"),
        ("1911-01-01", "1911-12-31"),
    ]


def test_a_bound_tells_its_chain():
    claims = told(
        "birth 1888-06-15", "death 1936-08-24", "boris: birth", "boris: kinship relation=parent relative=anna"
    )
    bounds = order(DOCUMENT, claims, PERSONS).bounds[2]
    assert bounds.after is not None
    assert bounds.before is not None
    assert bounds.after.says == "not before 10 years after birth of Anna 1888-06-15"
    assert bounds.after.constraints == (
        "birth 1888-06-15 [c0]",
        "nobody has a child before the age of ten [c3]",
    )
    assert bounds.after.claims == ("c0", "c3", "c2")
    assert bounds.after.rules == ("old-enough-for-a-child",)
    assert bounds.before.says == "not after 304 days after death of Anna 1936-08-24"
    assert bounds.after.hard
    assert bounds.before.hard


def test_a_soft_bound_says_usually():
    after = order(DOCUMENT, told("birth 1900", "marriage")).bounds[1].after
    assert after is not None
    assert after.says == "usually not before 12 years after birth 1900"
    assert not after.hard


def test_bounds_between_two_readings_name_both():
    after = order(DOCUMENT, told("birth 1888", "birth 1890", "work")).bounds[2].after
    assert after is not None
    assert after.says == "not before birth 1888 or birth 1890"


def test_claims_in_a_conflict_stay_as_told_and_bound_nothing():
    ordered = order(DOCUMENT, told("birth 1890", "post 1880", "death 1930", "work"))
    assert [(b.earliest, b.latest) for b in ordered.bounds] == [
        ("1890-01-01", "1890-12-31"),
        ("1880-01-01", "1880-12-31"),
        ("1930-01-01", "1930-12-31"),
        (None, "1930-12-31"),
    ]


def test_what_contradicts_one_of_two_readings_is_told_and_both_still_bound():
    ordered = order(DOCUMENT, told("birth 1888", "birth 1895", "education 1890", "work"))
    assert [c.claims for c in ordered.conflicts] == [("c0", "c1"), ("c1", "c2")]
    assert ordered.bounds[3].earliest == "1888-01-01"


def test_what_contradicts_both_readings_leaves_neither():
    ordered = order(DOCUMENT, told("birth 1888", "birth 1895", "education 1880", "work"))
    assert ("c1", "c2") in [c.claims for c in ordered.conflicts]
    assert ordered.bounds[3].earliest is None


def test_one_wrong_date_is_told_of_with_every_claim_that_it_contradicts():
    conflicts = order(DOCUMENT, told("birth 1988", "post 1880", "move 1890", "death 1930")).conflicts
    assert [c.claims for c in conflicts] == [("c0", "c1"), ("c0", "c2"), ("c0", "c3")]


def test_a_conflict_through_several_claims():
    claims = told(
        "birth 1900",
        "boris: birth",
        "clara: birth 1915",
        "boris: kinship relation=parent relative=anna",
        "clara: kinship relation=parent relative=boris",
    )
    people = People(tuple(Persona(name, name.title()) for name in ("anna", "boris", "clara")), ())
    conflicts = order(DOCUMENT, claims, people).conflicts
    assert [(c.claims, c.rules) for c in conflicts] == [(("c0", "c2", "c3", "c4"), ("old-enough-for-a-child",))]


def test_undated_claims_get_bounds_and_dates_never_change():
    claims = told("birth 1888-06-15", "death 1936-08-24", "work", "trial 1936")
    written = bounded(claims, order(DOCUMENT, claims))
    assert [w.when for w in written[:2]] == [c.when for c in claims[:2]]
    assert written[3] == claims[3]
    assert written[2].when == When(
        earliest="1888-06-15",
        latest="1936-08-24",
        because="not before birth 1888-06-15; not after death 1936-08-24",
    )


OPEN = {
    "from … on ends with the life": ("post 1932/..", ("1932-01-01", "1936-08-24", "not after death 1936-08-24")),
    "until begins with the life": ("imprisonment ../1912", ("1888-06-15", "1912-12-31", "not before birth 1888-06-15")),
    "a usual limit says so": (
        "post ../1912",
        ("1900-06-15", "1912-12-31", "usually not before 12 years after birth 1888-06-15"),
    ),
    "before begins with the life": ("trial [..1921]", ("1888-06-15", "1921-12-31", "not before birth 1888-06-15")),
    "after ends with the life": ("trial [1921..]", ("1921-01-01", "1936-08-24", "not after death 1936-08-24")),
    "both ends are told": ("trial 1936", ("1936-01-01", "1936-12-31", "")),
    "no year is told": (
        "trial XXXX-11-03",
        ("1888-06-15", "1936-08-24", "not before birth 1888-06-15; not after death 1936-08-24"),
    ),
}


@pytest.mark.parametrize(("line", "expected"), OPEN.values(), ids=OPEN)
def test_the_open_end_of_a_date_is_closed_by_the_life(line, expected):
    claims = told("birth 1888-06-15", "death 1936-08-24", line)
    (*_, before), (*_, after) = claims, bounded(claims, order(DOCUMENT, claims))
    assert (after.when.earliest, after.when.latest, after.when.because) == expected
    assert replace(after.when, earliest=None, latest=None, because="") == replace(
        before.when, earliest=None, latest=None, because=""
    )


def test_ordering_what_was_ordered_changes_nothing():
    claims = told("birth 1888-06-15", "death 1936-08-24", "post 1932/..", "trial [..1921]")
    once = bounded(claims, order(DOCUMENT, claims))
    assert order(DOCUMENT, once) == order(DOCUMENT, claims)


def test_a_borrowed_date_is_no_second_witness():
    claims = told("birth 1888", "birth 1890", "birth")
    borrowed = replace(claims[0].when, text="", span=None, basis="derived", because="birth at 0")
    claims[2] = replace(claims[2], when=borrowed)
    assert [c.claims for c in order(DOCUMENT, claims).conflicts] == [("c0", "c1")]


@pytest.mark.parametrize("value", ["XXXX-11-03", "November", "1911-13"])
def test_a_value_without_a_year_bounds_nothing(value):
    claims = told("birth", "work")
    claims[0] = replace(claims[0], when=When(value, "3 November", Span(0, 1), None, None, "stated"))
    assert order(DOCUMENT, claims).bounds[1].earliest is None


# ---------------------------------------------------------------- any life

TOLD = (
    *("birth", "death", "execution", "burial", "work", "move", "marriage", "divorce", "rehabilitation"),
    "membership phase=join organisation=guild",
    "membership phase=expulsion organisation=guild",
    "membership phase=readmission organisation=guild",
    "kinship relation=parent relative=boris",
    "residence duration=P2Y",
)
DATES = st.one_of(
    st.just(""),
    st.integers(1900, 1914).map(str),
    st.sampled_from(["1900-06", "1903~", "1907?", "1902/1906", "1909/..", "[..1905]", "[1904..1911]"]),
)
LINES = st.lists(
    st.builds(
        lambda who, what, date, how: f"{who}: {what} {date} {how}",
        st.sampled_from(["anna", "anna", "boris"]),
        st.sampled_from(TOLD),
        DATES,
        st.sampled_from(["", "", "", "hearsay"]),
    ),
    max_size=9,
)


@settings(max_examples=150)
@given(LINES)
def test_conflicts_are_minimal_and_nothing_is_left_of_them_without_one_claim(lines):
    claims = told(*lines)
    for conflict in order(DOCUMENT, claims, PERSONS).conflicts:
        culprits = [c for c in claims if c.id in conflict.claims]
        assert order(DOCUMENT, culprits, PERSONS).conflicts != ()
        for left_out in culprits:
            rest = [c for c in culprits if c is not left_out]
            assert order(DOCUMENT, rest, PERSONS).conflicts == ()


@settings(max_examples=150)
@given(LINES)
def test_bounds_never_leave_what_is_told(lines):
    claims = told(*lines)
    for told_claim, found in zip(claims, order(DOCUMENT, claims, PERSONS).bounds, strict=True):
        when = told_claim.when
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest
        assert when.earliest is None or (found.earliest is not None and when.earliest <= found.earliest)
        assert when.latest is None or (found.latest is not None and found.latest <= when.latest)
        assert (found.after is None) or found.earliest != when.earliest
        assert (found.before is None) or found.latest != when.latest


@settings(max_examples=100)
@given(LINES)
def test_only_open_ends_are_closed(lines):
    claims = told(*lines)
    for before, after in zip(claims, bounded(claims, order(DOCUMENT, claims, PERSONS)), strict=True):
        assert after.when.edtf == before.when.edtf
        assert before.when.earliest in (None, after.when.earliest)
        assert before.when.latest in (None, after.when.latest)
        assert (after.when == before.when) == (after.when.because == before.when.because)


@settings(max_examples=100)
@given(LINES)
def test_the_same_claims_are_ordered_the_same(lines):
    claims = told(*lines)
    assert order(DOCUMENT, claims, PERSONS) == order(DOCUMENT, list(claims), PERSONS)


DAYS = st.integers(-3000, 3000)


@st.composite
def true_lives(draw):
    """A life that was, and what a truthful source tells of it: to the day, within a span, or without a date."""
    days = sorted(draw(st.lists(DAYS, min_size=8, max_size=8)))
    types = ["birth", "membership join", "move", "membership expulsion", "residence", "membership readmission", "death"]
    claims, truth = [], []
    for number, (name, day) in enumerate(zip([*types, "burial"], days, strict=True)):
        type_, _, phase = name.partition(" ")
        before, after = draw(st.integers(0, 400)), draw(st.integers(0, 400))
        span = f"[{iso_day(day - before)}..{iso_day(day + after)}]"
        date = draw(st.sampled_from([iso_day(day), span, None]))
        roles = {"organisation": "guild", "phase": phase} if phase else {}
        status = draw(st.sampled_from([Status(), Status(), Status(modality="reported")]))
        claims.append(claim(number, type_, date, roles=roles, status=status))
        truth.append(iso_day(day))
    return claims, truth


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(true_lives())
def test_what_was_lies_within_the_bounds(life):
    claims, truth = life
    ordered = order(DOCUMENT, claims)
    assert ordered.conflicts == ()
    for day, found in zip(truth, ordered.bounds, strict=True):
        assert found.earliest is None or found.earliest <= day
        assert found.latest is None or day <= found.latest


# ---------------------------------------------------------------- whole lives


@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.stem)
def test_gold_claims_are_in_no_conflict_and_their_dates_are_within_the_bounds_that_the_others_leave(life):
    document, claims, people = gold(life)
    assert order(document, claims, people).conflicts == ()
    for at, one in enumerate(claims):
        if one.when.edtf:
            undated = [*claims[:at], replace(one, when=When()), *claims[at + 1 :]]
            found = order(document, undated, people).bounds[at]
            assert _may_follow(found.earliest, one.when.latest), one
            assert _may_follow(one.when.earliest, found.latest), one


def _may_follow(first, last):
    """Whether an ISO day may be no later than another; None is open. As numbers: BC years do not sort as text."""
    return first is None or last is None or number_of(first) <= number_of(last)


def test_gold_claims_are_bounded_by_the_rest_of_their_lives():
    found = [b for life in LIVES for b in order(*gold(life)).bounds]
    assert sum(b.earliest is not None and b.latest is not None for b in found) > len(found) / 2


def test_who_is_told_of_by_another_name_is_named():
    claims = [replace(c, subject=Party("Anna Berg", "anna")) for c in told("birth 1900")]
    claims += [claim(1, "birth", who="boris"), claim(2, "kinship", roles={"relation": "child", "relative": "boris"})]
    after = order(DOCUMENT, claims, PERSONS).bounds[1].after
    assert after is not None
    assert "Anna Berg" in after.says


def test_kin_in_a_circle_bound_nobody_and_accuse_no_claim():
    """Names that were confused make two people each other's parent."""
    circle = People(
        (Persona("anna", "Anna", kin=(("parent", "boris"),)), Persona("boris", "Boris", kin=(("parent", "anna"),))), ()
    )
    found = order(DOCUMENT, told("anna: birth 1900", "anna: work", "boris: work"), circle)
    assert found.conflicts == ()
    assert [b.earliest for b in found.bounds] == ["1900-01-01", "1900-01-01", None]
