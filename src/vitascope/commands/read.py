"""``vitascope read``: files in, claims out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from vitascope.commands.explaining import write_explanations
from vitascope.commands.messages import finish, tell, warn_of_judgements
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
from vitascope.commands.readings import MOST_JOBS, Batch, keep, open_reader
from vitascope.export.attested import attested
from vitascope.model import Reading
from vitascope.store import Change, ClaimFilter, Held, Project

if TYPE_CHECKING:
    from vitascope.pipeline import Reader


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
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            max=MOST_JOBS,
            help="Processes that read, each with its own model in memory; by default as many as the machine"
            " has processors, fewer for few files. What is written is the same for any number.",
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell for every claim how it came about, in place of the table.")
    ] = False,
    quiet: QuietOption = False,
) -> None:
    """Read texts and show what they claim, claim by claim.

    With --project everything is kept there, and a file that has not changed is not read again. A file is kept for
    good as soon as it is told of: whatever ends the work, the same command goes on from there. Warnings about
    the texts go to standard error. A file that cannot be read is told at the end and stops no other; the exit
    code is then 1.

    A file may have 20 MB and its text a million characters; what is longer is refused. See docs/limits.md.

    \b
    Examples:
      vitascope read life.txt
      vitascope read lives/ --project lives.vita --jobs 4
      vitascope read life.txt --format jsonl --output claims.jsonl
      vitascope read life.txt --explain
    """
    if explain and (project or format not in (None, Format.table)):
        raise typer.BadParameter("is for eyes: leave out --project and --format", param_hint="--explain")
    batch = Batch(files, model, language, encoding, quiet, 1 if explain else jobs)
    try:
        with ExitStack() as stack:
            kept = stack.enter_context(Project.open(project)) if project else None
            out = stack.enter_context(opened(output))
            show = _claims_shown(ClaimWriter(out, format or Format.table)) if format or not kept else None
            if explain:
                show = _explained(out, open_reader(model, language))
            # Closed at once where the work is broken off, so that no process goes on reading.
            outcomes = stack.enter_context(closing(batch.outcomes(kept)))
            for outcome in outcomes:
                change = keep(batch, outcome, kept) if kept and isinstance(outcome, Reading) else None
                if kept and isinstance(outcome, Reading) and change is None:
                    continue
                if show:
                    show(outcome, kept)
                elif not quiet:
                    out.write(_told(outcome, change))
                out.flush()
            if kept and not quiet:
                warn_of_judgements(kept)
    except KeyboardInterrupt as interruption:
        for failure in batch.failures:
            tell(f"error: {failure}")
        raise KeyboardInterrupt(_so_far(batch, project)) from interruption
    finish(batch.failures)


def _so_far(batch: Batch, project: Path | None) -> str:
    done = f"{batch.done} of {batch.files} files were done"
    if project is None:
        return f"{done}; nothing is kept without --project"
    return f"{done} and are kept in {project}; the same command goes on from there"


def _explained(out: TextIO, reader: Reader) -> Callable[[Reading | Held, Project | None], None]:
    def show(outcome: Reading | Held, _: Project | None) -> None:
        if isinstance(outcome, Reading):
            write_explanations(out, outcome, reader.clauses(outcome))

    return show


def _claims_shown(writer: ClaimWriter) -> Callable[[Reading | Held, Project | None], None]:
    def show(outcome: Reading | Held, kept: Project | None) -> None:
        if isinstance(outcome, Reading):
            title, document = f"{outcome.document.title} · {outcome.document.source.uri}", outcome.document.id
        else:
            title, document = f"{outcome.title} · {outcome.uri}", outcome.document
        if kept is not None:
            writer.write(kept.claims(ClaimFilter(document=document)), title)
        elif isinstance(outcome, Reading):
            writer.write(attested(outcome), title)

    return show


def _told(outcome: Reading | Held, change: Change | None) -> str:
    uri = outcome.uri if isinstance(outcome, Held) else outcome.document.source.uri
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
