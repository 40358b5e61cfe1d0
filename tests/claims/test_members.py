"""What is told of several persons at once is told of each whom the text names; a group told as one stays one."""

import pytest

from tests.claims.told import of, read

PAIR = "Lev Dahl and Olga Lund left Narva."


@pytest.mark.parametrize(
    ("text", "kind", "whose"),
    [
        ("Lev Dahl and Olga Lund were arrested in 1902.", "arrest", {"Lev Dahl", "Olga Lund"}),
        ("Lev Dahl and Olga Lund, who were arrested in 1902, moved to Oslo.", "arrest", {"Lev Dahl", "Olga Lund"}),
        (f"{PAIR} They were arrested in 1902.", "arrest", {"Lev Dahl", "Olga Lund"}),
        (f"{PAIR} The two were tried in 1903.", "trial", {"Lev Dahl", "Olga Lund"}),
        (f"{PAIR} Both were arrested in 1937.", "arrest", {"Lev Dahl", "Olga Lund"}),
        (f"{PAIR} The latter was arrested in 1937.", "arrest", {"Olga Lund"}),
        (f"{PAIR} The former was arrested in 1937.", "arrest", {"Lev Dahl"}),
        ("Neither Lev Dahl nor Olga Lund was arrested.", "arrest", {"Lev Dahl", "Olga Lund"}),
        ("The deputies Lev Dahl and Olga Lund were arrested in 1937.", "arrest", {"Lev Dahl", "Olga Lund"}),
        ("The defendants were Lev Dahl and Olga Lund. They were tried in 1903.", "trial", {"Lev Dahl", "Olga Lund"}),
        (f"{PAIR} Each of them was arrested in 1937.", "arrest", {"Lev Dahl", "Olga Lund"}),
        (f"{PAIR} Neither of them was arrested.", "arrest", {"Lev Dahl", "Olga Lund"}),
        ("Lev Dahl and Ove Lund left Narva. Both men were arrested in 1937.", "arrest", {"Lev Dahl", "Ove Lund"}),
        ("Lev Dahl, as well as Olga Lund, was arrested in 1937.", "arrest", {"Lev Dahl", "Olga Lund"}),
        ("Lev Dahl, along with Olga Lund, was arrested in 1937.", "arrest", {"Lev Dahl", "Olga Lund"}),
        ("The deputies fled. They were arrested in 1937.", "arrest", {"deputies"}),
        ("Two sailors fled. Neither of them was arrested.", "arrest", {"two sailors"}),
        ("He had four daughters. They were arrested in 1937.", "arrest", {"daughters of Karl Holm"}),
    ],
)
def test_each_named_member_has_the_claim(reader, text, kind, whose):
    _, claims = read(reader, f"Karl Holm was a smith. {text}", "Karl Holm.txt")
    assert {c.subject.label for c in of(claims, kind)} == whose


def test_what_neither_did_is_negated(reader):
    text = f"Karl Holm was a smith. {PAIR} Neither of them was arrested."
    _, claims = read(reader, text, "Karl Holm.txt")
    assert {c.status.polarity for c in of(claims, "arrest")} == {"negated"}


def test_two_who_married_are_each_others_spouses(reader):
    _, claims = read(reader, "Karl Holm was a smith. In 1902 he met Olga Lund. They married in 1904.", "Karl Holm.txt")
    (wedding,) = of(claims, "marriage")
    assert (wedding.subject.label, wedding.roles["spouse"].label) == ("Karl Holm", "Olga Lund")


@pytest.mark.parametrize(
    ("text", "kind", "whose"),
    [
        ("In 1937 Lev Dahl was arrested together with Olga Lund and Ove Moe.", "arrest", {"Olga Lund", "Ove Moe"}),
        ("In 1937 Lev Dahl escaped with eleven other prisoners.", "escape", {"eleven other prisoners"}),
        ("In 1937 Lev Dahl was arrested with some forty others.", "arrest", {"forty others"}),
        ("In 1937 Lev Dahl was arrested with two pistols.", "arrest", set()),
        ("In 1937 Lev Dahl fled to Sweden with three trunks.", "move", set()),
        ("In 1937 Lev Dahl was arrested with a pistol.", "arrest", set()),
        ("In 1937 Lev Dahl was arrested together with his papers.", "arrest", set()),
        ("In 1937 Lev Dahl was arrested with the help of Ove Moe.", "arrest", set()),
    ],
)
def test_what_is_told_of_one_along_with_others(reader, text, kind, whose):
    _, claims = read(reader, f"Karl Holm was a smith. {text}", "Karl Holm.txt")
    assert {c.subject.label for c in of(claims, kind)} == {"Lev Dahl", *whose}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lev Dahl and Olga Lund married in 1904.", [("Lev Dahl", "Olga Lund")]),
        ("Lev Dahl and Olga Lund were married in 1904.", [("Lev Dahl", "Olga Lund")]),
        ("Neither Lev Dahl nor Olga Lund married.", [("Lev Dahl", None), ("Olga Lund", None)]),
    ],
)
def test_two_of_one_wedding(reader, text, told):
    _, claims = read(reader, text, "Karl Holm.txt")
    weddings = [(c.subject.label, c.roles.get("spouse")) for c in of(claims, "marriage")]
    assert [(who, spouse and spouse.label) for who, spouse in weddings] == told
