"""The store under load: reading thousands of files into a project, saving, searching, memory.

    python bench/store.py read [--files 2000] [--paragraphs N] [--jobs 1 2] [--model sm]
    python bench/store.py save [--documents 20000] [--model sm]

``read`` runs ``vitascope read`` on made-up lives (bench/lives.py), or the first paragraphs of them, and watches its
memory. ``save`` reads each life that the others are made from once, saves as many documents as are asked for with their
claims, each under names and years of its own, and asks the project that comes of it.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lives import life, name, templates
from vitascope.model import Reading
from vitascope.pipeline import Reader
from vitascope.sources import read_text
from vitascope.store import ClaimFilter, Project

READ = "from vitascope.cli import main; main()"


def reading(files: int, jobs: int, model: str, folder: Path) -> dict[str, object]:
    """Read ``files`` lives with so many processes; memory in MB of the first process and of all, over time."""
    project = folder / f"lives-{jobs}.vita"
    arguments = ["read", str(folder / "lives"), "--project", str(project), "--jobs", str(jobs), "--model", model, "-q"]
    begun = time.perf_counter()
    run = subprocess.Popen([sys.executable, "-c", READ, *arguments])
    memory: list[tuple[int, int]] = []
    while run.poll() is None:
        time.sleep(1)
        memory.append((_resident(run.pid), sum(map(_resident, [run.pid, *_children(run.pid)]))))
    assert run.returncode == 0
    seconds = time.perf_counter() - begun
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", READ, *arguments], check=True)
    again = time.perf_counter() - begun
    part = max(1, len(memory) // 10)
    return {
        "files": files,
        "jobs": jobs,
        "documents a minute": round(files / seconds * 60),
        "seconds": round(seconds),
        "seconds when nothing has changed": round(again, 1),
        "first process, MB by tenths of the time": [
            max(m for m, _ in memory[i : i + part]) for i in range(0, len(memory), part)
        ],
        "all processes, MB at most": max(m for _, m in memory),
        "project, MB": round(project.stat().st_size / 1e6, 1),
    }


def _resident(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0)


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    except OSError:
        return []


def saving(documents: int, model: str, folder: Path) -> dict[str, object]:
    """Save so many readings, then search them."""
    texts = templates()
    reader = Reader(model)
    begun = time.perf_counter()
    read = [reader.read(read_text(text, f"{number}.txt")) for number, text in enumerate(texts)]
    per_text = (time.perf_counter() - begun) / len(texts)
    spent = 0.0
    times: list[float] = []
    path = folder / "many.vita"
    with Project.open(path) as project:
        for number in range(documents):
            each = varied(read[number % len(read)], life(number, texts), number)
            begun = time.perf_counter()
            project.save(each)
            times.append(time.perf_counter() - begun)
            spent += times[-1]
    tenth = max(1, documents // 10)
    with Project.open(path) as project:
        chance = random.Random(7)
        names = [f"{name(chance)} {name(chance)}" for _ in range(20)]
        found = [project.find_personas(each) for each in names]
        hits = [each for each, personas in zip(names, found, strict=True) if personas]
        searches: dict[str, Callable[[], object]] = {
            "a full name": lambda: [project.find_personas(each) for each in names],
            "a surname": lambda: [project.find_personas(each.split()[0]) for each in names],
            "a rare phrase (find_documents)": lambda: [project.find_documents(each) for each in names],
            "a word of every eighth text (search)": lambda: [project.search("hurdles") for _ in names],
            "two words (search)": lambda: [project.search("prison letters") for _ in names],
            "claims of a person": lambda: [
                project.claims(ClaimFilter(personas=tuple((p.document, p.persona.id) for p in each)))
                for each in found
                if each  # no persona at all would ask for every claim
            ],
        }
        asked = {what: round(_median(work) * 1000 / len(names), 1) for what, work in searches.items()}
    return {
        "documents": documents,
        "ms a document saved": round(spent / documents * 1000, 2),
        "ms a document saved, first and last tenth": [
            round(statistics.mean(part) * 1000, 2) for part in (times[:tenth], times[-tenth:])
        ],
        "share of the store, where reading one takes as long as here": round(spent / documents / per_text, 4),
        "project, MB": round(path.stat().st_size / 1e6),
        "names found": len(hits),
        "ms of processor time a search": asked,
    }


def varied(of: Reading, text: str, number: int) -> Reading:
    """A reading of another text of the same shape: ids, names and texts are this document's own."""
    document = replace(
        read_text(text, f"lives/{number:06}.txt"), blocks=of.document.blocks, sections=of.document.sections
    )
    chance = random.Random(number)
    who = f"{name(chance)} {name(chance)}"
    people = replace(
        of.people,
        personas=tuple(replace(p, label=who, names=(who,)) if p.main else p for p in of.people.personas),
    )
    claims = tuple(replace(c, id=f"{c.id[:14]}{number:06x}", document=document.id) for c in of.claims)
    return replace(of, document=document, people=people, claims=claims)


def _median(work: Callable[[], object], rounds: int = 5) -> float:
    """Seconds of processor time, which other programs on the machine do not lengthen."""
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["read", "save"])
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--paragraphs", type=int, default=0, help="of each life, after its title; all where left out")
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--model", default="sm")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as where:
        folder = Path(where)
        if args.what == "save":
            print(json.dumps(saving(args.documents, args.model, folder), indent=1))
            return
        (folder / "lives").mkdir()
        texts = templates()
        for number in range(args.files):
            text = life(number, texts)
            if args.paragraphs:
                text = "\n\n".join(text.split("\n\n")[: args.paragraphs + 1])  # the title stands before them
            (folder / "lives" / f"{number:06}.txt").write_text(text, "utf-8")
        for jobs in args.jobs:
            print(json.dumps(reading(args.files, jobs, args.model, folder), indent=1), flush=True)


if __name__ == "__main__":
    main()
