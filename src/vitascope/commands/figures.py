"""Figures of a measurement written out, the same way for every ``vitascope eval``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any


def write_figures(figures: dict[str, Any], lines: Sequence[str], misses: Sequence[str] | None, as_json: bool) -> None:
    """To standard output: one JSON object, or the lines; before them the misses, None where nobody asked."""
    if as_json:
        told = figures if misses is None else {**figures, "misses": list(misses)}
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
        return
    if misses is not None:
        sys.stdout.writelines(line + "\n" for line in (*misses, ""))
    sys.stdout.writelines(line + "\n" for line in lines)
