"""Which time a claim has: its own, that of the clause above, one set before the sentence, or none."""

import pytest

from tests.claims.told import of, read

LEAD = "= Ada Lund =\n\nAda Lund (3 May 1871 – 24 June 1936) was a Swedish printer.\n\n"

CASES = [
    # text, type, EDTF
    ("In 1902 Lund founded a press in Malmö.", "founding", "1902"),
    ("In 1902 she founded a press and joined the Printers' Union.", "membership", "1902"),
    ("She was arrested on 4 May 1911 and joined the Printers' Union.", "membership", None),
    ("In 1902 she left Malmö; she founded a press and joined the Printers' Union.", "membership", "1902"),
    ("In 1902 she left Malmö; she wept for six weeks and joined the Printers' Union.", "membership", None),
    ("Arrested in 1908, she was in prison until 1911.", "imprisonment", "1908/1911"),
    ("She was arrested in March 1908. After two months in prison she was exiled to Gotland.", "exile", "1908-05~"),
    ("She was executed in the fortress.", "execution", "1936-06-24"),
    ("Ada Lund was born in Lund.", "birth", "1871-05-03"),
    ("She joined the army during the First World War.", "service", "[1914-07..1918-11]"),
    ("In 1905 she met the bishop, Karl Holm, in Lund.", "post", None),
    ("From 1911 to 1914 she lived in Malmö.", "residence", "1911/1914"),
]  # fmt: skip


LENGTHS = [
    ("In March 1908 she was imprisoned for two months.", "imprisonment", "1908-03/1908-05", "P2M"),
    ("She was interrogated for ninety hours.", "interrogation", None, "PT90H"),
    ("She lived in Malmö for ten years.", "residence", None, "P10Y"),
]


@pytest.mark.parametrize(("text", "kind", "wanted", "length"), LENGTHS, ids=[c[0] for c in LENGTHS])
def test_how_long_a_claim_lasted(reader, text, kind, wanted, length):
    _, claims = read(reader, LEAD + text)
    claim = next(c for c in of(claims, kind))
    assert (claim.when.edtf, claim.roles["duration"].label) == (wanted, length)


@pytest.mark.parametrize(("text", "kind", "wanted"), CASES, ids=[c[0] for c in CASES])
def test_time_of_a_claim(reader, text, kind, wanted):
    _, claims = read(reader, LEAD + text)
    dates = [c.when.edtf for c in of(claims, kind) if c.span.start > len(LEAD) - 5]
    assert wanted in dates


def test_a_borrowed_date_says_from_where(reader):
    _, claims = read(reader, LEAD + "She was executed in the fortress.")
    when = next(c.when for c in of(claims, "execution"))
    assert (when.basis, when.span) == ("derived", None)
    assert "death" in when.because


def test_what_was_only_planned_or_confessed_has_no_date_of_the_saying(reader):
    _, claims = read(reader, LEAD + "In 1911 she confessed to the theft of a press.")
    confession = next(c for c in of(claims, "confession"))
    assert confession.when.edtf == "1911"
    assert [c.when.edtf for c in of(claims, "involvement")] == [None]


def test_a_rumoured_date_is_lent_to_no_fact(reader):
    text = "Karl Holm was a Danish printer. It was rumoured that he died in 1935. He was executed in Malmö."
    _, claims = read(reader, f"= Karl Holm =\n\n{text}")
    assert [c.when.edtf for c in of(claims, "execution")] == [None]
