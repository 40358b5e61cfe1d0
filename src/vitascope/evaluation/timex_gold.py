"""Gold dates from files: TimeML with TIMEX3 inline, and TEI with ``<date>`` (as the GUM corpus has it).

A TEI date has ``when``, or ``notBefore``/``notAfter``, or ``from``/``to``: its first and last day are compared. Text
in GUM is one token a line with its tags after a tab: words are put together again by the rules of English typing,
``<w>`` holding what is written as one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from vitascope.edtf import UNKNOWN_YEAR, EdtfError, bounds
from vitascope.errors import SourceError, VitascopeError
from vitascope.export.timeml import parse_xml, read_timeml
from vitascope.model import Document, Span
from vitascope.sources import raw_bytes, read_text
from vitascope.sources.normalisation import normalise

Bounds = tuple[str | None, str | None]
_SUFFIXES = (".tml", ".timeml", ".xml", ".tei")
_LINES = frozenset(re.findall(r"\w+", "p head item caption figure list table row cell lb div ab l sp"))
"""Elements of TEI that begin a new line."""
_TIGHT_BEFORE = re.compile(r"[.,;:!?%)\]}”…/]+|['’]|[–—-]|\w*['’]\w{1,3}")
_TIGHT_AFTER = frozenset("([{“–—-/")


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A date that gold marks. ``value`` is TIMEX3's in TimeML; in TEI ``bounds`` are its inclusive ISO days.

    ``extent`` tells a TEI date given by its two ends.
    """

    span: Span
    value: str
    type: str = "DATE"
    bounds: Bounds | None = None
    extent: bool = False


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text and its gold dates, their offsets in the document's text."""

    document: Document
    dates: tuple[GoldDate, ...]
    tei: bool


def gold_documents(
    folder: Path, *, tei: bool | None = None, headings: bool = False, language: str = "en"
) -> Iterator[GoldDocument]:
    """Every gold file of a folder (or the one file), by name. ``tei`` None: told by each file's root element.

    ``headings`` makes them paragraphs: annotators of TimeML see lines, not structure, and mark dates there too, while
    a reader of lives takes no date from a heading.

    Raises VitascopeError where there is none, SourceError for one that cannot be read.
    """
    paths = sorted(p for p in folder.iterdir() if p.suffix in _SUFFIXES) if folder.is_dir() else [folder]
    if not paths:
        raise VitascopeError(str(folder), f"no gold in it ({', '.join(_SUFFIXES)})", "name a folder of TimeML or TEI")
    for path in paths:
        gold = read_gold(raw_bytes(path), path.as_posix(), tei=tei, language=language)
        yield replace(gold, document=_flat(gold.document)) if headings else gold


def _flat(document: Document) -> Document:
    blocks = (replace(block, kind="paragraph") if block.kind == "heading" else block for block in document.blocks)
    return replace(document, blocks=tuple(blocks))


def read_gold(data: bytes, name: str, *, tei: bool | None = None, language: str = "en") -> GoldDocument:
    """One gold file. Raises SourceError where it is not of that kind, naming it."""
    root = parse_xml(data, name)
    is_tei = (_tag(root) not in ("TimeML", "TEXT")) if tei is None else tei
    if is_tei:
        text, dates = _tei(root)
    else:
        read = read_timeml(data, name)
        text = read.text
        dates = [GoldDate(timex.span, timex.value, timex.type) for timex in read.timexes]
    if not text.strip():
        raise SourceError(name, "has no text", "give TimeML or TEI with the text in it")
    kept, moved = _kept(text, dates, name)
    return GoldDocument(read_text(kept, name, format="text", language=language), moved, is_tei)


def _kept(text: str, dates: list[GoldDate], name: str) -> tuple[str, tuple[GoldDate, ...]]:
    """The text in the form that documents have, the dates moved with it."""
    kept = normalise(text)
    if kept == text:
        return text, tuple(dates)
    cuts = sorted({0, len(text), *(edge for date in dates for edge in date.span)})
    moved, at = {0: 0}, 0
    for start, end in pairwise(cuts):
        at += len(normalise(text[start:end]))
        moved[end] = at
    if at != len(kept):
        raise SourceError(name, "a date ends within a character", "put its tags between whole characters")
    spans = (Span(moved[date.span.start], moved[date.span.end]) for date in dates)
    return kept, tuple(
        GoldDate(span, date.value, date.type, date.bounds, date.extent) for span, date in zip(spans, dates, strict=True)
    )


def tei_bounds(attributes: Mapping[str, str]) -> Bounds:
    """First and last day of a TEI date; (None, None) where it tells none."""
    if "when" in attributes:
        return days_of(attributes["when"])
    first = attributes.get("notBefore") or attributes.get("from")
    last = attributes.get("notAfter") or attributes.get("to")
    return (days_of(first)[0] if first else None, days_of(last)[1] if last else None)


def days_of(date: str) -> Bounds:
    """First and last day of an EDTF date; a day or month of no year (``XXXX-09-30``, W3C's ``--09-30``) is both itself.

    (None, None) where it is no date.
    """
    date = f"{UNKNOWN_YEAR}-{date[2:]}" if date.startswith("--") else date
    try:
        return (date, date) if date.startswith(UNKNOWN_YEAR) else bounds(date)
    except EdtfError:
        return None, None


@dataclass
class _Text:
    """Text as it is put together from a TEI tree."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    glued: bool = True
    one_word: int = 0

    def token(self, word: str) -> None:
        """A token of the vertical format, a blank before it unless typing has none there."""
        if not (self.glued or _TIGHT_BEFORE.fullmatch(word)):
            self.raw(" ")
        self.raw(word)
        self.glued = bool(self.one_word) or word in _TIGHT_AFTER

    def line(self) -> None:
        """An empty line, once, between blocks."""
        if self.pieces and not self.pieces[-1].endswith("\n\n"):
            self.raw("\n\n")
        self.glued = True

    def raw(self, words: str) -> None:
        """Words as they are."""
        self.pieces.append(words)
        self.length += len(words)


def _tei(root: Any) -> tuple[str, list[GoldDate]]:
    text, dates = _Text(), list[GoldDate]()
    top = next((e for e in root.iter() if isinstance(e.tag, str) and _tag(e) == "text"), root)
    _walk(top, text, dates)
    whole = "".join(text.pieces)
    return whole, [date for date in (_tight(date, whole) for date in dates) if date.span.start < date.span.end]


def _walk(element: Any, text: _Text, dates: list[GoldDate]) -> None:
    tag = _tag(element)
    if tag in _LINES:
        text.line()
    start = text.length
    text.one_word += tag == "w"
    _words(element.text, text)
    for child in element:
        if isinstance(child.tag, str):
            _walk(child, text, dates)
        _words(child.tail, text)
    if tag == "w":
        text.one_word -= 1
        text.glued = False
    if tag == "date":
        told = {str(name): str(value) for name, value in element.attrib.items()}
        value = "/".join(f"{name}={told[name]}" for name in sorted(told))
        dates.append(GoldDate(Span(start, text.length), value, "DATE", tei_bounds(told), "when" not in told))
    if tag in _LINES:
        text.line()


def _words(words: str | None, text: _Text) -> None:
    if not words:
        return
    lines = words.split("\n")
    if any("\t" in line for line in lines) or not words.strip():
        for line in lines:
            if line.strip():
                text.token(line.split("\t", 1)[0])
    else:
        text.raw(re.sub(r"\s+", " ", words))


def _tight(date: GoldDate, text: str) -> GoldDate:
    """Without blanks at its ends."""
    words = text[date.span.start : date.span.end]
    start = date.span.start + len(words) - len(words.lstrip())
    return replace(date, span=Span(start, date.span.start + len(words.rstrip())))


def _tag(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
