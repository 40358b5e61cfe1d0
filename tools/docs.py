"""Documentation that is generated from the code, and checks that the rest still speaks of what is there.

``python tools/docs.py`` rewrites the generated parts; ``--check`` tells what is out of date or names a file
that does not exist, and fails. A generated part stands between the comments ``name:begin`` and ``name:end``.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("*.md", "docs/**/*.md")
LINK = re.compile(r"\]\(([^)\s]+)\)")
NAMED = re.compile(r"`((?:src|tests|docs|tools|\.ci)/[^`\s]+)`")
PLACEHOLDER = re.compile(r"NNNN|<\w+>")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def claim_types() -> str:
    """The vocabulary as one table a family."""
    from vitascope import vocabulary

    lines = []
    types = vocabulary.load().types
    for family in vocabulary.load().families:
        lines += [
            f"### {family}",
            "",
            "| type | the subject | roles | Wikidata | GEDCOM |",
            "|---|---|---|---|---|",
        ]
        for name, kind in types.items():
            if kind.family == family:
                roles = ", ".join(r if need == "required" else f"({r})" for r, need in kind.roles.items())
                marks = "*" * kind.organisations + "⟷" * kind.state + "¹" * kind.once
                wikidata = ", ".join(kind.wikidata)
                lines.append(f"| `{name}`{marks} | {kind.says} | {roles} | {wikidata} | {kind.gedcom or ''} |")
        lines.append("")
    return "\n".join(lines).strip()


def example() -> str:
    """The README's example: each command it names after ``$``, and what that prints."""
    commands = re.findall(r"^\$ (vitascope .+)$", part("README.md", "example"), re.MULTILINE)
    if not commands:
        sys.exit("README.md: the example names no command (a line that begins with “$ vitascope”)")
    shown = "\n\n".join(f"$ {command}\n{_output(command)}" for command in commands)
    return f"```console\n{shown}\n```"


def _output(command: str) -> str:
    """What a command prints, 100 columns wide, read with the model that the README installs."""
    program = Path(sysconfig.get_path("scripts"), "vitascope")
    look = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    plain = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"}
    run = subprocess.run(
        [program, *shlex.split(command)[1:]],
        cwd=ROOT,
        env={**plain, **look, "VITASCOPE_MODEL": "md"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode:
        sys.exit(f"README.md: “{command}” failed\n{run.stderr}")
    return "\n".join(line.rstrip() for line in run.stdout.strip("\n").splitlines())


GENERATED: dict[tuple[str, str], Callable[[], str]] = {
    ("docs/claim-types.md", "types"): claim_types,
    ("README.md", "example"): example,
}


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(f"(?<=^<!-- {name}:begin -->\n).*?(?=^<!-- {name}:end -->$)", re.MULTILINE | re.DOTALL)


def part(page: str, name: str) -> str:
    """What stands between the marks ``name`` of a page. Exits with a message where there are none."""
    found = _pattern(name).search((ROOT / page).read_text("utf-8"))
    if found is None:
        sys.exit(f"{page}: no part between <!-- {name}:begin --> and <!-- {name}:end -->")
    return found[0].strip()


def command(name: str) -> str:
    """The shell command that the README holds between the marks ``name``, without its fence."""
    return "\n".join(line for line in part("README.md", name).splitlines() if not line.startswith("```"))


def write(page: str, name: str, text: str) -> None:
    """Replace a generated part."""
    path = ROOT / page
    whole = path.read_text("utf-8")
    path.write_text(_pattern(name).sub(lambda _: f"{text}\n", whole), "utf-8")


def pages() -> list[Path]:
    """Every page of documentation, in order."""
    return sorted({path for pattern in PAGES for path in ROOT.glob(pattern)})


def broken(page: Path) -> list[str]:
    """Links of a page that lead nowhere within the project, and files it names that do not exist."""
    text = page.read_text("utf-8")
    prose = FENCED.sub("", text)
    found = []
    for target in LINK.findall(prose):
        name, _, anchor = target.partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        path = page.parent / name if name else page
        if not path.exists():
            found.append(f"link to {target}: no such file")
        elif anchor and anchor not in _anchors(path):
            found.append(f"link to {target}: no such heading")
    for name in NAMED.findall(prose):
        if not PLACEHOLDER.search(name) and not any(ROOT.glob(name.rstrip("/"))):
            found.append(f"`{name}`: no such file")
    return found


def _anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = HEADING.findall(FENCED.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def main() -> None:
    """Rewrite the generated parts, or with ``--check`` say what is wrong and fail."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true", help="change nothing; fail where something is wrong")
    if not arguments.parse_args().check:
        for (page, name), make in GENERATED.items():
            write(page, name, make())
        return
    wrong = [f"{page.relative_to(ROOT)}: {fault}" for page in pages() for fault in broken(page)]
    for (page, name), make in GENERATED.items():
        if part(page, name) != make():
            wrong.append(f"{page}: the part “{name}” is out of date; run `python tools/docs.py`")
    print("\n".join(wrong) or f"{len(pages())} pages: links, named files and generated parts are right")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
