"""Reading in several processes: the same results, whatever dies or is broken off."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests import readings
from tests.commands import conftest
from vitascope.commands import readings as command_readings
from vitascope.commands import workers
from vitascope.commands.readings import Batch, Held
from vitascope.commands.workers import Crew, Died
from vitascope.errors import SourceError, VitascopeError
from vitascope.model import Document, Reading
from vitascope.store import Project


class OddReader(conftest.HandReader):
    """Reads by hand; some words in a text make it fail."""

    def read(self, document: Document) -> Reading:
        if "KILL" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "BREAK" in document.text:
            raise RuntimeError("the rules are at odds")
        if "SLOW" in document.text:
            time.sleep(0.3)
        return super().read(document)


def open_odd_reader(model: str | None, language: str) -> OddReader:
    assert (model, language) == (None, "en")
    return OddReader()


@pytest.fixture
def lives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two dozen small lives; the first ones take longest."""
    monkeypatch.setattr(command_readings, "open_reader", open_odd_reader)
    folder = tmp_path / "lives"
    folder.mkdir()
    for number in range(24):
        slow = "SLOW\n" if number < 2 else ""
        (folder / f"{number:02}.txt").write_text(f"{readings.TEXT}Life {number}.\n{slow}", "utf-8")
    return folder


def test_the_same_bytes_whatever_the_jobs(run, lives):
    outputs = []
    for jobs in (1, 2):
        result = run("read", lives, "--project", f"{jobs}.vita", "--jobs", jobs, "--format", "jsonl")
        outputs.append(result.stdout)
        with Project.open(f"{jobs}.vita") as project:
            outputs.append(list(project.readings()))
            rows = project._connection.execute("SELECT number, id FROM documents ORDER BY number")
            outputs.append([tuple(row) for row in rows])
    assert outputs[:3] == outputs[3:]
    assert len(outputs[1]) == 24


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_fails_is_told_and_stops_nothing(run, lives, jobs):
    (lives / "03.txt").write_text("BREAK\n", "utf-8")
    (lives / "05.txt").write_bytes(b"")
    if jobs > 1:
        (lives / "07.txt").write_text("KILL\n", "utf-8")
    result = run("read", lives, "--project", "p.vita", "--jobs", jobs, code=1)
    with Project.open("p.vita") as project:
        assert len(list(project.readings())) == 24 - 1 - jobs
    assert f"{lives}/03.txt: reading it failed in Vitascope itself (RuntimeError in test_jobs:" in result.stderr
    assert f"{lives}/05.txt: the file is empty" in result.stderr
    if jobs > 1:
        assert f"{lives}/07.txt: the process that read it was ended (signal 9, SIGKILL)" in result.stderr
    assert "Traceback" not in result.output


def test_nothing_is_read_or_even_decoded_again(run, lives, monkeypatch):
    run("read", lives, "--project", "p.vita", "--jobs", 2)
    monkeypatch.setattr(command_readings, "open_reader", None)
    monkeypatch.setattr("vitascope.sources.reading.decode", None)
    result = run("read", lives, "--project", "p.vita", "--jobs", 2)
    assert result.stdout.count("unchanged, not read again\n") == 24


def test_the_same_words_in_other_bytes_are_not_read_again(run, lives, monkeypatch):
    run("read", lives, "--project", "p.vita", "--jobs", 1)
    monkeypatch.setattr(command_readings, "open_reader", None)
    path = lives / "09.txt"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("read", path, "--project", "p.vita").stdout == f"{path}: unchanged, not read again\n"


def test_another_encoding_is_another_text(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Zoë was born.\n".encode())
    run("read", path, "--project", "p.vita")
    assert "not read again" not in run("read", path, "--project", "p.vita", "--encoding", "cp1252").stdout
    assert "not read again" in run("read", path, "--project", "p.vita", "--encoding", "cp1252").stdout
    assert "not read again" not in run("read", path, "--project", "p.vita").stdout


def test_broken_off_and_gone_on_with(run, lives, monkeypatch):
    real = command_readings.warn_of
    seen: list[str] = []

    def interrupted(document: Document) -> None:
        seen.append(document.source.uri)
        if len(seen) == 12:
            raise KeyboardInterrupt
        real(document)

    monkeypatch.setattr(command_readings, "warn_of", interrupted)
    result = run("read", lives, "--project", "p.vita", "--jobs", 2, code=130)
    assert "interrupted: 11 of 24 files were done and are kept in p.vita; the same command goes on" in result.stderr
    with Project.open("p.vita") as project:
        assert len(list(project.readings())) == 11
    rest = run("read", lives, "--project", "p.vita", "--jobs", 2).stdout
    assert rest.count("not read again") == 11
    whole = run("read", lives, "--project", "whole.vita", "--format", "jsonl").stdout
    assert run("read", lives, "--project", "p.vita", "--format", "jsonl").stdout == whole


KILLED = """
import sys
from tests.commands import test_jobs
from vitascope.commands import readings
readings.open_reader = test_jobs.open_odd_reader
readings.identify_reader = test_jobs.conftest.identify_reader
from vitascope.cli import main
main()
"""


def test_the_whole_program_killed_and_begun_again(run, lives):
    root = Path(__file__).parents[2]
    paths = os.pathsep.join([str(root), *filter(None, sys.path)])
    command = [sys.executable, "-c", KILLED, "read", str(lives), "--project", "p.vita", "--jobs", "2"]
    told: list[str] = []
    for _ in range(2):
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": paths, "PYTHONUNBUFFERED": "1"}
        ) as program:
            assert program.stdout is not None
            lines = [program.stdout.readline().decode() for _ in range(len(told) + 5)]
            program.kill()
        told = [line.rpartition(": ")[0] for line in lines]
        with Project.open("p.vita") as project:
            kept = [reading.document.source.uri for reading in project.readings()]
        assert kept[: len(told)] == told
    run("read", lives, "--project", "p.vita")
    run("read", lives, "--project", "whole.vita")
    with Project.open("p.vita") as one, Project.open("whole.vita") as other:
        assert list(one.readings()) == list(other.readings())


def test_how_many_processes(lives, monkeypatch):
    counted: list[int] = []
    monkeypatch.setattr(command_readings, "_processors", lambda: 6)
    monkeypatch.setattr(command_readings, "Crew", lambda prepare, jobs: counted.append(jobs) or Crew(prepare, 1))
    list(Batch([str(lives)], quiet=True, jobs=None).outcomes())
    list(Batch([str(lives / "05.txt")], quiet=True, jobs=None).outcomes())
    assert counted == [3], "one for every eight files; a single file is read in this process"


def refuse() -> None:
    raise SourceError("model", "is not here")


def die() -> None:
    os._exit(3)


def double() -> object:
    return partial(pow, 2)


def test_a_crew_that_cannot_begin():
    with pytest.raises(SourceError, match="model: is not here"):
        list(Crew(refuse, 2).results([(1, True)]))
    with pytest.raises(VitascopeError, match=r"ended before it could begin: exit code 3"):
        list(Crew(die, 2).results([(1, True)]))


def test_a_crew_takes_no_more_than_its_window():
    taken: list[int] = []

    def tasks():
        for number in range(1000):
            taken.append(number)
            yield number, number % 2 == 0

    results = Crew(double, 2).results(tasks())
    assert [next(results) for _ in range(3)] == [(0, 1), (1, None), (2, 4)]
    assert len(taken) <= 2 * workers.AHEAD + 3
    results.close()
    assert Died("x") == Died("x")


def test_a_failure_travels_whole():
    import pickle

    failure = pickle.loads(pickle.dumps(SourceError("a.txt", "is empty", "fill it")))
    assert (type(failure), str(failure)) == (SourceError, "a.txt: is empty\n  → fill it")


def test_what_is_held_says_by_what(project, life):
    with Project.open(project) as opened:
        held = opened.held(str(life))
        assert isinstance(held, Held)
        assert held.provenance == readings.PROVENANCE
        assert opened.held("nowhere.txt") is None
