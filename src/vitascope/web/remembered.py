"""Answers that cost time, kept until the project file changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TypeVar

Answer = TypeVar("Answer")

HELD = 64
"""How many answers are kept; the one that was not asked for the longest goes first."""


class Memory:
    """Answers by question, good for as long as the file and its write-ahead log are as they were.

    Safe to be used from several threads; of two that ask the same at once the second waits for the first.
    """

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, tuple[object, object]] = OrderedDict()
        self._lock = threading.Lock()
        self._at_work: dict[Hashable, threading.Lock] = {}

    def answer(self, project: Path, question: Hashable, compute: Callable[[], Answer]) -> Answer:
        """The answer to a question about this project, computed where it is not known."""
        with self._lock:
            at_work = self._at_work.setdefault(question, threading.Lock())
        with at_work:
            return self._known_or(_stamp(project), question, compute)

    def _known_or(self, stamp: object, question: Hashable, compute: Callable[[], Answer]) -> Answer:
        with self._lock:
            held = self._answers.get(question)
            if held is not None and held[0] == stamp:
                self._answers.move_to_end(question)
                return held[1]  # type: ignore[return-value]
        found = compute()
        with self._lock:
            self._answers[question] = (stamp, found)
            while len(self._answers) > HELD:
                gone, _ = self._answers.popitem(last=False)
                self._at_work.pop(gone, None)
        return found


def _stamp(project: Path) -> tuple[tuple[int, int], ...]:
    """Size and time of the file and of its log: a commit changes one of them.

    An empty log says nothing: whoever opens the file makes one, and whoever closes it last takes it away.
    """
    found = []
    for path in (project, project.with_name(project.name + "-wal")):
        try:
            state = path.stat()
        except FileNotFoundError:
            continue
        if state.st_size:
            found.append((state.st_size, state.st_mtime_ns))
    return tuple(found)
