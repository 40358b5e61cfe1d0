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


def test_who_is_named_first_in_a_plot_is_a_figure_of_it(reader):
    text = (
        f"{LEAD}Her novel The Weir is the story of a smith, Peder. {PLOT} In the end Peder died. The novel sold well."
    )
    _, claims = read(reader, text)
    assert not of(claims, "death")[1:]


def test_a_title_that_names_somebody_does_not_end_a_plot(reader):
    opened = "She admired Napoleon. Her second novel, Napoleon's Hat, was published in 1912. "
    plot = "It is the story of a smith. Napoleon's Hat begins in a village. He steals a horse. She dies."
    _, claims = read(reader, f"{LEAD}{opened}{plot}")
    assert not of(claims, "death")[1:]


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
