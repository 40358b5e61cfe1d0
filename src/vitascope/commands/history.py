"""``vitascope history`` and ``vitascope judgements``: what was judged, when, by whom and why."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from vitascope.commands.options import DEFAULT_PROJECT, ProjectOption
from vitascope.commands.selection import asked, personas
from vitascope.errors import StoreError
from vitascope.store import Placed, Project
from vitascope.views.judgement_words import judgement_line


def history(
    target: Annotated[
        str, typer.Argument(metavar="CLAIM|PERSONA", help="The first letters of a claim's id, or a name.")
    ],
    project: ProjectOption = DEFAULT_PROJECT,
) -> None:
    """Show every judgement about a claim or a persona, oldest first, with those taken back.

    \b
    Examples:
      vitascope history 3fa9 --project lives.vita
      vitascope history "Tekla Norrgren"
    """
    with asked(project, None) as opened:
        _print(opened.history(_meant(opened, target)), "nothing was judged of it")


def judgements(
    lost: Annotated[
        bool, typer.Option("--lost", help="Only those that apply to nothing any more, with the words they were about.")
    ] = False,
    project: ProjectOption = DEFAULT_PROJECT,
) -> None:
    """List every judgement of a project, oldest first.

    After a document was read anew a judgement is found again by its claim's id, else by place and type, else by its
    words and what stands around them. What is accepted or corrected stands as long as its words are in the text. What
    cannot be found again is kept and listed with --lost.

    \b
    Example:
      vitascope judgements --lost --project lives.vita
    """
    with asked(project, None) as opened:
        _print(opened.judgements(lost=lost), "no judgement is lost" if lost else "nothing was judged")


def _meant(project: Project, target: str) -> str:
    """The id of the one claim, else persona, that is meant; an id that only judgements know is taken as it is."""
    placed = project.judgements()
    for each in placed:
        if target in each.targets or target in [anchor.id for anchor in each.judgement.anchors]:
            return target
    try:
        claim = project.claim(target).claim
    except StoreError:
        [found] = personas(project, target, False)
        return found.persona.id
    if claim.judged is None or not claim.judged.alone:
        return claim.id
    return next(each.targets[0] for each in placed if each.judgement.number == claim.judged.numbers[-1])


def _print(found: Iterable[Placed], none: str) -> None:
    sys.stdout.write("".join(f"{judgement_line(each)}\n" for each in found) or f"{none}\n")
