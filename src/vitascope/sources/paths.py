"""From what is said on the command line to the files that are meant."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from vitascope.errors import SourceError

STDIN = Path("-")
STDIN_URI = "stdin:"
SUFFIXES = (".txt", ".md", ".wiki", ".html", ".htm", ".xhtml")

# Controls, direction marks, lone surrogates (bytes of a name that are no UTF-8), line separators: no line ends.
_STEERING = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")


def uri_of(path: Path) -> str:
    """The place by which a file is known: its path as given, with what is not to be seen in it shown as an escape."""
    return STDIN_URI if path == STDIN else harmless(path.as_posix()).replace("\n", r"\n").replace("\t", r"\t")


def harmless(words: str) -> str:
    """Words whose characters can all be seen, line ends and tabs apart: ``\\x1b`` for the control character."""
    return _STEERING.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), words)


def expand(arguments: Sequence[str]) -> list[Path]:
    """The files that ``arguments`` mean, each once, in the order given.

    A folder means all texts in it and below it, sorted by path, hidden ones left out; links to folders
    are not followed. A pattern (``*``, ``?``, ``[…]``, ``**``) that is not itself a file means what it
    matches, sorted. ``-`` is standard input, returned as :data:`STDIN` (a file of that name is reached as
    its absolute path). Paths stay relative or absolute as given. Raises SourceError for what is missing
    or holds no text.
    """
    found: dict[Path, None] = {}
    for argument in arguments:
        found.update(dict.fromkeys(_meant(argument)))
    return list(found)


def _meant(argument: str) -> list[Path]:
    if argument == "-":
        return [STDIN]
    if not argument or "\0" in argument:
        raise SourceError(repr(argument), "not the name of a file", "name a file, a folder, a pattern, or -")
    path = Path(argument)
    if path.is_dir():
        return _texts(path)
    if os.path.lexists(path):
        return [path]
    if not glob.has_magic(argument):
        advice = f"looked from {Path.cwd()}; check the spelling" if not path.is_absolute() else "check the spelling"
        raise SourceError(argument, "no such file or folder", advice)
    # pathlib has no pattern that starts at an absolute path or keeps "../" as given.
    matches = [Path(name) for name in sorted(glob.glob(argument, recursive=True))]  # noqa: PTH207
    files = [file for match in matches for file in (_below(match) if match.is_dir() else [match])]
    if not files:
        raise SourceError(argument, "the pattern matches no file", f"looked from {Path.cwd()}")
    return files


def _texts(folder: Path) -> list[Path]:
    files = list(_below(folder))
    if not files:
        raise SourceError(
            folder.as_posix(), "no texts in this folder", f"texts are files that end in {', '.join(SUFFIXES)}"
        )
    return files


def _below(folder: Path) -> Iterator[Path]:
    """Texts in ``folder`` and below, sorted by their path's parts."""

    def unreadable(fault: OSError) -> None:
        raise SourceError(str(fault.filename), f"cannot be listed ({fault.strerror})", "check its permissions")

    found: list[Path] = []
    for here, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(here, name) for name in names if not name.startswith(".") and name.lower().endswith(SUFFIXES)]
    yield from sorted(found)
