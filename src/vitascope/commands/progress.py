"""How far a long command is, shown on standard error where someone sees it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_LONG = 4
"""From this many files on, progress is worth showing."""


class Bar:
    """A bar that counts files; without ``drawn`` nothing is shown."""

    def __init__(self, total: int, drawn: Progress | None = None) -> None:
        self._drawn = drawn
        self._task = None if drawn is None else drawn.add_task("", total=total)

    def advance(self) -> None:
        """One file more is done."""
        if self._drawn is not None and self._task is not None:
            self._drawn.advance(self._task)

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Out of the way of what is written to the same terminal."""
        if self._drawn is None or not sys.stdout.isatty():
            yield
            return
        self._drawn.stop()
        yield
        self._drawn.start()


@contextmanager
def progress(total: int, quiet: bool) -> Iterator[Bar]:
    """A bar with the time that remains, at a terminal and for more than a few files; else one that shows nothing."""
    if quiet or total < _LONG or not sys.stderr.isatty():
        yield Bar(total)
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("· remaining"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as drawn:
        yield Bar(total, drawn)
