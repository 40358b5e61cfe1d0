"""``vitascope dates``: every time that a text tells, with its value and how it is known."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from vitascope.commands.messages import finish, warn_of
from vitascope.commands.options import EncodingOption, LanguageOption, ModelOption, OutputOption, QuietOption
from vitascope.commands.output import console_on, opened, print_lines
from vitascope.errors import ModelError, VitascopeError
from vitascope.model import Annotation, Document, ModelInfo, TimeExpression

# JSON lets these stand bare in strings, but many readers take them for line ends.
_LINE_ENDS = str.maketrans({"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})
NO_PARSE = Annotation((), (), (), (), ModelInfo("none", "", ""), ())

TimesOf = Callable[[Document], tuple[TimeExpression, ...]]


class DateFormat(StrEnum):
    """How dates are written."""

    table = "table"
    jsonl = "jsonl"
    timeml = "timeml"


NoParseOption = Annotated[
    bool,
    typer.Option("--no-parse", help="Rules alone, without a language model: faster, tense is not heeded."),
]


def dates(
    files: Annotated[
        list[str], typer.Argument(metavar="FILES…", help="Texts, folders, patterns; - is standard input.")
    ],
    format: Annotated[
        DateFormat, typer.Option("--format", metavar="|".join(DateFormat), help="How the dates are written.")
    ] = DateFormat.table,
    output: OutputOption = None,
    no_parse: NoParseOption = False,
    periods: Annotated[
        bool, typer.Option("--periods", help="In TimeML also named periods and words like “then”.")
    ] = False,
    model: ModelOption = None,
    encoding: EncodingOption = None,
    language: LanguageOption = "en",
    quiet: QuietOption = False,
) -> None:
    """List every time that texts tell, with its value and how it is known.

    Each expression comes with its words, its EDTF and TIMEX3 values, the first and last day they allow, whether
    that is stated, anchored or derived, and from what, the rule that found it, and file:line:column. TimeML holds
    the text with its TIMEX3; it is one document a file, so that --output names a folder where there are several.

    \b
    Examples:
      vitascope dates life.txt
      vitascope dates lives/ --format jsonl --no-parse
      vitascope dates life.txt --format timeml --output life.tml
    """
    from vitascope.sources import read_file

    failures: list[VitascopeError] = []
    paths = file_paths(files, failures)
    folder = output if format is DateFormat.timeml and len(paths) > 1 else None
    if format is DateFormat.timeml and len(paths) > 1 and folder is None:
        what = "several texts cannot be one XML document"
        raise VitascopeError("--format timeml", what, "name a folder: --output FOLDER")
    times_of = reader_of_times(model, language, parse=not no_parse) if paths else None
    with ExitStack() as stack:
        out = stack.enter_context(opened(None if folder else output))
        for path in paths:
            try:
                document = read_file(path, encoding=encoding, language=language)
                if not quiet:
                    warn_of(document)
                times = times_of(document) if times_of else ()
                written = _written(document, times, format, periods)
            except ModelError:
                raise
            except VitascopeError as failure:
                failures.append(failure)
                continue
            if folder:
                _keep(written, folder, path)
            elif format is DateFormat.table:
                _table(out, document, times)
            else:
                out.write(written)
    finish(failures)


def file_paths(files: list[str], failures: list[VitascopeError]) -> list[Path]:
    """The files that arguments name, each once; what names none goes to ``failures``."""
    from vitascope.sources import expand

    found: dict[Path, None] = {}
    for argument in files:
        try:
            found.update(dict.fromkeys(expand([argument])))
        except VitascopeError as failure:
            failures.append(failure)
    return list(found)


def reader_of_times(model: str | None, language: str, *, parse: bool) -> TimesOf:
    """What reads the times of a document, with a language model or by rules alone. Raises ModelError."""
    from vitascope.time import read_times

    if not parse:
        return lambda document: read_times(document, NO_PARSE)
    from vitascope.language import SpacyAnnotator

    annotator = SpacyAnnotator(model, language)
    return lambda document: read_times(document, annotator.annotate(document))


def _written(document: Document, times: tuple[TimeExpression, ...], format: DateFormat, periods: bool) -> str:
    """What goes to a file: TimeML or JSON lines; a table is laid out where it is shown."""
    if format is DateFormat.timeml:
        from vitascope.export.timeml import timeml
        from vitascope.export.timex3 import timex3

        return timeml(document, timex3(document, times, periods=periods))
    if format is DateFormat.table:
        return ""
    from vitascope.views.dates import date_object, date_rows

    rows = (date_object(document, row) for row in date_rows(document, times))
    return "".join(map(json_line, rows))


def json_line(value: object) -> str:
    """A value as one line of JSON."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS) + "\n"


def _keep(written: str, folder: Path, path: Path) -> None:
    """Write one document of several into the folder, under its own name; never over another one."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as refusal:
        raise VitascopeError(str(folder), f"cannot be made ({refusal.strerror})", "name a folder") from refusal
    target = folder / f"{path.stem}.tml"
    if target.exists():
        raise VitascopeError(
            str(target), "is there already", "choose an empty folder, or give files of different names"
        )
    with opened(target) as out:
        out.write(written)


def _table(out: TextIO, document: Document, times: tuple[TimeExpression, ...]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from vitascope.views.dates import date_rows

    rows = date_rows(document, times)
    # Not wrapped: a path that is cut in two cannot be copied.
    out.write(f"{document.title} · {document.source.uri} ({len(rows)} dates)\n")
    if not rows:
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=False, show_edge=False)
    for heading in ("at", "words", "EDTF", "TIMEX3", "days", "how it is known", "rule"):
        table.add_column(heading, overflow="fold", no_wrap=heading == "at")
    for row in rows:
        when = row.expression.when
        days = f"{when.earliest or ''} – {when.latest or ''}" if when.earliest or when.latest else ""
        known = when.because or when.basis
        cells = (f"{row.line}:{row.column}", row.led, when.edtf or "", row.value, days, known, row.expression.rule)
        table.add_row(*map(Text, cells))
    print_lines(console_on(out), table)
