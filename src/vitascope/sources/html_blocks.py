"""From trafilatura's element tree (TEI-like: ``head``, ``p``, ``list``, ``table`` …) to text and pieces.

Each block stands on lines of its own, a blank line between paragraphs; an infobox row becomes ``Key:
value``, a row of another table its cells between bars. Offsets are counted while the text is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from vitascope.model import BlockKind, Span
from vitascope.sources.layout import Layout, Piece, own_title
from vitascope.sources.normalisation import normalise

_BLOCKS = frozenset({"head", "p", "list", "item", "table", "quote", "code", "ab", "div", "comments"})
_NOTE_MARK = re.compile(r"\s*\[[^\]\n]{1,40}\]\s*")  # what stands in a superscript for a footnote
_BLANKS = re.compile(r"[ \t\n]+")
_LONGEST_KEY = 40


class _Writer:
    """The text written so far and where its blocks are."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []

    def add(self, kind: BlockKind, words: str, *, level: int = 0) -> None:
        if not any(map(str.isalnum, words)):
            return
        span = self._write(kind, words)
        self.pieces.append(Piece(kind, span, level))

    def add_pair(self, key: str, value: str) -> None:
        span = self._write("infobox", f"{key}: {value}")
        middle = span.start + len(key)
        self.pieces.append(Piece("infobox", span, key=Span(span.start, middle), value=Span(middle + 2, span.end)))

    def _write(self, kind: BlockKind, words: str) -> Span:
        last = self.pieces[-1].kind if self.pieces else None
        gap = "" if last is None else "\n" if last == kind and kind in ("item", "infobox") else "\n\n"
        self.parts += [gap, words]
        start = self.length + len(gap)
        self.length = start + len(words)
        return Span(start, self.length)


def lay_out(body: Any, title: str) -> Layout:
    """The text under ``body`` (an lxml element or None), headed by ``title`` where it is not there
    already.
    """
    writer = _Writer()
    if body is not None:
        _blocks(body, writer)
    if not writer.pieces:
        return Layout("", title, ())
    text = "".join(writer.parts)
    named = own_title(text, writer.pieces)
    if not title or title == named:
        return Layout(text + "\n", named or title, tuple(writer.pieces))
    headed = _Writer()
    headed.add("heading", title, level=1)
    shift = headed.length + 2
    pieces = [_moved(piece, shift, lower=bool(named)) for piece in writer.pieces]
    return (
        Layout(f"{title}\n\n{text}\n", title, (*headed.pieces, *pieces))
        if headed.pieces
        else Layout(text + "\n", named, tuple(writer.pieces))
    )


def _moved(piece: Piece, by: int, *, lower: bool) -> Piece:
    """``piece`` further on in the text; ``lower`` keeps the title the only heading of level 1."""
    level = max(piece.level, 2) if lower and piece.kind == "heading" else piece.level
    return Piece(piece.kind, _shift(piece.span, by), level, _shifted(piece.key, by), _shifted(piece.value, by))


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _shifted(span: Span | None, by: int) -> Span | None:
    return None if span is None else _shift(span, by)


def _blocks(element: Any, writer: _Writer, kind: BlockKind = "paragraph") -> None:
    """Write the blocks of ``element``: its own words as ``kind``, the blocks inside it as what they are."""
    tag = element.tag
    if tag == "head":
        rend = element.get("rend") or "h2"
        level = int(rend[1]) if rend[1:2].isdigit() else 2
        writer.add("heading", " ".join(normalise("".join(_words(element))).split()), level=max(level, 1))
    elif tag == "table":
        _table(element, writer)
    elif tag == "list" and (element.get("rend") or "").startswith("dl"):
        _definitions(element, writer)
    else:
        inner: BlockKind = "item" if tag == "item" else "paragraph" if tag == "body" else kind
        words: list[str] = []
        for part in _parts(element):
            if isinstance(part, str):
                words.append(part)
            else:
                _prose("".join(words), writer, inner)
                words = []
                _blocks(part, writer, inner)
        _prose("".join(words), writer, inner)


def _prose(words: str, writer: _Writer, kind: BlockKind) -> None:
    """Words with their forced line breaks; an empty line between two of these parts paragraphs."""
    lines = (" ".join(line.split()) for line in normalise(words).split("\n"))
    for filled, paragraph in groupby(lines, key=bool):
        if filled:
            writer.add(kind, "\n".join(paragraph))


def _parts(element: Any) -> Iterator[Any]:
    """The words of ``element`` as strings, and the block elements among them; ``\\n`` is a forced break."""
    if element.text:
        yield _BLANKS.sub(" ", element.text)
    for child in element:
        if child.tag in _BLOCKS:
            yield child
        elif child.tag == "lb":
            yield "\n"
        elif not _is_note(child):
            yield from _parts(child)
        if child.tail:
            yield _BLANKS.sub(" ", child.tail)


def _words(element: Any) -> Iterator[str]:
    """All words of ``element``, block elements inside it included, as if they were lines."""
    for part in _parts(element):
        if isinstance(part, str):
            yield part
        else:
            yield "\n"
            yield from _words(part)
            yield "\n"


def _is_note(element: Any) -> bool:
    if not isinstance(element.tag, str):
        return True  # a comment or a processing instruction
    return element.get("rend") == "#sup" and _NOTE_MARK.fullmatch("".join(element.itertext())) is not None


def _cell(element: Any) -> str:
    """A cell's words on one line; its own lines are parted by commas, as in a list of spouses."""
    lines = (" ".join(line.split()) for line in normalise("".join(_words(element))).split("\n"))
    return ", ".join(line.rstrip(",") for line in lines if line)


def _table(table: Any, writer: _Writer) -> None:
    rows = [[(_cell(cell), cell.get("role") == "head") for cell in row.iter("cell")] for row in table.iter("row")]
    filled = [[(words, head) for words, head in row if words] for row in rows]
    filled = [row for row in filled if row]
    headed = bool(filled) and len(filled[0]) > 1 and all(head for _, head in filled[0])
    two = not headed and all(len(row) <= 2 for row in filled)
    for row in filled:
        if two and len(row) == 2 and _is_key(row[0][0]):
            writer.add_pair(row[0][0].rstrip(": "), row[1][0])
        elif len(row) > 1:
            writer.add("item", " | ".join(words for words, _ in row))
        elif not (two and row[0][1]):  # a lone head cell is the box's caption or a label in it
            writer.add("item", row[0][0])


def _definitions(items: Any, writer: _Writer) -> None:
    """``dt`` and ``dd``: a term with one definition is a pair, anything else is a list."""
    terms: list[tuple[str, list[Any]]] = []
    for item in items:
        if (item.get("rend") or "").startswith("dt"):
            terms.append((_cell(item), []))
        elif terms:
            terms[-1][1].append(item)
        else:
            terms.append(("", [item]))
    for term, definitions in terms:
        if len(definitions) == 1 and _is_key(term) and (value := _cell(definitions[0])):
            writer.add_pair(term.rstrip(": "), value)
            continue
        writer.add("item", term)
        for definition in definitions:
            _blocks(definition, writer)


def _is_key(words: str) -> bool:
    key = words.rstrip(": ")
    return 0 < len(key) <= _LONGEST_KEY and key[0].isalpha() and not any(map(str.isdigit, key))
