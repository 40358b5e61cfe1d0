"""Plain text: paragraphs, lists, and headings that nothing marks but their look.

The text stays as it is; blocks only carry spans.
"""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.model import Span
from vitascope.sources.layout import Layout, Piece, own_title
from vitascope.sources.lines import chunks, fits, margin, paragraphs
from vitascope.sources.listing import bullet, listed

_LONGEST = 80  # characters of a heading
_MANY_WORDS = 6  # more than these only in a heading with capitals throughout
_MOST_WORDS = 10
_NOT_AT_END = tuple(".!?,;:…-–—")


def read_plain(text: str) -> Layout:
    """Plain text with blank lines, or single line ends, between paragraphs: its line lengths decide."""
    runs = chunks(text)
    width = margin(text, runs)
    runs = _title_apart(text, runs, width)
    short = [len(run) == 1 and _heading_like(text, run[0]) for run in runs]
    pieces: list[Piece] = []
    for at, run in enumerate(runs):
        if short[at] and _heads(short, at):
            pieces.append(Piece("heading", run[0], 1 if at == 0 else 2))
        elif bullet(text, run[0]):
            pieces += listed(text, _items(text, run), leading=not any(p.level > 1 for p in pieces))
        else:
            pieces += [Piece("paragraph", span) for span in paragraphs(text, run, wrapped=width > 0)]
    return Layout(text, own_title(text, pieces), tuple(pieces))


def _title_apart(text: str, runs: list[list[Span]], width: int) -> list[list[Span]]:
    """The first line on its own if it looks like a title and did not end for want of room."""
    if not runs or len(runs[0]) < 2 or bullet(text, runs[0][0]):
        return runs
    first, second = runs[0][:2]
    if not _heading_like(text, first) or _heading_like(text, second):
        return runs
    apart = fits(text, first, second, width) if width else second.end - second.start > 2 * (first.end - first.start)
    return [[first], runs[0][1:], *runs[1:]] if apart else runs


def _heads(short: Sequence[bool], at: int) -> bool:
    """Whether prose follows, at most one more heading between: runs of short lines are verse or addresses."""
    return at + 1 < len(short) and (not short[at + 1] or (at + 2 < len(short) and not short[at + 2]))


def _heading_like(text: str, line: Span) -> bool:
    if line.end - line.start > _LONGEST or bullet(text, line):
        return False
    words = text[line.start : line.end].split()
    first = words[0][0]
    if len(words) > _MOST_WORDS or words[-1].endswith(_NOT_AT_END) or not (first.isupper() or first.isdigit()):
        return False
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return len(words) <= _MANY_WORDS or capitals >= 0.6 * len(words)


def _items(text: str, run: Sequence[Span]) -> list[Span]:
    """List lines without their marks; a line without a mark goes on with the item above it."""
    items: list[Span] = []
    for line in run:
        mark = bullet(text, line)
        if mark or not items:
            items.append(Span(line.start + mark, line.end))
        else:
            items[-1] = Span(items[-1].start, line.end)
    return items
