"""Work shared out to processes, and its results in the order of the tasks, whoever finishes first.

Each process prepares itself once (a language model takes seconds and hundreds of megabytes) and is then given one
task at a time, so that it is known which task a process was at when it died. Only so many tasks are under way or
waiting to be taken as the window allows: memory does not grow with their number. See
docs/decisions/0016-processes-for-reading.md.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from vitascope.errors import VitascopeError

Task = TypeVar("Task")
Result = TypeVar("Result")

AHEAD = 16
"""Tasks a process that may be under way or finished before the oldest one is: what one slow text may hold up."""

_FAREWELL = 5.0  # seconds that a process is given to end by itself


@dataclass(frozen=True, slots=True)
class Died:
    """What is there instead of a result: the process at the task ended. ``how`` says it in words."""

    how: str


class _Worker:
    """A process at the other end of a pipe, and what it is at."""

    def __init__(self, prepare: Callable[[], Callable[[Any], Any]]) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, end = context.Pipe()
        self.process: BaseProcess = context.Process(target=_work, args=(end, prepare), daemon=True)
        with _interruptions_held():
            self.process.start()
        # Else the pipe would not be seen to close when the process dies.
        end.close()
        self.ready = False
        self.slot: _Slot | None = None

    def end(self, *, now: bool) -> None:
        self.pipe.close()
        if now:
            self.process.terminate()
        self.process.join(_FAREWELL)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()


@dataclass(slots=True)
class _Slot:
    task: Any
    result: Any = None
    done: bool = False

    def fill(self, result: Any) -> None:
        self.result, self.done = result, True


class Crew(Generic[Task, Result]):
    """Up to ``jobs`` processes, started when there is something to do. ``prepare`` runs in each, and gives its work.

    ``prepare`` and tasks are pickled. What the work raises ends its process, so it should not. An error for the
    user that ``prepare`` raises is raised here.
    """

    def __init__(self, prepare: Callable[[], Callable[[Task], Result]], jobs: int) -> None:
        self._prepare, self._jobs = prepare, jobs
        self._workers: list[_Worker] = []

    def results(self, tasks: Iterable[tuple[Task, bool]]) -> Iterator[tuple[Task, Result | Died | None]]:
        """Each task with its result, in order; a task that comes with False is passed on with None for one.

        Raises VitascopeError where no process can be made ready. The processes end with the iteration, at once
        where it is broken off.
        """
        whole = False
        try:
            yield from self._results(iter(tasks))
            whole = True
        finally:
            for worker in self._workers:
                worker.end(now=not whole)
            self._workers.clear()

    def _results(self, tasks: Iterator[tuple[Task, bool]]) -> Iterator[tuple[Task, Result | Died | None]]:
        slots: deque[_Slot] = deque()
        waiting: deque[_Slot] = deque()
        exhausted = False
        while True:
            while not exhausted and len(slots) < self._jobs * AHEAD and not (slots and slots[0].done):
                try:
                    task, wanted = next(tasks)
                except StopIteration:
                    exhausted = True
                    break
                slot = _Slot(task, done=not wanted)
                slots.append(slot)
                if wanted:
                    waiting.append(slot)
                    self._give(waiting)
            if not slots:
                return
            if slots[0].done:
                first = slots.popleft()
                yield first.task, first.result
                continue
            self._give(waiting)
            self._take()

    def _give(self, waiting: deque[_Slot]) -> None:
        """Waiting tasks to whoever is free; as many more processes as there is work for."""
        for worker in self._workers:
            if waiting and worker.ready and worker.slot is None:
                worker.slot = waiting.popleft()
                # One that died while it was idle is found out when its answer is asked for.
                with contextlib.suppress(OSError):
                    worker.pipe.send(worker.slot.task)
        starting = sum(not worker.ready for worker in self._workers)
        while len(waiting) > starting and len(self._workers) < self._jobs:
            self._workers.append(_Worker(self._prepare))
            starting += 1

    def _take(self) -> None:
        """Wait for a word from any process, and note what it says."""
        heard = wait([worker.pipe for worker in self._workers])
        for worker in [worker for worker in self._workers if worker.pipe in heard]:
            try:
                said = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if worker.slot is not None:
                worker.slot.fill(said)
                worker.slot = None
            elif said is None:
                worker.ready = True
            else:
                raise said

    def _bury(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.end(now=False)
        how = _told(worker.process.exitcode)
        if not worker.ready:
            advice = "free some memory, or read with fewer processes: --jobs 1"
            raise VitascopeError("reading process", f"ended before it could begin: {how}", advice)
        if worker.slot is not None:
            worker.slot.fill(Died(how))


def _told(exitcode: int | None) -> str:
    if exitcode is None or exitcode >= 0:
        return f"exit code {exitcode}"
    try:
        return f"signal {-exitcode}, {signal.Signals(-exitcode).name}"
    except ValueError:
        return f"signal {-exitcode}"


@contextlib.contextmanager
def _interruptions_held() -> Iterator[None]:
    """Ctrl-C goes to every process at a terminal; a new one must not answer it, and this one not lose it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection, prepare: Callable[[], Callable[[Any], Any]]) -> None:
    """The life of a process: prepare, say so, then answer until nobody asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Either end of the conversation may be gone: then there is nobody to tell.
    with contextlib.suppress(EOFError, OSError):
        try:
            work = prepare()
        except VitascopeError as fault:
            pipe.send(fault)
            return
        pipe.send(None)
        while True:
            pipe.send(work(pipe.recv()))
