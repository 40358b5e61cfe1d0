"""Words per second of reading, beside bare spaCy with the same model on the same texts, in one run.

    python bench/speed.py FILE… [--model sm|md] [--rounds 5] [--json]

Both see the same paragraphs. Rounds alternate, the median of each is printed, so that a drift of the machine's
speed falls on both.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable

from vitascope.language.models import load_model
from vitascope.pipeline import Reader
from vitascope.sources import expand, read_file


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


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

    def whole() -> None:
        for document in documents:
            reader.read(document)

    bare(), whole()
    rounds = [(seconds(bare), seconds(whole)) for _ in range(args.rounds)]
    spacy, vitascope = (words / statistics.median(r[k] for r in rounds) for k in (0, 1))
    share = statistics.median(b / a for a, b in rounds)
    if args.json:
        figures = {"words": words, "model": info.name, "spacy": spacy, "vitascope": vitascope, "times": share}
        print(json.dumps(figures))
    else:
        print(f"{words} words, model {info.name} {info.version}, median of {args.rounds} rounds")
        print(f"bare spaCy   {spacy:8.0f} words/s")
        print(f"vitascope    {vitascope:8.0f} words/s   ({share:.2f} × the time of bare spaCy)")


if __name__ == "__main__":
    main()
