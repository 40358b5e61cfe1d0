"""One verb, several objects with a date each; and marriages as dictionaries tell them."""

import pytest

from tests.claims.told import of, read

LEAD = "= Karl Lund =\n\nKarl Lund (1871 – 1940) was a Swedish printer.\n\n"

TOLD = [
    # sentence, type, role, (its value, its date) of each claim in text order
    ("He was appointed MBE in 1924 and OBE in 1936.", "award", "award", [("MBE", "1924"), ("OBE", "1936")]),
    ("He took his BA in 1892 and MA in 1895.", "degree", "degree", [("BA", "1892"), ("MA", "1895")]),
    (
        "He graduated BA in 1892, MA in 1895 and PhD in 1902.",
        "degree",
        "degree",
        [("BA", "1892"), ("MA", "1895"), ("PhD", "1902")],
    ),
    ("Lund was a corporal in 1915, a sergeant in 1916.", "rank", "value", [("corporal", "1915"), ("sergeant", "1916")]),
    (
        "He was appointed lecturer in 1906, reader in 1912 and professor in 1919.",
        "appointment",
        "role",
        [("lecturer", "1906"), ("reader", "1912"), ("professor", "1919")],
    ),
    ("He visited Paris in 1899 and London in 1903.", "move", "destination", [("Paris", "1899"), ("London", "1903")]),
    (
        "He was elected to the council in 1910 and the diet in 1913.",
        "election",
        "organisation",
        [("council", "1910"), ("diet", "1913")],
    ),
    (
        "He married first, in 1893, Mary Coke (d. 1898), and secondly, in 1900, Jane Hall, daughter of Sir John Hall.",
        "marriage",
        "spouse",
        [("Mary Coke", "1893"), ("Jane Hall", "1900")],
    ),
    (
        "He was twice married: first, in 1893, to Mary Coke, and secondly, in 1900, to Jane Hall.",
        "marriage",
        "spouse",
        [("Mary Coke", "1893"), ("Jane Hall", "1900")],
    ),
    (
        "He married, on 3 May 1893, Mary Coke, a widow, and second, in 1900, Jane Hall.",
        "marriage",
        "spouse",
        [("Mary Coke", "1893-05-03"), ("Jane Hall", "1900")],
    ),
    (
        "He was interned in Visby and then Ystad.",
        "imprisonment",
        "place",
        [("Visby", None), ("Ystad", None)],
    ),
    (
        "He was held in Visby in 1912, then at Ystad.",
        "imprisonment",
        "place",
        [("Visby", "1912"), ("Ystad", None)],
    ),
    (
        "He passed through the prisons of Visby, Ystad and Malmö.",
        "imprisonment",
        "place",
        [("Visby", None), ("Ystad", None), ("Malmö", None)],
    ),
    # near misses
    ("He was appointed dean and rector in 1910.", "appointment", "role", [("dean", "1910"), ("rector", "1910")]),
    ("He visited Paris and London in 1903.", "move", "destination", [("Paris and London", "1903")]),
    ("He married Mary Coke in 1893, and they moved to Lund in 1900.", "marriage", "spouse", [("Mary Coke", "1893")]),
]


@pytest.mark.parametrize(("text", "kind", "role", "wanted"), TOLD, ids=[row[0] for row in TOLD])
def test_each_has_its_own_date(reader, text, kind, role, wanted):
    _, claims = read(reader, LEAD + text)
    found = [c for c in of(claims, kind) if c.span.start > len(LEAD) - 3]
    assert [(c.roles[role].label, c.when.edtf) for c in found] == wanted


def test_a_second_object_is_quoted_with_its_own_date(reader):
    life, claims = read(reader, LEAD + "He took his BA in 1892 and MA in 1895.")
    assert [life.quote(c.span) for c in of(claims, "degree")] == ["He took his BA in 1892", "MA in 1895"]
