"""Files made to break a reader: each is read in time that grows with its length, or refused by name."""

from __future__ import annotations

import gzip
import io
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from vitascope.errors import SourceError
from vitascope.sources import raw_bytes, read_file, read_text, uri_of
from vitascope.sources.limits import LARGEST_FILE, LONGEST_TEXT
from vitascope.sources.normalisation import normalise
from vitascope.sources.paths import harmless


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.wiki", "a.html"])
def test_a_hundred_megabytes_of_one_line_are_refused(name: str, tmp_path: Path):
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(b"a b ")
        file.truncate(100_000_000)
    with pytest.raises(SourceError, match=r"more than 20,000,000 bytes.*\n.*split it"):
        read_file(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no file without an end here")
def test_a_file_without_an_end_is_refused():
    with pytest.raises(SourceError, match="bytes"):
        raw_bytes(Path("/dev/zero"))


def test_a_text_that_is_too_long_is_refused_and_one_that_just_fits_is_read():
    line = "She went to Narva and came back again. \n"
    fitting = line * (LONGEST_TEXT // len(line))
    assert len(read_text(fitting, "a.txt").text) == len(fitting)
    with pytest.raises(SourceError, match="1,000,040 characters, more than the 1,000,000 that are read"):
        read_text(fitting + line, "a.txt")
    with pytest.raises(SourceError, match="characters, more than"):
        read_text(f"<html><body><p>{fitting}</p><p>{fitting}</p></body></html>", "a.html")
    with pytest.raises(SourceError, match="bytes"):
        read_text("a" * (LARGEST_FILE + 1), "a.txt")


def _bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.txt", b"0" * 10_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "what"), [(gzip.compress(b"0" * 10_000_000), "gzip archive"), (_bomb(), "ZIP archive")]
)
def test_packed_files_are_never_unpacked(data: bytes, what: str):
    assert len(data) < 20_000
    for name in ("a.txt.gz", "a.zip", "a.txt", "a.html"):
        with pytest.raises(SourceError, match=what):
            read_text(data, name)


GROWING: dict[str, Callable[[int], str]] = {
    "one line.txt": lambda n: "a b. " * (n // 5),
    "short lines.txt": lambda n: "Ab c\n" * (n // 5),
    "brackets.txt": lambda n: "(" * n,
    "holes.txt": lambda n: "[…" * (n // 2),
    "commas.txt": lambda n: " ," * (n // 2),
    "blanks.txt": lambda n: "a" + " " * n + "b",
    "one word.txt": lambda n: "a" * n,
    "pairs.txt": lambda n: "- key: value\n" * (n // 13),
    "soft hyphens.txt": lambda n: "\u00ad " * (n // 2) + "a",
    "joiners.txt": lambda n: "\u200d" * n + "a",
    "marks.txt": lambda n: "a" + "\u0301\u0323" * (n // 2),
    "directions.txt": lambda n: "\u202ea " * (n // 3),
    "equals.wiki": lambda n: "=" * n + "a",
    "headings.wiki": lambda n: "== a ==\n" * (n // 8),
    "hashes.md": lambda n: "#" * n + " a",
    "headings.md": lambda n: "# a\n" * (n // 4),
    "deep lists.md": lambda n: "".join(" " * (i % 300) + "- a\n" for i in range(n // 150)),
    "paragraphs.html": lambda n: "<html><body>" + "<p>words of it here</p>" * (n // 20),
    "cells.html": lambda n: "<html><body><p>words</p><table>" + "<tr><td>a<td>b" * (n // 14),
    "cut off.html": lambda n: "<html><body><p>" + 'text <a href="' * (n // 14),
    "signs.html": lambda n: "<html><body><p>words of it" + "<" * n,
    "comments.html": lambda n: "<html><body>words of it<!--" * (n // 26),
    "entities.xhtml": lambda n: (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "{"x" * 50}"><!ENTITY b "{"&a;" * 50}">]>'
        f"<html><body><p>words {'&b;' * (n // 3)}</p></body></html>"
    ),
}


@pytest.mark.parametrize("name", GROWING)
def test_time_grows_with_the_length(name: str):
    """Four times the text may take eight times as long, no more; the shortest of three tries counts."""
    make = GROWING[name]
    read_text(make(1_000), name)
    short, long = (min(_seconds(make(n), name) for _ in range(3)) for n in (10_000, 40_000))
    assert long < 8 * short + 0.2
    assert long < 3


def _seconds(text: str, name: str) -> float:
    begun = time.process_time()
    read_text(text, name)
    return time.process_time() - begun


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "blockquote", "p><span"])
def test_a_page_too_deep_to_be_read_whole_is_refused(tag: str):
    """The parser would leave out what is deeper without a word."""
    with pytest.raises(SourceError, match="nested more than 240 deep"):
        read_text("<html><body>Words of it" + f"<{tag}>a" * 5_000, "a.html")
    assert "Words of it" in read_text("<html><body><p>Words of it</p>" + f"<{tag}>a" * 20, "a.html").text


def test_names_of_files_cannot_steer_a_terminal():
    assert uri_of(Path("a\x1b[31m\u202e\nb.txt")) == r"a\x1b[31m\u202e\nb.txt"
    assert uri_of(Path(os.fsdecode(b"caf\xe9.txt"))) == r"caf\udce9.txt"
    assert uri_of(Path("Łódź été.txt")) == "Łódź été.txt"
    assert harmless("two\nlines\tand \x07") == "two\nlines\tand \\x07"


def test_a_name_that_is_no_unicode_is_read(tmp_path: Path):
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("She was born in Narva.\n")
    document = read_file(path)
    assert document.source.uri.endswith(r"caf\udce9.txt")
    document.title.encode()


@pytest.mark.parametrize("text", ["a" + "\u0301\u0323" * 100, "a" + "\u0344" * 70, "\u0301" * 40 + "x", "≠" * 50])
def test_many_marks_are_kept_and_parted(text: str):
    kept = normalise(text)
    assert normalise(kept) == kept
    assert len(kept.replace("\u034f", "")) >= min(len(text), 50)
