"""``vitascope people``: who is in a text, by which names, and which words mean them."""

from __future__ import annotations

from contextlib import ExitStack
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from vitascope.commands.dates import file_paths, json_line
from vitascope.commands.messages import finish, warn_of
from vitascope.commands.options import EncodingOption, LanguageOption, ModelOption, OutputOption, QuietOption
from vitascope.commands.output import console_on, opened, print_lines
from vitascope.errors import ModelError, VitascopeError
from vitascope.model import Document, People

if TYPE_CHECKING:
    from collections.abc import Callable

    from vitascope.people.chains import Chain
    from vitascope.views.people import PersonaRow


class PeopleFormat(StrEnum):
    """How people are written."""

    table = "table"
    jsonl = "jsonl"


def people(
    files: Annotated[
        list[str], typer.Argument(metavar="FILES…", help="Texts, folders, patterns; - is standard input.")
    ],
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Every mention too: its words, where, and why it was linked.")
    ] = False,
    format: Annotated[
        PeopleFormat, typer.Option("--format", metavar="|".join(PeopleFormat), help="How people are written.")
    ] = PeopleFormat.table,
    output: OutputOption = None,
    model: ModelOption = None,
    encoding: EncodingOption = None,
    language: LanguageOption = "en",
    quiet: QuietOption = False,
) -> None:
    """List who is in texts: persons, groups and bodies, with names, gender, ties of kin, and mentions.

    A persona is a person as one text shows them; two texts give two. Those without a name are called by their tie
    ("mother of Anna Berg"). The subject of a life comes first, marked *, then whoever is mentioned most. A gender
    stands with the words that tell it. JSON lines hold one persona each.

    \b
    Examples:
      vitascope people life.txt
      vitascope people life.txt --mentions
      vitascope people lives/ --format jsonl --output people.jsonl
    """
    from vitascope.sources import read_file
    from vitascope.views.people import persona_object, persona_rows

    failures: list[VitascopeError] = []
    paths = file_paths(files, failures)
    people_of = reader_of_people(model, language) if paths else None
    with ExitStack() as stack:
        out = stack.enter_context(opened(output))
        for path in paths:
            try:
                document = read_file(path, encoding=encoding, language=language)
                if not quiet:
                    warn_of(document)
                rows = persona_rows(document, people_of(document)) if people_of else []
            except ModelError:
                raise
            except VitascopeError as failure:
                failures.append(failure)
                continue
            if format is PeopleFormat.jsonl:
                out.writelines(json_line(persona_object(document, row, mentions=mentions)) for row in rows)
            else:
                _table(out, document, rows)
                if mentions:
                    _mentions(out, document, rows)
    finish(failures)


def reader_of_people(model: str | None, language: str) -> Callable[[Document], People]:
    """What reads the people of a document. Raises ModelError."""
    from vitascope.language import SpacyAnnotator
    from vitascope.people import read_people, with_words

    annotator = SpacyAnnotator(model, language)
    return lambda document: with_words(read_people(document, annotator.annotate(document)))


def reader_of_chains(model: str | None, language: str) -> Callable[[Document], tuple[People, tuple[Chain, ...]]]:
    """What reads the people of a document and the whole chains of persons and things. Raises ModelError."""
    from vitascope.language import SpacyAnnotator
    from vitascope.people import read_people
    from vitascope.people.chains import read_chains

    annotator = SpacyAnnotator(model, language)

    def read(document: Document) -> tuple[People, tuple[Chain, ...]]:
        annotation = annotator.annotate(document)
        people = read_people(document, annotation)
        return people, read_chains(document, annotation, people)

    return read


def _table(out: TextIO, document: Document, rows: list[PersonaRow]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    # Not wrapped: a path that is cut in two cannot be copied.
    out.write(f"{document.title} · {document.source.uri} ({len(rows)} personas)\n")
    if not rows:
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=False, show_edge=False)
    for heading in ("", "who", "kind", "gender", "kin", "mentions", "also named"):
        table.add_column(heading, overflow="fold", justify="right" if heading == "mentions" else "left")
    for row in rows:
        persona = row.persona
        gender: str = "" if persona.gender == "unknown" else persona.gender
        gender += f" (“{row.gender_because}”)" if row.gender_because else ""
        others = "; ".join(name for name in persona.names if name != persona.label)
        cells = ("*" if persona.main else "", persona.label, persona.kind, gender, "; ".join(row.kin))
        table.add_row(*map(Text, (*cells, str(len(row.mentions)), others)))
    print_lines(console_on(out), table)


def _mentions(out: TextIO, document: Document, rows: list[PersonaRow]) -> None:
    """One line a mention, in text order: start–end, words, whose, kind, why."""
    told = [(mention, row.persona.label) for row in rows for mention in row.mentions]
    for mention, label in sorted(told, key=lambda item: (item[0].span.start, -item[0].span.end)):
        words = " ".join(document.quote(mention.span).split())
        place = f"{mention.span.start}–{mention.span.end}"
        out.write(f"{place:12} {words} → {label} [{mention.kind}: {mention.because}]\n")
