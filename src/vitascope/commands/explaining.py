"""How claims came about, written for eyes: ``read --explain``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from vitascope.commands.output import SHORT_ID, console_on, print_lines
from vitascope.export.attested import attested
from vitascope.model import Clause, Reading
from vitascope.views.derivation import derivation


def write_explanations(out: TextIO, reading: Reading, clauses: Sequence[Clause]) -> None:
    """Every claim of a reading, in its order: sentence, clause, roles, rule, date and status with their reasons."""
    from rich.table import Table
    from rich.text import Text

    console = console_on(out)
    known = {claim.id: claim for claim in reading.claims}
    out.write(f"{reading.document.title} · {reading.document.source.uri} ({len(reading.claims)} claims)\n")
    for item in attested(reading):
        out.write(f"\n{item.claim.id[:SHORT_ID]}\n")
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for heading, told in derivation(item, clauses, known.get(item.claim.status.by or "")):
            table.add_row(heading, Text(told))
        print_lines(console, table)
