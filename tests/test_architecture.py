"""The shape of the code: what it may import, how large a module grows, and where words of a language live."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from vitascope.language.packages import installed
from vitascope.language.registry import registry

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/vitascope"
MODULES = sorted(SOURCE.rglob("*.py"))
LANGUAGE_DATA = sorted((SOURCE / "lang").rglob("*.yml"))
LONGEST = 300
"""Lines of a module, blank ones aside."""
WORDS = 8
"""More lower-case words than this in one literal of the code are a lexicon in the wrong place."""


def _name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def test_imports_flow_one_way() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout


def test_every_package_has_its_layer() -> None:
    """A package that the import contract forgets could import anything."""
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    named = {name.strip(" ()").removeprefix("vitascope.") for layer in contract["layers"] for name in layer.split("|")}
    there = {p.parent.name for p in SOURCE.glob("*/__init__.py")} | {p.stem for p in SOURCE.glob("*.py")}
    assert there - {"__init__", "__main__"} <= named


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_modules_stay_small(path: Path) -> None:
    written = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    assert len(written) <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_modules_have_one_reason_to_exist(path: Path) -> None:
    """A name that says nothing gathers everything."""
    assert not re.search(r"manager|helper|util|misc|common", path.stem)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_modules_and_what_they_offer_are_documented(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    public = [
        node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []
    assert ast.get_docstring(tree) or not tree.body


def _lexicons(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Literals that hold a list of words: line and words. Annotations (Literal[…]) are types, not data."""
    types = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.Subscript) for inner in ast.walk(node.slice)}
    for node in ast.walk(tree):
        words: list[str] = []
        if isinstance(node, ast.List | ast.Set | ast.Tuple) and id(node) not in types:
            words = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "|" in node.value:
            words = node.value.split("|")
        words = [word for word in words if re.fullmatch(r"[a-z]{2,}", word)]
        if len(words) > WORDS:
            yield getattr(node, "lineno", 0), words


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_engines_know_no_words(path: Path) -> None:
    """Words of a language belong in ``lang``. Names of the model's own values are no such words."""
    own = _own_values()
    found = [
        (line, words)
        for line, words in _lexicons(ast.parse(path.read_text("utf-8")))
        if len([word for word in words if word not in own]) > WORDS
    ]
    assert found == []


@cache
def _own_values() -> set[str]:
    """Claim types, roles, families, the words of the model's ``Literal`` types and fields, parser labels."""
    vocabulary = yaml.safe_load((SOURCE / "vocabulary.yml").read_text("utf-8"))["types"]
    own = set(vocabulary) | {kind["family"] for kind in vocabulary.values()}
    own |= {role for kind in vocabulary.values() for role in kind.get("roles", {})}
    for node in ast.walk(ast.parse((SOURCE / "model.py").read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            own.add(node.value)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            own.add(node.target.id)
    parser = registry()["sm"]
    package = installed(parser)
    assert package is not None
    meta = Path(str(package.locate_file(f"{parser.module}/meta.json")))
    return own | {label for labels in json.loads(meta.read_text("utf-8"))["labels"].values() for label in labels}


@pytest.mark.parametrize(
    ("code", "caught"),
    [
        ("KIN = {'mother', 'father', 'aunt', 'uncle', 'niece', 'nephew', 'cousin', 'son', 'daughter'}", True),
        ("KIN = re.compile('mother|father|aunt|uncle|niece|nephew|cousin|son|daughter')", True),
        (
            "Kin = Literal['mother', 'father', 'aunt', 'uncle', 'niece', 'nephew', 'cousin', 'son', 'dog']",
            False,
        ),
        ("SIGNS = ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j')", False),
        ("PAIR = ('mother', 'father')", False),
    ],
)
def test_what_counts_as_a_lexicon(code: str, caught: bool) -> None:
    assert bool(list(_lexicons(ast.parse(code)))) is caught


def _rules(data: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping in a data file that has examples, with its place."""
    if isinstance(data, dict):
        if "examples" in data:
            yield str(data.get("name", at)), data
        for key, value in data.items():
            yield from _rules(value, f"{at}/{key}")
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _rules(value, f"{at}/{number}")


@pytest.mark.parametrize("path", LANGUAGE_DATA, ids=_name)
def test_rules_have_near_misses_beside_their_examples(path: Path) -> None:
    rules = list(_rules(yaml.safe_load(path.read_text("utf-8"))))
    assert [at for at, rule in rules if rule["examples"] and not rule.get("near_misses")] == []


@pytest.mark.parametrize("path", LANGUAGE_DATA, ids=_name)
def test_data_files_state_their_policy(path: Path) -> None:
    """The header says what belongs there, what does not, and why."""
    header = []
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            break
        header.append(line.lstrip("# "))
    assert len(" ".join(header)) > 80
