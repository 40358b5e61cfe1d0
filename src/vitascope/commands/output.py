"""Claims written out: as a table for eyes, as JSON lines or CSV for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from vitascope.commands.options import Format
from vitascope.errors import VitascopeError
from vitascope.export.attested import Attested
from vitascope.export.claims_csv import claims_csv
from vitascope.export.claims_jsonl import claims_jsonl
from vitascope.views.claim_words import headline
from vitascope.views.judgement_words import signed
from vitascope.views.status_words import bracketed

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

SHORT_ID = 8
"""Letters of a claim's id that are shown: enough for ``why`` in any project that one reads."""


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """A file to write, or standard output. Raises VitascopeError where the file cannot be written."""
    if path is None:
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            yield file
    except OSError as refusal:
        advice = "choose another place with --output"
        raise VitascopeError(str(path), f"cannot be written ({refusal.strerror})", advice) from refusal


class ClaimWriter:
    """Writes claims in one format, document after document; the header of CSV once."""

    def __init__(self, out: TextIO, format: Format) -> None:
        self._out, self._format = out, format
        self._begun = False

    def write(self, items: Iterable[Attested], title: str = "") -> None:
        """Write these claims; a table gets a title."""
        if self._format is Format.table:
            self._table(list(items), title)
            return
        lines = claims_jsonl(items) if self._format is Format.jsonl else claims_csv(items)
        for number, line in enumerate(lines):
            if self._format is Format.csv and number == 0 and self._begun:
                continue
            self._out.write(line)
        self._begun = True

    def _table(self, items: list[Attested], title: str) -> None:
        console = console_on(self._out)
        if title:
            # Not wrapped: a path that is cut in two cannot be copied.
            self._out.write(f"{title} ({len(items)} claims)\n")
        if items:
            print_table(console, items)


def console_on(out: TextIO) -> Console:
    """A console that writes plain text unless ``out`` is a terminal."""
    from rich.console import Console

    return Console(file=out, emoji=False, markup=False, highlight=False, soft_wrap=False)


def print_lines(console: Console, what: RenderableType) -> None:
    """Print something laid out, without the blanks that fill its lines: they would end up in files and diffs."""
    with console.capture() as captured:
        console.print(what)
    console.file.writelines(line.rstrip() + "\n" for line in captured.get().splitlines())


def print_table(console: Console, items: Iterable[Attested]) -> None:
    """The claims in the order given: id, date, type, who, what with its mark, and the words."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=False, show_edge=False)
    table.add_column("id", no_wrap=True, width=SHORT_ID, style="dim")
    table.add_column("when", overflow="fold", max_width=21, ratio=3)
    table.add_column("who", overflow="fold", ratio=4)
    table.add_column("claim", overflow="fold", ratio=6)
    table.add_column("words", overflow="fold", ratio=8)
    for item in items:
        claim = item.claim
        table.add_row(
            claim.id[:SHORT_ID],
            Text(claim.when.edtf or ""),
            Text(claim.subject.label),
            marked(item),
            Text(" ".join(item.quote.split())),
        )
    print_lines(console, table)


def marked(item: Attested) -> Text:
    """What a claim says, its mark and the sign of what people judged of it before it."""
    from rich.text import Text

    text = Text()
    for mark, style in ((bracketed(item.claim.status), "bold yellow"), (signed(item.claim), "bold cyan")):
        if mark:
            text.append(mark + " ", style=style)
    return text.append(headline(item.claim))
