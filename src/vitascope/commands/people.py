"""``vitascope people``: who is in a text, by which names, and which words mean them."""

from __future__ import annotations

from collections import Counter
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

    from vitascope.people.chains.chains import Chain
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
    stands with the words that tell it, every wording of a name with how often it stands. JSON lines hold one persona
    each.

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
    from vitascope.people.chains.chains import read_chains

    annotator = SpacyAnnotator(model, language)

    def read(document: Document) -> tuple[People, tuple[Chain, ...]]:
        annotation = annotator.annotate(document)
        people = read_people(document, annotation)
        return people, read_chains(document, annotation, people)

    return read


_KINDS = {"person": ("person", "persons"), "group": ("group", "groups"), "organisation": ("body", "bodies")}
"""What one persona of a kind is called, and several."""


def _table(out: TextIO, document: Document, rows: list[PersonaRow]) -> None:
    """A table for each kind of persona; what no one of the kind has gets no column."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    # Not wrapped: a path that is cut in two cannot be copied.
    out.write(f"{document.title} · {document.source.uri} ({len(rows)} personas)\n")
    for kind, called in _KINDS.items():
        told = [_cells(document, row) for row in rows if row.persona.kind == kind]
        if not told:
            continue
        filled = [at for at in range(len(told[0])) if at < 1 or any(cells[at] for cells in told)]
        table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=False, show_edge=False)
        headings = (f"{len(told)} {called[len(told) > 1]}", "mentions", "gender", "kin", "named")
        for at in filled:
            table.add_column(headings[at], overflow="fold", justify="right" if at == 1 else "left", no_wrap=at == 1)
        for cells in told:
            table.add_row(*(Text(cells[at]) for at in filled))
        out.write("\n")
        print_lines(console_on(out), table)


def _cells(document: Document, row: PersonaRow) -> tuple[str, ...]:
    persona = row.persona
    gender: str = "" if persona.gender == "unknown" else persona.gender
    gender += f" (“{row.gender_because}”)" if row.gender_because else ""
    wordings = Counter(" ".join(document.quote(m.span).split()) for m in row.mentions if m.kind == "name")
    names = "; ".join(f"{name} ({times})" if times > 1 else name for name, times in wordings.most_common())
    who = f"* {persona.label}" if persona.main else persona.label
    return who, str(len(row.mentions)), gender, "; ".join(row.kin), "" if wordings.keys() <= {persona.label} else names


def _mentions(out: TextIO, document: Document, rows: list[PersonaRow]) -> None:
    """One line a mention, in text order: start–end, words, whose, kind, why."""
    told = [(mention, row.persona.label) for row in rows for mention in row.mentions]
    for mention, label in sorted(told, key=lambda item: (item[0].span.start, -item[0].span.end)):
        words = " ".join(document.quote(mention.span).split())
        place = f"{mention.span.start}–{mention.span.end}"
        out.write(f"{place:12} {words} → {label} [{mention.kind}: {mention.because}]\n")
