"""The body that somebody was put out of, told before it."""

import pytest

from tests.claims.told import of, read

LEAD = "= Ada Lund =\n\nAda Lund (1871–1940) was a Swedish lawyer.\n\n"

CASES = [
    # text, type, organisation
    (
        "She entered Lund University in 1890 and was expelled in 1892 for leading a strike.",
        "dismissal",
        "Lund University",
    ),
    ("She attended Lund University until she was sent down in 1892.", "dismissal", "Lund University"),
    ("She joined the Labour Party in 1890 and was expelled in 1892.", "membership", "Labour Party"),
    (
        "She entered Lund University in 1888. She joined the Labour Party in 1890 and was expelled in 1892.",
        "membership",
        "Labour Party",
    ),
    ("She joined the Labour Party in 1890, and resigned in 1892.", "membership", "Labour Party"),
    (
        "She edited the Kiruna Post. She joined the Labour Party in 1890. She resigned as judge in 1892.",
        "resignation",
        None,
    ),
    ("She served in the Royal Navy from 1890. In 1892 she was discharged.", "dismissal", "Royal Navy"),
    ("She worked at the Kiruna mill, but was dismissed in 1892.", "dismissal", "Kiruna mill"),
    ("She was put in charge of the frontier guard in 1890. She was relieved in 1892.", "dismissal", "frontier guard"),
    ("Karl Holm worked at the Kiruna mill, but she was dismissed in 1892.", "dismissal", None),
    ("She worked at the Kiruna mill, but was dismissed from the school in 1892.", "dismissal", "school"),
]


@pytest.mark.parametrize(("text", "kind", "body"), CASES, ids=[c[0] for c in CASES])
def test_the_body_left_is_that_told_last(reader, text, kind, body):
    _life, claims = read(reader, LEAD + text)
    claim = of(claims, kind)[-1]
    assert (claim.roles["organisation"].label if "organisation" in claim.roles else None) == body
