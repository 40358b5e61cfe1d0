"""Killed writers, full disks, read-only places, many at once: the file stays whole, and the user is told."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.readings import TEXT, brandvold, document, reading
from vitascope.errors import StoreError
from vitascope.store import Project

ROOT = Path(__file__).parents[2]
LONG = TEXT + "She walked the same way every day and said so in every letter. " * 20_000


def python(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Python in a process of its own, with the tests' folder to import from."""
    paths = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def sound(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file."""
    base = sqlite3.connect(path)
    found = [row[0] for row in base.execute("PRAGMA integrity_check")]
    base.close()
    return found == ["ok"]


def test_killed_at_two_hundred_points_nothing_told_is_lost():
    run = python("-m", "tests.store.crash", "--kills", 200, "--seed", 1)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("200 kills;")
    begun, saved = int(run.stdout.split()[2]), int(run.stdout.split()[5])
    assert begun > saved > 100, "writers were killed between savings and within them"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if not mount or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    made = subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("a small disk may not be mounted here")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk(small_disk: Path):
    path = small_disk / "p.vita"
    with Project.open(path) as project:
        project.save(brandvold())
        with pytest.raises(StoreError, match=r"disk is full.*\n.*free some space"):
            project.save(reading(document(LONG, uri="long.txt"), []))
        assert list(project.readings()) == [brandvold()]
        with contextlib.suppress(StoreError):
            for number in range(500):
                project.save(brandvold(f"{number}.txt"))
    assert sound(path)


def test_a_full_disk_from_the_start(small_disk: Path):
    (small_disk / "full").write_bytes(b"x" * 1_040_000)
    with pytest.raises(StoreError, match=r"full|cannot be"):
        Project.open(small_disk / "p.vita")


def test_a_read_only_disk(small_disk: Path):
    path = small_disk / "p.vita"
    with Project.open(path) as project:
        project.save(brandvold())
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    try:
        with Project.open(path, create=False) as project:
            assert list(project.readings()) == [brandvold()]
            with pytest.raises(StoreError, match="is read-only"):
                project.save(brandvold("another.txt"))
        with pytest.raises(StoreError, match="cannot be opened"):
            Project.open(small_disk / "new.vita")
    finally:
        subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)


LIMITED = """
import resource, signal, sys
from tests.readings import brandvold, document, reading
from tests.store.test_crash import LONG
from vitascope.errors import StoreError
from vitascope.store import Project

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
with Project.open(sys.argv[1]) as project:
    try:
        project.save(reading(document(LONG, uri="long.txt"), []))
    except StoreError as refusal:
        print(refusal)
    assert list(project.readings()) == [brandvold()]
"""


def test_a_limit_on_the_size_of_files(tmp_path: Path):
    path = tmp_path / "p.vita"
    with Project.open(path) as project:
        project.save(brandvold())
    run = python("-c", LIMITED, path)
    assert run.returncode == 0, run.stderr
    assert "p.vita: cannot" in run.stdout
    assert sound(path)


def test_two_writers_and_four_readers_at_once():
    """Nobody is sent away within the time that one waits, and nobody sees half of a reading."""
    run = python("-m", "tests.store.crash", "--together", 3)
    assert run.returncode == 0, run.stderr
    assert run.stdout == "2 writers and 4 readers: nobody was sent away, nothing was torn\n"
