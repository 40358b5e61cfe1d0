"""How long reading takes beside bare spaCy with the same model on the same texts, in one run, stage by stage.

    python bench/speed.py FILE… [--model sm|md] [--rounds 5] [--json]

Both see the same paragraphs. Rounds alternate and the median of each is printed, so that a drift of the machine's speed
falls on both. Shares are of bare spaCy's processor time, which other programs stretch less than the time of the clock;
the last is that of all that follows the parse.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Mapping, Sequence

from vitascope.language.models import load_model
from vitascope.model import Document
from vitascope.pipeline import STAGES, Reader
from vitascope.sources import expand, read_file

PARSE, *AFTER = STAGES


class Watch:
    """Processor seconds by stage; told which stage begins."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)
        self._stage = PARSE
        self._since = 0.0

    def read(self, reader: Reader, document: Document) -> None:
        """Let a document be read, and note how long each stage takes."""
        self._since = time.process_time()
        reader.read(document, self._begin)
        self._begin(PARSE)

    def _begin(self, stage: str) -> None:
        now = time.process_time()
        self.seconds[self._stage] += now - self._since
        self._stage, self._since = stage, now


def spent(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def measured(bare: Callable[[], object], documents: Sequence[Document], reader: Reader) -> dict[str, float]:
    """One round: seconds by the clock of both, then shares of bare spaCy's processor time."""
    watch = Watch()

    def whole() -> None:
        for document in documents:
            watch.read(reader, document)

    spacy, alone = spent(bare)
    vitascope, _ = spent(whole)
    shares = {stage: seconds / alone for stage, seconds in watch.seconds.items()}
    after = sum(shares[stage] for stage in AFTER)
    clock = {"spacy": spacy, "vitascope": vitascope, "times": vitascope / spacy}
    return {**clock, **shares, "after the parse": after, "whole": shares[PARSE] + after}


def table(figures: Mapping[str, float]) -> str:
    """Lines for eyes: words a second, then what each stage adds to the time of bare spaCy."""
    speeds = (f"{name:16}{figures[name]:8.0f} words/s" for name in ("spacy", "vitascope"))
    shares = (f"{name:16}{figures[name]:8.1%}" for name in (*STAGES, "after the parse", "whole"))
    return "\n".join((*speeds, "of bare spaCy’s processor time:", *shares))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--model")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    documents = [read_file(path) for path in expand(args.files)]
    paragraphs = [d.quote(b.span) for d in documents for b in d.blocks if b.kind in ("paragraph", "item")]
    words = sum(len(p.split()) for p in paragraphs)
    nlp, info = load_model(args.model)
    reader = Reader(args.model)

    def bare() -> None:
        for _ in nlp.pipe(paragraphs, batch_size=16):
            pass

    measured(bare, documents, reader)
    rounds = [measured(bare, documents, reader) for _ in range(args.rounds)]
    figures = {name: statistics.median(r[name] for r in rounds) for name in rounds[0]}
    figures |= {name: words / figures[name] for name in ("spacy", "vitascope")}
    if args.json:
        print(json.dumps({"words": words, "model": info.name, **figures}))
    else:
        print(f"{words} words, model {info.name} {info.version}, median of {args.rounds} rounds")
        print(table(figures))


if __name__ == "__main__":
    main()
