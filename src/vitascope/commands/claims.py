"""``vitascope claims``: claims by type, person, time and status."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Annotated

import typer

from vitascope.commands.options import (
    DEFAULT_PROJECT,
    Format,
    FormatOption,
    FromOption,
    ModelOption,
    OutputOption,
    ProjectOption,
    RawOption,
    RejectedOption,
)
from vitascope.commands.output import ClaimWriter, opened
from vitascope.commands.selection import asked, personas
from vitascope.edtf import EdtfError, bounds
from vitascope.store import STATUSES, ClaimFilter
from vitascope.vocabulary import load


def claims(
    type_: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="Of this type; may be given often.")
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME", help="About whoever this name fits best.")
    ] = None,
    after: Annotated[
        str | None, typer.Option("--after", metavar="DATE", help="Possibly on or after this date (EDTF).")
    ] = None,
    before: Annotated[
        str | None, typer.Option("--before", metavar="DATE", help="Possibly on or before this date (EDTF).")
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="STATUS", help=f"One of {', '.join(STATUSES)}; of several, any is enough."),
    ] = None,
    format: FormatOption = Format.table,
    output: OutputOption = None,
    project: ProjectOption = DEFAULT_PROJECT,
    from_: FromOption = None,
    rejected: RejectedOption = False,
    raw: RawOption = False,
    model: ModelOption = None,
) -> None:
    """List claims by type, person, time and status.

    A claim lies within a time when the first and last day on which it may have been overlap it; one without
    any such day is left out as soon as a time is asked for. Claims are shown as people corrected them, with who
    did; what they reject is left out.

    \b
    Examples:
      vitascope claims --type arrest --type exile --after 1937 --before 1938
      vitascope claims --person norrgren --status unasserted --format csv
    """
    for name in type_ or ():
        _known(name, load().types, "--type")
    for name in status or ():
        _known(name, STATUSES, "--status")
    first = bounds_of(after, "--after")[0] if after else None
    last = bounds_of(before, "--before")[1] if before else None
    with asked(project, from_, model) as store:
        found = personas(store, person, every=True) if person else ()
        wanted = ClaimFilter(
            types=tuple(type_ or ()),
            personas=tuple((who.document, who.persona.id) for who in found),
            statuses=tuple(status or ()),
            after=first,
            before=last,
            judged=not raw,
            rejected=rejected,
        )
        with opened(output) as out:
            ClaimWriter(out, format).write(store.claims(wanted))


def bounds_of(date: str, option: str) -> tuple[str | None, str | None]:
    """The first and last day of an EDTF date. Raises BadParameter for what is none."""
    try:
        return bounds(date)
    except EdtfError as fault:
        raise typer.BadParameter(f"{fault}; write it as 1937, 1937-08 or 1937-08-21", param_hint=option) from fault


def _known(name: str, names: Iterable[str], option: str) -> None:
    known = list(names)
    if name not in known:
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
        advice = f"nearest: {', '.join(near)}" if near else f"one of {', '.join(known)}"
        raise typer.BadParameter(f"there is no “{name}”; {advice}", param_hint=option)
