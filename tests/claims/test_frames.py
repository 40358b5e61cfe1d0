"""Every frame of the lexicon matches its own examples and leaves its near misses alone, through the whole reader."""

import pytest

from tests.documents import document
from vitascope.claims.lexicon import Frame, load_lexicon
from vitascope.pipeline import Reader

FRAMES = load_lexicon("en").frames


def _told(reader: Reader, text: str, frame: Frame):
    life = document(text)
    return life, [c for c in reader.read(life).claims if c.rule.removeprefix("content:") == f"frame:{frame.id}"]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.id)
def test_frame_matches_its_examples(reader, frame):
    for example in frame.examples:
        life, found = _told(reader, example.text, frame)
        assert found, f"no claim of {frame.id} in: {example.text}"
        assert all(claim.type == frame.type for claim in found)
        subjects = {claim.subject.label for claim in found}
        subjects |= {life.quote(c.subject.span) for c in found if c.subject.span}
        assert example.subject in subjects
        for role, words in example.roles.items():
            told = [claim.roles[role] for claim in found if role in claim.roles]
            labels = {part.label for part in told} | {life.quote(part.span) for part in told if part.span}
            assert any(words == label or words in label for label in labels), f"{role}: {words} not in {labels}"


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.id)
def test_frame_leaves_its_near_misses_alone(reader, frame):
    for text in frame.near_misses:
        _, found = _told(reader, text, frame)
        assert not found, f"{frame.id} matched: {text}"
