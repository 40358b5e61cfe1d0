"""Roles that a claim has from one told before it."""

import pytest

from tests.claims.told import of, read

LEAD = "= Ada Lund =\n\nAda Lund (1871–1940) was a Swedish lawyer.\n\n"

CASES = [
    # text, type, roles
    ("In 1904 she became mayor of Malmö. She resigned in 1911.", "resignation", {"role": "mayor"}),
    ("In 1904 she became mayor of Malmö. In 1911 she was removed from her post.", "dismissal", {"role": "mayor"}),
    (
        "In 1904 she became mayor of Malmö. She resigned in 1911. In 1912 she resigned again.",
        "resignation",
        {"role": None},
    ),
    ("In 1904 she refused to become mayor of Malmö. She resigned in 1911.", "resignation", {"role": None}),
    ("In 1904 Karl Holm became mayor. She resigned in 1911.", "resignation", {"role": None}),
    ("She was mayor of Malmö. In 1911 she resigned as treasurer.", "resignation", {"role": "treasurer"}),
    ("She studied law at Lund University and took a doctorate in 1902.", "degree", {"organisation": "Lund University"}),
    ("She entered Lund University, where she took a doctorate in 1902.", "degree", {"organisation": "Lund University"}),
    ("She attended a grammar school and took a degree in 1902.", "degree", {"organisation": None}),
    (
        "After attending the school of Ystad, she was admitted to Lund University, and took a doctorate in 1902.",
        "degree",
        {"organisation": "Lund University"},
    ),
    ("Karl Holm studied at Lund University. She took a doctorate in 1902.", "degree", {"organisation": None}),
]


@pytest.mark.parametrize(("text", "kind", "roles"), CASES, ids=[c[0] for c in CASES])
def test_what_was_told_before_is_carried_on(reader, text, kind, roles):
    _life, claims = read(reader, LEAD + text)
    claim = of(claims, kind)[-1]
    assert {role: claim.roles[role].label if role in claim.roles else None for role in roles} == roles
