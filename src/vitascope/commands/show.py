"""``vitascope show``: a life in order."""

from __future__ import annotations

import sys
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
from vitascope.commands.output import SHORT_ID, console_on, marked, print_lines
from vitascope.commands.selection import asked, personas
from vitascope.store import ClaimFilter
from vitascope.views.date_words import date_words
from vitascope.views.life import LifeEntry, life


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Words of a name, in any case, or an id.")],
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILES…]", help="Read these now instead of a project.")
    ] = None,
    project: ProjectOption = DEFAULT_PROJECT,
    from_: FromOption = None,
    every: EveryOption = False,
    rejected: RejectedOption = False,
    model: ModelOption = None,
) -> None:
    """Show a life in order.

    What is told of someone, when, with its status and its words. Undated claims keep the place in which they
    are told. What the author does not plainly assert carries its status in brackets, what people judged the
    names of those who did; what they reject is left out.

    \b
    Examples:
      vitascope show "Tekla Norrgren" --project lives.vita
      vitascope show norrgren norrgren.txt
    """
    with asked(project, [*(files or []), *(from_ or [])], model) as opened:
        for number, who in enumerate(personas(opened, name, every)):
            entries = life(opened.claims(ClaimFilter(personas=((who.document, who.persona.id),), rejected=rejected)))
            if number:
                sys.stdout.write("\n")
            _print(f"{who.persona.label} · {who.uri}", entries)


def _print(title: str, entries: tuple[LifeEntry, ...]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    console = console_on(sys.stdout)
    sys.stdout.write(title + "\n")
    if not entries:
        console.print("nothing is told of them but their name")
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("when", overflow="fold", ratio=4)
    table.add_column("claim", overflow="fold", ratio=7)
    table.add_column("words", overflow="fold", ratio=10)
    table.add_column("id", no_wrap=True, width=SHORT_ID, style="dim")
    for entry in entries:
        item = entry.item
        table.add_row(
            Text(date_words(item.claim.when.edtf) or "·"),
            marked(item),
            Text(" ".join(item.quote.split())),
            item.claim.id[:SHORT_ID],
        )
    print_lines(console, table)
