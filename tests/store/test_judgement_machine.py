"""Judging, taking back, reading anew and editing in any order, against a model that is a few lists."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.store.lines import LINES, Rules, life, year_of
from vitascope.judgement import Correction
from vitascope.store import Project

TYPES = st.sampled_from(sorted(LINES))
FILLERS = ("The winters there were long", "Nobody wrote down what the children ate")


class Judged(RuleBasedStateMachine):
    """The model: the lines of the text, the rules, and for each judgement its type of claim, words and correction."""

    @initialize()
    def begin(self) -> None:
        self.project = Project.in_memory()
        self.lines = list(LINES.items())
        self.rules = Rules()
        self.made: dict[int, tuple[str, str, str, str | None]] = {}
        self.undone: set[int] = set()
        self.there = True
        self.read()

    def read(self) -> None:
        if self.there:
            self.project.save(life(self.lines, self.rules))

    # ------------------------------------------------------------ people

    @precondition(lambda self: self.there)
    @rule(type_=TYPES, verdict=st.sampled_from(["accept", "reject", "correct", "unsure"]), by=st.sampled_from("AB"))
    def judge(self, type_: str, verdict: str, by: str) -> None:
        words = dict(self.lines).get(type_)
        shown = self.shown()
        if words is None or type_ not in shown:
            return
        when = str(1850 + len(self.made)) if verdict == "correct" else None
        correction = Correction(when=when) if when else None
        made = self.project.judge(shown[type_].id, verdict, by=by, correction=correction, at="2024-01-01T00:00:00Z")
        self.made[made.number] = (type_, words, verdict, when)

    @precondition(lambda self: set(self.made) - self.undone)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(set(self.made) - self.undone)))
        self.project.undo(number, by="A", at="2024-01-02T00:00:00Z")
        self.undone.add(number)

    # ------------------------------------------------------------ readings

    @rule(salt=st.sampled_from("123"), blind=st.frozensets(TYPES, max_size=2), late=st.frozensets(TYPES, max_size=2))
    def read_by_other_rules(self, salt: str, blind: frozenset[str], late: frozenset[str]) -> None:
        self.rules = replace(self.rules, salt=salt, blind=blind, late=late)
        self.read()

    @rule()
    def remove(self) -> None:
        if self.there:
            self.project.remove("krenn.txt")
            self.there = False

    @rule()
    def put_back(self) -> None:
        self.there = True
        self.read()

    # ------------------------------------------------------------ the source

    @precondition(lambda self: self.there)
    @rule(filler=st.sampled_from(FILLERS), at=st.integers(0, 6))
    def add_a_line(self, filler: str, at: int) -> None:
        if ("", filler) not in self.lines:
            self.lines.insert(at, ("", filler))
            self.read()

    @precondition(lambda self: self.there and len(self.lines) > 3)
    @rule(at=st.integers(0, 7))
    def take_a_line_out(self, at: int) -> None:
        self.lines.pop(at % len(self.lines))
        self.read()

    @precondition(lambda self: self.there)
    @rule(type_=TYPES)
    def put_a_line_back(self, type_: str) -> None:
        if type_ not in dict(self.lines):
            self.lines.append((type_, LINES[type_]))
            self.read()

    @precondition(lambda self: self.there)
    @rule(type_=TYPES)
    def edit_a_line(self, type_: str) -> None:
        """One word is put in or taken out again."""
        words = dict(self.lines).get(type_)
        if words is not None:
            edited = words.replace(" the ", " the old ", 1) if " old " not in words else LINES[type_]
            self.lines[self.lines.index((type_, words))] = (type_, edited)
            self.read()

    # ------------------------------------------------------------ what must hold

    def shown(self) -> dict[str, object]:
        from vitascope.store import ClaimFilter

        found = [claim for _, claim in self.project.claims(ClaimFilter(rejected=True))]
        types = [claim.type for claim in found]
        assert len(types) == len(set(types)), "nothing is doubled"
        return dict(zip(types, found, strict=True))

    @invariant()
    def what_stands_is_what_was_said(self) -> None:
        if not hasattr(self, "project"):
            return
        shown = self.shown()
        for type_ in LINES:
            words = dict(self.lines).get(type_) if self.there else None
            said = [made for n, made in self.made.items() if n not in self.undone and made[0] == type_]
            alone = words is not None and type_ in self.rules.blind
            if alone:
                said = [made for made in said if made[1] == words]
            if words is None or (alone and not (said and said[-1][2] in ("accept", "correct"))):
                assert type_ not in shown
                continue
            claim = shown[type_]
            document = self.project.document(claim.document)
            assert document is not None
            assert document.quote(claim.span) == words
            if not said:
                assert claim.judged is None
                continue
            assert claim.judged.verdict == said[-1][2]
            assert claim.judged.alone == alone
            dates = [when for *_, when in said if when is not None]
            if dates:
                assert claim.when.edtf == dates[-1]
            elif not alone:
                assert claim.when.edtf == str(year_of(words) + (type_ in self.rules.late))

    @invariant()
    def nothing_is_lost(self) -> None:
        if not hasattr(self, "project"):
            return
        kept = self.project.judgements()
        assert [each.judgement.number for each in kept] == list(range(1, len(self.made) + len(self.undone) + 1))
        lost = {each.judgement.number for each in self.project.judgements(lost=True)}
        for number, (type_, words, verdict, _) in self.made.items():
            now = dict(self.lines).get(type_) if self.there else None
            found = now is not None and type_ not in self.rules.blind
            alone = now == words and verdict in ("accept", "correct")
            assert (number in lost) == (number not in self.undone and not (found or alone))

    def teardown(self) -> None:
        if hasattr(self, "project"):
            assert self.project.check() == ()
            self.project.close()


TestJudged = Judged.TestCase
TestJudged.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
