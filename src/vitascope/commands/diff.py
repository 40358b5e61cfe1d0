"""``vitascope diff``: what another reading makes of the claims."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from vitascope.commands.options import ModelOption, ProjectArgument
from vitascope.commands.selection import asked
from vitascope.store import Difference, Project
from vitascope.views.judgement_words import difference_lines

_PROJECT = b"SQLite format 3\x00"


def diff(
    project: ProjectArgument,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILES…]", help="Texts to read now, or another project file.")
    ] = None,
    model: ModelOption = None,
) -> None:
    """Show what appeared (+), disappeared (-) and changed (both).

    Without files: what the last reading that changed anything made of each document. With files: what reading them
    now would make of what the project holds; nothing is saved. With another project: what it holds that is different,
    document by document. Claims are compared as they were read, without corrections.

    \b
    Examples:
      vitascope diff lives.vita
      vitascope diff lives.vita norrgren.txt --model md
      vitascope diff lives.vita lives-of-last-year.vita
    """
    with asked(project, None) as opened:
        if not files:
            _print(opened.last_changes().items())
            return
        for file in filter(_is_project, files):
            with Project.open(Path(file), create=False) as other:
                _print(_compared(opened, other))
        texts = [file for file in files if not _is_project(file)]
        if texts:
            with asked(project, texts, model) as other:
                _print(_compared(opened, other))


def _compared(project: Project, other: Project) -> Iterator[tuple[str, tuple[Difference, ...]]]:
    for reading in other.readings():
        yield reading.document.source.uri, project.compare(reading)


def _is_project(file: str) -> bool:
    path = Path(file)
    if not path.is_file():
        return False
    with path.open("rb") as opened:
        return opened.read(len(_PROJECT)) == _PROJECT


def _print(changes: Iterable[tuple[str, tuple[Difference, ...]]]) -> None:
    told = list(changes)
    for uri, found in told:
        counts = [(kind, sum(each.kind == kind for each in found)) for kind in ("appeared", "disappeared", "changed")]
        words = ", ".join(f"{count} {kind}" for kind, count in counts if count) or "nothing different"
        sys.stdout.write(f"{uri}: {words}\n")
        sys.stdout.writelines(f"  {line}\n" for each in found for line in difference_lines(each))
    if not told:
        sys.stdout.write("no reading has changed anything\n")
