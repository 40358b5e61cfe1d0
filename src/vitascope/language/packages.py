"""Model packages on this machine: what is installed, file by file, and how pip fetches a pinned one."""

from __future__ import annotations

import csv
import hashlib
import importlib
import importlib.util
import subprocess
import sys
import tempfile
from base64 import urlsafe_b64encode
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from vitascope.errors import ModelError
from vitascope.language.registry import PinnedModel, registry


def installed(model: PinnedModel) -> Distribution | None:
    """The installed package of a model, whatever its release, or None."""
    try:
        return distribution(model.package)
    except PackageNotFoundError:
        return None


def record(model: PinnedModel, package: Distribution) -> dict[str, str]:
    """The model's own files in name order, each with its sha256 as RECORD writes it (PEP 376, PEP 627).

    The ``.dist-info`` folder is left out, where each installer notes its own doings (INSTALLER, REQUESTED,
    direct_url.json), and so is byte code: what remains is the same on every machine.
    """
    # Not package.files: from Python 3.12 on it is silent about files that are missing.
    rows = csv.reader((package.read_text("RECORD") or "").splitlines())
    own = {row[0]: row[1] for row in rows if row and row[0].startswith(f"{model.module}/")}
    return {name: own[name] for name in sorted(own) if not name.endswith(".pyc")}


def file_digest(path: Path) -> str:
    """A file's sha256 as RECORD writes it."""
    with path.open("rb") as file:
        raw = hashlib.file_digest(file, "sha256").digest()
    return "sha256=" + urlsafe_b64encode(raw).decode().rstrip("=")


def contents_digest(files: dict[str, str]) -> str:
    """One sha256 (hexadecimal) for all files of a :func:`record`: the ``contents`` of the registry."""
    return hashlib.sha256("".join(f"{name},{digest}\n" for name, digest in files.items()).encode()).hexdigest()


def fetch(name: str, model: PinnedModel, *, replace: bool) -> None:
    """Install the pinned release into the Python that runs this; what pip says goes on as it comes.

    The package's claim about Python versions is set aside: these are data. Raises ModelError, with what to
    do, where there is no pip, or pip fails.
    """
    if importlib.util.find_spec("pip") is None:
        raise ModelError(
            f"model {name}",
            f"{sys.executable} has no pip to install it with",
            "in an environment made by uv run `uv pip install pip`, elsewhere "
            f"`{sys.executable} -m ensurepip`; then `vitascope models install {name}` again",
        )
    with tempfile.TemporaryDirectory(prefix="vitascope-") as folder:
        wanted = Path(folder, "requirements.txt")
        wanted.write_text(f"{model.package}=={model.version} --hash=sha256:{model.wheel}\n", "utf-8")
        command = [sys.executable, "-m", "pip", "install", "--no-deps", "--ignore-requires-python"]
        command += ["--no-input", "--disable-pip-version-check", "--require-hashes", "-r", str(wanted)]
        command += ["--force-reinstall"] if replace else []
        code, said = _run(command)
    if code:
        raise _explain(name, model, said)
    importlib.invalidate_caches()


def _run(command: list[str]) -> tuple[int, list[str]]:
    """Run a command without input; its output goes to ours, its errors too and into the answer."""
    said = []
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", errors="replace"
    ) as run:
        for line in run.stderr or ():
            sys.stderr.write(line)
            said.append(line.strip())
    return run.returncode, said


def _explain(name: str, model: PinnedModel, said: list[str]) -> ModelError:
    for trouble in registry().troubles:
        if any(trouble.sign in line for line in said):
            advice = trouble.advice.replace("PACKAGE==VERSION", f"{model.package}=={model.version}")
            return ModelError(f"model {name}", trouble.what, advice)
    last = next((line for line in reversed(said) if line), "it gave no reason")
    return ModelError(f"model {name}", f"pip failed: {last}", "mend what pip names, then try again")
