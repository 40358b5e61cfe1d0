"""Lines on a name as memorials have them, and clauses that lean on the one before them."""

from __future__ import annotations

import pytest

from tests.claims.told import of, read
from vitascope.pipeline import Reader

LEAD = "= Karl Lund =\n\nKarl Lund (1871 – 1940) was a Swedish lawyer. He was born in Narva.\n\n"

TOLD = [
    # sentence, type, subjects of its claims in text order
    (
        "Ida Berg, born 3 May 1885 in Tartu, deported 5 Oct. 1941 to Riga, murdered 8 May 1942 in Riga",
        "exile",
        ["Ida Berg"],
    ),
    (
        "Ida Berg, born 3 May 1885 in Tartu, deported 5 Oct. 1941 to Riga, murdered 8 May 1942 in Riga",
        "assassination",
        ["Ida Berg"],
    ),
    ("Ida Berg was taken to the forest and murdered.", "assassination", ["Ida Berg"]),
    ("Ida Berg, tired of the city, deported the guards to Riga.", "exile", ["guards"]),
    ("Otto Dahl, however, who joined the Freemasons in May, died in June.", "death", ["Otto Dahl"]),
    ("Otto Dahl, however, who joined the Freemasons in May, died in June.", "membership", ["Otto Dahl"]),
    ("Otto Dahl, whom a board had detained and acquitted, died in June.", "rehabilitation", ["Otto Dahl"]),
    ("Otto Dahl, whom a board had detained and forgot, died in June.", "rehabilitation", []),
    ("He was elected to the board and, together with Otto Dahl, founded a bank.", "election", ["Karl Lund"]),
    (
        "He was elected to the board and, together with Otto Dahl, founded a bank.",
        "founding",
        ["Karl Lund", "Otto Dahl"],
    ),
    ("His post as a notary, which he held from 1924, was well paid.", "imprisonment", []),
    ("He signed a letter renouncing Otto Dahl.", "renunciation", ["Karl Lund"]),
    ("He met a priest renouncing Otto Dahl.", "renunciation", ["priest"]),
    ("In 1949 the district court declared Ida Berg dead.", "finding", ["Ida Berg"]),
    ("In 1949 the district court declared the lease void.", "finding", []),
    ("He was tried and sentenced to death, mainly on the strength of a letter.", "sentence", ["Karl Lund"]),
    ("He was a lawyer and politician of the Peasants' Party.", "membership", ["Karl Lund"]),
    ("He was a lawyer and politician of great skill.", "membership", []),
    ("A former police chief of Lund, Otto Dahl, testified that he was innocent.", "testimony", ["Otto Dahl"]),
    ("He worked under Otto Dahl at the ministry.", "education", []),
    ("She named Otto Dahl as the writer of the letter.", "appointment", []),
    ("Otto Dahl admitted to reporters that he had forged the deed.", "confession", ["Otto Dahl"]),
]


@pytest.mark.parametrize(("text", "kind", "subjects"), TOLD)
def test_of_whom_it_is_told(reader: Reader, text: str, kind: str, subjects: list[str]) -> None:
    _, claims = read(reader, LEAD + text)
    behind = [c for c in of(claims, kind) if c.span.start >= len(LEAD)]
    assert [c.subject.label for c in behind] == subjects


LENT = [
    # sentence, predicate, modality; None where no event is told
    ("He had to sell the barn.", "sell", "asserted"),
    ("He was able to sell the barn.", "sell", "asserted"),
    ("He was eager to sell the barn.", "sell", "intended"),
    ("He was trying to sell the barn.", "sell", "intended"),
    ("He is not to be confused with Otto Lund.", "confuse", None),
    ("He promised to sell the barn.", "sell", None),
]


@pytest.mark.parametrize(("text", "predicate", "modality"), LENT)
def test_verbs_that_lend_their_tense(reader: Reader, text: str, predicate: str, modality: str | None) -> None:
    _, claims = read(reader, LEAD + text)
    told = [c for c in of(claims, "event") if c.roles["predicate"].label == predicate]
    assert [c.status.modality for c in told] == ([] if modality is None else [modality])


def test_a_second_pluperfect_is_content_as_well(reader: Reader) -> None:
    told, claims = read(
        reader, LEAD + "He signed a statement that he had met Ida Berg in 1902, and had been hired by a rival."
    )
    hired = [c for c in claims if c.span.start >= len(LEAD) and "by a rival" in told.quote(c.span)]
    assert [c.status.modality for c in hired if c.type != "confession"] == ["reported"]


def test_years_of_what_a_paper_says_part_no_scene(reader: Reader) -> None:
    text = (
        "According to a report drawn up in 1956, he was beaten with a stick. On 9 March he put his name to a confession"
        " that he had met Ida Berg in 1932."
    )
    _, claims = read(reader, LEAD + text)
    assert [c.status.duress for c in of(claims, "confession")] == [True]


@pytest.mark.parametrize(
    ("text", "births"),
    [
        (
            "Their daughter Rosa was born in 1920, their son Max on 5 May 1924.",
            [("Rosa", "1920"), ("Max", "1924-05-05")],
        ),
        ("Their daughter Rosa was born in 1920, their son Hans in 1924.", [("Rosa", "1920"), ("Hans", "1924")]),
        ("Their daughter Ilse was born in 1920 in their house in Lund.", [("Ilse", "1920")]),
    ],
)
def test_children_born_one_after_another(reader: Reader, text: str, births: list[tuple[str, str]]) -> None:
    _, claims = read(reader, f"{LEAD}In 1918 he married Ida Berg. {text}")
    behind = [c for c in of(claims, "birth") if c.span.start >= len(LEAD)]
    assert [(c.subject.label, c.when.edtf if c.when else None) for c in behind] == births
