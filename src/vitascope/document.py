"""A text and its structure, as sources give it: the values at the bottom of everything else.

Offsets are Unicode code points into :attr:`Document.text`, half-open: ``text[span.start:span.end]`` is the quoted
wording, always.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "item", "infobox"]


class Span(NamedTuple):
    """A half-open stretch of a document's text, in code points."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from. ``sha256`` is of the bytes as read, before decoding."""

    uri: str
    format: str
    sha256: str
    encoding: str = "utf-8"
    language: str = "en"
    retrieved: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A unit of structure: prose is read sentence by sentence, the rest is read as what it is.

    ``span`` covers the words without the markup (``= … =``, ``- ``). ``section`` indexes
    :attr:`Document.sections`, -1 before the first heading. An infobox line has ``key`` and ``value``.
    """

    kind: BlockKind
    span: Span
    section: int = -1
    key: Span | None = None
    value: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a document. ``span`` runs from its heading to the next heading of any level."""

    title: str
    level: int
    span: Span


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader should know about the text itself, e.g. a lacuna; never repaired silently."""

    code: str
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text to read. ``id`` is the sha256 of title, NUL and normalised text: the same on every machine."""

    id: str
    text: str
    title: str
    source: Source
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    notices: tuple[Notice, ...] = ()

    def quote(self, span: Span) -> str:
        """The exact words at ``span``."""
        return self.text[span.start : span.end]
