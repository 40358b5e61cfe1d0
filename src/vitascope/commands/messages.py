"""What goes to standard error: warnings about texts, files that failed."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from vitascope.errors import VitascopeError
from vitascope.model import Document, Notice
from vitascope.sources.paths import harmless
from vitascope.store import ClaimFilter, Project


def tell(message: str) -> None:
    """One message on standard error; what would steer a terminal (names of files may) is shown as an escape."""
    typer.echo(harmless(message), err=True)


def place(document: Document, offset: int) -> str:
    """``uri:line:column`` of an offset in the document's text, both from 1."""
    line = document.text.count("\n", 0, offset) + 1
    column = offset - (document.text.rfind("\n", 0, offset) + 1) + 1
    return f"{document.source.uri}:{line}:{column}"


def warn_of(document: Document) -> None:
    """Every notice of a document, with its place."""
    for notice in document.notices:
        tell(warning(document, notice))


def warning(document: Document, notice: Notice) -> str:
    """A notice as one line: ``warning: file:line:column: message [span 12–15]``; none for the whole text."""
    if notice.span.start == notice.span.end == 0:
        return f"warning: {document.source.uri}: {notice.message}"
    span = f"[span {notice.span.start}–{notice.span.end}]"
    return f"warning: {place(document, notice.span.start)}: {notice.message} {span}"


def warn_of_judgements(project: Project) -> None:
    """How many judgements apply to nothing any more, and how many are about claims that now say something else."""
    lost = len(project.judgements(lost=True))
    if lost:
        tell(f"warning: {project.where}: {lost} judged, but not found any more; see vitascope judgements --lost")
    outdated = len(project.claims(ClaimFilter(rejected=True, outdated=True)))
    if outdated:
        tell(f"warning: {project.where}: {outdated} judged, but read otherwise since; see vitascope review")


def finish(failures: Iterable[VitascopeError]) -> None:
    """Tell what failed, after everything that did not; exit with 1 where anything did."""
    found = list(failures)
    for failure in found:
        tell(f"error: {failure}")
    if found:
        raise typer.Exit(1)
