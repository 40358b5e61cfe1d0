"""The documentation tells the truth: generated parts are fresh, links lead somewhere, commands are whole."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))
import docs  # noqa: E402  (tools are no package)

PAGES = [str(page.relative_to(ROOT)) for page in docs.pages()]


@pytest.mark.parametrize(("page", "name"), list(docs.GENERATED))
def test_generated_part_is_up_to_date(page: str, name: str) -> None:
    assert docs.part(page, name) == docs.GENERATED[page, name](), "run `python tools/docs.py`"


@pytest.mark.parametrize("page", PAGES)
def test_links_and_named_files_exist(page: str) -> None:
    assert docs.broken(ROOT / page) == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("[a](README.md)", []),
        ("[a](docs/nowhere.md)", ["link to docs/nowhere.md: no such file"]),
        ("# One thing\n\n[a](#one-thing)", []),
        ("# One thing\n\n[a](#another)", ["link to #another: no such heading"]),
        ("`src/vitascope/model.py` and `src/vitascope/modal.py`", ["`src/vitascope/modal.py`: no such file"]),
        ("`docs/decisions/NNNN-title.md`, `tests/*.py`", []),
        ("[a](https://example.org/nowhere)", []),
        ("```\n[a](nowhere.md)\n```", []),
    ],
)
def test_what_counts_as_broken(text: str, faults: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("README.md", "src/vitascope/model.py", "tests/test_docs.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    page = tmp_path / "page.md"
    page.write_text(text, "utf-8")
    monkeypatch.setattr(docs, "ROOT", tmp_path)
    assert docs.broken(page) == faults


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("install", ["python3", ".venv/bin/pip", ".venv/bin/vitascope", ".venv/bin/vitascope"]),
        ("test", [".venv/bin/pip", ".venv/bin/pytest"]),
    ],
)
def test_readme_commands_are_one_whole_line_each(name: str, steps: list[str]) -> None:
    command = docs.command(name)
    assert "\n" not in command
    subprocess.run(["bash", "-n", "-c", command], check=True)
    assert [shlex.split(step)[0] for step in command.split("&&")] == steps


def test_continuous_integration_runs_what_the_readme_says() -> None:
    """It reads the commands from there, with the marks that the pages have, and has none of its own."""
    script = (ROOT / ".ci/run").read_text("utf-8")
    assert "$(readme install)" in script
    assert "$(readme test)" in script
    assert "pip install" not in script
    taken = subprocess.run(
        [
            "bash",
            "-c",
            f"{script[script.index('readme() {') : script.index('run() {')]}\nreadme install; readme test",
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert taken.stdout.splitlines() == [docs.command("install"), docs.command("test")]


def test_decisions_have_their_own_number() -> None:
    found = sorted(path.name for path in (ROOT / "docs/decisions").glob("*.md"))
    assert len({name[:4] for name in found}) == len(found)
    for name in found:
        title = (ROOT / "docs/decisions" / name).read_text("utf-8").splitlines()[0]
        assert title.startswith(f"# {int(name[:4])}. "), f"{name}: its title has another number"


def test_the_release_has_a_changelog_entry() -> None:
    import vitascope

    assert f"## [{vitascope.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
