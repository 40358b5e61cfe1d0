"""What the running prose of an encyclopaedia tells of a life, and what it only seems to tell."""

import pytest

from tests.claims.told import of, read

LEAD = "Jan Falk was born in Riga on 3 May 1928."


def told(claims, kind, role):
    return [(c.subject.label, c.roles[role].label if role in c.roles else None) for c in of(claims, kind)]


@pytest.mark.parametrize(
    ("text", "kind", "role", "wanted"),
    [
        # one who is preferred to another is not that other
        ("In 1948 he married a smith's daughter rather than Ida Holm.", "marriage", "spouse", 1),
        ("The king appointed Ada Moss as treasurer instead of Peter Tarn.", "appointment", "organisation", [None]),
        ("He was treated by Ada Moss rather than by Peter Tarn, and died.", "death", "place", [None]),
        # a bare participle behind its conjunction is done to the subject
        ("Although initially denied food by the guards, Falk refused to speak.", "statement", "topic", 0),
        ("Although he denied the theft, Falk stayed.", "statement", "topic", ["theft"]),
        # of two names of one ending each has its own preposition
        (
            "He earned a BA from the University of Lund and an MA from the University of Graz.",
            "degree",
            "organisation",
            ["University of Lund", "University of Graz"],
        ),
        # the subject of a clause that "and" joins
        (
            "In 1997 a statue was unveiled by Ada Moss and the bridge was renamed the Moss Bridge.",
            "name",
            "value",
            0,
        ),
        # a verb with a capital is a word of a title
        ("He directed the film The Girl Who Killed Time.", "assassination", "agent", 0),
        ("While working on his novel Escape from Prague he met Ada Moss.", "escape", "place", 0),
        ("In 1950 he escaped from Prague.", "escape", "place", ["Prague"]),
        # offices behind a participle
        ("In 1970 Falk was visiting professor at the University of Lund.", "post", "role", ["visiting professor"]),
        ("In 1970 Falk was visiting the painter Ada Moss.", "post", "role", 0),
        # what counts is made, not said
        ("He wrote a number of stories.", "creation", "work", ["number of stories"]),
        ("He wrote thousands of songs.", "statement", "topic", 0),
        ("He wrote of the war.", "statement", "topic", ["war"]),
        # honours, and what is none
        ("His novels received little recognition.", "award", "award", 0),
        ("His novel received the Baltic Prize.", "award", "award", ["Baltic Prize"]),
        ("The statue of Falk was erected in 1991.", "creation", "work", 0),
        # the school of a degree is one told before it
        ("After graduating he attended Lund College.", "degree", "organisation", [None]),
        ("He attended Lund College and graduated in 1950.", "degree", "organisation", ["Lund College"]),
        # a business run in a town is no event
        ("His parents ran a trading post in Narva.", "participation", "event", 0),
        ("He went on to become a surgeon.", "event", "predicate", 0),
        ("He asserted his authority over the council.", "statement", "topic", 0),
    ],
)
def test_a_claim_is_told_or_only_seems_to_be(reader, text, kind, role, wanted):
    _, claims = read(reader, f"{LEAD} {text}", "Jan Falk.txt")
    found = [label for _, label in told(claims, kind, role)]
    assert (len(found) if isinstance(wanted, int) else found) == wanted


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("Then he headed the Department of Health.", "command", None),
        ("During this time he often visited Oslo.", "move", None),
        ("He visited Oslo during the summer.", "move", None),
        ("The following year his family moved to Oslo.", "move", "1929"),
        ("In 1950 he sold the mill. Then he moved to Oslo.", "move", "1950"),
    ],
)
def test_a_birth_sets_no_clock_for_what_came_then(reader, text, kind, when):
    _, claims = read(reader, f"{LEAD} {text}", "Jan Falk.txt")
    assert [c.when.edtf for c in of(claims, kind)] == [when]


@pytest.mark.parametrize(
    ("text", "children"),
    [
        (
            "He married Ada Holm. In 1950 they expected their first child. Their son, Peter Holm Falk, was born in "
            "1950. Their daughter, Clara Maud Falk, was born in 1953.",
            {"Peter Holm Falk", "Clara Maud Falk"},
        ),
        (
            "The show was opened by Robin Moss. He married Ada Holm. Their daughter, Robin, was born in 1953. Robin "
            "Falk became a nurse.",
            {"Robin Falk"},
        ),
        ("He met Peter Moss, a smith. His son, Peter, was born in 1953.", {"Peter"}),
        ("His son, Peter Falk, was born in 1953. Peter became a nurse.", {"Peter Falk"}),
    ],
)
def test_each_child_is_a_person_of_its_own(reader, text, children):
    _, claims = read(reader, f"{LEAD} {text}", "Jan Falk.txt")
    kin = [c for c in of(claims, "kinship") if c.subject.label == "Jan Falk"]
    assert {c.roles["relative"].label for c in kin} == children
    assert {c.subject.label for c in of(claims, "birth")} == {"Jan Falk", *children}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Teachers and clerks have read the book.", set()),
        ("Dean Moss and other artists founded a school.", set()),
        ("Falk and his brother Dean drove to Oslo.", set()),
        ("The song was sung by Ada Moss, members of the choir, and Peter Tarn.", set()),
        ("He married the writer and teacher Clara Holm.", {("Clara Holm", "writer"), ("Clara Holm", "teacher")}),
        ("He met Peter Tarn, a clerk.", {("Peter Tarn", "clerk")}),
    ],
)
def test_a_trade_is_its_bearers(reader, text, roles):
    _, claims = read(reader, f"{LEAD} {text}", "Jan Falk.txt")
    assert set(told(claims, "occupation", "role") + told(claims, "post", "role")) == roles
    assert told(claims, "membership", "organisation") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Falk found himself working in a mill.", "work"),
        ("He controversially sold the abbey.", "event"),
    ],
)
def test_what_happened_is_a_plain_fact(reader, text, kind):
    _, claims = read(reader, f"{LEAD} {text}", "Jan Falk.txt")
    found = of(claims, kind)
    assert found
    for claim in found:
        status = claim.status
        assert (status.modality, status.standing, status.duress) == ("asserted", "stands", False)


@pytest.mark.parametrize("text", ["Ada Moss said that Falk worked in a mill.", "Falk is said to work in a mill."])
def test_what_somebody_says_or_finds_is_not(reader, text):
    _, claims = read(reader, f"{LEAD} {text}", "Jan Falk.txt")
    assert {c.status.modality for c in of(claims, "work")} == {"reported"}


@pytest.mark.parametrize(
    ("text", "kind", "who", "when"),
    [
        ("His six-year-old daughter was arrested.", "arrest", "daughter of Jan Falk", None),
        ("As a six-year-old boy he was sent to Oslo.", "move", "Jan Falk", "[1934-05-03..1935-05-02]"),
        ("His son, Peter, died before his first birthday.", "death", "Peter", None),
        ("Falk died on his seventieth birthday.", "death", "Jan Falk", "1998-05-03"),
    ],
)
def test_an_age_is_its_bearers(reader, text, kind, who, when):
    _, claims = read(reader, f"{LEAD} {text}", "Jan Falk.txt")
    assert [(c.subject.label, c.when.edtf) for c in of(claims, kind)] == [(who, when)]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("He lives in Oslo with his wife of 50 years, Ada Holm.", None),
        ("He lived in Oslo for 50 years with his wife, Ada Holm.", "P50Y"),
    ],
)
def test_a_bond_lasts_longer_than_a_residence(reader, text, length):
    _, claims = read(reader, f"{LEAD} {text}", "Jan Falk.txt")
    (home,) = of(claims, "residence")
    assert (home.roles["duration"].label if "duration" in home.roles else None) == length
