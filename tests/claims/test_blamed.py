"""What is undone without a name beside it is undone for whoever was charged."""

import pytest

from tests.claims.told import of, read

LEAD = "= Ada Lund =\n\nAda Lund (1871–1940) was a Swedish lawyer.\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "whose"),
    [
        ("Lund defended Karl Holm, charged with theft. The charge was dismissed.", "rehabilitation", "Karl Holm"),
        ("Lund was charged with theft. The charge was dismissed.", "rehabilitation", "Ada Lund"),
        ("Lund was charged with theft. Karl Holm was tried. The sentence was commuted.", "pardon", "Ada Lund"),
        ("Lund was sentenced to death. The sentence was carried out on 3 May 1938.", "execution", "Ada Lund"),
    ],
)  # fmt: skip
def test_a_verdict_undone_is_that_of_whoever_was_charged(reader, text, kind, whose):
    _, claims = read(reader, LEAD + text)
    assert {c.subject.label for c in of(claims, kind)} == {whose}
