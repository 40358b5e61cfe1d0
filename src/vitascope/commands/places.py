"""``vitascope places``: every place that a text names, what it was called then, and where it is."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated, TextIO

import typer

from vitascope.commands.messages import finish
from vitascope.commands.options import EncodingOption, LanguageOption, ModelOption, OutputOption, QuietOption
from vitascope.commands.output import console_on, opened, print_lines
from vitascope.commands.readings import Batch
from vitascope.model import Document, Places, Reading
from vitascope.views.places import feature_collection, place_object, place_rows

# JSON lets these stand bare in strings, but many readers take them for line ends.
_LINE_ENDS = str.maketrans({"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


class PlaceFormat(StrEnum):
    """How places are written."""

    table = "table"
    jsonl = "jsonl"
    geojson = "geojson"


def places(
    files: Annotated[
        list[str], typer.Argument(metavar="FILES…", help="Texts, folders, patterns; - is standard input.")
    ],
    format: Annotated[
        PlaceFormat, typer.Option("--format", metavar="|".join(PlaceFormat), help="How the places are written.")
    ] = PlaceFormat.table,
    output: OutputOption = None,
    model: ModelOption = None,
    encoding: EncodingOption = None,
    language: LanguageOption = "en",
    quiet: QuietOption = False,
) -> None:
    """List every place that texts name, with its name then and now, its ruler at that date, and its coordinates.

    A name that may mean several places is shown as such; --format jsonl lists them all, with what speaks for each.
    GeoJSON holds a point for every mention of a place that has one, for any map.

    \b
    Examples:
      vitascope places life.txt
      vitascope places lives/ --format jsonl
      vitascope places life.txt --format geojson --output life.geojson
    """
    batch = Batch(files, model, language, encoding, quiet)
    with opened(output) as out:
        told: list[tuple[Document, Places]] = []
        for reading in batch.outcomes():
            if not isinstance(reading, Reading):
                continue
            document = reading.document
            if format is PlaceFormat.table:
                _table(out, document, reading.places)
            elif format is PlaceFormat.jsonl:
                _lines(out, document, reading.places)
            else:
                told.append((document, reading.places))
        if format is PlaceFormat.geojson:
            out.write(_json(feature_collection(told)) + "\n")
    finish(batch.failures)


def _lines(out: TextIO, document: Document, found: Places) -> None:
    for row in place_rows(document, found):
        out.write(_json(place_object(document, row)) + "\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)


def _table(out: TextIO, document: Document, found: Places) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    rows = place_rows(document, found)
    # Not wrapped: a path that is cut in two cannot be copied.
    out.write(f"{document.title} · {document.source.uri} ({len(rows)} places)\n")
    if not rows:
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=False, show_edge=False)
    for heading in ("at", "words", "when", "then", "place", "ruled by", "degrees", "how it is known"):
        table.add_column(heading, overflow="fold", no_wrap=heading == "at")
    for row in rows:
        told = row.mention
        at = f"{row.line}:{row.column}"
        cells = (at, row.words, told.when, told.then, row.where, told.jurisdiction, row.coordinates, told.because)
        table.add_row(*(Text(cell or "") for cell in cells))
    print_lines(console_on(out), table)
