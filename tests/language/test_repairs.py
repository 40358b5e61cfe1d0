"""Every named repair gives the relation it promises, leaves its near misses alone, and repeats without effect."""

import pytest

from tests.documents import document
from vitascope.language import SpacyAnnotator
from vitascope.language.repairs import applying as repairs
from vitascope.language.repairs.applying import REPAIRS, repair
from vitascope.language.repairs.repairing import Parse, Repair

EXAMPLES = [pytest.param(r, text, wanted, id=r.name) for r in REPAIRS for text, wanted in r.examples]
NEAR = [pytest.param(r, text, id=f"{r.name}: {text[:30]}") for r in REPAIRS for text in r.near_misses]


@pytest.mark.parametrize(("rule", "text", "wanted"), EXAMPLES)
def test_repair_gives_the_relation_it_promises(annotator: SpacyAnnotator, rule, text, wanted):  # noqa: ARG001
    annotation = annotator.annotate(document(text))
    found = {(t.text, t.dep, annotation.tokens[t.head].text) for t in annotation.tokens}
    assert wanted in found


@pytest.mark.parametrize(("rule", "text"), NEAR)
def test_repair_leaves_near_misses_alone(annotator: SpacyAnnotator, rule, text):
    annotation = annotator.annotate(document(text))
    assert [rule.apply(Parse(annotation.tokens), s) for s in annotation.sentences] == [{}] * len(annotation.sentences)


def test_repairing_twice_changes_nothing_more(annotator: SpacyAnnotator):
    for rule in REPAIRS:
        for text, _ in rule.examples:
            annotation = annotator.annotate(document(text))
            assert tuple(repair(list(annotation.tokens), annotation.sentences)) == annotation.tokens


def test_a_repair_that_would_close_a_circle_is_left_out(annotator: SpacyAnnotator, monkeypatch):
    annotation = annotator.annotate(document("Karl Lund was held by an officer and told nothing."))
    verb = next(t for t in annotation.tokens if t.text == "held")
    below = next(t for t in annotation.tokens if t.text == "Lund")
    circle = Repair("circle", lambda _tokens, _sentence: {verb.index: ("dep", below.index)}, (), ())
    monkeypatch.setattr(repairs, "REPAIRS", (circle,))
    assert tuple(repair(list(annotation.tokens), annotation.sentences)) == annotation.tokens
