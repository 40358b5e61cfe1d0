"""Where an office is held: a body, a place, or what it governs."""

import pytest

from tests.claims.told import of, read

CASES = [
    # text, type, roles
    ("Anna Berg was appointed consul in Riga in 1904.", "appointment", {"place": "Riga"}),
    ("Anna Berg was sent to Oslo as envoy.", "appointment", {"role": "envoy", "place": "Oslo"}),
    ("Anna Berg was ambassador to Estonia from 1931 to 1934.", "post", {"jurisdiction": "Estonia"}),
    ("Karl Berg was made a canon of Rochester in 1858.", "appointment", {"place": "Rochester"}),
    ("Karl Berg was burgomaster of Ludwigsau for eleven years.", "post", {"jurisdiction": "Ludwigsau"}),
    ("Karl Berg was Minister of Trade of Denmark from 1931 to 1934.", "post", {"jurisdiction": "Denmark"}),
    ("Karl Berg was Minister for Fisheries from 1931 to 1934.", "post", {"role": "Minister for Fisheries"}),
    ("Karl Berg was lecturer at Graz from 1931 to 1934.", "post", {"organisation": "Graz"}),
    ("Karl Berg was the director of the mission hospital.", "post", {"organisation": "mission hospital"}),
    (
        "Ida Lund joined the Harbour Union, whose president, Karl Berg, wrote.",
        "post",
        {"organisation": "Harbour Union"},
    ),
    (
        "Karl Berg was appointed head of the Harbour Department in Riga.",
        "appointment",
        {"organisation": "Harbour Department", "place": "Riga"},
    ),
    ("Karl Berg was captain of Norway from 1931 to 1934.", "post", {"organisation": "Norway"}),
]


@pytest.mark.parametrize(("text", "kind", "roles"), CASES, ids=[c[0] for c in CASES])
def test_the_office_decides_what_a_name_stands_for(reader, text, kind, roles):
    _life, claims = read(reader, text)
    told = of(claims, kind)[-1].roles
    kept = {role: party.label for role, party in told.items() if role in ("organisation", "place", "jurisdiction")}
    wanted = {role: label for role, label in roles.items() if role != "role"}
    assert kept == wanted
    assert told["role"].label == roles.get("role", told["role"].label)
