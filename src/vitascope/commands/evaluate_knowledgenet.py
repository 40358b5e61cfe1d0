"""``vitascope eval knowledgenet``: claims as triples against KnowledgeNet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vitascope.commands.figures import write_figures
from vitascope.commands.options import LanguageOption, ModelOption


def knowledgenet(
    passages: Annotated[
        Path,
        typer.Argument(metavar="PASSAGES", help="Passages with facts, JSON lines.", exists=True, dir_okay=False),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    misses: Annotated[int, typer.Option("--misses", metavar="N", help="List the first N facts that disagree.")] = 0,
    model: ModelOption = None,
    language: LanguageOption = "en",
) -> None:
    """Score claims as triples of subject, property and object against KnowledgeNet.

    A line of PASSAGES holds doc, start, text, properties (for which its facts are exhaustive) and facts with the
    offsets of subject and object in the document. Only claims that the author states as plain fact are counted.

    \b
    Example:
      vitascope eval knowledgenet passages.jsonl --misses 50
    """
    from vitascope.evaluation.knowledgenet import read_passages, score_passages
    from vitascope.pipeline import Reader

    result = score_passages(read_passages(passages), Reader(model, language).read, language)
    rows = {"overlap": result.overlap, "exact": result.exact, "of persons, overlap": result.persons}
    lines = [f"{result.passages} passages, {result.gold} gold facts, {result.predicted} read", ""]
    lines += [f"{name:22} p {r.p:.4f}  r {r.r:.4f}  f1 {r.f1:.4f}" for name, r in rows.items()]
    lines += ["", "by property, overlap"]
    lines += [
        f"{name:22} p {r.p:.4f}  r {r.r:.4f}  f1 {r.f1:.4f}  gold {gold}"
        for name, (gold, r) in result.properties.items()
    ]
    listed = [miss.told() for miss in result.misses[:misses]] if misses else None
    write_figures(result.as_json(), lines, listed, as_json)
