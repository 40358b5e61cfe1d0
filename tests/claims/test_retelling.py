"""Plots: what happens in a work is nobody's life."""

import pytest

from tests.claims.told import of, read

LEAD = (
    "= Ada Lund =\n\nAda Lund (1871–1940) was a Swedish writer. She studied in Bergen. She married Karl Holm in 1899. "
    "She moved to Oslo in 1901. "
)
PLOT = "Peder leaves the village. He steals a horse. The miller kills a soldier. She dies."


def test_a_plot_tells_nothing_of_a_life(reader):
    _, claims = read(reader, f"{LEAD}Her novel The Weir is the story of a smith, Peder. {PLOT} The novel sold well.")
    assert not of(claims, "death")[1:]
    assert "steal" not in {c.roles["predicate"].label for c in of(claims, "event")}


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("Her novel sells well. She lives in Oslo. She teaches at the academy. She paints.", "residence", 1),
        ("She wrote a novel. She died in 1940.", "death", 2),
        ("Her novel sells. Peder Ek likes it. Karl Holm lives in Bergen. Ada Lund lives in Oslo.", "residence", 2),
    ],
)
def test_how_things_are_is_told(reader, text, kind, count):
    _, claims = read(reader, LEAD + text)
    assert len(of(claims, kind)) == count
