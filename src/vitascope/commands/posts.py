"""``vitascope posts``: who held what, from when to when, and on a day."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, TextIO

import typer

from vitascope.commands.claims import bounds_of
from vitascope.commands.options import DEFAULT_PROJECT, FromOption, ModelOption, OutputOption, ProjectOption
from vitascope.commands.output import SHORT_ID, console_on, opened, print_lines
from vitascope.commands.selection import asked, personas
from vitascope.store import ClaimFilter
from vitascope.store.names import folded_words
from vitascope.views.tenures import Holding, Tenure, tenures, window_words


class TenureFormat(StrEnum):
    """How tenures are written."""

    table = "table"
    jsonl = "jsonl"


def posts(
    role: Annotated[str | None, typer.Argument(metavar="[POST]", help="Words of the post or its body.")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="Who held it then (EDTF).")] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME", help="Held by whoever this name fits best.")
    ] = None,
    format: Annotated[
        TenureFormat, typer.Option("--format", metavar="|".join(TenureFormat), help="How the tenures are written.")
    ] = TenureFormat.table,
    output: OutputOption = None,
    project: ProjectOption = DEFAULT_PROJECT,
    from_: FromOption = None,
    model: ModelOption = None,
) -> None:
    """Show who held which post, from when to when.

    Appointment, course and end are joined into one tenure where they can be of one; begin and end are as narrow as the
    claims tell. With --on, "surely" holds under every reading of the dates, "possibly" under some; who is not listed
    may have held it all the same.

    \b
    Examples:
      vitascope posts --from life.txt
      vitascope posts minister --on 1970-06 --project lives.vita
    """
    first, last = bounds_of(on, "--on") if on else (None, None)
    wanted = set(folded_words(role or ""))
    with asked(project, from_, model) as store:
        found = personas(store, person, every=True) if person else ()
        items = store.claims(ClaimFilter(personas=tuple((who.document, who.persona.id) for who in found)))
    shown = [
        (tenure, holding)
        for tenure in tenures(items)
        if wanted <= set(folded_words(f"{tenure.role} {tenure.organisation}"))
        and (holding := _holding(tenure, first, last)) != "no"
    ]
    with opened(output) as out:
        if format is TenureFormat.jsonl:
            out.writelines(json.dumps(_as_json(*each), ensure_ascii=False) + "\n" for each in shown)
        elif not shown:
            out.write("nothing is told of such a post\n")
        else:
            _table(shown, on, out if output else sys.stdout)


def _holding(tenure: Tenure, first: str | None, last: str | None) -> Holding:
    """On a day; through a longer time surely only where surely at both ends."""
    days = [day for day in (first, last) if day is not None]
    told = {tenure.held_on(day) for day in days} or {"surely"}
    if told == {"no"}:
        return "no"
    return "surely" if told == {"surely"} else "possibly"


def _table(shown: Sequence[tuple[Tenure, Holding]], on: str | None, out: TextIO) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in ("who", "post", "body", "from", "until"):
        table.add_column(column, overflow="fold")
    if on:
        table.add_column(f"on {on}", no_wrap=True)
    table.add_column("claims", style="dim")
    for tenure, holding in shown:
        ids = " ".join(item.claim.id[:SHORT_ID] for item in tenure.items)
        cells = [tenure.holder, tenure.role, tenure.organisation]
        cells += [window_words(tenure.start), window_words(tenure.end) if tenure.ended else "not told"]
        table.add_row(*cells, *([holding] if on else []), ids)
    print_lines(console_on(out), table)


def _as_json(tenure: Tenure, holding: Holding) -> dict[str, object]:
    return {
        "document": tenure.document,
        "holder": {"id": tenure.persona, "label": tenure.holder},
        "role": tenure.role,
        "organisation": tenure.organisation,
        "start": {"earliest": tenure.start.earliest, "latest": tenure.start.latest},
        "end": {"earliest": tenure.end.earliest, "latest": tenure.end.latest, "told": tenure.ended},
        "held": holding,
        "claims": [item.claim.id for item in tenure.items],
    }
