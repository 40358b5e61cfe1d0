"""The page over a large project: server time of every view, then many clients at once.

    python bench/page.py [--documents 20000] [--clients 50] [--seconds 60] [--model sm] [--project FILE]

The project is made by saving the readings of a few texts under names, years and ids of their own (bench/store.py), and
kept where ``--project`` names a file. The server is the one of ``vitascope serve``, on a free port of loopback.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import httpx2 as httpx

from lives import life, templates
from store import varied
from vitascope.pipeline import Reader
from vitascope.sources import read_text
from vitascope.store import Project

SERVE = "from vitascope.cli import main; main()"


def made(path: Path, documents: int, model: str) -> None:
    """Save so many readings, all in one project."""
    texts = templates()
    reader = Reader(model)
    read = [reader.read(read_text(text, f"{number}.txt")) for number, text in enumerate(texts)]
    with Project.open(path) as project:
        for number in range(documents):
            project.save(varied(read[number % len(read)], life(number, texts), number))


def addresses(path: Path, chance: random.Random) -> dict[str, list[str]]:
    """Some addresses of every view, chosen by a seed."""
    with Project.open(path) as project:
        offsets = [chance.randrange(project.counts().documents) for _ in range(12)]
        lives = [project.lives(offset=offset, limit=1)[0] for offset in offsets]
        claims = [reading.claims[0].id for each in lives if (reading := project.reading(each.document))]
    ids = [each.document for each in lives]
    surnames = [each.title.split()[-1] for each in lives]
    return {
        "first page": ["/"],
        "a page of the list": [f"/?page={offset // 60 + 1}" for offset in offsets],
        "lives by a name": [f"/?q={name}" for name in surnames],
        "a life": [f"/lives/{id_}" for id_ in ids],
        "a claim": [f"/claims/{id_}" for id_ in claims],
        "a life's network": [f"/lives/{id_}/network" for id_ in ids],
        "a life's map": [f"/lives/{id_}/map" for id_ in ids],
        "two lives compared": [f"/compare?life={a}&life={b}" for a, b in pairwise(ids)],
        "review": ["/review", *(f"/review?life={id_}" for id_ in ids), "/review?type=arrest"],
        "search: words": [f"/search?q={name}" for name in surnames],
        "search: everything": ["/search"],
        "search: a type": ["/search?type=arrest", "/search?type=birth"],
        "search: a status": ["/search?status=duress", "/search?status=unasserted"],
        "search: two facets": ["/search?type=arrest&status=asserted", "/search?type=education&decade=1920"],
        "network of all": ["/network"],
        "map of all": ["/map"],
    }


def timed(address: str, views: dict[str, list[str]]) -> dict[str, dict[str, float]]:
    """Milliseconds until the whole answer is there: the very first request of a view, the median of others, again."""
    told = {}
    with httpx.Client(base_url=address, timeout=120) as client:

        def ask(path: str) -> float:
            begun = time.perf_counter()
            answer = client.get(path)
            assert answer.status_code == 200, (path, answer.status_code)
            return (time.perf_counter() - begun) * 1000

        for view, paths in views.items():
            first, *others = [ask(path) for path in paths]
            again = [ask(path) for path in paths]
            told[view] = {
                "first": round(first),
                **({"other, median": round(statistics.median(others))} if others else {}),
                "again, median": round(statistics.median(again)),
            }
    return told


async def loaded(address: str, paths: list[str], clients: int, seconds: float) -> dict[str, object]:
    """So many clients that each ask for one page after the other; how long the answers took, and what failed."""
    times: list[float] = []
    faults: Counter[str] = Counter()
    end = time.perf_counter() + seconds

    async def one(number: int) -> None:
        chance = random.Random(number)
        async with httpx.AsyncClient(base_url=address, timeout=60) as client:
            while time.perf_counter() < end:
                begun = time.perf_counter()
                try:
                    answer = await client.get(chance.choice(paths))
                    if answer.status_code != 200:
                        faults[str(answer.status_code)] += 1
                except httpx.HTTPError as fault:
                    faults[type(fault).__name__] += 1
                times.append((time.perf_counter() - begun) * 1000)

    await asyncio.gather(*(one(number) for number in range(clients)))
    ordered = sorted(times)
    return {
        "clients": clients,
        "answers": len(times),
        "a second": round(len(times) / seconds, 1),
        "faults": dict(faults),
        "ms": {f"p{p}": round(ordered[min(len(ordered) - 1, len(ordered) * p // 100)]) for p in (50, 95, 99)},
    }


def served(path: Path) -> tuple[subprocess.Popen[str], str]:
    """The server on a free port, and its address."""
    arguments = [sys.executable, "-c", SERVE, "serve", str(path), "--port", "0"]
    run = subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True)
    assert run.stderr is not None
    line = run.stderr.readline()
    return run, line.split(" at ")[1].split()[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--model", default="sm")
    parser.add_argument("--project", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.project or Path(folder) / "many.vita"
        if not path.exists():
            made(path, given.documents, given.model)
        views = addresses(path, random.Random(11))
        run, address = served(path)
        try:
            print(json.dumps({"ms": timed(address, views)}, indent=1))
            light = [path for view, paths in views.items() if not view.endswith("of all") for path in paths]
            if given.clients:
                print(json.dumps(asyncio.run(loaded(address, light, given.clients, given.seconds)), indent=1))
        finally:
            run.terminate()
            run.wait(10)


if __name__ == "__main__":
    main()
