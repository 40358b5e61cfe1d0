"""``vitascope eval``: what was read against what a careful reader finds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vitascope.commands.evaluate_coref import coref
from vitascope.commands.evaluate_events import events
from vitascope.commands.evaluate_knowledgenet import knowledgenet
from vitascope.commands.evaluate_timex import timex
from vitascope.commands.figures import write_figures

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
    listed = [told(miss) for miss in result.misses] if misses else None
    write_figures(result.as_json(), [_row(name, value) for name, value in result.as_json().items()], listed, as_json)


def _row(name: str, value: object) -> str:
    if name == "missed_types" and isinstance(value, dict):
        words = ", ".join(f"{type_} {count}" for type_, count in value.items()) or "none"
    elif isinstance(value, dict):
        words = f"p {value['p']:.4f}  r {value['r']:.4f}  f1 {value['f1']:.4f}"
    else:
        words = str(value)
    return f"{name:16} {words}"


evaluate.command("timex")(timex)
evaluate.command("coref")(coref)
evaluate.command("knowledgenet")(knowledgenet)
evaluate.command("events")(events)
