"""``vitascope read``: files in, claims out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from vitascope.commands.explaining import write_explanations
from vitascope.commands.messages import finish
from vitascope.commands.options import (
    FORMATS,
    EncodingOption,
    Format,
    LanguageOption,
    ModelOption,
    OutputOption,
    QuietOption,
)
from vitascope.commands.output import ClaimWriter, opened
from vitascope.commands.readings import Batch, keep
from vitascope.export.attested import attested
from vitascope.model import Document, Reading
from vitascope.store import Change, ClaimFilter, Project


def read(
    files: Annotated[
        list[str], typer.Argument(metavar="FILES…", help="Texts, folders, patterns; - is standard input.")
    ],
    project: Annotated[
        Path | None, typer.Option("--project", metavar="FILE", help="Keep what was read in this project.")
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option("--format", metavar=FORMATS, help="How the claims are written; with --project only where asked."),
    ] = None,
    output: OutputOption = None,
    model: ModelOption = None,
    encoding: EncodingOption = None,
    language: LanguageOption = "en",
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell for every claim how it came about, in place of the table.")
    ] = False,
    quiet: QuietOption = False,
) -> None:
    """Read texts and show what they claim, claim by claim.

    With --project everything is kept there, and a file that has not changed is not read again. Warnings about
    the texts go to standard error. A file that cannot be read is told at the end and stops no other; the exit
    code is then 1.

    \b
    Examples:
      vitascope read life.txt
      vitascope read lives/ --project lives.vita
      vitascope read life.txt --format jsonl --output claims.jsonl
      vitascope read life.txt --explain
    """
    if explain and (project or format not in (None, Format.table)):
        raise typer.BadParameter("is for eyes: leave out --project and --format", param_hint="--explain")
    batch = Batch(files, model, language, encoding, quiet, explain)
    with ExitStack() as stack:
        kept = stack.enter_context(Project.open(project)) if project else None
        out = stack.enter_context(opened(output))
        show = _claims_shown(ClaimWriter(out, format or Format.table)) if format or not kept else None
        for document, reading in batch.readings(kept):
            change = keep(batch, reading, kept) if kept and reading else None
            if kept and reading and change is None:
                continue
            if explain and reading:
                write_explanations(out, reading, batch.clauses.pop(document.id, ()))
            elif show:
                show(document, reading, kept)
            elif not quiet:
                out.write(_told(document, change))
    finish(batch.failures)


def _claims_shown(writer: ClaimWriter) -> Callable[[Document, Reading | None, Project | None], None]:
    def show(document: Document, reading: Reading | None, kept: Project | None) -> None:
        title = f"{document.title} · {document.source.uri}"
        if reading is not None:
            writer.write(attested(reading), title)
        elif kept is not None:
            writer.write(kept.claims(ClaimFilter(document=document.id)), title)

    return show


def _told(document: Document, change: Change | None) -> str:
    uri = document.source.uri
    if change is None:
        return f"{uri}: unchanged, not read again\n"
    if change.unchanged:
        return f"{uri}: read, unchanged ({change.kept} claims)\n"
    parts = [
        f"{count} {word}"
        for count, word in (
            (change.added, "new"),
            (change.altered, "altered"),
            (change.removed, "gone"),
            (change.kept, "as before"),
        )
        if count
    ]
    return f"{uri}: {', '.join(parts)}\n"
