"""Who is meant: tables of short lives, read with the small model."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.people.lives import Life, life
from vitascope.language import Annotator
from vitascope.people import read_people

LEAD = "Anna Berg (3 May 1871 – 9 March 1940) was a Norwegian painter. "
MALE = "Karl Holm (3 May 1871 – 9 March 1940) was a Norwegian painter. "
RUSSIAN = "Pavel Krasnogorsky (1 May 1881 – 1940) was a Russian engineer. "


@pytest.mark.parametrize(
    ("title", "text", "words", "label"),
    [
        ("Berg, Anna (1871–1940)", LEAD + "She studied law.", "She", "Anna Berg"),
        ("Anna Berg (painter)", LEAD + "Berg studied law.", "Berg", "Anna Berg"),
        ("Anna Berg", LEAD + "Anna studied law in Oslo.", "Anna", "Anna Berg"),
        ("Anna Berg", LEAD + "Mrs. Berg studied law in Oslo.", "Mrs. Berg", "Anna Berg"),
        ("Pavel Krasnogorsky", RUSSIAN + "Krasnogorky was born in Pskov.", "Krasnogorky", "Pavel Krasnogorsky"),
        ("", LEAD + "Berg studied law.", "Berg", "Anna Berg"),
        ("Chapter One", LEAD + "Berg studied law.", "Berg", "Anna Berg"),
        ("Queen Ingrid", "Queen Ingrid ruled Narva. Ingrid was crowned in 1402.", "Ingrid", "Queen Ingrid"),
        ("Harald the Tall", "Harald the Tall was a Norse king. Harald died in 902.", "Harald", "Harald the Tall"),
        ("Sofie Berg", "Ada Sofie Berg was a painter. Berg died in 1902.", "Ada Sofie Berg", "Sofie Berg"),
        ("Anna Berg", LEAD + "She was born Anna Lund in Narva.", "Anna Lund", "Anna Berg"),
        ("Kalle Holm", 'Karl Jens "Kalle" Holm was a drummer. Holm died in 1711.', "Holm", "Kalle Holm"),
        ("Holm", "HOLM, KARL (1648–1711), organist, was born at York. Holm died in 1711.", "Holm", "Karl Holm"),
        ("Holm", "Holm, Karl Ove (1648–1711), organist, was born at York. Holm died in 1711.", "Holm", "Karl Ove Holm"),
        (
            "Holm",
            "Holm [née Berg], Ida Ann (1648–1711), organist, was born at York. Holm died.",
            "Holm",
            "Ida Ann Holm",
        ),
        (
            "Holm",
            "Holm, Ida Ann, Lady Holm (1848–1911), was born at York. Lady Holm died.",
            "Lady Holm",
            "Ida Ann Holm",
        ),
    ],
)
def test_the_main_person_is_found_in_every_form(
    annotator: Annotator, title: str, text: str, words: str, label: str
) -> None:
    read = Life(annotator, text, title)
    assert read.whose(words) == label
    assert [p.label for p in read.people.personas if p.main] == [label]


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        # one person of that gender in reach
        (LEAD + "She studied law in Oslo.", "She", "Anna Berg"),
        (LEAD + "Her paintings hang in Oslo.", "Her", "Anna Berg"),
        (LEAD + "In 1902 Karl Dahl met her in Oslo.", "her", "Anna Berg"),
        (LEAD + "In 1902 she met Karl Dahl, and he paid for the journey.", "he", "Karl Dahl"),
        (LEAD + "She taught herself Latin.", "herself", "Anna Berg"),
        # of whom an apposition tells, with or without a comma
        (MALE + "He knew Lev Dahl, a printer who had served in the fleet.", "who", "Lev Dahl"),
        (MALE + "He married Eva Dahl, a member of the Guild whom he had met in Lund.", "whom", "Eva Dahl"),
        ("Karl Holm was an Irish painter and Suomen Puu politician who led the Guild.", "who", "Karl Holm"),
        # kin of kin, told of in passing
        (
            MALE
            + "Holm was born in Narva. His mother's brother, Lev Dahl, had been arrested. He was educated at Lund.",
            "He",
            "Karl Holm",
        ),
        # a birth name is no other person
        (LEAD + "She was born Anna Lund in Narva.", "She", "Anna Berg"),
        # the pronoun in front of its person
        (LEAD + "Nobody came. After her release, Berg moved to Paris.", "her", "Anna Berg"),
        # a pronoun is not its own clause's subject
        (MALE + "Holm met Lev Dahl in Oslo. Holm warned him against the police.", "him", "Lev Dahl"),
        # the subject before the object
        (MALE + "In 1902 Holm met Lev Dahl. He left for Paris the next day.", "He", "Karl Holm"),
        # pairs
        (MALE + "He was painted by Lev Dahl and his brother.", "his", "Lev Dahl"),
        # relative clauses
        (MALE + "Holm met Lev Dahl, who was ill.", "who", "Lev Dahl"),
        (MALE + "He was an officer who hated war.", "who", "Karl Holm"),
        (MALE + "Holm met Olga Lund, whose brother was ill.", "whose", "Olga Lund"),
        # bodies
        (
            MALE + "In 1902 Holm led the Northern Rifle Brigade, which fought at Narva.",
            "which",
            "Northern Rifle Brigade",
        ),
        (MALE + "In 1902 Holm led the Northern Rifle Brigade. Their aim was Narva.", "Their", "Northern Rifle Brigade"),
        # nouns
        (MALE + "The trial was led by the chairman, Ivan Petrov.", "the chairman", "Ivan Petrov"),
        (LEAD + "She moved to Paris. The painter returned in 1912.", "The painter", "Anna Berg"),
    ],
)
def test_pointing_words(annotator: Annotator, text: str, words: str, label: str) -> None:
    read = Life(annotator, text, " ".join(text.split()[:2]))
    assert read.whose(words) == label


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LEAD + "It rained. Its roof leaked.", "Its"),
        (LEAD + "She drew. She taught her sisters. He was drowned.", "He"),
        (LEAD + 'She said: "I have never seen my father, nor will I."', "I"),
        (LEAD + 'She said: "He has never seen his father, nor will he."', "He"),
        (LEAD + "The mills closed. They had burned.", "They"),
        (LEAD + "The painter of the altar is unknown.", "The painter"),
        (LEAD + "No men who came were armed.", "who"),
    ],
)
def test_what_is_left_alone(annotator: Annotator, text: str, words: str) -> None:
    assert Life(annotator, text).mention(words) is None


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (MALE + "Zimin wrote to him. Grigory Zimin had read of Holm.", ["Karl Holm", "Grigory Zimin"]),
        (MALE + "He met Lev Dahl and Olga Lund.", ["Karl Holm", "Lev Dahl", "Olga Lund"]),
        (MALE + "He lived in Siberia, near Baikal, until the Revolution.", ["Karl Holm"]),
        (MALE + "He was shot by Admiral Kolm.", ["Karl Holm", "Admiral Kolm"]),
        (MALE + "He left Harbour Street in May.", ["Karl Holm"]),
        (MALE + "Lev Dahl (1880) Seized the mill.", ["Karl Holm", "Lev Dahl"]),
    ],
)
def test_who_is_a_persona(annotator: Annotator, text: str, labels: list[str]) -> None:
    assert Life(annotator, text, "Karl Holm").labels == labels


def test_a_surname_in_a_compound_is_a_name_mention_too(annotator: Annotator) -> None:
    read = Life(annotator, MALE + "Lev Dahl died in 1902. Holm was charged with the Dahl murder.", "Karl Holm")
    assert read.mentions("Lev Dahl") == ["Lev Dahl", "Dahl"]


def test_names_in_an_aside_have_no_token(annotator: Annotator) -> None:
    text = "Pavel Krasnogorsky (Па́вел Красного́рский; born Pavel Lvovich Zimin; 1881 – 1940) was an engineer."
    read = Life(annotator, text, "Pavel Krasnogorsky")
    persona = read.persona("Pavel Krasnogorsky")
    assert persona.names == ("Pavel Krasnogorsky", "Павел Красногорский", "Pavel Lvovich Zimin")
    aside = [m for m in read.people.mentions if m.head is None]
    assert [read.document.quote(m.span) for m in aside] == ["Па́вел Красного́рский", "Pavel Lvovich Zimin"]


def test_a_birth_name_is_the_same_person_later(annotator: Annotator) -> None:
    read = Life(annotator, "Anna Berg (née Lund; 1871 – 1940) was a painter. In 1890 Anna Lund went to Oslo.")
    assert read.mentions("Anna Berg")[-1] == "Anna Lund"


@pytest.mark.parametrize(
    ("text", "label", "kin"),
    [
        (LEAD + "Her sister Olga taught music.", "Olga", ("sibling", "Anna Berg")),
        (LEAD + "Her husband, Karl Dahl, was a doctor.", "Karl Dahl", ("spouse", "Anna Berg")),
        (LEAD + "In 1902 she married Karl Dahl.", "Karl Dahl", ("spouse", "Anna Berg")),
        (LEAD + "She was the daughter of Karl Dahl.", "Karl Dahl", ("parent", "Anna Berg")),
        (LEAD + "She was born to Karl Dahl and Olga Lund.", "Olga Lund", ("parent", "Anna Berg")),
        (
            LEAD + "In 1902 she married Karl Dahl; their daughter, Vera, was born in 1903.",
            "Vera",
            ("child", "Anna Berg"),
        ),
        (LEAD + "She had two sons.", "sons of Anna Berg", ("child", "Anna Berg")),
        (LEAD + "Her first husband drank.", "first husband of Anna Berg", ("spouse", "Anna Berg")),
    ],
)
def test_kin(annotator: Annotator, text: str, label: str, kin: tuple[str, str]) -> None:
    read = Life(annotator, text)
    persona = read.persona(label)
    # of several ties the one to the life's subject leads
    relation, of = persona.kin[0]
    assert (relation, read.by_id[of].label) == kin


def test_several_ties(annotator: Annotator) -> None:
    text = LEAD + "In 1902 she married Karl Dahl; their daughter, Vera, was born in 1903."
    read = Life(annotator, text)
    vera = [(relation, read.by_id[of].label) for relation, of in read.persona("Vera").kin]
    assert vera == [("child", "Anna Berg"), ("child", "Karl Dahl")]


def test_the_same_relative_is_met_again(annotator: Annotator) -> None:
    read = Life(annotator, LEAD + "Her mother was ill. In 1890 her mother, Olga Lund, died. Her mother left nothing.")
    assert read.mentions("Olga Lund") == ["Her mother", "her mother", "Olga Lund", "Her mother"]


def test_two_husbands_are_two(annotator: Annotator) -> None:
    read = Life(annotator, LEAD + "Her first husband drank. Her second husband was a priest.")
    assert read.labels == ["Anna Berg", "first husband of Anna Berg", "second husband of Anna Berg"]


def test_gender_is_told_and_not_guessed_from_a_name(annotator: Annotator) -> None:
    read = Life(annotator, LEAD + "Berg met Karl Dahl and Lady Vane in Oslo.")
    genders = {p.label: p.gender for p in read.people.personas}
    assert genders["Karl Dahl"] == "unknown"
    assert genders["Lady Vane"] == "female"


def test_heads_and_order(annotator: Annotator) -> None:
    read = Life(annotator, LEAD + "Her mother met Lev Dahl and Olga Lund in Oslo, where she had lived.")
    mentions = read.people.mentions
    assert [m.span.start for m in mentions] == sorted(m.span.start for m in mentions)
    heads = {read.document.quote(m.span): read.annotation.tokens[m.head].text for m in mentions if m.head is not None}
    assert heads["Her mother"] == "mother"
    assert heads["Lev Dahl"] == "Dahl"
    assert heads["Olga Lund"] == "Lund"


def test_reading_twice_gives_the_same(annotator: Annotator) -> None:
    document = life(LEAD + "Her mother met Lev Dahl. He gave her a book.")
    annotation = annotator.annotate(document)
    assert read_people(document, annotation) == read_people(document, annotation)


_SENTENCES = st.sampled_from(
    [
        "She studied law in Oslo.",
        "Her brother Karl met Lev Dahl (1880–1921).",
        "He told them of Berg's sons, who had left.",
        "They were tried by the Harbour Commission.",
        'Dahl wrote: "I have seen his mother in the camp."',
        "“",
        "née (",
        "Dr. Olga O'Brien-Lund Jr., Duke of",
        "In May, Theresa May and A. B. Holm wept.",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_SENTENCES, max_size=6))
def test_invariants(annotator: Annotator, sentences: list[str]) -> None:
    document = life(" ".join(sentences))
    annotation = annotator.annotate(document)
    people = read_people(document, annotation)
    ids = [p.id for p in people.personas]
    assert len(ids) == len(set(ids))
    assert sum(p.main for p in people.personas) <= 1
    assert all(of in ids for p in people.personas for _, of in p.kin)
    for mention in people.mentions:
        assert mention.persona in ids
        assert mention.because
        assert mention.head is None or mention.span.contains(annotation.tokens[mention.head].span)
    flat = [m.span for m in people.mentions if m.kind not in ("kin", "possessive")]
    assert all(a.end <= b.start for a, b in pairwise(flat))


def test_a_name_that_the_parser_cuts_at_son_of_is_one(annotator: Annotator) -> None:
    text = (
        "MARDANĪ, Nūr al-Dīn Yūsuf b. ʿAlī b. Masʿūd (b. Shiraz, 1543; d. Istanbul, 1612), poet, fled. He died there."
    )
    read = Life(annotator, text, "MARDANĪ")
    assert read.mention("MARDANĪ, Nūr al-Dīn Yūsuf b. ʿAlī b. Masʿūd") is not None
    assert [p.main for p in read.people.personas] == [True]
    assert read.whose("He") == read.people.personas[0].label
