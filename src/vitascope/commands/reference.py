"""The reference of the command line, made from the commands themselves.

``python tools/cli_reference.py > docs/cli.md`` writes it; a test holds the file to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import typer

_HEAD = """# Command line

<!-- Made by: python tools/cli_reference.py > docs/cli.md -->

Exit codes: 0 all is well, 1 something could not be done (the message says what), 2 the command was not
understood, 130 interrupted. What was asked for goes to standard output, everything else to standard error.
`$VITASCOPE_PROJECT` names the project that is asked where no `--project` is given.

A claim that the author does not plainly assert is never shown without its status, in any format.
"""


def reference(app: typer.Typer) -> str:
    """The reference of every command of ``app`` as Markdown."""
    root: Any = typer.main.get_command(app)
    parts = [_HEAD, *(_section(path, command) for path, command in _commands("vitascope", root))]
    return "\n".join(parts).rstrip() + "\n"


def _commands(path: str, command: Any) -> Iterator[tuple[str, Any]]:
    for name, child in getattr(command, "commands", {}).items():
        if hasattr(child, "commands"):
            yield from _commands(f"{path} {name}", child)
        else:
            yield f"{path} {name}", child


def _section(path: str, command: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    usage = " ".join([path, *(_bare(p) for p in arguments), *(["[options]"] if options else [])])
    lines = [f"## {path}", "", f"`{usage}`", "", *_help(command.help or "")]
    if command.params:
        lines += ["| | |", "|---|---|"]
        lines += [f"| `{_bare(p)}` | {_cell(p.help)} |" for p in arguments]
        lines += [f"| {_flags(p)} | {_cell(p.help)}{_default(p)} |" for p in options]
        lines.append("")
    return "\n".join(lines)


def _help(text: str) -> list[str]:
    """Paragraphs as they are, an example block as code."""
    lines = []
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("\b"):
            title, *examples = paragraph.removeprefix("\b").strip().splitlines()
            lines += [title, "", "```console", *(f"$ {line.strip()}" for line in examples), "```", ""]
        else:
            lines += [" ".join(paragraph.split()), ""]
    return lines


def _bare(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _flags(parameter: Any) -> str:
    value = f" {parameter.metavar}".replace("|", "\\|") if parameter.metavar else ""
    return ", ".join(f"`{flag}{value}`" for flag in sorted(parameter.opts, key=len, reverse=True))


def _default(parameter: Any) -> str:
    if parameter.default in (None, False, ()) or parameter.required or callable(parameter.default):
        return ""
    return f" Default: `{getattr(parameter.default, 'value', parameter.default)}`."


def _cell(text: str | None) -> str:
    return re.sub(r"\s+", " ", (text or "").replace("|", "\\|"))
