"""Writers that are killed, and what must be in the project afterwards.

    python -m tests.store.crash --kills 5000 --seed 3

A process of its own, which forks: every writer saves readings and judgements in turn, telling before each what it
begins and after each what is done, until it is killed (SIGKILL) after a time that the seed chooses. Then the project
is opened again and compared with what was told.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from tests.readings import TEXT, document, read
from vitascope.model import Reading
from vitascope.store import Project

PLACES = 6
LONGEST = 0.06  # seconds that a writer lives


def version(place: int, number: int) -> Reading:
    """What is read from a place after it was changed so often; other words give all claims other ids."""
    return read(document(f"{TEXT}This is version {number}.\n", uri=f"{place}.txt"))


@dataclass
class Told:
    """What writers said: the version that was begun and the one that was saved by place, and judgements."""

    begun: dict[int, int] = field(default_factory=dict)
    saved: dict[int, int] = field(default_factory=dict)
    judgement_begun: int = 0
    judged: int = 0

    def hear(self, words: str) -> None:
        """Take in whole lines ``b place number``, ``s place number``, ``B number``, ``S number``."""
        for line in words.splitlines():
            what, *numbers = line.split()
            if what == "b":
                self.begun[int(numbers[0])] = int(numbers[1])
            elif what == "s":
                self.saved[int(numbers[0])] = int(numbers[1])
            elif what == "B":
                self.judgement_begun = int(numbers[0])
            else:
                self.judged = int(numbers[0])


def write(path: Path, pipe: int, told: Told, seed: str) -> None:
    """Save for ever."""
    chance = random.Random(seed)
    with Project.open(path) as project:
        while True:
            place = chance.randrange(PLACES)
            number = told.begun.get(place, 0) + 1
            told.begun[place] = number
            os.write(pipe, f"b {place} {number}\n".encode())
            reading = version(place, number)
            project.save(reading)
            os.write(pipe, f"s {place} {number}\n".encode())
            if chance.random() < 0.3:
                told.judgement_begun += 1
                os.write(pipe, f"B {told.judgement_begun}\n".encode())
                claim = chance.choice(reading.claims).id
                project.judge(
                    claim, chance.choice(["accept", "reject", "unsure"]), by="writer", why=str(told.judgement_begun)
                )
                os.write(pipe, f"S {told.judgement_begun}\n".encode())


def killed(path: Path, told: Told, seed: str) -> None:
    """One writer, killed; ``told`` learns what it said."""
    ears, mouth = os.pipe()
    child = os.fork()
    if not child:
        try:
            write(path, mouth, told, seed)
        finally:
            os._exit(1)
    os.close(mouth)
    time.sleep(random.Random(seed).uniform(0, LONGEST))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the writer ended by itself"
    words = b""
    while part := os.read(ears, 65536):
        words += part
    os.close(ears)
    told.hear(words.decode().rpartition("\n")[0])


def check(path: Path, told: Told) -> None:
    """The file is whole; all that was told saved is there, once; nothing is there by halves."""
    with Project.open(path) as project:
        base = project._connection
        assert [row[0] for row in base.execute("PRAGMA integrity_check")] == ["ok"]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        base.execute("INSERT INTO text_search (text_search) VALUES ('integrity-check')")
        base.execute("INSERT INTO name_search (name_search) VALUES ('integrity-check')")
        found = {reading.document.source.uri: reading for reading in project.readings()}
        assert base.execute("SELECT count(*) FROM documents").fetchone()[0] == len(found)
        assert project.check() == ()
        whys = [int(row[0]) for row in base.execute("SELECT why FROM judgements ORDER BY number")]
    for place, begun in told.begun.items():
        saved = told.saved.get(place, 0)
        reading = found.pop(f"{place}.txt", None)
        possible = [version(place, number) for number in range(max(saved, 1), begun + 1)]
        assert reading in possible if saved else reading in [None, *possible], f"place {place}: {saved} of {begun}"
    assert not found
    assert whys == list(range(1, len(whys) + 1))
    assert told.judged <= len(whys) <= told.judgement_begun
    # What is there now is known: the next writer begins from it.
    told.judgement_begun = told.judged = len(whys)


def together(path: Path, seconds: float) -> None:
    """Two writers and four readers at once, for some seconds; fails where one of them does."""
    until = time.monotonic() + seconds
    Project.open(path).close()
    children = []
    for number in range(6):
        child = os.fork()
        if not child:
            _take_part(path, number, until)
        children.append(child)
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert codes == [0] * 6
    with Project.open(path) as project:
        assert [row[0] for row in project._connection.execute("PRAGMA integrity_check")] == ["ok"]


def _take_part(path: Path, number: int, until: float) -> NoReturn:
    """Write (the first two) or read until then, opening the project anew again and again."""
    done = 0
    try:
        while time.monotonic() < until:
            with Project.open(path) as project:
                for place in range(number, number + 3):
                    done += 1
                    if number < 2:
                        project.save(version(place, done))
                    else:
                        _look(project)
    except BaseException:  # noqa: BLE001 - a forked process must end here, whatever happened
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    os._exit(0 if done else 2)


def _look(project: Project) -> None:
    """Every reading is one that was saved, whole."""
    for found in project.readings():
        place = int(found.document.source.uri.removesuffix(".txt"))
        number = int(found.document.text.rpartition("version ")[2].rstrip(".\n"))
        assert found == version(place, number)


def main() -> None:
    """Kill, check, kill again; a new project every now and then. Fails with what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--together", type=float, metavar="SECONDS", help="writers and readers at once instead")
    args = parser.parse_args()
    if args.together:
        with tempfile.TemporaryDirectory() as folder:
            together(Path(folder, "p.vita"), args.together)
        sys.stdout.write("2 writers and 4 readers: nobody was sent away, nothing was torn\n")
        return
    begun = saved = done = 0
    while done < args.kills:
        with tempfile.TemporaryDirectory() as folder:
            path, told = Path(folder, "p.vita"), Told()
            for _ in range(min(25, args.kills - done)):
                killed(path, told, f"{args.seed} {done}")
                check(path, told)
                done += 1
            begun, saved = begun + sum(told.begun.values()), saved + sum(told.saved.values())
    sys.stdout.write(f"{done} kills; {begun} savings begun, {saved} told done; nothing lost, doubled or torn\n")


if __name__ == "__main__":
    main()
