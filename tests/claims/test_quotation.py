"""Quotations are kept whole, with their speaker; words in marks are no speech."""

import pytest

from tests.claims.told import of, read
from vitascope.claims.stretches import quoted
from vitascope.model import Span

BERG = "= Karl Berg =\n\nKarl Berg (1888–1938) was a German engineer. "
LEAD = "= Ada Lund =\n\nAda Lund (1871–1940) was a Swedish printer.\n\n"


def test_a_quotation_of_two_sentences_is_one_claim_of_its_speaker(reader):
    text = LEAD + 'In 1911 Lund declared: "I will print what I like. Nobody will stop me."'
    life, claims = read(reader, text)
    found = of(claims, "quotation")
    assert [(c.subject.label, life.quote(c.span)) for c in found] == [
        ("Ada Lund", "I will print what I like. Nobody will stop me.")
    ]


def test_what_is_said_inside_a_quotation_is_no_fact(reader):
    _, claims = read(reader, LEAD + 'Lund wrote: "Karl Holm stole the press in 1902."')
    inside = [c for c in claims if c.subject.label == "Karl Holm"]
    assert all(c.status.modality != "asserted" for c in inside)


def test_a_word_in_marks_is_no_quotation(reader):
    _, claims = read(reader, LEAD + 'She was called "the fox of Malmö" in the town.')
    assert not of(claims, "quotation")


@pytest.mark.parametrize(
    ("text", "speaker", "wanted"),
    [
        ('Karl Holm dismissed her as "a clerk in a general\'s coat".', "Karl Holm", "a clerk in a general's coat"),
        ('Lund was described by Karl Holm as "a born printer".', "Karl Holm", "a born printer"),
        ('"She printed what she liked," wrote Karl Holm.', "Karl Holm", "She printed what she liked,"),
        ("'She printed what she liked', wrote Karl Holm.", "Karl Holm", "She printed what she liked"),
        ("Karl Holm declared that she ‘printed what she liked’.", "Karl Holm", "printed what she liked"),
    ],
)
def test_whoever_is_named_beside_a_quotation_said_it(reader, text, speaker, wanted):
    life, claims = read(reader, LEAD + text)
    assert [(c.subject.label, life.quote(c.span)) for c in of(claims, "quotation")] == [(speaker, wanted)]


@pytest.mark.parametrize(
    ("text", "speaker", "wanted"),
    [
        ('According to Karl Holm, she "paid nobody and feared nobody".', "Karl Holm", "paid nobody and feared nobody"),
        ('By her own account Lund lived there "on ink and herrings".', "Ada Lund", "on ink and herrings"),
        ('In the opinion of Karl Holm she was "a saint in an apron".', "Karl Holm", "a saint in an apron"),
        ('For her friend Karl Holm she was "a nuisance in an apron".', "Karl Holm", "a nuisance in an apron"),
        ('Karl Holm, who met her in 1903, thought her "a saint in an apron".', "Karl Holm", "a saint in an apron"),
        ('Karl Holm admitted that the list had been "written at my desk".', "Karl Holm", "written at my desk"),
        ('The court found that the charge was "wholly unfounded".', "court", "wholly unfounded"),
        ('She began to print "because my brother laughed at me".', "Ada Lund", "because my brother laughed at me"),
        ('The guild register of 1899 has "Ada, a widow".', "guild register of 1899", "Ada, a widow"),
        ('Lund took it all back: "I signed what they wrote."', "Ada Lund", "I signed what they wrote."),
        (
            '"Let them come and count the sheets," she told Karl Holm.',
            "Ada Lund",
            "Let them come and count the sheets,",
        ),
        (
            'Lund called herself "a printer who never learned to spell".',
            "Ada Lund",
            "a printer who never learned to spell",
        ),
    ],
)
def test_a_part_of_a_clause_in_marks_is_of_whose_word_the_clause_is(reader, text, speaker, wanted):
    life, claims = read(reader, LEAD + text)
    assert [(c.subject.label, life.quote(c.span)) for c in of(claims, "quotation")] == [(speaker, wanted)]


@pytest.mark.parametrize(
    "text",
    [
        'To the mayor, Karl Holm, she was "a nuisance in an apron".',
        'Karl Holm thought her "a saint in an apron".',
        'According to Karl Holm, she "sold her press and moved to Lund".',
    ],
)
def test_what_stands_in_a_quotation_is_no_further_claim(reader, text):
    _, claims = read(reader, LEAD + text)
    assert {c.type for c in claims if c.span.start > len(LEAD)} <= {"quotation", "post"}


def test_a_name_in_marks_with_its_article_before_them_is_no_quotation(reader):
    _, claims = read(reader, LEAD + 'Lund said that she had belonged to the "northern printers league" in Oslo.')
    assert not of(claims, "quotation")


@pytest.mark.parametrize("text", ['She was known as "the iron printer of Malmö".', 'Lund called her book "The House".'])
def test_names_in_marks_are_no_quotations(reader, text):
    _, claims = read(reader, LEAD + text)
    assert not of(claims, "quotation")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('a "b" c "d"', ["b", "d"]),
        ("“eins” and „zwei“ and «trois»", ["eins", "zwei", "trois"]),
        ('an "unclosed mark', []),
        ('""', []),
        (
            "the printers' guild of '48 met 'the fox', Ada's friend, and ‘the guild’s hen’",
            ["the fox", "the guild’s hen"],
        ),
        ("the printers' hall, the coopers’ hall and rock 'n roll", []),
        ('lost its fellow" and "found" it', ["found"]),
        ('a gun of 5" bore, "the fox"', ["the fox"]),
        ('set wide, " so " it was', [" so "]),
    ],
)
def test_marks_are_paired(text, wanted):
    assert [text[s.start : s.end] for s in quoted(text, Span(0, len(text)))] == wanted


def test_what_an_indictment_says_is_not_told_as_fact(reader):
    _, claims = read(reader, BERG + "The indictment read:\n\nIn 1935 Berg founded a ring of spies in Kiev.\n")
    assert [c.status.modality for c in of(claims, "founding")] == ["reported"]


def test_a_letter_is_quoted_with_its_writer(reader):
    _, claims = read(reader, BERG + "In 1938 he wrote to his sister:\n\nI signed everything. They beat me.\n")
    assert [(c.subject.label, c.roles["text"].label) for c in of(claims, "quotation")] == [
        ("Karl Berg", "I signed everything. They beat me.")
    ]
    assert not of(claims, "torture")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('Lund refused to pay. Her mother wrote, "She owes me nothing. She is ill."', ["mother of Ada Lund"]),
        ('Karl Holm said that he was ill. The Lund Prize "is given to the boldest of poets".', []),
        ('Karl Holm said that he was ill. He went on: "We owe nothing to the press."', ["Karl Holm"]),
    ],
)
def test_who_spoke_before_says_nothing_that_the_author_takes_in(reader, text, speakers):
    _, claims = read(reader, LEAD + text)
    assert [c.subject.label for c in of(claims, "quotation")] == speakers
