"""From a file to a document: bytes, characters, the kept form, structure, and what the reader should know."""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path, PurePosixPath
from typing import Literal, get_args

from vitascope.errors import SourceError
from vitascope.model import Document, Notice, Source, Span
from vitascope.sources import lacunae
from vitascope.sources.decoding import Decoded, decode
from vitascope.sources.html import looks_html, read_html
from vitascope.sources.layout import Layout, arrange
from vitascope.sources.limits import LARGEST_FILE, check_length, check_size
from vitascope.sources.marked import looks_wiki, read_markdown, read_wiki
from vitascope.sources.normalisation import LOST, lost_characters, mislabelled, normalise
from vitascope.sources.paths import STDIN, STDIN_URI, uri_of
from vitascope.sources.plain import read_plain
from vitascope.sources.signatures import binary

Format = Literal["text", "wiki", "markdown", "html"]

_BY_SUFFIX: dict[str, Format] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".wiki": "wiki",
    ".md": "markdown",
}
_WHOLE = Span(0, 0)  # a notice about the whole text


def raw_bytes(path: Path) -> bytes:
    """The bytes of a file as they are, or of standard input for ``-``, to be kept beside the document.

    ``sha256(raw_bytes(path))`` is the document's ``source.sha256``. Raises SourceError if it cannot be read or is
    larger than :data:`vitascope.sources.limits.LARGEST_FILE`, of which no more is read than shows it.
    """
    where = uri_of(path)
    if path == STDIN:
        data = sys.stdin.buffer.read(LARGEST_FILE + 1)
        check_size(len(data), where)
        return data
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as fault:
        raise SourceError(where, "no such file", "check the spelling") from fault
    except IsADirectoryError as fault:
        raise SourceError(where, "is a folder, not a file", "name the texts in it, or expand it first") from fault
    except PermissionError as fault:
        raise SourceError(where, "may not be read", "check its permissions (ls -l)") from fault
    except (OSError, ValueError) as fault:
        raise SourceError(where, f"cannot be read ({fault})", "check the name and the disk") from fault
    check_size(len(data), where)
    return data


def read_file(
    path: Path,
    *,
    encoding: str | None = None,
    format: Format | None = None,
    language: str = "en",
    licence: str | None = None,
) -> Document:
    """Read one file; ``-`` is standard input. See :func:`read_text`, which does the work after the bytes."""
    name = uri_of(path)
    data = raw_bytes(path)
    return read_text(data, name, encoding=encoding, format=format, language=language, licence=licence)


def read_stdin(
    *,
    encoding: str | None = None,
    format: Format | None = None,
    language: str = "en",
    licence: str | None = None,
) -> Document:
    """Read standard input to its end, as one document with the uri ``stdin:``."""
    return read_file(STDIN, encoding=encoding, format=format, language=language, licence=licence)


def read_text(
    content: str | bytes,
    name: str,
    *,
    encoding: str | None = None,
    format: Format | None = None,
    language: str = "en",
    licence: str | None = None,
) -> Document:
    """A document from characters or bytes. ``name`` is its path or uri; its suffix and the content tell
    the format.

    ``encoding`` forces one for bytes, ``format`` one of text, wiki, markdown, html. The document's id is the
    sha256 of its title, a NUL and its text, so that the same text has the same id wherever it was read.
    Raises SourceError for what is empty, binary, undecodable, too long, or has no text in it.
    """
    if format is not None and format not in get_args(Format):
        raise SourceError(name, f"unknown format “{format}”", f"known formats: {', '.join(get_args(Format))}")
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    check_size(len(data), name)
    decoded = _characters(content, name, encoding, format)
    kept = _text(decoded.text, name)
    kind = format or _format(name, kept)
    # A page is parsed as it came: normalising it would not reach its character references.
    if kind != "html":
        check_length(kept, name)
    layout = _read(decoded.text if kind == "html" else kept, kind, name)
    check_length(layout.text, name)
    blocks, sections = arrange(layout.text, layout.pieces)
    title = layout.title or _title_from(name)
    return Document(
        id=hashlib.sha256(f"{title}\0{layout.text}".encode()).hexdigest(),
        text=layout.text,
        title=title,
        source=Source(
            uri=name,
            format=kind,
            sha256=hashlib.sha256(data).hexdigest(),
            encoding=decoded.encoding,
            language=language,
            licence=licence,
        ),
        blocks=blocks,
        sections=sections,
        notices=(*_about_characters(decoded, layout.text), *lacunae.find(layout.text, language)),
    )


def _characters(content: str | bytes, name: str, encoding: str | None, format: Format | None) -> Decoded:
    if isinstance(content, str):
        decoded = Decoded(content, "utf-8")
    else:
        found = binary(content) if encoding is None else None
        if found:
            raise SourceError(name, f"looks like {found[0]}, not a text", found[1])
        markup = format == "html" or _suffix(name) in _BY_SUFFIX or content[:400].lstrip().startswith(b"<")
        decoded = decode(content, name, encoding=encoding, declared=markup)
    if "\0" in decoded.text:
        at = decoded.text.index("\0")
        raise SourceError(name, f"NUL character at offset {at}: not a text", "check the file and its encoding")
    return decoded


def _text(raw: str, name: str) -> str:
    """The text in its kept form, with something in it."""
    kept = normalise(raw)
    if not kept.strip():
        what = "the file is empty" if not raw else "nothing but white space in it"
        raise SourceError(name, what, "give a text with words in it")
    if kept.count(LOST) * 10 > len(kept):
        raise SourceError(name, "more than a tenth of it is not characters", "check the file and its encoding")
    return kept


def _format(name: str, text: str) -> Format:
    known = _BY_SUFFIX.get(_suffix(name))
    if known:
        return known
    if looks_html(text):
        return "html"
    return "wiki" if looks_wiki(text) else "text"


def _read(text: str, kind: Format, name: str) -> Layout:
    if kind == "html":
        return read_html(text, name)
    if kind == "wiki":
        return read_wiki(text)
    return read_markdown(text) if kind == "markdown" else read_plain(text)


def _about_characters(decoded: Decoded, text: str) -> tuple[Notice, ...]:
    notices = []
    if decoded.guessed:
        words = f"encoding guessed to be {decoded.encoding}; name it with --encoding if letters look wrong"
        notices.append(Notice("encoding-guessed", _WHOLE, words))
    count = mislabelled(decoded.text)
    if count:
        words = f"{count} control characters were read as the Windows-1252 characters in their place"
        notices.append(Notice("controls-reread", _WHOLE, words))
    return (*notices, *lost_characters(text))


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _title_from(name: str) -> str:
    """A readable title from a file name: ``anna_berg-tamm.txt`` is "Anna Berg Tamm"."""
    stem = "" if name == STDIN_URI else PurePosixPath(name).stem
    words = re.sub(r"[\s_.+-]+", " ", normalise(stem)).split()
    if not words:
        return name
    if any(word[0].isupper() for word in words):
        return " ".join(words)
    return " ".join(word[0].upper() + word[1:] for word in words)
