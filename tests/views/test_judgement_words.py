"""What people judged, in words, and the order in which claims are looked through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.readings import brandvold, claim, document
from vitascope.export.attested import Attested
from vitascope.judgement import Correction, Quote
from vitascope.model import Judged, Party, Span, Status
from vitascope.store import Difference, Project, Quoted
from vitascope.views.conflicts import conflicts
from vitascope.views.doubt import by_doubt
from vitascope.views.judgement_words import correction_words, difference_lines, judgement_line, sign
from vitascope.views.timeline import timeline

OF = document()
ARREST = claim(OF, "arrest", "In 1902 she was arrested")


def judged(verdict, by=("A",), **more):
    return Judged(verdict, by, "2024-05-01T10:00:00Z", (1,), **more)


@pytest.mark.parametrize(
    ("judged", "words"),
    [
        (None, ""),
        (judged("accept"), "accepted by A"),
        (judged("reject", ("A", "B")), "rejected by A, B"),
        (judged("correct", corrected=("when",)), "corrected by A"),
        (judged("accept", ("A", "B"), corrected=("when",)), "corrected and accepted by A, B"),
        (judged("unsure", outdated=True), "doubted by A, read otherwise since"),
        (judged("correct", alone=True), "corrected by A, no longer read"),
    ],
)
def test_signs(judged, words):
    assert sign(replace(ARREST, judged=judged)) == words


@pytest.mark.parametrize(
    ("correction", "words"),
    [
        (Correction(type="exile", when="1902-03"), "type = exile, when = 1902-03"),
        (Correction(when=""), "when = none"),
        (Correction(subject=Party("Jan")), "subject = Jan"),
        (Correction(quote=Quote(Span(0, 3), "she", "", "")), "words = “she”"),
        (Correction(roles={"place": None}, status={"duress": True}), "role.place = none, status.duress = yes"),
        (Correction(status={"attributed_to": None}), "status.attributed_to = none"),
    ],
)
def test_corrections(correction, words):
    assert correction_words(correction) == words


def test_a_judgement_in_a_line():
    with Project.in_memory() as project:
        project.save(brandvold())
        arrest = next(c for _, c in project.claims() if c.type == "arrest")
        project.judge(arrest.id, "correct", by="A", why="so she wrote", correction=Correction(when="1903"), at="2024")
        project.undo(1, by="B", at="2025")
        first, second = (judgement_line(each) for each in project.judgements())
    assert first == (
        f"1  2024  A: correct {arrest.id[:8]} arrest of Ilse Brandvold “In 1902 she was arrested”; when = 1903; "
        "because so she wrote; taken back by judgement 2"
    )
    assert second == "2  2025  B: undo 1"


def test_differences_in_lines():
    before, after = Quoted(ARREST, "In 1902 she was arrested"), Quoted(replace(ARREST, type="exile"), "In 1902")
    lines = difference_lines(Difference("changed", before, after))
    assert lines[0].startswith("- ")
    assert lines[0].endswith("“In 1902 she was arrested”   (type, words)")
    assert lines[1].startswith("+ ")
    assert len(difference_lines(Difference("appeared", None, after))) == 1


def test_the_most_doubtful_first():
    sure, unsure = replace(ARREST, id="sure", confidence=0.9), replace(ARREST, id="unsure", confidence=0.4)
    told = replace(ARREST, id="told", confidence=0.9, status=Status(modality="reported"))
    claims = [
        replace(sure, id="settled", judged=judged("accept")),
        replace(sure, id="rejected", judged=judged("reject")),
        sure,
        told,
        unsure,
        replace(sure, id="doubted", judged=judged("unsure")),
        replace(sure, id="outdated", judged=judged("correct", outdated=True)),
    ]
    queue = by_doubt(Attested(OF, each) for each in claims)
    assert [item.claim.id for item in queue] == ["doubted", "outdated", "unsure", "told", "sure"]


def test_a_timeline_says_who_corrected_and_conflicts_see_what_is_corrected():
    with Project.in_memory() as project:
        project.save(brandvold())
        birth = next(c for _, c in project.claims() if c.type == "birth")
        project.judge(birth.id, "correct", by="A", correction=Correction(when="1950"))
        rows = timeline("", project.claims()).rows
        assert [(row.date, row.mark) for row in rows if row.type == "birth"] == [("1950", "corrected by A")]
        [found] = [view for reading in project.readings(judged=True) for view in conflicts(reading)][:1]
        assert "[corrected by A]" in found.says
        project.judge(birth.id, "reject", by="A")
        assert [view for reading in project.readings(judged=True) for view in conflicts(reading)] == []
