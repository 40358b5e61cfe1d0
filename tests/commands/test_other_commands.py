"""``eval``, ``models``, ``schema``, ``demo``, help, and how a run ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from vitascope import __version__
from vitascope.cli import app
from vitascope.commands.reference import reference
from vitascope.export.schema import claim_schema
from vitascope.language import models as language_models

ROOT = Path(__file__).parents[2]
COMMANDS = ["read", "show", "timeline", "claims", "why", "schema", "demo", "eval claims"]
COMMANDS += ["dates", "conflicts", "eval timex", "models list", "models install", "models verify"]


def test_eval(run, life):
    run("read", life, "--format", "jsonl", "--output", "got.jsonl")
    gold = Path("gold.jsonl")
    lines = Path("got.jsonl").read_text("utf-8").splitlines(keepends=True)
    gold.write_text("".join(lines[:-1]) + lines[-1].replace("rehabilitation", "pardon"), "utf-8")
    figures = json.loads(run("eval", "claims", "got.jsonl", gold, "--json").stdout)
    assert figures["strict"] == {"p": 0.9, "r": 0.9, "f1": 0.9}
    assert figures["missed_types"] == {"pardon": 1}
    out = run("eval", "claims", "got.jsonl", gold, "--misses").stdout
    assert out.startswith("type    pardon")
    assert "missed_types     pardon 1" in out
    assert "not a claim" in run("eval", "claims", life, gold, code=1).stderr


def test_schema(run):
    assert json.loads(run("schema").stdout) == claim_schema()


def test_version(run):
    assert run("--version").stdout == f"vitascope {__version__}\n"


def test_demo(run):
    out = run("demo").stdout
    assert "Try next:" in out
    assert "is not a packaged life" in run("demo", "nobody", code=1).stderr


def test_models(run, monkeypatch):
    Status, Result = language_models.ModelStatus, language_models.VerifyResult
    known = (
        Status("big", "pack-big", "1.0", True, True, True, 40.0, "MIT", "best"),
        Status("small", "pack-small", "1.0", True, False, False, 12.0, "MIT", "quick"),
        Status("other", "pack-other", "1.0", False, None, False, 12.0, "MIT", "another"),
    )
    monkeypatch.setattr(language_models, "available", lambda: known)
    monkeypatch.setattr(
        language_models,
        "verify",
        lambda name: Result(name, "1.0", 9, () if name == "big" else ("vocab.bin",), (), True, "00"),
    )
    installed = []
    monkeypatch.setattr(language_models, "install", installed.append)
    out = run("models", "list").stdout
    assert "big (default): installed\n" in out
    assert "small: installed, NOT the pinned release" in out
    assert "other: not installed" in out
    assert "big 1.0: as pinned, 9 files" in run("models", "verify", "big").stdout
    assert "altered: vocab.bin" in run("models", "verify", code=1).stdout
    run("models", "install", "other")
    assert installed == ["other"]
    monkeypatch.setattr(language_models, "available", lambda: known[2:])
    assert "no model is installed" in run("models", "verify", code=1).stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(run, command):
    out = run(*command.split(), "--help").stdout
    assert "Example" in out
    assert "  vitascope " in out


def test_the_reference_is_up_to_date():
    written = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert written == reference(app), "run: python tools/cli_reference.py > docs/cli.md"
    for command in COMMANDS:
        assert f"## vitascope {command}\n" in written


def outside(*arguments, **settings):
    return subprocess.run(
        [sys.executable, "-c", "from vitascope.cli import main; main()", *arguments],
        capture_output=True,
        check=False,
        **settings,
    )


def test_help_brings_nothing_heavy():
    code = (
        "import sys; sys.argv = ['vitascope', '--help']\n"
        "from vitascope.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([m for m in ('spacy', 'matplotlib', 'numpy', 'jsonschema', 'trafilatura') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_leaves_early_is_no_error():
    script = "set -o pipefail; exec 2>&1; %s -c 'from vitascope.cli import main; main()' schema | true; echo $?"
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    for _ in range(3):
        done = subprocess.run(
            ["bash", "-c", script % sys.executable], capture_output=True, text=True, env=environment, check=True
        )
        assert done.stdout in ("141\n", "0\n")


def test_ctrl_c_is_one_line():
    code = (
        "import os, signal, sys; sys.argv = ['vitascope', 'schema']\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job begins with it ignored\n"
        "import vitascope.export.schema as s\n"
        "s.schema_text = lambda: os.kill(os.getpid(), signal.SIGINT)\n"
        "from vitascope.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, done.stdout) == (130, "interrupted\n", "")
    assert signal.SIGINT == 2


def test_output_is_utf_8_whatever_the_locale(tmp_path):
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    }
    done = outside("show", "nobody", env=environment, cwd=tmp_path)
    assert done.returncode == 1
    assert "→ make one" in done.stderr.decode("utf-8")
