"""``vitascope conflicts``: claims that cannot all be true."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from vitascope.commands.messages import place
from vitascope.commands.options import DEFAULT_PROJECT, EveryOption, FromOption, ModelOption, ProjectOption
from vitascope.commands.output import console_on, print_table
from vitascope.commands.selection import asked, personas
from vitascope.store import Project
from vitascope.views.conflicts import ConflictView
from vitascope.views.conflicts import conflicts as conflicts_of


class ConflictFormat(StrEnum):
    """How conflicts are written."""

    table = "table"
    json = "json"


def conflicts(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Only those of whoever this name fits best; or an id.")
    ] = None,
    project: ProjectOption = DEFAULT_PROJECT,
    from_: FromOption = None,
    every: EveryOption = False,
    model: ModelOption = None,
    format_: Annotated[
        ConflictFormat, typer.Option("--format", metavar="|".join(ConflictFormat), help="How they are written.")
    ] = ConflictFormat.table,
) -> None:
    """Show claims that cannot all be true.

    A date that makes somebody act before birth, two dates of one birth, an expulsion before the joining: each with
    the rule that it breaks and the fewest claims that break it. Only what the author asserts is compared, one
    document at a time, as people corrected it and without what they reject; nothing is repaired: which claim is
    wrong is for a reader to say, and it may be the reading.

    \b
    Examples:
      vitascope conflicts --project lives.vita
      vitascope conflicts norrgren --from norrgren.txt --format json
    """
    with asked(project, from_, model) as opened:
        found = _conflicts(opened, name, every)
    if format_ is ConflictFormat.json:
        sys.stdout.write(json.dumps([view.as_json() for view in found], ensure_ascii=False, indent=2) + "\n")
        return
    if not found:
        sys.stdout.write("no claims contradict each other\n")
    console = console_on(sys.stdout)
    for number, view in enumerate(found):
        first = view.items[0]
        sys.stdout.write(f"{chr(10) if number else ''}{place(first.document, first.claim.span.start)}\n{view.says}\n\n")
        print_table(console, view.items)


def _conflicts(project: Project, name: str | None, every: bool) -> list[ConflictView]:
    """The conflicts of every reading, or of the personas that a name means."""
    if name is None:
        return [view for reading in project.readings(judged=True) for view in conflicts_of(reading)]
    wanted: dict[str, set[str]] = {}
    for who in personas(project, name, every):
        wanted.setdefault(who.document, set()).add(who.persona.id)
    return [
        view
        for reading in project.readings(judged=True)
        if reading.document.id in wanted
        for view in conflicts_of(reading, wanted[reading.document.id])
    ]
