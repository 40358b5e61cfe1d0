"""``vitascope eval timex``: the dates that were read against a corpus with gold dates."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vitascope.commands.dates import NoParseOption, reader_of_times
from vitascope.commands.figures import write_figures
from vitascope.commands.options import LanguageOption, ModelOption


def timex(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder (or file) of TimeML or TEI with gold dates.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="List what disagrees, date by date.")] = False,
    no_parse: NoParseOption = False,
    headings: Annotated[
        bool,
        typer.Option("--headings/--no-headings", help="Whether dates in headings count: annotators mark them too."),
    ] = True,
    tei: Annotated[
        bool | None, typer.Option("--tei/--timeml", help="What the gold is; told from each file where not given.")
    ] = None,
    model: ModelOption = None,
    language: LanguageOption = "en",
) -> None:
    """Score dates against gold by the rules of TempEval-3: extent, and value on what was found.

    The texts are taken from the gold files and read anew. In TimeML a value is right where it is the same TIMEX3
    value, in TEI where first and last day are the same. The table counts gold dates and misses by kind of time.

    \b
    Examples:
      vitascope eval timex wikiwars/
      vitascope eval timex gum/xml --json --no-parse
    """
    from vitascope.evaluation.timex import DateMiss, DateScore, score_reading
    from vitascope.evaluation.timex_gold import gold_documents

    def told(miss: DateMiss) -> str:
        place = f"{Path(miss.document).name}:{miss.line}"
        got = f"{miss.got_words} = {miss.got} ({miss.rule})" if miss.got_words else "-"
        wanted = f"{miss.words} = {miss.wanted}" if miss.words else "-"
        return f"{miss.kind:7} {miss.klass:12} {place}: want {wanted} got {got}"

    def written(score: DateScore) -> list[str]:
        counts = f"{score.documents} documents, {score.words} words, {score.gold} gold dates, {score.predicted} read"
        rows = {"relaxed": score.relaxed, "strict": score.strict}
        rows |= {"relaxed + value": score.value_relaxed, "strict + value": score.value_strict}
        lines = [counts, "", *(f"{name:16} p {r.p:.4f}  r {r.r:.4f}  f1 {r.f1:.4f}" for name, r in rows.items())]
        lines += [f"{'value accuracy':16} {score.value_accuracy:.4f}", ""]
        columns = ("gold", "missed", "extent", "value", "extra")
        lines.append(f"{'':16}" + "".join(f"{column:>8}" for column in columns))
        for name, row in score.classes.items():
            lines.append(f"{name:16}" + "".join(f"{row[column]:8}" for column in columns))
        return lines

    corpus = gold_documents(gold, tei=tei, headings=headings, language=language)
    result = score_reading(corpus, reader_of_times(model, language, parse=not no_parse))
    listed = [told(miss) for miss in result.misses] if misses else None
    write_figures(result.as_json(), written(result), listed, as_json)
