"""``vitascope search``: words in texts, names and places of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vitascope.commands.messages import tell
from vitascope.commands.options import DEFAULT_PROJECT, OutputOption, ProjectOption
from vitascope.commands.output import SHORT_ID, console_on, opened
from vitascope.store import Hits, Project, TextHit

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS…", help='What to look for; "in double quotes" words stand side by side.'),
    ],
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=1000, metavar="N", help="So many of each kind at most.")
    ] = 10,
    output: OutputOption = None,
    project: ProjectOption = DEFAULT_PROJECT,
) -> None:
    """Find words in the texts, names and places of a project.

    All words must be there; case and accents do not matter. The best texts come first, each with its place as
    file:line:column and the words marked. How many there are in all is told beside how many are shown.

    \b
    Examples:
      vitascope search hurdles --project lives.vita
      vitascope search '"hard labour" siberia' --limit 3
    """
    with Project.open(project, create=False) as store:
        hits = store.search(" ".join(words), limit)
    with opened(output) as out:
        _write(console_on(out), hits)
    if not (hits.text_count or hits.name_count or hits.places):
        tell("nothing found; all words must be in one text or name: try fewer")


def _write(console: Console, hits: Hits) -> None:
    from rich.text import Text

    if hits.text_count:
        _print(console, f"Texts ({_of(len(hits.texts), hits.text_count)})")
    for hit in hits.texts:
        _print(console, f"  {_place(hit)}  {hit.title}")
        _print(console, Text("    ") + _shown(hit, marked=not console.is_terminal))
    if hits.name_count:
        _print(console, f"Names ({_of(len(hits.names), hits.name_count)})")
    for name in hits.names:
        _print(console, f"  {name.persona.id[:SHORT_ID]}  {name.persona.label}, in {name.uri}")
    if hits.places:
        _print(console, "Places")
    for place in hits.places:
        count = "1 claim" if place.claims == 1 else f"{place.claims} claims"
        _print(console, f"  {place.label}  {count}, as in {place.uri}")


def _print(console: Console, line: str | Text) -> None:
    console.print(line, soft_wrap=True)


def _of(shown: int, count: int) -> str:
    return str(count) if shown == count else f"{shown} of {count}"


def _place(hit: TextHit) -> str:
    at = hit.spans[0].start if hit.spans else 0
    line = hit.text.count("\n", 0, at) + 1
    return f"{hit.uri}:{line}:{at - (hit.text.rfind(chr(10), 0, at) + 1) + 1}"


def _shown(hit: TextHit, *, marked: bool) -> Text:
    """The snippet on one line, the words bold on a terminal and between asterisks elsewhere."""
    from rich.text import Text

    stretch, spans = hit.snippet()
    shown = Text("… " if stretch.start else "")
    at = stretch.start
    for span in spans:
        shown.append(hit.text[at : span.start].replace("\n", " "))
        words = hit.text[span.start : span.end].replace("\n", " ")
        shown.append(f"*{words}*" if marked else words, style="bold")
        at = span.end
    shown.append(hit.text[at : stretch.end].replace("\n", " "))
    return shown.append(" …" if stretch.end < len(hit.text.rstrip()) else "")
