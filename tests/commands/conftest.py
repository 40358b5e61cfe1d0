"""The command line over readings made by hand: no language model is needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests import readings
from vitascope.cli import app
from vitascope.commands import demo
from vitascope.commands import readings as command_readings
from vitascope.model import Clause, Document, Provenance, Reading


class HandReader:
    """Finds in a text what :func:`tests.readings.read` finds, and counts how often it was asked."""

    provenance: Provenance = readings.PROVENANCE
    asked = 0

    def read(self, document: Document) -> Reading:
        HandReader.asked += 1
        return readings.read(document)

    def explained(self, document: Document) -> tuple[Reading, tuple[Clause, ...]]:
        return self.read(document), ()


def open_reader(model: str | None, language: str) -> HandReader:
    """A reader that has nothing to load; of this module, so that another process finds it."""
    assert (model, language) == (None, "en")
    return HandReader()


def identify_reader(model: str | None, language: str) -> Provenance:
    """By what it reads."""
    assert (model, language) == (None, "en")
    return readings.PROVENANCE


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> type[HandReader]:
    """The reader by hand in place of the real one, in a folder of its own."""
    monkeypatch.setattr(command_readings, "open_reader", open_reader)
    monkeypatch.setattr(command_readings, "identify_reader", identify_reader)
    monkeypatch.setattr(demo, "open_reader", open_reader)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VITASCOPE_PROJECT", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    HandReader.asked = 0
    return HandReader


@pytest.fixture
def life(tmp_path: Path) -> Path:
    """The text of the small life, as a file."""
    path = tmp_path / "brandvold.txt"
    path.write_text(readings.TEXT, "utf-8")
    return path


@pytest.fixture
def project(life: Path, tmp_path: Path) -> Path:
    """A project that holds it."""
    path = tmp_path / "lives.vita"
    result = CliRunner().invoke(app, ["read", str(life), "--project", str(path)])
    assert result.exit_code == 0, result.output
    return path


class Run:
    """Runs the command line within the process."""

    def __call__(self, *arguments: object, text: str | None = None, code: int = 0) -> Result:
        result = CliRunner().invoke(app, [str(a) for a in arguments], input=text)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result


@pytest.fixture
def run() -> Run:
    """``run("show", name, code=1)``: the result, after a check of the exit code."""
    return Run()
