"""The judgements of a project: what people say of its claims and personas, and what stands of it."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

from vitascope.errors import DataError, StoreError
from vitascope.export.attested import Attested
from vitascope.judgement import Anchor, Correction, Judgement
from vitascope.model import Reading, Verdict
from vitascope.store import changes, checking, copying, correcting, identity, judging
from vitascope.store.changes import Difference, Quoted
from vitascope.store.identity import Cluster
from vitascope.store.judging import Placed
from vitascope.store.names import Named


class JudgementBook(ABC):
    """What a project can do beyond keeping readings: be judged, compared, checked and copied.

    Every author is named, every time is UTC (ISO 8601, now unless given). Nothing is ever deleted.
    """

    _connection: sqlite3.Connection
    where: str

    @abstractmethod
    def claim(self, prefix: str, judged: bool = True) -> Attested:
        """The one claim whose id begins with ``prefix``."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[None]: ...

    @abstractmethod
    def _writing(self) -> AbstractContextManager[None]: ...

    # ------------------------------------------------------------ judging

    def judge(
        self,
        claim: str,
        verdict: Verdict,
        *,
        by: str,
        why: str = "",
        correction: Correction | None = None,
        at: str | None = None,
    ) -> Judgement:
        """Accept, reject, correct or doubt (``unsure``) the claim whose id begins with ``claim``.

        Raises StoreError where there is no such claim, DataError for a correction that no claim can have.
        """
        item = self.claim(claim)
        correcting.check(verdict, correction, item.claim)
        with self._writing():
            anchor, how = judging.anchored(self._connection, item.document, item.claim)
            made = Judgement(0, at or _now(), _author(by), "claim", verdict, why, (anchor,), correction)
            return judging.add(self._connection, made, how)

    def judge_personas(
        self, one: Named, other: Named, verdict: Verdict, *, by: str, why: str = "", at: str | None = None
    ) -> Judgement:
        """Say that two personas are the ``same``, ``different``, or that one is ``unsure``.

        Raises DataError for another verdict, and for a persona and itself.
        """
        if verdict not in correcting.PERSONA_VERDICTS:
            known = ", ".join(correcting.PERSONA_VERDICTS)
            raise DataError("verdict", f"“{verdict}” is not said of two personas", f"one of: {known}")
        if (one.document, one.persona.id) == (other.document, other.persona.id):
            raise DataError(one.persona.label, "is one persona, not two", "name two, by their ids if need be")
        anchors = tuple(Anchor(w.uri, w.document, w.persona.id, w.persona.label) for w in (one, other))
        with self._writing():
            made = Judgement(0, at or _now(), _author(by), "personas", verdict, why, anchors)
            return judging.add(self._connection, made)

    def undo(self, number: int, *, by: str, why: str = "", at: str | None = None) -> Judgement:
        """Take a judgement back, by a judgement. Raises StoreError where there is none that could be."""
        with self._writing():
            found = judging.placed(self._connection, "number = ?", (number,))
            if not found:
                raise StoreError(self.where, f"there is no judgement {number}", "list them: vitascope judgements")
            if found[0].undone is not None:
                raise StoreError(self.where, f"judgement {number} was taken back by {found[0].undone}", "judge again")
            if found[0].judgement.verdict == "undo":
                what = f"judgement {number} takes one back itself"
                raise StoreError(self.where, what, f"judge anew what judgement {found[0].judgement.undoes} was about")
            made = Judgement(0, at or _now(), _author(by), "judgement", "undo", why, undoes=number)
            return judging.add(self._connection, made)

    # ------------------------------------------------------------ asking

    def judgements(self, *, lost: bool = False) -> tuple[Placed, ...]:
        """Every judgement, oldest first; where ``lost``, those that apply to nothing in the project any more."""
        with self._reading():
            return tuple(each for each in judging.placed(self._connection) if each.lost or not lost)

    def history(self, target: str) -> tuple[Placed, ...]:
        """Every judgement about a claim or persona, oldest first, by its whole id, now or when it was judged."""
        with self._reading():
            return tuple(judging.about(self._connection, target))

    def clusters(self) -> tuple[Cluster, ...]:
        """Which personas are one person by what stands as ``same``, with what contradicts it."""
        with self._reading():
            return identity.clusters(judging.links(self._connection))

    # ------------------------------------------------------------ comparing, checking, copying

    def last_changes(self) -> dict[str, tuple[Difference, ...]]:
        """What the last reading that changed anything made of each place's claims, by uri."""
        with self._reading():
            return changes.noted(self._connection)

    def compare(self, reading: Reading) -> tuple[Difference, ...]:
        """What saving this reading would make appear, disappear and change; nothing is saved."""
        with self._reading():
            before = changes.held(self._connection, reading.document.source.uri)
        return changes.differences(before, [Quoted(c, reading.document.quote(c.span)) for c in reading.claims])

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file, one line each; empty where all is well. Changes nothing."""
        with self._writing():
            return tuple(checking.faults(self._connection))

    def backup(self, target: Path | str, force: bool = False) -> int:
        """Copy the project as it is now, while others may use it; the copy is checked before it gets its name.

        Gives its size in bytes. Raises StoreError where ``target`` exists, unless ``force``, and where the copy is not
        whole.
        """
        return copying.copy(self._connection, Path(target), force)


def _author(by: str) -> str:
    name = " ".join(by.split())
    if not name:
        raise StoreError("judgement", "nobody is named who says so", "say who you are: --by NAME")
    return name


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
