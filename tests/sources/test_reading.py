"""Files, folders, patterns, standard input, and what is said when they cannot be read."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from pathlib import Path
from typing import IO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vitascope.errors import SourceError
from vitascope.sources import STDIN, expand, raw_bytes, read_file, read_stdin, read_text

TEXT = "Anna Berg was born in Narva in 1881.\n"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.md", "z.pdf", "deep/c.HTML", "deep/er/d.wiki", ".hidden/e.txt", ".f.txt", "none/x.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["."], ["a.md", "b.txt", "deep/c.HTML", "deep/er/d.wiki"]),
        (["deep", "b.txt", "deep/er"], ["deep/c.HTML", "deep/er/d.wiki", "b.txt"]),
        (["*.txt", "z.pdf"], ["b.txt", "z.pdf"]),
        (["**/*.wiki"], ["deep/er/d.wiki"]),
        (["d*"], ["deep/c.HTML", "deep/er/d.wiki"]),
        (["-", "b.txt", "-"], ["-", "b.txt"]),
        ([], []),
    ],
)
@pytest.mark.usefixtures("shelf")
def test_expand(arguments: list[str], files: list[str]) -> None:
    assert [path.as_posix() for path in expand(arguments)] == files


@pytest.mark.parametrize(
    ("argument", "what"),
    [
        ("missing.txt", "no such file"),
        ("none", "no texts"),
        ("*.doc", "matches no file"),
        ("", "not the name"),
        ("a\0b", "not the name"),
    ],
)
@pytest.mark.usefixtures("shelf")
def test_expand_tells_what_is_wrong(argument: str, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        expand([argument])


def test_a_file_named_like_a_pattern_is_that_file(shelf: Path) -> None:
    (shelf / "a[1].txt").write_text(TEXT)
    assert expand(["a[1].txt"]) == [Path("a[1].txt")]


def test_read_file(shelf: Path) -> None:
    document = read_file(Path("b.txt"), language="en", licence="CC0-1.0")
    assert document.source.uri == "b.txt"
    assert document.source.sha256 == hashlib.sha256(raw_bytes(shelf / "b.txt")).hexdigest()
    assert (document.source.licence, document.source.retrieved) == ("CC0-1.0", None)
    assert document.id == hashlib.sha256(f"B\0{TEXT}".encode()).hexdigest()


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for read in (read_stdin, lambda: read_file(STDIN)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
        document = read()
        assert (document.text, document.source.uri) == (TEXT, "stdin:")


@pytest.mark.usefixtures("shelf")
def test_unreadable_files_are_told() -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_file(Path("missing.txt"))
    with pytest.raises(SourceError, match="is a folder"):
        read_file(Path("deep"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_permissions(shelf: Path) -> None:
    (shelf / "b.txt").chmod(0)
    with pytest.raises(SourceError, match="permissions"):
        read_file(Path("b.txt"))


def test_denied_reading_is_told(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path, mode: str) -> IO[bytes]:
        raise PermissionError(13, f"Permission denied for {mode}", str(path))

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(SourceError, match="permissions") as caught:
        read_file(shelf / "b.txt")
    assert caught.value.where == (shelf / "b.txt").as_posix()


def test_unknown_format_is_told() -> None:
    with pytest.raises(SourceError, match="unknown format"):
        read_text(TEXT, "a.txt", format="docx")  # type: ignore[arg-type]


@settings(deadline=None)
@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))),
    st.sampled_from(["a.txt", "a.wiki", "a.md", "a.html", "a", "stdin:"]),
)
def test_any_bytes_give_a_document_or_an_error(data: bytes, name: str) -> None:
    try:
        document = read_text(data, name)
    except SourceError:
        return
    assert document.text.strip()
    assert read_text(data, name) == document
    if document.source.format != "html":
        assert read_text(document.text, name).id == document.id


@pytest.mark.parametrize("name", ["a.txt", "a.wiki"])
def test_a_book_is_read_whole(name: str) -> None:
    paragraph = "Anna Berg was born in Narva, and led by nobody she went to Riga in 1905 with her sister.\n" * 12
    document = read_text("\n".join([paragraph] * 930).encode(), name)
    assert document.text.count("Narva") == 12 * 930
    assert sum(b.span.end - b.span.start for b in document.blocks) > 970_000
