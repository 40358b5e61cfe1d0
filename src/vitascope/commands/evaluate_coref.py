"""``vitascope eval coref``: the people who were read against gold coreference."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vitascope.commands.figures import write_figures
from vitascope.commands.options import LanguageOption, ModelOption
from vitascope.commands.people import reader_of_chains, reader_of_people
from vitascope.errors import VitascopeError

if TYPE_CHECKING:
    from vitascope.evaluation.claims import Rates
    from vitascope.evaluation.coref import ChainsOf, PeopleOf


class Scored(StrEnum):
    """Which chains are scored where gold has chains."""

    all = "all"
    persons = "persons"


class FigureFormat(StrEnum):
    """How figures are written."""

    table = "table"
    json = "json"


def coref(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A file or folder with gold, all of one kind.")],
    persons: Annotated[
        bool, typer.Option("--persons", help="Only chains of persons, where gold tells which they are.")
    ] = False,
    chains: Annotated[
        Scored,
        typer.Option(
            "--chains",
            metavar="|".join(Scored),
            help="Whole phrases and chains of things too, or personas by their tightest words.",
        ),
    ] = Scored.all,
    titles: Annotated[
        bool, typer.Option("--titles/--no-titles", help="Whether the reader sees the title, where gold has one.")
    ] = True,
    misses: Annotated[
        int, typer.Option("--misses", metavar="N", min=0, help="Print so many disagreements of each kind.")
    ] = 0,
    format: Annotated[
        FigureFormat, typer.Option("--format", metavar="|".join(FigureFormat), help="How the figures are written.")
    ] = FigureFormat.table,
    model: ModelOption = None,
    language: LanguageOption = "en",
) -> None:
    """Score who is meant by which words against gold: chains, ambiguous pronouns, or the person of a life.

    What the gold is, the files tell: CoNLL chains (OntoGUM; MUC, B³, CEAFφ4, their mean, and the subject's chain), GAP
    (F1 by gender, and bias) or WikiBio-events (words and mentions of the target person). How each is counted stands in
    docs/benchmarks.md.

    \b
    Examples:
      vitascope eval coref gum-bio/ontogum
      vitascope eval coref gum-bio/ontogum --chains persons --persons
      vitascope eval coref gap-development.tsv --no-titles --misses 20
      vitascope eval coref wikibio-events/ --format json
    """
    from vitascope.evaluation.coref_gold import gold_kind, gold_paths

    paths = gold_paths(gold)
    kinds = {gold_kind(path): path for path in paths}
    if len(kinds) > 1:
        one, other = (path.name for path in list(kinds.values())[:2])
        raise VitascopeError(str(gold), f"{one} and {other} are of two kinds", "name the files of one kind")
    kind = next(iter(kinds))
    if kind == "chains" and chains is Scored.all:
        figures, lines, told = _chains(paths, None, reader_of_chains(model, language), persons, titles, language)
    elif kind == "chains":
        figures, lines, told = _chains(paths, reader_of_people(model, language), None, persons, titles, language)
    else:
        score = {"gap": _gap, "target": _target}[kind]
        figures, lines, told = score(paths, reader_of_people(model, language), persons, titles, language)
    listed = [line for group in told.values() for line in group[:misses]] if misses else None
    write_figures(figures, lines, listed, format is FigureFormat.json)


_Told = tuple[dict[str, Any], list[str], dict[str, list[str]]]
"""Figures as plain values, the lines of a table, and disagreements by kind."""


def _chains(
    paths: Sequence[Path],
    people: PeopleOf | None,
    whole: ChainsOf | None,
    persons: bool,
    titles: bool,
    language: str,
) -> _Told:
    from vitascope.evaluation.coref import score_chains, score_whole_chains
    from vitascope.evaluation.coref_gold import read_chains

    texts = [read_chains(path, titles=titles, language=language) for path in paths]
    if persons and all(text.persons is None for text in texts):
        advice = "put GUM's CoNLL-U in a folder dep beside it, or leave out --persons"
        raise VitascopeError("--persons", "gold does not tell which chains are persons'", advice)
    if whole is not None:
        score = score_whole_chains(texts, whole, persons=persons)
    else:
        assert people is not None
        score = score_chains(texts, people, persons=persons)
    lines = [f"{score.documents} documents, {score.gold} gold mentions, {score.predicted} read"]
    for match, rates in score.rates.items():
        lines += ["", match, *(_row(name, rate) for name, rate in rates.items())]
        lines += [f"{'CoNLL':16} {'':18}f1 {score.conll[match]:.4f}", _row("subject's chain", score.subject[match])]
        lines.append(_row("whole subject", score.whole_subject[match]))
    told: dict[str, list[str]] = {}
    for miss in score.misses:
        who = " / ".join(
            part for part in (miss.wanted and f"is {miss.wanted}", miss.persona and f"read {miss.persona}") if part
        )
        line = f"{miss.kind:6} {miss.form:8} {Path(miss.document).name}: {miss.words} ({who}) … {miss.around}"
        told.setdefault(f"{miss.kind} {miss.form}", []).append(line)
    return score.as_json(), [*lines, *_counted(score.as_json())], told


def _gap(paths: Sequence[Path], read: PeopleOf, persons: bool, titles: bool, language: str) -> _Told:
    from vitascope.evaluation.coref_gap import score_gap
    from vitascope.evaluation.coref_gold import read_gap
    from vitascope.people.lexicon import lexicon

    del persons  # GAP asks of persons only
    genders = {form: told.gender for form, told in lexicon(language).pronouns.items()}
    examples = (example for path in paths for example in read_gap(path, titles=titles, language=language))
    score = score_gap(examples, read, genders)
    lines = [f"{score.examples} examples", "", *(_row(name, rate) for name, rate in score.rates.items())]
    lines.append(f"{'bias':16} {'-' if score.bias is None else format(score.bias, '.4f')}")
    told: dict[str, list[str]] = {}
    for miss in score.misses:
        line = f"{miss.kind:6} {miss.example}: {miss.pronoun} … {miss.name}, read {miss.chosen or 'nobody'}"
        told.setdefault(miss.kind, []).append(line)
    return score.as_json(), [*lines, *_counted(score.as_json())], told


def _target(paths: Sequence[Path], read: PeopleOf, persons: bool, titles: bool, language: str) -> _Told:
    from vitascope.evaluation.coref_gold import read_target
    from vitascope.evaluation.coref_target import score_target
    from vitascope.people.lexicon import lexicon

    del persons, titles  # one person, and no title in the files
    endings = lexicon(language).possessive_endings
    score = score_target((read_target(path, language=language) for path in paths), read, endings)
    rates = {"words": score.words, "mentions": score.mentions, "participants": score.participants}
    lines = [f"{score.documents} documents", "", *(_row(name, rate) for name, rate in rates.items()), ""]
    lines += [f"{Path(name).name:32} f1 {f1:.4f}" for name, f1 in score.by_document.items()]
    told: dict[str, list[str]] = {}
    for miss in score.misses:
        line = f"{miss.kind:6} {Path(miss.document).name}: {miss.words} ({miss.read or 'nobody'}) … {miss.around}"
        told.setdefault(f"{miss.kind} {miss.read.split(':')[0]}", []).append(line)
    return score.as_json(), [*lines, *_counted(score.as_json())], told


def _row(name: str, rate: Rates) -> str:
    return f"{name:16} p {rate.p:.4f}  r {rate.r:.4f}  f1 {rate.f1:.4f}"


def _counted(figures: dict[str, Any]) -> list[str]:
    return ["", *(f"{name:24} {count:5}" for name, count in figures["misses_by_kind"].items())]
