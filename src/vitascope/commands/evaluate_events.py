"""``vitascope eval events``: clauses as events against WikiBio-events."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vitascope.commands.figures import write_figures
from vitascope.commands.options import LanguageOption, ModelOption


def events(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A folder of token tables (.csv), or one of them.", exists=True)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    misses: Annotated[int, typer.Option("--misses", metavar="N", help="List the first N tokens that disagree.")] = 0,
    model: ModelOption = None,
    language: LanguageOption = "en",
) -> None:
    """Score which tokens tell an event of the life's person, against WikiBio-events.

    A table has the columns token, label and sentence; labels that begin with EVENT mark events.

    \b
    Example:
      vitascope eval events wikibio-events/ --misses 50
    """
    from vitascope.evaluation.event_tables import read_lives
    from vitascope.evaluation.events import score_lives
    from vitascope.language import SpacyAnnotator

    result = score_lives(read_lives(folder, language), SpacyAnnotator(model))
    rows = {"all": result.mentions, **result.lives}
    lines = [f"{result.tokens} tokens, {result.gold} of events, {result.predicted} read", ""]
    lines += [f"{name:32} p {r.p:.4f}  r {r.r:.4f}  f1 {r.f1:.4f}" for name, r in rows.items()]
    listed = [miss.told() for miss in result.misses[:misses]] if misses else None
    write_figures(result.as_json(), lines, listed, as_json)
