"""What stands in an address, as values; what is no value asks nothing."""

from __future__ import annotations

import re

_YEAR = re.compile(r"-?\d{1,5}\Z", re.ASCII)


def number_asked(text: str | None) -> int:
    """The number of a page, from 1."""
    return max(1, int(text)) if text and text.isascii() and text.isdigit() and len(text) < 8 else 1


def year_asked(text: str | None) -> int | None:
    """An astronomical year, None where none is given."""
    return int(text) if text and _YEAR.match(text) else None
