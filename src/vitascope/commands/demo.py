"""``vitascope demo``: a first look, with nothing of one's own at hand."""

from __future__ import annotations

import sys
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Annotated

import typer

from vitascope.commands.options import Format, ModelOption
from vitascope.commands.output import ClaimWriter
from vitascope.commands.readings import open_reader
from vitascope.errors import VitascopeError
from vitascope.export.attested import attested


def examples() -> dict[str, Traversable]:
    """The packaged lives by name, in alphabetical order."""
    found = [entry for entry in files("vitascope").joinpath("examples").iterdir() if entry.name.endswith(".txt")]
    return {entry.name.removesuffix(".txt"): entry for entry in sorted(found, key=lambda entry: entry.name)}


def demo(
    name: Annotated[str | None, typer.Argument(metavar="[LIFE]", help="Which of the packaged lives.")] = None,
    model: ModelOption = None,
) -> None:
    """Read a packaged life and say what to try next.

    The lives are those of invented people.

    \b
    Example:
      vitascope demo
    """
    lives = examples()
    chosen = name or next(iter(lives))
    if chosen not in lives:
        raise VitascopeError(chosen, "is not a packaged life", f"one of: {', '.join(lives)}")
    from vitascope.sources import read_file

    with as_file(lives[chosen]) as path:
        document = read_file(path)
        reading = open_reader(model, "en").read(document)
        ClaimWriter(sys.stdout, Format.table).write(attested(reading), document.title)
        words = document.title.split()[-1]
        try_next = [
            f"\nThe text: {path}",
            "Try next:",
            f"  vitascope show {words} {path}",
            f"  vitascope timeline {words} {path} --output {chosen}.svg",
            f"  vitascope read '{path.parent}/*.txt' --project lives.vita",
            "  vitascope claims --status unasserted --project lives.vita",
        ]
        others = [life for life in lives if life != chosen]
        if others:
            try_next.append(f"  vitascope demo {others[0]}")
    sys.stdout.write("\n".join(try_next) + "\n")
