"""``vitascope eval``: what was read against what a careful reader finds."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from vitascope.commands.evaluate_timex import timex

evaluate = typer.Typer(help="Measure what was read against gold.", no_args_is_help=True, rich_markup_mode=None)


@evaluate.command("claims")
def claims(
    predicted: Annotated[Path, typer.Argument(metavar="PRED", help="Claims as JSON lines, as read writes them.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Gold claims of the same text, as JSON lines.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="List what disagrees, claim by claim.")] = False,
) -> None:
    """Score claims against gold: found, dated, filled in, and rightly guarded.

    \b
    Example:
      vitascope read life.txt --format jsonl --output got.jsonl
      vitascope eval claims got.jsonl life.gold.jsonl --misses
    """
    from vitascope.evaluation.agreement import read_claims
    from vitascope.evaluation.claims import Miss, score

    def told(miss: Miss) -> str:
        claim = miss.claim
        date = f"want {claim.date or '-'} got {miss.got}" if miss.kind == "date" else claim.date or "-"
        return f"{miss.kind:7} {claim.type:15} {claim.subject[:26]:26} {date:22} {claim.quote[:90]}".rstrip()

    result = score([(read_claims(predicted), read_claims(gold))])
    if as_json:
        figures = result.as_json()
        if misses:
            figures["misses"] = [told(miss) for miss in result.misses]
        sys.stdout.write(json.dumps(figures, ensure_ascii=False) + "\n")
        return
    if misses:
        sys.stdout.writelines(told(miss) + "\n" for miss in result.misses)
        sys.stdout.write("\n")
    for name, value in result.as_json().items():
        if name == "missed_types":
            words = ", ".join(f"{type_} {count}" for type_, count in value.items()) or "none"
        elif isinstance(value, dict):
            words = f"p {value['p']:.4f}  r {value['r']:.4f}  f1 {value['f1']:.4f}"
        else:
            words = str(value)
        sys.stdout.write(f"{name:16} {words}\n")


evaluate.command("timex")(timex)
