"""The cue lexicons run their own examples: every entry reaches what it must and leaves alone what it must."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope import lang
from vitascope.claims.status.cues import MODALITIES, Case, Governor, checked_entries, load_cues
from vitascope.claims.status.force import load_duress
from vitascope.claims.status.reach import Reaching
from vitascope.claims.status.undoings import load_undoings
from vitascope.errors import DataError
from vitascope.lang import load
from vitascope.language import SpacyAnnotator
from vitascope.model import Annotation, Block, Document, Source, Span
from vitascope.pipeline import Reader


@cache
def annotator() -> SpacyAnnotator:
    return SpacyAnnotator("sm")


@cache
def reader() -> Reader:
    return Reader("sm")


def document(text: str) -> Document:
    return Document("0" * 64, text, "", Source("case", "text", "0" * 64), (Block("paragraph", Span(0, len(text))),))


@cache
def parsed(text: str) -> Annotation:
    return annotator().annotate(document(text))


ENTRIES = [*load_cues().governors, *load_cues().modifiers, *load_cues().sources]
REACHED = [pytest.param(c, id=f"{e.id}: {c.text}") for e in ENTRIES for c in (*e.examples, *e.near_misses)]


@pytest.mark.parametrize("case", REACHED)
def test_entries_reach_what_they_must(case: Case) -> None:
    annotation = parsed(case.text)
    token = next(t.index for t in annotation.tokens if t.lemma.lower() == case.at)
    reach, _ = Reaching(annotation, load_cues()).at(token)
    told: dict[str, str] = {"modality": reach.modality, "standing": reach.standing}
    told["polarity"] = "affirmed" if reach.holds else "negated"
    plain = {"modality": "asserted", "standing": "stands", "polarity": "affirmed"}
    wanted = {k: v for k, v in case.status.items() if k != "attributed_to"}
    assert {k: v for k, v in told.items() if v != plain[k]} == wanted, reach.because


@pytest.mark.parametrize("entry", ENTRIES, ids=[e.id for e in ENTRIES])
def test_near_misses_stay_facts_of_their_own(entry: Governor) -> None:
    assert all(not c.status for c in entry.near_misses)


FORCE = [
    *((c, True) for c in load_duress().examples),
    *((c, False) for c in load_duress().near_misses),
]


@pytest.mark.parametrize(("case", "forced"), [pytest.param(c, f, id=c.text) for c, f in FORCE])
def test_force_taints_the_word_it_got(case: Case, forced: bool) -> None:
    words = ("confession", "statement", "event")
    told = [
        c
        for c in reader().read(document(case.text)).claims
        if c.type in words and case.at[:5] in case.text[c.predicate.start : c.predicate.end].lower()
    ]
    assert told
    assert {c.status.duress for c in told} == {forced}


UNDONE = [(text, u.standing) for u in load_undoings() for text in u.examples]
LEFT = [(text, "stands") for u in load_undoings() for text in u.near_misses]


@pytest.mark.parametrize(("text", "standing"), [*UNDONE, *LEFT])
def test_undoings_reach_the_content(text: str, standing: str) -> None:
    told = [c for c in reader().read(document(named(text))).claims if c.type == "involvement"]
    assert told
    assert {c.status.standing for c in told} == {standing}
    if standing != "stands":
        assert all(any(standing in reason for reason in c.status.because) for c in told)


def named(text: str) -> str:
    """The example with a name for its first pronoun, so that somebody is told of."""
    for pronoun, name in (("He ", "Karl Dahl "), ("She ", "Anna Berg ")):
        if text.startswith(pronoun):
            return name + text[len(pronoun) :]
    return text


def test_a_faulty_entry_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lang, "load", lambda *_: {"governors": [{"id": "broken", "verbs": ["x"]}]})
    with pytest.raises(DataError, match="broken"):
        list(checked_entries("en", "status", "governors", Governor))


SENTENCES = ["Anna Berg joined the party.", "Anna Berg was arrested.", "Anna Berg left the town."]
FRAMES = [
    "{}",
    "Karl Dahl claimed that {}",
    "It is possible that {}",
    "Karl Dahl denied that {}",
    "Karl Dahl feared that {}",
    "Karl Dahl discovered that {}",
]


@given(st.sampled_from(SENTENCES), st.lists(st.sampled_from(FRAMES[1:]), max_size=2))
def test_governing_never_brings_a_content_nearer_to_fact(sentence: str, frames: list[str]) -> None:
    """However deep a content is nested, it is at least as far from fact as its last governor alone puts it."""
    text = sentence
    for frame in frames:
        text = frame.format(text)
        inner = modality(frames[0].format(sentence))
        assert MODALITIES.index(modality(text)) >= MODALITIES.index(inner)


def modality(text: str) -> str:
    annotation = parsed(text)
    verb = next(t.index for t in reversed(annotation.tokens) if t.lemma in ("join", "arrest", "leave"))
    return Reaching(annotation, load_cues()).at(verb)[0].modality


RIVALS = load("en", "status-standing")["rivals"]
SET = [(case, "disputed") for case in RIVALS["examples"]] + [(case, "stands") for case in RIVALS["near_misses"]]


@pytest.mark.parametrize(("case", "standing"), SET, ids=lambda c: c["text"] if isinstance(c, dict) else c)
def test_tellings_set_against_each_other_are_disputed(case: dict[str, str], standing: str) -> None:
    told = [c for c in reader().read(document(case["text"])).claims if c.type == case["claim"]]
    assert told
    assert {c.status.standing for c in told} == {standing}
