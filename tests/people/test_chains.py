"""Chains of persons and things: whole phrases, strict repeats, read with the small model."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.people.lives import Life
from vitascope.language import Annotator
from vitascope.people.chains.chains import read_chains
from vitascope.people.resolution.weights import Weights, antecedent_weights

LEAD = "Anna Berg was a Norwegian painter. "


def chains(annotator: Annotator, text: str) -> list[list[str]]:
    read = Life(annotator, text)
    found = read_chains(read.document, read.annotation, read.people)
    return [[read.document.quote(m.span) for m in chain.mentions] for chain in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (LEAD + "She taught at the Narva Academy. In 1902 the Narva Academy closed.", ["the Narva Academy"] * 2),
        (LEAD + "She bought a boat. The boat sank in 1902.", ["a boat", "The boat"]),
        (LEAD + "She sold her house. Her house burned.", ["her house", "Her house"]),
        (LEAD + "In 1902 she left for Rome. Rome disappointed her.", ["Rome", "Rome"]),
        (LEAD + "Her teacher, Lev Dahl, died. He left her money.", ["Her teacher, Lev Dahl,", "He"]),
        (LEAD + 'She wrote: "I never saw the mill again."', ["Anna Berg", "She", "I"]),
        (LEAD + 'Her brother Lev wrote: "She was never at the mill."', ["Anna Berg", "Her", "She"]),
        (LEAD + "She worked as a teacher in Narva.", ["Anna Berg", "She", "a teacher in Narva"]),
        (LEAD + "She became a nun.", ["Anna Berg", "She", "a nun"]),
        (LEAD + "She became a devout Quaker.", ["Anna Berg", "She", "a devout Quaker"]),
        (LEAD + "In 1902 she was elected a Fellow.", ["Anna Berg", "she", "a Fellow"]),
        (LEAD + "She earned a living as a baker.", ["Anna Berg", "She", "a baker"]),
        (LEAD + "She spent a year as a Fellow in Narva.", ["Anna Berg", "She", "a Fellow in Narva"]),
        (LEAD + "A gifted teacher, she fell in 1902.", ["Anna Berg", "A gifted teacher", "she"]),
        (LEAD + 'She began "to mourn for my mother".', ["Anna Berg", "She", "my"]),
        ("Anna Berg (born 3 May 1902) is a Norwegian painter. She left.", ["Anna Berg (born 3 May 1902)", "She"]),
        (LEAD + "She met Lev Dahl in Oslo. He died.", ["Lev Dahl", "He"]),
        (LEAD + "She herself left.", ["Anna Berg", "She herself"]),
        (LEAD + "She sang at the Narva Film Festival. She left Narva.", ["Narva", "Narva"]),
        (LEAD + "In 1902 she left. That year the mill burned.", ["1902", "That year"]),
        (
            LEAD + "She wrote a theory of painting. The painting theory sold.",
            ["a theory of painting", "The painting theory"],
        ),
        (
            LEAD + "She joined the Narva Academy (1880). The Narva Academy fell.",
            ["the Narva Academy (1880)", "The Narva Academy"],
        ),
        (LEAD + "Lev Dahl and Olga Lund left. The couple died.", ["Lev Dahl and Olga Lund", "The couple"]),
        ("= Life =\n\n" + LEAD + "She left.\n\n== Anna Berg ==\n\nShe died.", ["Anna Berg", "She", "Anna Berg", "She"]),
    ],
)
def test_a_chain(annotator: Annotator, text: str, wanted: list[str]) -> None:
    found = chains(annotator, text)
    clean = [[words.rstrip(",") for words in chain] for chain in found]
    assert [words.rstrip(",") for words in wanted] in clean


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (LEAD + "She bought a boat. The red boat of the mayor sank.", "a boat"),
        (LEAD + "She bought a boat. Another boat sank.", "Another boat"),
        (LEAD + "She knew the University of Oslo and the University of Riga.", "the University of Riga"),
        (LEAD + "It rained in Narva.", "It"),
        (LEAD + "She left. Her pseudonym Anna Berg came from her aunt.", "Her pseudonym Anna Berg"),
        (LEAD + "A heavy storm, she wrote, came in 1902.", "A heavy storm"),
        (LEAD + "She sold a picture as a sketch.", "a sketch"),
    ],
)
def test_no_chain(annotator: Annotator, text: str, never: str) -> None:
    assert all(never not in chain for chain in chains(annotator, text))


_SENTENCES = st.sampled_from(
    ["She sold the boat.", "The boat sank; it was old.", "His mother, Olga, left Rome.", "Rome fell.", "They left."]
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_SENTENCES, max_size=5))
def test_a_span_is_in_one_chain(annotator: Annotator, sentences: list[str]) -> None:
    read = Life(annotator, LEAD + " ".join(sentences))
    found = read_chains(read.document, read.annotation, read.people)
    spans = [m.span for chain in found for m in chain.mentions]
    assert len(spans) == len(set(spans))
    assert all(len(chain.mentions) > 1 and all(m.because for m in chain.mentions) for chain in found)
    assert found == read_chains(read.document, read.annotation, read.people)


def test_weights_are_read_and_say_why() -> None:
    weights = antecedent_weights()
    assert weights.weight["back 0"] > 0 > weights.weight["gender against"]
    assert not any("male" in name for name in weights.weight)
    told = Weights({"a": 2.0, "b": 1.0}, {"a": "the first", "b": "the second", "default": "none"})
    assert told.because({"a": 1.0}, {"b": 1.0}) == "the first"
    assert told.because({"a": 1.0, "b": 1.0}, {"a": 1.0}) == "the second"
    assert told.because({}, {"b": 1.0}) == "none"
