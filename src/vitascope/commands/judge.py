"""``vitascope judge`` and ``vitascope undo``: what people say of a claim, and taking it back."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from vitascope.commands.author import author
from vitascope.commands.corrections import PARTS, parsed
from vitascope.commands.options import DEFAULT_PROJECT, ByOption, ProjectOption, WhyOption
from vitascope.commands.selection import asked
from vitascope.errors import VitascopeError
from vitascope.model import Claim
from vitascope.store import CLAIM_VERDICTS
from vitascope.views.claim_words import headline
from vitascope.views.judgement_words import signed


def judge(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The first letters of a claim's id.")],
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help=f"One of {', '.join(CLAIM_VERDICTS)}.")],
    parts: Annotated[
        list[str] | None, typer.Argument(metavar="[PART=VALUE…]", help=f"What to correct: {PARTS}.")
    ] = None,
    by: ByOption = None,
    why: WhyOption = "",
    project: ProjectOption = DEFAULT_PROJECT,
) -> None:
    """Accept, reject or correct a claim, or say that you are unsure.

    A judgement is kept with your name, the time and the reason. It never changes what was read, it is found again by
    its words when the document is read anew, and a later judgement or undo takes it back. A date is EDTF (1902,
    1902-03, 1902/1904); an empty value takes the part away.

    \b
    Examples:
      vitascope judge 3fa9 accept --why "so in the parish register"
      vitascope judge 3fa9 correct when=1902-03 role.place=Omsk status.duress=yes --by "R. Hale"
    """
    if verdict not in CLAIM_VERDICTS:
        raise typer.BadParameter(f"“{verdict}” is none of {', '.join(CLAIM_VERDICTS)}", param_hint="VERDICT")
    if parts and verdict != "correct":
        raise VitascopeError(parts[0], f"{verdict} changes nothing", "to change parts, the verdict is: correct")
    who = author(by)
    with asked(project, None) as opened:
        correction = parsed(opened, opened.claim(claim), parts or ()) if verdict == "correct" else None
        made = opened.judge(claim, verdict, by=who, why=why, correction=correction)
        sys.stdout.write(f"judgement {made.number}: {_told(opened.claim(claim).claim)}\n")


def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="A number that history shows.")],
    by: ByOption = None,
    why: WhyOption = "",
    project: ProjectOption = DEFAULT_PROJECT,
) -> None:
    """Take a judgement back, by a judgement: both are kept.

    \b
    Example:
      vitascope undo 7 --why "the register is of another parish"
    """
    who = author(by)
    with asked(project, None) as opened:
        made = opened.undo(number, by=who, why=why)
    sys.stdout.write(f"judgement {made.number}: judgement {number} is taken back by {made.by}\n")


def _told(claim: Claim) -> str:
    return f"{signed(claim)} {claim.id} {claim.subject.label}: {headline(claim)}"
