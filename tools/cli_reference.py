"""Print docs/cli.md: ``python tools/cli_reference.py > docs/cli.md``."""

from __future__ import annotations

import sys

from vitascope.cli import app
from vitascope.commands.reference import reference

if __name__ == "__main__":
    sys.stdout.write(reference(app))
