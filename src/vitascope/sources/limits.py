"""How much is read at once: what is larger is refused by name, so that no file takes a machine's memory or its day.

Told to users in docs/limits.md.
"""

from __future__ import annotations

from vitascope.errors import SourceError

LARGEST_FILE = 20_000_000
"""Bytes of a file. A web page has ten times as much markup as text."""
LONGEST_TEXT = 1_000_000
"""Characters of a text: a book of five hundred pages."""


def check_size(count: int, where: str) -> None:
    """Raises SourceError where a file has more than :data:`LARGEST_FILE` bytes."""
    if count > LARGEST_FILE:
        what = f"has more than {LARGEST_FILE:,} bytes, the most that is read of one file"
        raise SourceError(where, what, "split it: a file a life, or a chapter")


def check_length(text: str, where: str) -> None:
    """Raises SourceError where a text has more than :data:`LONGEST_TEXT` characters."""
    if len(text) > LONGEST_TEXT:
        what = f"has {len(text):,} characters, more than the {LONGEST_TEXT:,} that are read as one text"
        raise SourceError(where, what, "split it: a file a life, or a chapter")
