"""From files to readings: in this process or in several, a bad file never stopping the rest."""

from __future__ import annotations

import codecs
import hashlib
import os
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vitascope.commands.messages import warn_of
from vitascope.commands.progress import progress
from vitascope.commands.workers import Crew, Died
from vitascope.errors import VitascopeError
from vitascope.model import Provenance, Reading
from vitascope.store import Held

if TYPE_CHECKING:
    from vitascope.pipeline import Reader
    from vitascope.store import Change, Project

ENOUGH = 8
"""Files for which one more process is worth the seconds that it takes to load the model."""
MOST_JOBS = 64


def open_reader(model: str | None, language: str) -> Reader:
    """The reader of the whole way through; imported here because it brings spaCy."""
    from vitascope.pipeline import Reader

    return Reader(model, language)


def identify_reader(model: str | None, language: str) -> Provenance:
    """By what that reader reads, without loading its model."""
    from vitascope.pipeline import provenance

    return provenance(model, language)


@dataclass(frozen=True, slots=True)
class _File:
    """A file that was opened: its bytes, or why there is nothing to read."""

    name: str
    data: bytes = b""
    instead: Held | VitascopeError | None = None


@dataclass
class Batch:
    """Files to read, how to read them, and what failed on the way.

    ``jobs`` processes read; with 1 it is this one, with None it depends on the machine and the number of files.
    """

    arguments: Sequence[str]
    model: str | None = None
    language: str = "en"
    encoding: str | None = None
    quiet: bool = False
    jobs: int | None = 1
    failures: list[VitascopeError] = field(default_factory=list)
    done: int = 0
    files: int = 0

    def outcomes(self, project: Project | None = None) -> Generator[Reading | Held, None, None]:
        """Each file's reading, in the order of the files whatever the number of processes.

        What ``project`` already holds as it would be read is not read again: a :class:`Held` says so. Memory does not
        grow with the number of files. Raises ModelError where there is no model, VitascopeError where no process
        can be started; everything else goes to ``failures``.
        """
        paths = self._paths()
        self.files = len(paths)
        if not paths:
            return
        by = identify_reader(self.model, self.language)
        with progress(len(paths), self.quiet) as bar:
            for file, result in self._read(self._opened(paths, project, by), len(paths)):
                outcome = _died(file.name, result) if isinstance(result, Died) else result or file.instead
                if isinstance(outcome, VitascopeError):
                    self.failures.append(outcome)
                elif outcome is not None:
                    with bar.hidden():
                        if isinstance(outcome, Reading) and not self.quiet:
                            warn_of(outcome.document)
                        yield outcome
                self.done += 1
                bar.advance()

    def _read(
        self, files: Iterator[_File], count: int
    ) -> Iterator[tuple[_File, Reading | VitascopeError | Died | None]]:
        prepare = partial(_prepared, open_reader, self.model, self.language, self.encoding)
        jobs = self.jobs or min(_processors(), -(-count // ENOUGH))
        if jobs > 1:
            crew: Crew[_File, Reading | VitascopeError] = Crew(prepare, jobs)
            yield from crew.results((file, file.instead is None) for file in files)
            return
        read: Callable[[_File], Reading | VitascopeError] | None = None
        for file in files:
            if file.instead is not None:
                yield file, None
                continue
            read = read or prepare()
            yield file, read(file)

    def _paths(self) -> list[Path]:
        from vitascope.sources import expand

        found: dict[Path, None] = {}
        for argument in self.arguments:
            try:
                found.update(dict.fromkeys(expand([argument])))
            except VitascopeError as failure:
                self.failures.append(failure)
        return list(found)

    def _opened(self, paths: list[Path], project: Project | None, by: Provenance) -> Iterator[_File]:
        from vitascope.sources import raw_bytes, uri_of

        for path in paths:
            name = uri_of(path)
            try:
                data = raw_bytes(path)
                held = None if project is None else self._held(project, name, data, by)
            except VitascopeError as failure:
                yield _File(name, instead=failure)
                continue
            yield _File(name, data, held)

    def _held(self, project: Project, name: str, data: bytes, by: Provenance) -> Held | None:
        """What the project holds of a file, if reading it again could change nothing."""
        held = project.held(name)
        if held is None or held.provenance != by:
            return None
        if held.sha256 == hashlib.sha256(data).hexdigest() and _surely_read_as(held.encoding, self.encoding):
            return held
        from vitascope.sources import read_text

        document = read_text(data, name, encoding=self.encoding, language=self.language)
        return held if held.document == document.id else None


def _surely_read_as(before: str, asked: str | None) -> bool:
    """Whether the same bytes give the same text as before without decoding them: as UTF-8, or as what is asked for."""
    if asked is None:
        return before == "utf-8"
    try:
        return codecs.lookup(asked).name == before
    except LookupError:
        return False


def _prepared(
    opener: Callable[[str | None, str], Reader], model: str | None, language: str, encoding: str | None
) -> Callable[[_File], Reading | VitascopeError]:
    """Ready to read files; runs in every process that reads."""
    return partial(_read_one, opener(model, language), language, encoding)


def _read_one(reader: Reader, language: str, encoding: str | None, file: _File) -> Reading | VitascopeError:
    from vitascope.sources import read_text

    try:
        return reader.read(read_text(file.data, file.name, encoding=encoding, language=language))
    except VitascopeError as failure:
        return failure
    except Exception as fault:  # noqa: BLE001 - one file must not stop thousands; it is told as a fault of ours
        at = traceback.extract_tb(fault.__traceback__)[-1]
        place = f"{Path(at.filename).stem}:{at.lineno}"
        what = f"reading it failed in Vitascope itself ({type(fault).__name__} in {place}: {fault})"
        return VitascopeError(file.name, what, "report this with the file; the other files are not touched by it")


def _died(name: str, end: Died) -> VitascopeError:
    return VitascopeError(
        name,
        f"the process that read it was ended ({end.how}), perhaps for want of memory",
        "read it by itself with --jobs 1, or split it; the other files are not touched by it",
    )


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def keep(batch: Batch, reading: Reading, project: Project) -> Change | None:
    """Save a reading; one that contradicts itself goes to the failures, None is returned, and others go on."""
    from vitascope.store import InconsistentReading

    try:
        return project.save(reading)
    except InconsistentReading as failure:
        batch.failures.append(failure)
        return None
