"""A project of three kinds of life: invented ones as they are read, one made by hand, one by somebody hostile."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests import readings
from vitascope.model import Persona, Reading, Span
from vitascope.pipeline import Reader
from vitascope.sources import read_file
from vitascope.store import Project
from vitascope.web.app import application
from vitascope.web.site import Site

HOSTILE = '<script>alert("x")</script> & \'"><img src=x onerror=alert(1)>'
BASE = "http://127.0.0.1"


def hostile() -> Reading:
    """A life whose names, words and roles are HTML, and whose title is SQL."""
    text = f"{HOSTILE} was born in {HOSTILE[:40]} Town.\n"
    document = readings.document(text, uri=f"lives/{HOSTILE}.txt", title="'; DROP TABLE claims; --")
    words = text.strip().rstrip(".")
    born = readings.claim(document, "birth", words, label=HOSTILE, roles={"place": f"{HOSTILE[:40]} Town"})
    assert Span(0, len(words)) == born.span
    return readings.reading(document, [born], [Persona("ilse", HOSTILE, names=(HOSTILE,), main=True)])


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project file; tests that write take a copy."""
    path = tmp_path_factory.mktemp("web") / "lives.vita"
    reader = Reader("sm")
    with Project.open(path) as opened:
        for name in ("lysohir", "norrgren"):
            opened.save(reader.read(read_file(Path(str(files("vitascope").joinpath("examples", f"{name}.txt"))))))
        opened.save(readings.brandvold())
        opened.save(hostile())
    return path


@pytest.fixture
def client(project: Path) -> TestClient:
    """A client of a page that only reads."""
    return TestClient(application(Site(project)), base_url=BASE, follow_redirects=False)
