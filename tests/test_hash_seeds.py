"""Same input, same bytes: also where Python orders its sets otherwise from run to run."""

import os
import subprocess
import sys
from pathlib import Path

LIFE = Path(__file__).parent / "lives/orme.txt"


def test_a_life_is_read_the_same_under_any_hash_seed() -> None:
    command = [sys.executable, "-m", "vitascope.cli", "read", str(LIFE), "--format", "jsonl", "--model", "sm", "-q"]
    readings = [
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2", "3")
    ]
    assert readings[0].strip()
    assert readings[0] == readings[1] == readings[2]
