"""``vitascope same``, ``different``, ``unsure``, ``clusters``: who is who, as somebody says it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from vitascope.commands.author import author
from vitascope.commands.options import DEFAULT_PROJECT, ByOption, ProjectOption, WhyOption
from vitascope.commands.selection import asked, personas
from vitascope.model import Verdict
from vitascope.store import Project

OneArgument = Annotated[str, typer.Argument(metavar="PERSONA", help="A name or an id.")]
OtherArgument = Annotated[str, typer.Argument(metavar="OTHER", help="A name or an id.")]


def same(
    one: OneArgument,
    other: OtherArgument,
    by: ByOption = None,
    why: WhyOption = "",
    project: ProjectOption = DEFAULT_PROJECT,
) -> None:
    """Say that two personas are one person.

    They stay two in what was read; the judgement joins them, and undo parts them again. Of several judgements of the
    same two the last stands.

    \b
    Example:
      vitascope same p-1f0c p-77ab --why "same birth and same wife"
    """
    _judge(one, other, "same", by, why, project)


def different(
    one: OneArgument,
    other: OtherArgument,
    by: ByOption = None,
    why: WhyOption = "",
    project: ProjectOption = DEFAULT_PROJECT,
) -> None:
    """Say that two personas are not one person.

    Where others say that they are, both stand, and clusters tells the contradiction.

    \b
    Example:
      vitascope different p-1f0c p-90de --why "one died before the other was born"
    """
    _judge(one, other, "different", by, why, project)


def unsure(
    one: OneArgument,
    other: OtherArgument,
    by: ByOption = None,
    why: WhyOption = "",
    project: ProjectOption = DEFAULT_PROJECT,
) -> None:
    """Say that it is not known whether two personas are one person.

    \b
    Example:
      vitascope unsure p-1f0c p-90de --why "the register is burnt"
    """
    _judge(one, other, "unsure", by, why, project)


def clusters(project: ProjectOption = DEFAULT_PROJECT) -> None:
    """Show who was said to be one person, and what contradicts it.

    Whoever is the same as the same is the same: the personas are joined over any number of judgements. A judgement
    that two of them are different is told beside them and decides nothing. Exit code 1 where there is one.

    \b
    Example:
      vitascope clusters --project lives.vita
    """
    with asked(project, None) as opened:
        found = opened.clusters()
        for cluster in found:
            links = ", ".join(map(str, cluster.links))
            sys.stdout.write(f"one person by judgement {links}\n")
            sys.stdout.writelines(f"    {_told(opened, *who)}\n" for who in cluster.members)
            if cluster.against:
                against = ", ".join(map(str, cluster.against))
                sys.stdout.write(f"    CONTRADICTED by judgement {against}: two of them are different\n")
    if not found:
        sys.stdout.write("nobody was said to be the same as another\n")
    if any(cluster.against for cluster in found):
        raise typer.Exit(1)


def _judge(one: str, other: str, verdict: Verdict, by: str | None, why: str, project: ProjectOption) -> None:
    who = author(by)
    with asked(project, None) as opened:
        [first], [second] = personas(opened, one, False), personas(opened, other, False)
        made = opened.judge_personas(first, second, verdict, by=who, why=why)
        pair = (
            f"{_told(opened, first.document, first.persona.id)} and {_told(opened, second.document, second.persona.id)}"
        )
        sys.stdout.write(f"judgement {made.number}: {verdict}: {pair}\n")
        contradicted = [each for each in opened.clusters() if each.against]
        for cluster in contradicted:
            links, against = (", ".join(map(str, each)) for each in (cluster.links, cluster.against))
            sys.stdout.write(f"note: judgement {against} contradicts judgement {links}\n")


def _told(project: Project, document: str, persona: str) -> str:
    for each in project.find_personas(persona):
        if each.document == document:
            return f"{each.persona.label} ({persona}, {each.uri})"
    return persona
