"""The tool that fits the weights: the same data give the same bytes, and the file there is what it writes."""

from __future__ import annotations

import importlib.util
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from vitascope.language import Annotator

pytest.importorskip("numpy")
TOOL = Path(__file__).parents[2] / "tools" / "fit_antecedents.py"
NAMED = [f"{name}{part}" for name in "AB" for part in ("", "-offset", "-coref")]
GAP = ("ID", "Text", "Pronoun", "Pronoun-offset", *NAMED, "URL")
PASSAGES = [
    ("Anna Berg taught Olga Lund. Berg left Narva when she was ill.", "she", "Anna Berg", "Olga Lund"),
    ("Olga Lund painted Anna Berg. Lund sold her boat in May.", "her", "Olga Lund", "Anna Berg"),
    ("Karl Holm met Lev Dahl in Oslo. He paid the fare.", "He", "Karl Holm", "Lev Dahl"),
    ("Ove Lund wrote to Lev Dahl. He never sent the letter.", "He", "Ove Lund", "Lev Dahl"),
]
LIFE = ["Anna", "Berg", "taught", ".", "She", "met", "Olga", "Lund", ".", "She", "left", "."]
CHAIN = ["(1", "1)", "", "", "(1)", "", "(2", "2)", "", "(1)", "", ""]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fit_antecedents", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gap").mkdir()
    rows = ["\t".join(GAP)]
    for number, (text, pronoun, right, wrong) in enumerate(PASSAGES):
        at = text.index(f" {pronoun} ") + 1
        told = [right, str(text.index(right)), "TRUE", wrong, str(text.index(wrong)), "FALSE"]
        rows.append("\t".join([f"test-{number}", text, pronoun, str(at), *told, "http://example.org/wiki/Narva"]))
    (tmp_path / "gap" / "gap-development.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    lives = tmp_path / "gum-bio" / "ontogum"
    lives.mkdir(parents=True)
    words = [f"{n}\t{word}\t{mark or '_'}" for n, (word, mark) in enumerate(zip(LIFE, CHAIN, strict=True), 1)]
    (lives / "one.conll").write_text("# begin document one\n" + "\n".join(words) + "\n# end document\n")
    return tmp_path


def test_the_same_data_give_the_same_bytes(tool: ModuleType, folder: Path, annotator: Annotator) -> None:
    written = []
    for _ in range(2):
        gap, lives = tool.load(folder, annotator)
        written.append(tool.file_of(tool.fitted([*gap, *lives]), "sm"))
    assert written[0] == written[1]
    assert yaml.safe_load(written[0])["weights"]


def test_what_gold_chooses_gains(tool: ModuleType) -> None:
    case = tool.Case([{"presence": 1.0, "here": 1.0}, {"presence": 1.0, "before": 1.0}], [True, False], 1)
    weights = tool.fit([case] * 40)
    assert weights["here"] > 0 > weights["before"]
    assert weights["presence"] == tool.PRIOR["presence"]


def test_the_file_is_as_the_tool_writes_it(tool: ModuleType) -> None:
    text = files("vitascope").joinpath("antecedent-weights.yml").read_text(encoding="utf-8")
    assert text == tool.file_of(yaml.safe_load(text)["weights"], "md")
