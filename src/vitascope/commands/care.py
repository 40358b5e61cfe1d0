"""``vitascope check`` and ``vitascope backup``: taking care of a project file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from vitascope.commands.options import ProjectArgument
from vitascope.commands.selection import asked


def check(project: ProjectArgument) -> None:
    """Check that a project file holds what it promises.

    SQLite's own checks; that every span lies within its text; types and roles of the vocabulary; personas, searches and
    judgements in step. Exit code 1, with a list, where anything is wrong.

    \b
    Example:
      vitascope check lives.vita
    """
    with asked(project, None) as opened:
        faults = opened.check()
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    if faults:
        raise typer.Exit(1)
    sys.stdout.write(f"{project}: all is well\n")


def backup(
    project: ProjectArgument,
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="The file of the copy.")],
    force: Annotated[bool, typer.Option("--force", help="Overwrite what is there.")] = False,
) -> None:
    """Copy a project, also while others use it, and check the copy.

    The copy gets its name only when it is whole, so that a copy that is there is never a half one.

    \b
    Example:
      vitascope backup lives.vita lives-2024-05-01.vita
    """
    with asked(project, None) as opened:
        size = opened.backup(target, force)
    sys.stdout.write(f"{target}: {size} bytes, checked\n")
