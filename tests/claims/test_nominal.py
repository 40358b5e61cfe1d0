"""Nouns that say what somebody is: predicate nominals, appositions, titles before names, "as" phrases, kin."""

import pytest

from tests.claims.told import of, read

LEAD = "= Ada Lund =\n\nAda Lund (3 May 1871 – 1940) was a Swedish printer.\n\n"

ROLES = [
    # sentence, type, subject, role
    ("Ada Lund was a printer.", "occupation", "Ada Lund", "printer"),
    ("Ada Lund was a printer and editor.", "occupation", "Ada Lund", "editor"),
    ("Her father, a baker, moved to Lund.", "occupation", "father of Ada Lund", "baker"),
    ("Lund was the director of the Malmö Press.", "post", "Ada Lund", "director"),
    ("She met the bishop, Karl Holm, in Lund.", "post", "Karl Holm", "bishop"),
    ("She worked as a teacher in Lund.", "occupation", "Ada Lund", "teacher"),
    ("She served as co-director of the museum.", "post", "Ada Lund", "co-director"),
    ("She became a member of the Malmö Society.", "membership", "Ada Lund", None),
    ("Her former clerk, Karl Holm, left for Lund.", "post", "Karl Holm", "clerk"),
    ("She met a former cashier, Karl Holm, in Lund.", "post", "Karl Holm", "cashier"),
    ("Ada Lund was the daughter of a fisherman and a fish trader.", "occupation", "parent of Ada Lund", "fish trader"),
    ("Ada Lund was born in Shama, the daughter of a smith.", "occupation", "parent of Ada Lund", "smith"),
    ("From 1901 she was chief engineer of the mountain section.", "post", "Ada Lund", "chief engineer"),
    ("In 1901 she was a weaver with the Malmö Company.", "post", "Ada Lund", "weaver"),
    ("Karl Holm, an inspector, watched her.", "post", "Karl Holm", "inspector"),
    ("She married the Leeds solicitor Karl Holm.", "occupation", "Karl Holm", "solicitor"),
    ("Karl Holm and Ida Berg, both weavers, saw her.", "occupation", "Karl Holm", "weavers"),
    ("The bank's first director was Karl Holm.", "post", "Karl Holm", "first director"),
    ("The chief executive officer of the Malmö Press is Karl Holm.", "post", "Karl Holm", "chief executive officer"),
    ("She was president and C.E.O. of the Malmö Press.", "post", "Ada Lund", "C.E.O."),
    ("A clerk named Karl Holm saw her.", "occupation", "Karl Holm", "clerk"),
    ("She was betrayed by the mathematician Karl Holm.", "occupation", "Karl Holm", "mathematician"),
    ("She met a lecturer in chemistry, Karl Holm, in 1901.", "occupation", "Karl Holm", "lecturer"),
    ("One of the investigators, Karl Holm, denied it.", "occupation", "Karl Holm", "investigators"),
    ("Her first husband was the dancer Karl Holm.", "occupation", "Karl Holm", "dancer"),
    ("Her husband, the lawyer Karl Holm, died in 1901.", "occupation", "Karl Holm", "lawyer"),
    ("The journalist Ida Berg and the economist Karl Holm were tried.", "occupation", "Karl Holm", "economist"),
]

KIN = [
    ("Her sister, Olga Lund, was a nurse.", "Ada Lund", "sibling", "Olga Lund"),
    ("Ada Lund was the daughter of Karl Lund.", "Ada Lund", "parent", "Karl Lund"),
    ("Ada Lund was the daughter of a smith and a school cook.", "Ada Lund", "parent", "school cook"),
    ("Ada Lund was the daughter of Karl Lund of Malmö and his wife Ida Holm.", "Ada Lund", "parent", "Ida Holm"),
    (
        "Karl Lund was born in Malmö, the second son of Per Lund, a cooper of Ystad, by his first wife, Ida Holm.",
        "Karl Lund",
        "parent",
        "Ida Holm",
    ),
    (
        "Karl Lund was born in Malmö, the second son of Per Lund, cooper, and his wife, Ida Holm.",
        "Per Lund",
        "spouse",
        "Ida Holm",
    ),
    ("Ida Holm, daughter of attorney and senator Karl Holm, sold the land.", "Ida Holm", "parent", "Karl Holm"),
    ("Ada Lund was born in Malmö, the sixth of nine children of Karl Lund.", "Ada Lund", "parent", "Karl Lund"),
    ("She was raised by an uncle, the jurist Karl Holm.", "Ada Lund", "uncle-aunt", "Karl Holm"),
    ("Karl Holm, her elder brother, drowned in 1901.", "Ada Lund", "sibling", "Karl Holm"),
    ("Ida Holm, the planter's granddaughter, sold the land.", "Ida Holm", "grandparent", "planter"),
    ("Her sister's son, Karl Holm, bought the press.", "Ada Lund", "nephew-niece", "Karl Holm"),
    ("Her parents were Karl Lund, a miller, and Ida Holm.", "Ada Lund", "parent", "Karl Lund"),
    ("She married Karl Holm and had two sons.", "Ada Lund", "child", "two sons"),
    ("Ada Lund left a widower.", "Ada Lund", "spouse", "widower of Ada Lund"),
    ("She was survived by her brother Knut and two daughters.", "Ada Lund", "child", "two daughters"),
]


@pytest.mark.parametrize(("text", "kind", "subject", "role"), ROLES, ids=[r[0] for r in ROLES])
def test_a_noun_tells_what_somebody_is(reader, text, kind, subject, role):
    _, claims = read(reader, LEAD + text)
    found = [(c.subject.label, c.roles["role"].label if "role" in c.roles else None) for c in of(claims, kind)]
    assert (subject, role) in found


@pytest.mark.parametrize(("text", "subject", "relation", "relative"), KIN, ids=[r[0] for r in KIN])
def test_a_named_relative_is_a_claim(reader, text, subject, relation, relative):
    _, claims = read(reader, LEAD + text)
    found = [(c.subject.label, c.roles["relation"].label, c.roles["relative"].label) for c in of(claims, "kinship")]
    assert (subject, relation, relative) in found


NO_ROLES = [
    # sentence, what would be a role of somebody or a name of hers
    ("In 1901 Lund finished a play, called Dust.", "Dust"),
    ("She worked in Oslo under the eye of her mentor Wilson Knight at the College of Malmö.", "Wilson Knight"),
    ("She wrote as editor of a weekly.", "editor of a weekly"),
]


@pytest.mark.parametrize(("text", "words"), NO_ROLES, ids=[r[0] for r in NO_ROLES])
def test_a_name_is_no_trade_and_a_title_no_name(reader, text, words):
    _, claims = read(reader, LEAD + text)
    told = (c for c in claims if c.type in ("occupation", "post", "name"))
    assert words not in {c.roles[r].label for c in told for r in ("role", "value") if r in c.roles}


def test_several_trades_before_a_name_are_of_one_person(reader):
    _, claims = read(reader, LEAD + "In 1902, Danish dissident and Malmö poet Alek Sund wrote that she was wrong.")
    assert [c.subject.label for c in of(claims, "statement")] == ["Alek Sund"]


def test_a_named_relative_in_a_list_is_not_who_the_sentence_is_about(reader):
    _, claims = read(reader, LEAD + "Ada Lund was the third daughter of Karl Lund, a miller, and his second wife, Ida.")
    ties = {(c.subject.label, c.roles["relation"].label) for c in of(claims, "kinship")}
    assert ("Ada Lund", "spouse") not in ties
    assert ("Karl Lund", "spouse") in ties


def test_who_survived_somebody_is_told_once(reader):
    _, claims = read(reader, LEAD + "She was survived by her brother, Knut.")
    assert [c.roles["relation"].label for c in of(claims, "kinship")] == ["sibling"]


def test_an_unnamed_relative_is_a_persona_and_no_claim(reader):
    _, claims = read(reader, LEAD + "Her mother was a weaver.")
    assert not of(claims, "kinship")
    assert [c.roles["role"].label for c in of(claims, "occupation") if c.subject.label == "mother of Ada Lund"] == [
        "weaver"
    ]


def test_a_role_has_the_body_and_the_place_it_is_of(reader):
    _, claims = read(reader, LEAD + "In 1902 she was secretary of the Printers' Union in Malmö.")
    post = next(c for c in of(claims, "post") if c.roles["role"].label == "secretary")
    assert post.roles["organisation"].label.endswith("Union")
    assert post.when.edtf == "1902"


def test_a_child_in_the_list_behind_a_spouse_is_none(reader):
    text = "She married Karl Holm, with whom she had three daughters, Moa, Ida and Pia, and a second son, Per."
    _, claims = read(reader, LEAD + text)
    assert [c.roles["spouse"].label for c in of(claims, "marriage")] == ["Karl Holm"]
