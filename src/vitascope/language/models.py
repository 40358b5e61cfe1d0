"""Language models by name: which there are, whether they are what they should be, and how to get one.

A model is used only if every one of its files is the pinned one. This costs a tenth of a second a run, and
makes the hash in every claim's provenance a fact. Why these models: docs/decisions/0006-language-models.md.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from importlib.metadata import version as release
from pathlib import Path
from typing import Any

from vitascope.errors import ModelError
from vitascope.language.packages import contents_digest, fetch, file_digest, installed, record
from vitascope.language.registry import PinnedModel, registry
from vitascope.model import ModelInfo

__all__ = ["CHOICE", "ModelStatus", "VerifyResult", "available", "identify", "install", "load_model", "verify"]

CHOICE = "VITASCOPE_MODEL"
"""The environment variable that names the model of a plain read."""


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """A model of the registry on this machine.

    ``version`` is the pinned one. ``installed`` tells whether any release is there, ``verified`` whether it
    is the pinned one to the last byte (None where nothing is installed), ``default`` whether a plain read
    would use it. ``size`` is what there is to download, in megabytes.
    """

    name: str
    package: str
    version: str
    installed: bool
    verified: bool | None
    default: bool
    size: float
    licence: str
    note: str


@dataclass(frozen=True, slots=True)
class VerifyResult:
    """What a check of an installed model found.

    ``checked`` counts the model's files, ``altered`` and ``missing`` name those that are not what the
    package's RECORD says. ``version`` is the installed one; ``pinned`` tells whether RECORD itself is that
    of the pinned release, whose ``sha256`` over all files goes into provenance.
    """

    name: str
    version: str
    checked: int
    altered: tuple[str, ...]
    missing: tuple[str, ...]
    pinned: bool
    sha256: str

    @property
    def ok(self) -> bool:
        """Whether the installed model is the pinned one, whole."""
        return self.pinned and not self.altered and not self.missing


def available() -> tuple[ModelStatus, ...]:
    """Every model of the registry, best first. Reads all files of those installed: a tenth of a second each.

    Raises ModelError where ``$VITASCOPE_MODEL`` names none of them.
    """
    plain = _plain_choice()
    return tuple(_status(name, model, plain) for name, model in registry().models.items())


def load_model(name: str | None = None) -> tuple[Any, ModelInfo]:
    """The spaCy pipeline of a model, and its identity for provenance.

    Without a name: the one in ``$VITASCOPE_MODEL``, else the best that is installed. One that is altered is
    never passed over for another, since the same command would then read differently. Raises ModelError where
    the model is unknown, missing, not the pinned one, or made for another spaCy.
    """
    info = identify(name)
    name, model = info.name, registry()[info.name]
    import spacy.about  # here, since it takes longest of all imports and most commands need none of it
    import spacy.util

    package = installed(model)
    assert package is not None, "verified above"
    path = Path(str(package.locate_file(f"{model.module}/{model.path}")))
    wanted = json.loads((path / "meta.json").read_text("utf-8"))["spacy_version"]
    if not spacy.util.is_compatible_version(spacy.about.__version__, wanted):
        raise ModelError(
            f"model {name}",
            f"made for spaCy {wanted}, but spaCy {spacy.about.__version__} is installed",
            f'run `{sys.executable} -m pip install "spacy{wanted}"`',
        )
    return spacy.load(path, exclude=list(model.exclude)), info


def identify(name: str | None = None) -> ModelInfo:
    """What :func:`load_model` would load, checked file by file, without loading it; raises as that does."""
    name = name or _plain_choice()
    model, result = registry()[name], verify(name)
    if not result.ok:
        raise ModelError(f"model {name}", _fault(model, result), f"run `vitascope models install {name}`")
    return ModelInfo(name, result.version, result.sha256, parser())


def parser() -> str:
    """The library that runs a model, with its release, told without importing it: ``spaCy 3.8.7``."""
    return f"spaCy {release('spacy')}"


def verify(name: str) -> VerifyResult:
    """Compare every file of an installed model with its package's RECORD, and RECORD with the pinned release.

    Raises ModelError where the model is unknown or not installed.
    """
    model = registry()[name]
    package = installed(model)
    if package is None:
        advice = f"run `vitascope models install {name}` ({model.size} MB, once)"
        raise ModelError(f"model {name}", f"{model.package} is not installed", advice)
    files = record(model, package)
    altered, missing = [], []
    for file, digest in files.items():
        path = Path(str(package.locate_file(file)))
        if not path.is_file():
            missing.append(file)
        elif file_digest(path) != digest:
            altered.append(file)
    sha256 = contents_digest(files)
    pinned = sha256 == model.contents
    return VerifyResult(name, package.version, len(files), tuple(altered), tuple(missing), pinned, sha256)


def install(name: str) -> ModelStatus:
    """Install the pinned release of a model with pip, into the Python that runs this; pip shows its progress.

    Where the right one is there already nothing is done; an altered one is replaced. Raises ModelError, with
    what to do, where the model is unknown, pip is missing, or the file cannot be had or is another.
    """
    model = registry()[name]
    present = installed(model) is not None
    if not (present and verify(name).ok):
        fetch(name, model, replace=present)
        result = verify(name)
        if not result.ok:
            raise ModelError(f"model {name}", _fault(model, result), f"run `pip uninstall {model.package}` first")
    return _status(name, model, _plain_choice())


def _plain_choice() -> str:
    """The model of a plain read: the one asked for, else the best installed, else the best there is."""
    models = registry().models
    asked = os.environ.get(CHOICE, "").strip()
    if asked and asked not in models:
        raise ModelError(f"${CHOICE}", f"no model “{asked}”", f"models: {', '.join(models)}; or unset it")
    present = (name for name, model in models.items() if installed(model) is not None)
    return asked or next(present, next(iter(models)))


def _status(name: str, model: PinnedModel, plain: str) -> ModelStatus:
    present = installed(model) is not None
    return ModelStatus(
        name=name,
        package=model.package,
        version=model.version,
        installed=present,
        verified=verify(name).ok if present else None,
        default=name == plain,
        size=model.size,
        licence=model.licence,
        note=model.note,
    )


def _fault(model: PinnedModel, result: VerifyResult) -> str:
    differing = [f"{file} altered" for file in result.altered] + [f"{file} missing" for file in result.missing]
    if not differing:
        return f"{model.package} {result.version} is installed, which is not the pinned {model.version}"
    more = f" and {len(differing) - 3} more" if len(differing) > 3 else ""
    return f"{model.package} is not as it was published: {', '.join(differing[:3])}{more}"
