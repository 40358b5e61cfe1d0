"""Places told beside what happened: by "where", of what the clause names, as where somebody comes from."""

import pytest

from tests.claims.told import of, read

LEAD = "= Ada Lund =\n\nAda Lund (1871–1940) was a Swedish printer.\n\n"

CASES = [
    # sentence, type, place
    ("She moved to Oslo, where she worked in a mill.", "work", "Oslo"),
    ("She taught at a school in Hamburg.", "work", "Hamburg"),
    ("She went to Paris, where she studied law.", "education", "Paris"),
    ("Her mother lived in Oruro, where she was arrested.", "residence", "Oruro"),
    ("She was arrested in the cellar of her aunt.", "arrest", "cellar of her aunt"),
    ("She was brought up by two aunts in Oslo.", "event", "Oslo"),
    ("In 1911 she went to Oslo and worked there in a mill.", "work", "Oslo"),
    ("She lived at Malmö in southern Sweden. There she founded a mill.", "founding", "Malmö"),
    ("She knew Oslo well. There was a mill that she founded.", "founding", None),
    ("Karl Holm lived in Oslo, where she met Ida Berg.", "contact", "Oslo"),
    ("She was sentenced to ten years in a prison.", "sentence", None),
]


BODIES = [
    # sentence, type, body
    (
        "She studied law at the University of Lund, where she received her doctorate in 1898.",
        "degree",
        "University of Lund",
    ),
    ("She left the Marsh Bank, where she had become chief clerk in 1901.", "appointment", "Marsh Bank"),
    ("She joined the Marsh Bank in 1901, where she served as treasurer.", "post", "Marsh Bank"),
    ("She retired from the Marsh Bank, where she was vice president.", "post", "Marsh Bank"),
    ("At the Marsh Bank she was vice president.", "post", "Marsh Bank"),
    ("She left the Marsh Bank and moved to Oslo, where she served as treasurer.", "post", None),
]


TOLD = [*(("place", *case) for case in CASES), *(("organisation", *case) for case in BODIES)]


@pytest.mark.parametrize(("role", "text", "kind", "wanted"), TOLD)
def test_a_place_or_body_told_beside_a_happening(reader, role, text, kind, wanted):
    _life, claims = read(reader, LEAD + text)
    (claim,) = of(claims, kind)[:1]
    told = claim.roles.get(role)
    assert (told.label if told else None) == wanted


ORIGINS = [
    # sentence, type, place
    ("Originally from Oslo, she moved to Malmö in 1901.", "residence", "Oslo"),
    ("She returned to her native Oslo.", "birth", "Oslo"),
    ("She spoke of the native women of Oslo.", "birth", None),
]


@pytest.mark.parametrize(("text", "kind", "place"), ORIGINS)
def test_where_somebody_comes_from(reader, text, kind, place):
    _life, claims = read(reader, "= Ada Lund =\n\nAda Lund was a printer.\n\n" + text)
    told = [c.roles["place"].label for c in of(claims, kind) if "place" in c.roles]
    assert told == ([place] if place else [])


def test_where_somebody_comes_from_is_no_start_of_a_journey(reader):
    _life, claims = read(reader, LEAD + "Originally from Oslo, she moved to Malmö in 1901.")
    (move,) = of(claims, "move")
    assert "origin" not in move.roles
