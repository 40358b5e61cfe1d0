"""What is judged of a claim, what stands of it, and that it survives another reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.readings import PROVENANCE, brandvold
from tests.store.lines import LINES, Rules, life, whole
from vitascope.errors import DataError, StoreError
from vitascope.export.claims_jsonl import claim_object
from vitascope.export.schema import faults
from vitascope.judgement import Correction
from vitascope.model import Party, Span
from vitascope.store import ClaimFilter, Project, quoted


def of_type(project, type_, **asked):
    return [claim for _, claim in project.claims(ClaimFilter(types=(type_,), **asked))]


def one(project, type_, **asked):
    [claim] = of_type(project, type_, **asked)
    return claim


@pytest.fixture
def project():
    with Project.in_memory() as opened:
        opened.save(whole())
        yield opened
        assert opened.check() == ()


def judge(project, type_, verdict, by="R. Hale", **more):
    return project.judge(one(project, type_, rejected=True).id, verdict, by=by, at="2024-05-01T10:00:00Z", **more)


def test_a_judgement_is_kept_with_all_that_belongs_to_it(project):
    made = judge(project, "arrest", "accept", why="so in the register")
    [kept] = project.judgements()
    assert kept.judgement == made
    assert (made.number, made.by, made.at, made.why) == (1, "R. Hale", "2024-05-01T10:00:00Z", "so in the register")
    [anchor] = made.anchors
    assert anchor.quote.exact == LINES["arrest"]
    assert anchor.claim == one(project, "arrest", judged=False)
    assert anchor.label == "Judita Krenn"


def test_the_time_is_now_in_utc():
    with Project.in_memory() as project:
        project.save(whole())
        made = project.judge(project.claims()[0].claim.id, "accept", by="A")
    assert made.at.endswith("Z")
    assert len(made.at) == 20


def test_raw_and_judged_stand_side_by_side(project):
    raw = one(project, "arrest")
    judge(project, "arrest", "correct", correction=Correction(when="1903-02"))
    now = one(project, "arrest")
    assert one(project, "arrest", judged=False) == raw
    assert (now.when.edtf, now.when.earliest, now.when.latest) == ("1903-02", "1903-02-01", "1903-02-28")
    assert "corrected by R. Hale (judgement 1)" in now.when.because
    assert (now.judged.verdict, now.judged.by, now.judged.corrected) == ("correct", ("R. Hale",), ("when",))
    assert [c.type for _, c in project.claims(ClaimFilter(after="1903-01-01", before="1903-12-31"))] == ["arrest"]
    assert faults(claim_object(project.claim(now.id))) == ()


def test_what_is_rejected_is_hidden_and_can_be_asked_for(project):
    judge(project, "arrest", "reject")
    assert of_type(project, "arrest") == []
    assert one(project, "arrest", rejected=True).judged.verdict == "reject"
    assert len(of_type(project, "arrest", judged=False)) == 1
    [reading] = project.readings(judged=True)
    assert "arrest" not in [c.type for c in reading.claims]
    assert "arrest" in [c.type for r in project.readings() for c in r.claims]


@pytest.mark.parametrize(
    ("correction", "part", "value"),
    [
        (Correction(type="imprisonment"), "type", "imprisonment"),
        (Correction(when=""), "when.edtf", None),
        (Correction(subject=Party("a sister")), "subject.label", "a sister"),
        (Correction(roles={"place": Party("Ostrava")}), "roles.place.label", "Ostrava"),
        (Correction(status={"duress": True}), "status.duress", True),
        (Correction(status={"attributed_to": "the police"}), "status.attributed_to", "the police"),
    ],
)
def test_every_part_can_be_corrected(project, correction, part, value):
    judge(project, "arrest", "correct", correction=correction)
    got = one(project, correction.type or "arrest")
    for name in part.split("."):
        got = got[name] if isinstance(got, dict) else getattr(got, name)
    assert got == value


def test_the_words_can_be_corrected_and_are_found_again(project):
    claim = one(project, "arrest")
    text = project.document(claim.document).text
    start = text.index("came for her")
    judge(project, "arrest", "correct", correction=Correction(quote=quoted(text, Span(start, start + 12))))
    assert project.claim(claim.id).quote == "came for her"
    project.save(life([("", "A preface"), *LINES.items()], Rules(salt="2")))
    assert project.claim(one(project, "arrest").id).quote == "came for her"


@pytest.mark.parametrize(
    ("verdict", "correction", "told"),
    [
        ("same", None, "not said of a claim"),
        ("correct", None, "changes nothing"),
        ("correct", Correction(), "changes nothing"),
        ("accept", Correction(when="1900"), "changes nothing"),
        ("correct", Correction(type="arest"), "no claim type"),
        ("correct", Correction(roles={"stepmother": Party("x")}), "is no role of arrest"),
        ("correct", Correction(when="19O2"), "1937-08"),
        ("correct", Correction(status={"truth": True}), "no part of a status"),
        ("correct", Correction(status={"modality": "sworn"}), "cannot be"),
    ],
)
def test_what_no_claim_can_have_is_refused(project, verdict, correction, told):
    with pytest.raises(DataError, match=told):
        judge(project, "arrest", verdict, correction=correction)
    assert project.judgements() == ()


def test_a_claim_that_another_program_reads_away_meanwhile(tmp_path, monkeypatch):
    with Project.open(tmp_path / "p.vita") as project, Project.open(tmp_path / "p.vita") as other:
        project.save(whole())
        real = project.claim

        def claim(prefix, judged=True):
            found = real(prefix, judged)
            other.save(whole(Rules(salt="2")))
            return found

        monkeypatch.setattr(project, "claim", claim)
        with pytest.raises(StoreError, match="by another program"):
            project.judge(project.claims()[0].claim.id, "accept", by="A")
        assert project.judgements() == ()


@pytest.mark.parametrize("by", ["", "  "])
def test_somebody_must_say_so(project, by):
    with pytest.raises(StoreError, match="nobody is named"):
        judge(project, "arrest", "accept", by=by)


def test_undo_takes_back_once_and_keeps_both(project):
    judge(project, "arrest", "reject")
    project.undo(1, by="B", why="a slip")
    assert one(project, "arrest").judged is None
    assert [p.judgement.verdict for p in project.history(one(project, "arrest").id)] == ["reject", "undo"]
    for number, told in ((1, "taken back by 2"), (2, "takes one back itself"), (9, "no judgement 9")):
        with pytest.raises(StoreError, match=told):
            project.undo(number, by="B")


def test_corrections_add_up_and_the_last_verdict_stands(project):
    judge(project, "arrest", "correct", by="A", correction=Correction(when="1903", type="imprisonment"))
    imprisonment = one(project, "imprisonment")
    project.judge(imprisonment.id, "correct", by="B", correction=Correction(when="1904"))
    project.judge(imprisonment.id, "accept", by="C")
    now = one(project, "imprisonment")
    assert (now.when.edtf, now.judged.verdict, now.judged.by) == ("1904", "accept", ("A", "B", "C"))
    project.undo(2, by="B")
    assert one(project, "imprisonment").when.edtf == "1903"
    project.undo(1, by="A")
    assert (one(project, "arrest").when.edtf, one(project, "arrest").judged.by) == ("1902", ("C",))


EDITS = {
    "before": lambda lines: [("", "A new first line"), *lines],
    "in": lambda lines: [(t, w.replace("the gendarmes", "two gendarmes")) for t, w in lines],
    "after": lambda lines: [*lines, ("", "A new last line")],
    "around": lambda lines: [(t, w if t == "arrest" else w.replace("e", "ee", 2)) for t, w in lines],
    "order": lambda lines: list(reversed(lines)),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
@pytest.mark.parametrize(
    "rules", [Rules(), Rules(salt="2"), Rules(salt="2", label="J. Krenn")], ids=["", "ids", "label"]
)
def test_a_correction_survives_edits_and_other_rules(project, edit, rules):
    judge(project, "arrest", "correct", correction=Correction(when="1903"))
    judge(project, "award", "reject")
    rules = replace(rules, label="Judita Krenn" if rules.label == "J. Krenn" and edit is EDITS["in"] else rules.label)
    if rules.label == "J. Krenn":
        rules = replace(rules, label="Krenn")
    project.save(life(edit(list(LINES.items())), rules))
    assert one(project, "arrest").when.edtf == "1903"
    assert of_type(project, "award") == []
    assert project.judgements(lost=True) == ()
    assert len(project.claims(ClaimFilter(rejected=True))) == len(LINES)


def test_an_unread_claim_stands_by_whoever_accepted_or_corrected_it(project):
    judge(project, "arrest", "accept")
    judge(project, "post", "correct", correction=Correction(when="1907"))
    judge(project, "award", "reject")
    blind = frozenset({"arrest", "post", "award"})
    project.save(life([("", "A preface"), *LINES.items()], Rules(salt="2", blind=blind)))
    arrest, post = one(project, "arrest"), one(project, "post")
    assert (arrest.when.edtf, post.when.edtf) == ("1902", "1907")
    assert arrest.judged.alone
    assert project.claim(arrest.id).quote == LINES["arrest"]
    assert [c.type for _, c in project.claims()] == ["arrest", "post", "marriage", "exile", "death"]
    assert [p.judgement.number for p in project.judgements(lost=True)] == [3], "there is nothing to reject"
    assert faults(claim_object(project.claim(arrest.id))) == ()
    project.save(whole(Rules(salt="3")))
    assert not one(project, "arrest").judged.alone
    assert of_type(project, "award") == []
    assert len(project.claims(ClaimFilter(rejected=True))) == len(LINES)


def test_a_claim_that_only_judgements_hold_can_be_judged(project):
    judge(project, "arrest", "accept")
    project.save(whole(Rules(salt="2", blind=frozenset({"arrest"}))))
    judge(project, "arrest", "correct", by="B", correction=Correction(when="1899"))
    assert one(project, "arrest").when.edtf == "1899"
    judge(project, "arrest", "reject", by="B")
    assert of_type(project, "arrest", rejected=True) == []
    project.save(whole(Rules(salt="3")))
    assert one(project, "arrest", rejected=True).judged.numbers == (1, 2, 3)


def test_a_reading_that_has_come_to_say_what_was_corrected_is_the_same_claim(project):
    judge(project, "arrest", "correct", correction=Correction(type="imprisonment"))
    lines = [("imprisonment" if t == "arrest" else t, w) for t, w in LINES.items()]
    project.save(life(lines, Rules(salt="2")))
    assert one(project, "imprisonment").judged.corrected == ("type",)
    assert of_type(project, "arrest") == []


def test_what_is_read_otherwise_since_is_told(project):
    judge(project, "arrest", "accept")
    judge(project, "post", "accept")
    project.save(whole(Rules(late=frozenset({"arrest"}))))
    assert [c.type for _, c in project.claims(ClaimFilter(outdated=True))] == ["arrest"]
    assert one(project, "arrest").when.edtf == "1903", "an acceptance changes nothing"


def test_a_document_taken_out_and_put_back(project):
    judge(project, "arrest", "correct", correction=Correction(when="1903"))
    project.remove("krenn.txt")
    assert project.claims() == ()
    assert [p.judgement.number for p in project.judgements(lost=True)] == [1]
    project.save(life(EDITS["before"](list(LINES.items())), Rules(salt="2")))
    assert one(project, "arrest").when.edtf == "1903"
    with pytest.raises(StoreError, match="nothing was read at"):
        project.remove("other.txt")


def test_a_text_that_was_moved_is_found_by_its_id(project):
    judge(project, "arrest", "reject")
    project.save(whole(uri="moved.txt"))
    project.remove("krenn.txt")
    assert of_type(project, "arrest") == []


def test_what_cannot_be_told_apart_is_not_guessed():
    twice = brandvold()
    arrest = next(c for c in twice.claims if c.type == "arrest")
    with Project.in_memory() as project:
        project.save(twice)
        project.judge(arrest.id, "reject", by="A")
        both = [replace(arrest, id=f"new-{n}") for n in (1, 2)]
        others = [c for c in twice.claims if c.type != "arrest"]
        project.save(replace(twice, claims=(*others, *both), provenance=replace(PROVENANCE, rules="rules-2")))
        assert len(of_type(project, "arrest")) == 2
        assert [p.judgement.number for p in project.judgements(lost=True)] == [1]


def test_the_same_judgements_and_readings_give_the_same_file():
    def made():
        with Project.in_memory() as project:
            project.save(whole())
            judge(project, "arrest", "correct", correction=Correction(when="1903", roles={"place": Party("Brno")}))
            judge(project, "post", "accept")
            project.save(life(EDITS["in"](list(LINES.items())), Rules(salt="2", blind=frozenset({"post"}))))
            return list(project._connection.iterdump())

    assert made() == made()
