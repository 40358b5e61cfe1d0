"""``vitascope timeline``: a life on an axis of years."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from vitascope.commands.options import (
    DEFAULT_PROJECT,
    EveryOption,
    FromOption,
    ModelOption,
    ProjectOption,
    RejectedOption,
)
from vitascope.commands.output import console_on
from vitascope.commands.selection import asked, personas
from vitascope.errors import VitascopeError
from vitascope.store import ClaimFilter
from vitascope.views.timeline import timeline as timeline_of


def timeline(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Words of a name, in any case, or an id.")],
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILES…]", help="Read these now instead of a project.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Draw it there, as .svg or .png.")
    ] = None,
    project: ProjectOption = DEFAULT_PROJECT,
    from_: FromOption = None,
    every: EveryOption = False,
    rejected: RejectedOption = False,
    model: ModelOption = None,
) -> None:
    """Show a life on an axis of years.

    The dated claims about someone, in characters or as a figure. Exact days are points, extents are bars, what
    happened some time within a span is pale. Ends that are not sure fade. What is not plainly asserted is
    hollow and carries its status.

    \b
    Examples:
      vitascope timeline norrgren --project lives.vita
      vitascope timeline norrgren norrgren.txt --output norrgren.svg
    """
    with asked(project, [*(files or []), *(from_ or [])], model) as opened:
        found = personas(opened, name, every)
        wanted = ClaimFilter(personas=tuple((who.document, who.persona.id) for who in found), rejected=rejected)
        title = "; ".join(dict.fromkeys(who.persona.label for who in found))
        lines = timeline_of(title, opened.claims(wanted))
    if output is not None:
        from vitascope.views.timeline_plot import save_plot

        save_plot(lines, output)
        return
    if not lines.rows:
        raise VitascopeError(title, "no claim has a date", "see them without: vitascope show")
    from vitascope.views.timeline_text import timeline_text

    sys.stdout.write(timeline_text(lines, console_on(sys.stdout).width))
