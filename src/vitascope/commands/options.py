"""Options that several commands share, with one wording."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_PROJECT = Path("vitascope.vita")


class Format(StrEnum):
    """How claims are written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


FORMATS = "|".join(Format)
"""The formats, as help shows them."""

ProjectOption = Annotated[
    Path,
    typer.Option(
        "--project",
        envvar="VITASCOPE_PROJECT",
        metavar="FILE",
        help="The project to ask; where --from is given, no project is.",
    ),
]
FromOption = Annotated[
    list[str] | None,
    typer.Option("--from", metavar="FILE", help="Read this file (folder, pattern, -) now instead; may be given often."),
]
FormatOption = Annotated[Format, typer.Option("--format", metavar=FORMATS, help="How the claims are written.")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of on the screen.")
]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="The language model: see vitascope models list."),
]
EncodingOption = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="The encoding of the files, where the guess is wrong."),
]
LanguageOption = Annotated[str, typer.Option("--language", metavar="CODE", help="The language of the texts.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No warnings and no progress; errors are told.")]
EveryOption = Annotated[bool, typer.Option("--every", help="Where several are found, take every one, each on its own.")]
RejectedOption = Annotated[bool, typer.Option("--rejected", help="Show too what people reject.")]
RawOption = Annotated[bool, typer.Option("--raw", help="Show what was read, without what people judged of it.")]
ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who says so; without it $VITASCOPE_USER, else the name of the user."),
]
WhyOption = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason.")]
ProjectArgument = Annotated[Path, typer.Argument(metavar="PROJECT", help="The project file.")]
