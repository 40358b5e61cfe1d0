"""Texts whose headings are marked: wiki extracts (``== Career ==``) and Markdown (``## Career``).

The text stays as it is; blocks carry spans of the words without their marks. Inline marks (emphasis,
links) are left in the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from vitascope.model import Span
from vitascope.sources.layout import Layout, Piece, own_title
from vitascope.sources.lines import chunks, margin, paragraphs
from vitascope.sources.listing import bullet, listed

Heading = Callable[[str, Span], Piece | None]

_DEEPEST = 6
_WIKI_HEADING = re.compile(r"^={2,6}[ \t]*[^=\s][^=\n]*={2,6}[ \t]*$", re.MULTILINE)


def wiki_heading(text: str, line: Span) -> Piece | None:
    """``== Career ==`` as a heading of level 2; the fewer of the marks on either side give the level."""
    words = text[line.start : line.end]
    left = len(words) - len(words.lstrip("="))
    right = len(words) - len(words.rstrip("="))
    level = min(left, right)
    inner = words[level : len(words) - level]
    if not 1 <= level <= _DEEPEST or not inner.strip(" \t="):
        return None
    start = line.start + level + len(inner) - len(inner.lstrip())
    return Piece("heading", Span(start, start + len(inner.strip())), level)


def markdown_heading(text: str, line: Span) -> Piece | None:
    """``## Career`` (an ATX heading of CommonMark) as a heading of level 2."""
    words = text[line.start : line.end]
    inner = words.lstrip("#")
    level = len(words) - len(inner)
    if not 1 <= level <= _DEEPEST or not inner[:1].isspace():
        return None
    closed = inner.rstrip("#")
    inner = closed if closed[-1:].isspace() else inner
    if not inner.strip():
        return None
    start = line.start + level + len(inner) - len(inner.lstrip())
    return Piece("heading", Span(start, start + len(inner.strip())), level)


def read_wiki(text: str) -> Layout:
    """A wiki extract: ``= Title =``, sections, ``- Key: value`` infobox lines, ``* item`` lists,
    paragraphs.
    """
    return _read(text, wiki_heading)


def read_markdown(text: str) -> Layout:
    """Markdown: ATX headings, bulleted lists, paragraphs."""
    return _read(text, markdown_heading)


def looks_wiki(text: str) -> bool:
    """Whether the first line with words, or any line, is a wiki heading of the telling kind."""
    first = text[:2000].lstrip().split("\n", 1)[0].strip()
    return bool((first.startswith("= ") and first.endswith(" =") and len(first) > 4) or _WIKI_HEADING.search(text))


def _read(text: str, heading: Heading) -> Layout:
    runs = chunks(text)
    wrapped = margin(text, runs) > 0
    pieces: list[Piece] = []
    leading = True
    for run in runs:
        prose: list[Span] = []
        items: list[Span] = []
        for line in run:
            found = heading(text, line)
            mark = 0 if found else bullet(text, line)
            if prose and (found or mark):
                pieces += _paragraphs(text, prose, wrapped)
                prose = []
            if items and (found or not (mark or wrapped)):
                pieces += listed(text, items, leading=leading)
                items = []
            if found:
                pieces.append(found)
                leading = leading and found.level == 1
            elif mark:
                items.append(Span(line.start + mark, line.end))
            elif items:  # a wrapped line goes on with the item above it
                items[-1] = Span(items[-1].start, line.end)
            else:
                prose.append(line)
        pieces += _paragraphs(text, prose, wrapped) + listed(text, items, leading=leading)
    return Layout(text, own_title(text, pieces), tuple(pieces))


def _paragraphs(text: str, lines: list[Span], wrapped: bool) -> list[Piece]:
    return [Piece("paragraph", span) for span in paragraphs(text, lines, wrapped=wrapped)]
