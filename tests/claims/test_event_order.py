"""Event logic in tables: what contradicts what, and what does not though it may look so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import ValidationError

from tests.claims.told_lives import DOCUMENT, claim, told
from vitascope.claims.event_rules import EventOrder, Rule, load
from vitascope.claims.ordering.ordering import order
from vitascope.model import Party, People, Persona, Status

PERSONS = People(tuple(Persona(name, name.title()) for name in ("anna", "boris")), ())

IMPOSSIBLE = {
    "a birth after a first post": (["birth 1890", "appointment role=clerk 1889"], ["after-birth"]),
    "a trial after the execution": (["execution 1937-02-03", "trial 1938"], ["before-death"]),
    "a letter from the dead": (["death 1911-05", "statement 1911-06-02"], ["before-death"]),
    "a post that outlasts its holder": (["death 1911", "post 1905/1913"], ["before-death"]),
    "a death before the birth": (["birth 1901", "death 1899"], ["after-birth"]),
    "a life of two hundred years": (["birth 1701", "death 1903"], ["life-span"]),
    "a burial before the death": (["death 1650-03", "burial 1650-01"], ["died-then-buried"]),
    "a baptism before the birth": (["birth 1650-03-09", "baptism 1650-03-01"], ["after-birth"]),
    "an expulsion before joining": (
        ["membership phase=join organisation=guild 1905", "membership phase=expulsion organisation=guild 1901"],
        ["joined-then-left"],
    ),
    "a divorce before the wedding": (
        ["marriage spouse=boris 1930", "divorce spouse=boris 1929"],
        ["married-then-divorced"],
    ),
    "two births": (["birth 1888", "birth 1890"], ["once"]),
    "two births that overlap by chance": (["birth [1888..1890]", "birth [1889..1892]"], ["once"]),
    "a death and an execution of another year": (["death 1936-08-24", "execution 1937"], ["once"]),
    "a mother of nine": (
        ["birth 1900", "boris: birth 1909-01-01", "boris: kinship relation=parent relative=anna"],
        ["old-enough-for-a-child"],
    ),
    "a child of a father long dead": (
        ["death 1900", "boris: birth 1902", "kinship relation=child relative=boris"],
        ["born-of-the-living"],
    ),
    "longer than its dates allow": (["residence duration=P9Y 1901/1904"], ["duration"]),
}
POSSIBLE = {
    "posthumous rehabilitation": ["death 1936-08-24", "rehabilitation 1988"],
    "a book after the death": ["death 1911", "publication 1915", "award 1916", "burial 1911", "finding 1990"],
    "a member again after the death": ["death 1938", "membership phase=readmission organisation=party 1956"],
    "expelled after the death": ["death 1938", "membership phase=expulsion organisation=party 1939"],
    "buried again": ["death 1952-03", "burial 1952-03", "burial 1956-10-13"],
    "the year of the death": ["death 1911-05-03", "statement 1911"],
    "born and baptised in a year": ["birth 1650", "baptism 1650"],
    "one date within the other": ["birth 1888", "birth 1888-06-15", "birth [1880..1890]"],
    "about the same year": ["birth 1012~", "birth 1010"],
    "a doubted second date": ["birth 1648", "birth 1650?"],
    "an arrest after a release": ["arrest 1935", "release 1911"],
    "an office held again": ["dismissal role=mayor 1920", "appointment role=mayor 1925"],
    "expelled again after an expulsion that is not told": [
        "membership phase=expulsion organisation=guild 1927",
        "membership phase=readmission organisation=guild 1925",
    ],
    "joined another body": [
        "membership phase=join organisation=guild 1905",
        "membership phase=expulsion organisation=club 1901",
    ],
    "joined twice": [
        "membership phase=join organisation=guild 1905",
        "membership phase=join organisation=guild 1899",
        "membership phase=expulsion organisation=guild 1901",
    ],
    "a wedding of children": ["birth 1900", "marriage 1905"],
    "a child of a father just dead": [
        "death 1900-03-01",
        "boris: birth 1900-09-30",
        "kinship relation=child relative=boris",
    ],
    "another's life": ["birth 1890", "boris: appointment role=clerk 1880"],
    "a post told at a year within it": ["death 1911", "post 1905", "post ../1911"],
    "three years, counted roundly": ["residence duration=P3Y 1901/1904"],
    "a name given to the unborn": ["birth 1890", "name value=Anna 1880", "ethnicity value=Sorb 1800"],
}


@pytest.mark.parametrize(("lines", "rules"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_what_cannot_be_is_a_conflict_of_the_fewest_claims(lines, rules):
    claims = told(*lines)
    conflicts = order(DOCUMENT, claims, PERSONS).conflicts
    assert [list(c.rules) for c in conflicts] == [rules]
    assert list(conflicts[0].claims) == [c.id for c in claims]
    assert all(conflicts[0].says)


@pytest.mark.parametrize("lines", POSSIBLE.values(), ids=POSSIBLE)
def test_what_can_be_is_none(lines):
    assert order(DOCUMENT, told(*lines), PERSONS).conflicts == ()


UNVOUCHED = [
    Status(polarity="negated"),
    Status(modality="alleged", attributed_to="the court"),
    Status(modality="uncertain"),
    Status(modality="intended"),
    Status(modality="hypothetical"),
    Status(standing="annulled"),
    Status(standing="withdrawn"),
    Status(standing="disputed"),
    Status(attributed_to="a chronicle"),
]


@pytest.mark.parametrize("status", UNVOUCHED, ids=str)
def test_what_the_author_does_not_vouch_for_contradicts_nothing_and_bounds_nothing(status):
    claims = [claim(0, "birth", "1890"), claim(1, "statement"), claim(2, "death", "1880", status=status)]
    ordered = order(DOCUMENT, claims)
    assert ordered.conflicts == ()
    assert (ordered.bounds[1].earliest, ordered.bounds[1].latest) == ("1890-01-01", None)


def test_groups_and_bodies_are_not_born():
    claims = told("birth 1890", "birth 1892", "statement")
    people = People((Persona("anna", "their daughters", kind="group"),), ())
    ordered = order(DOCUMENT, claims, people)
    assert ordered.conflicts == ()
    assert ordered.bounds[2].earliest is None


def test_those_without_a_persona_may_be_two():
    claims = [replace(c, subject=Party("He")) for c in told("birth 1890", "post 1880")]
    assert order(DOCUMENT, claims).conflicts == ()


def test_every_rule_is_about_known_types_and_tells_its_reason():
    rules = load().rules
    assert len({rule.id for rule in rules}) == len(rules) > 15
    assert {rule.soft for rule in rules} == {True, False}


SIDE = {"event": "birth"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"pair": "one"}, "each"),
        ({"first": {"types": ["arrest"]}, "then": {"types": ["release"]}}, "each"),
        ({"first": {}}, "a side names"),
        ({"first": {"types": ["arrest"], "of": "parent"}}, "of a parent"),
        ({"why": "soft; no"}, "why"),
        ({"near": True}, "near"),
    ],
)
def test_a_rule_that_says_too_little_or_too_much_is_refused(change, fault):
    rule = {"id": "r", "says": "s", "why": "hard", "first": SIDE, "then": {"any": True}, "pair": "each"}
    Rule.model_validate(rule)
    with pytest.raises(ValidationError, match=fault):
        Rule.model_validate(rule | change)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"slack": {"day": 1}}, "slack"),
        ({"events": {"birth": ["brith"]}}, "no claim types: brith"),
        ({"events": {"birth": ["birth"]}}, "no events"),
        ({"rules": "twice"}, "one id"),
    ],
)
def test_a_file_that_breaks_its_own_rules_is_refused(change, fault):
    whole = load().model_dump()
    if change.get("rules") == "twice":
        change = {"rules": [*whole["rules"], whole["rules"][0]]}
    with pytest.raises(ValidationError, match=fault):
        EventOrder.model_validate(whole | change)
