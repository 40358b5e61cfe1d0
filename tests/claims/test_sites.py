"""Places told beside what happened: by "where", or of what the clause names."""

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
    ("She was brought up by an aunt in Oslo.", "event", "Oslo"),
    ("In 1911 she went to Oslo and worked there in a mill.", "work", "Oslo"),
    ("She lived at Malmö in southern Sweden. There she founded a mill.", "founding", "Malmö"),
    ("She knew Oslo well. There was a mill that she founded.", "founding", None),
    ("Karl Holm lived in Oslo, where she met Ida Berg.", "contact", "Oslo"),
    ("She was sentenced to ten years in a prison.", "sentence", None),
]


@pytest.mark.parametrize(("text", "kind", "place"), CASES)
def test_a_place_told_beside_a_happening(reader, text, kind, place):
    _life, claims = read(reader, LEAD + text)
    (claim,) = of(claims, kind)[:1]
    told = claim.roles.get("place")
    assert (told.label if told else None) == place
