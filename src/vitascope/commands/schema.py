"""``vitascope schema``: the contract of what is written."""

from __future__ import annotations

import sys


def schema() -> None:
    """Print the JSON Schema of a line of claims.

    \b
    Example:
      vitascope schema > claim.schema.json
    """
    from vitascope.export.schema import schema_text

    sys.stdout.write(schema_text())
