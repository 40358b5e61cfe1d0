"""Whom and where: the project that is asked, or files read on the spot, and the personas that a name
means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from vitascope.commands.messages import finish, tell
from vitascope.commands.readings import Batch, keep
from vitascope.errors import VitascopeError
from vitascope.model import Reading
from vitascope.store import Named, Project


@contextmanager
def asked(project: Path, files: Sequence[str] | None, model: str | None = None) -> Iterator[Project]:
    """The project, or one in memory of these files. Files that failed are told at the end, with exit code
    1."""
    if not files:
        with Project.open(project, create=False) as opened:
            yield opened
        return
    batch = Batch(files, model=model)
    with Project.in_memory() as opened:
        for reading in batch.outcomes():
            if isinstance(reading, Reading):
                keep(batch, reading, opened)
        try:
            yield opened
        except VitascopeError:
            # What is asked for may be missing because its file could not be read: tell both.
            for failure in batch.failures:
                tell(f"error: {failure}")
            raise
    finish(batch.failures)


def personas(project: Project, name: str, every: bool) -> tuple[Named, ...]:
    """The personas that a name means: one, or all that fit it best where ``every`` is set.

    Raises VitascopeError where there is none, with the nearest names, and where there are several, with all.
    """
    found = project.find_personas(name)
    if not found:
        near = project.nearest_names(name)
        advice = f"nearest: {'; '.join(near)}" if near else "list who is there: vitascope claims"
        raise VitascopeError(name or "name", "nobody of this name is told of", advice)
    if len(found) > 1 and not every:
        listed = [f"{each.persona.id}  {each.persona.label}, in {each.uri}" for each in found]
        raise VitascopeError(
            name,
            f"fits {len(found)} personas",
            "give a fuller name, an id, or --every:\n    " + "\n    ".join(listed),
        )
    return found
