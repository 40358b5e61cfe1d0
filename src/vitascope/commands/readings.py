"""From files to readings: one after the other, a bad one never stopping the rest."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vitascope.commands.messages import warn_of
from vitascope.errors import ModelError, VitascopeError
from vitascope.model import Clause, Document, Reading

if TYPE_CHECKING:
    from vitascope.pipeline import Reader
    from vitascope.store import Change, Project

_LONG = 4
"""From this many files on, progress is worth showing."""


def open_reader(model: str | None, language: str) -> Reader:
    """The reader of the whole way through; imported here because it brings spaCy."""
    from vitascope.pipeline import Reader

    return Reader(model, language)


@dataclass
class Batch:
    """Files to read, how to read them, and what failed on the way; with ``explain`` also the clauses by document."""

    arguments: Sequence[str]
    model: str | None = None
    language: str = "en"
    encoding: str | None = None
    quiet: bool = False
    explain: bool = False
    clauses: dict[str, tuple[Clause, ...]] = field(default_factory=dict)
    failures: list[VitascopeError] = field(default_factory=list)

    def readings(self, project: Project | None = None) -> Iterator[tuple[Document, Reading | None]]:
        """Each document with its reading; None for it where ``project`` already holds it as it would be read.

        Raises ModelError where no document could be read; everything else goes to ``failures``.
        """
        paths = self._paths()
        reader = open_reader(self.model, self.language) if paths else None
        for path in _shown(paths, self.quiet):
            document = self._document(path)
            if document is None or reader is None:
                continue
            if not self.quiet:
                warn_of(document)
            if project is not None and project.is_current(document, reader.provenance):
                yield document, None
                continue
            try:
                if self.explain:
                    reading, self.clauses[document.id] = reader.explained(document)
                else:
                    reading = reader.read(document)
            except ModelError:
                raise
            except VitascopeError as failure:
                self.failures.append(failure)
                continue
            yield document, reading

    def _paths(self) -> list[Path]:
        from vitascope.sources import expand

        found: dict[Path, None] = {}
        for argument in self.arguments:
            try:
                found.update(dict.fromkeys(expand([argument])))
            except VitascopeError as failure:
                self.failures.append(failure)
        return list(found)

    def _document(self, path: Path) -> Document | None:
        from vitascope.sources import read_file

        try:
            return read_file(path, encoding=self.encoding, language=self.language)
        except VitascopeError as failure:
            self.failures.append(failure)
            return None


def _shown(paths: list[Path], quiet: bool) -> Iterator[Path]:
    """The paths, with a bar on standard error while they are worked through, where someone sees it."""
    if quiet or len(paths) < _LONG or not sys.stderr.isatty():
        yield from paths
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(paths, "Reading", console=Console(stderr=True), transient=True)


def keep(batch: Batch, reading: Reading, project: Project) -> Change | None:
    """Save a reading; one that contradicts itself goes to the failures, None is returned, and others go on."""
    from vitascope.store import InconsistentReading

    try:
        return project.save(reading)
    except InconsistentReading as failure:
        batch.failures.append(failure)
        return None
