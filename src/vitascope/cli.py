"""The command line: ``vitascope``. Commands are thin; see :mod:`vitascope.commands`."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from vitascope import __version__
from vitascope.commands.care import backup, check
from vitascope.commands.claims import claims
from vitascope.commands.conflicts import conflicts
from vitascope.commands.dates import dates
from vitascope.commands.demo import demo
from vitascope.commands.diff import diff
from vitascope.commands.evaluate import evaluate
from vitascope.commands.history import history, judgements
from vitascope.commands.identities import clusters, different, same, unsure
from vitascope.commands.judge import judge, undo
from vitascope.commands.messages import tell
from vitascope.commands.models import models
from vitascope.commands.people import people
from vitascope.commands.places import places
from vitascope.commands.posts import posts
from vitascope.commands.read import read
from vitascope.commands.review import review
from vitascope.commands.schema import schema
from vitascope.commands.search import search
from vitascope.commands.serve import serve
from vitascope.commands.show import show
from vitascope.commands.timeline import timeline
from vitascope.commands.why import why
from vitascope.errors import VitascopeError

INTERRUPTED = 130
"""128 + SIGINT, as shells tell it."""
PIPE_CLOSED = 141
"""128 + SIGPIPE: what reads our output has had enough."""


class _Told(TyperGroup):
    """Ends every command with a message for the user, never with a traceback for an error of theirs."""

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except VitascopeError as fault:
            tell(f"error: {fault}")
            raise typer.Exit(1) from fault
        except KeyboardInterrupt as interruption:
            tell(f"interrupted: {interruption}" if str(interruption) else "interrupted")
            raise typer.Exit(INTERRUPTED) from interruption
        except BrokenPipeError as closed:
            # Python flushes standard output once more on its way out; there it must not fail again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(PIPE_CLOSED) from closed
        return result


app = typer.Typer(
    name="vitascope",
    cls=_Told,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vitascope {__version__}")
        raise typer.Exit


@app.callback()
def vitascope(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read the story of a life and give back what it claims, claim by claim.

    \b
    Start here:
      vitascope demo
      vitascope read life.txt
    """


_READING = (read, show, timeline, claims, conflicts, dates, people, places, posts, why, search, serve)
_JUDGING = (review, judge, undo, history, judgements, same, different, unsure, clusters)
_KEEPING = (diff, check, backup)
for command in (*_READING, *_JUDGING, *_KEEPING, schema, demo):
    app.command()(command)
app.add_typer(evaluate, name="eval")
app.add_typer(models, name="models")


def main() -> None:
    """The entry point of the installed script."""
    for stream in (sys.stdout, sys.stderr):
        # What is written is UTF-8 whatever the system's locale; a terminal knows its own encoding better.
        if not stream.isatty() and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()


if __name__ == "__main__":
    main()
