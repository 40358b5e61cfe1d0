"""Golden files: what is read of the lives at hand, claim by claim, with the small model that every install has.

python -m tests.golden        writes them anew; look at the difference before you keep it
"""

from __future__ import annotations

from pathlib import Path

from vitascope.export.attested import attested
from vitascope.export.claims_jsonl import claims_jsonl
from vitascope.pipeline import Reader
from vitascope.sources import read_file

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
LIVES = sorted([*(ROOT / "src/vitascope/examples").glob("*.txt"), *(ROOT / "tests/lives").glob("*.txt")])


def read(life: Path, reader: Reader) -> str:
    """The life's claims as JSON lines."""
    return "".join(claims_jsonl(attested(reader.read(read_file(life)))))


def golden(life: Path) -> Path:
    """The file that keeps what was read of a life."""
    return GOLDEN / f"{life.stem}.jsonl"


def main() -> None:
    """Write all golden files."""
    reader = Reader("sm")
    GOLDEN.mkdir(exist_ok=True)
    for life in LIVES:
        golden(life).write_text(read(life, reader), "utf-8")


if __name__ == "__main__":
    main()
