"""Lines, the chunks they form between blank lines, and whether their ends are layout or meaning."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from vitascope.model import Span

_WIDEST = 110  # columns: hard-wrapped text is narrower, paragraphs on one line are wider
_NARROWEST = 30
_SLACK = 14  # columns: people and editors break a little before the margin
_HEADING = "=#"  # a marked heading ends its line whatever its length
_MARKS = "=#-*•|"  # a mark begins a line whatever the length of the one before
_SENTENCE_END = tuple('.!?:;…"”’»)')


def chunks(text: str) -> list[list[Span]]:
    """Runs of lines between blank ones, each line without the white space around it.

    Lines without any letter or digit (``-----``, ``* * *``) part chunks as blank lines do.
    """
    found: list[list[Span]] = []
    run: list[Span] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        bare = line.strip()
        if any(map(str.isalnum, bare)):
            left = start + len(line) - len(line.lstrip())
            run.append(Span(left, left + len(bare)))
        elif run:
            found.append(run)
            run = []
        start = end + 1
    if run:
        found.append(run)
    return found


def margin(text: str, runs: Sequence[Sequence[Span]]) -> int:
    """The column at which ``text`` is hard-wrapped, or 0 if its line ends are paragraph ends.

    Hard-wrapped text has narrow lines, breaks mid-sentence, and breaks where the next word would not have
    fitted: of the line ends inside chunks, at least 40 % must do the one and 60 % the other.
    """
    breaks = [
        (line, after)
        for run in runs
        for line, after in pairwise(run)
        if text[line.start] not in _HEADING and text[after.start] not in _MARKS
    ]
    if not breaks:
        return 0
    lengths = sorted(line.end - line.start for line, _ in breaks)
    width = lengths[min(len(lengths) - 1, len(lengths) * 98 // 100)]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    open_ended = sum(not text.endswith(_SENTENCE_END, line.start, line.end) for line, _ in breaks)
    full = sum(not fits(text, line, after, width) for line, after in breaks)
    return width if open_ended >= 0.4 * len(breaks) and full >= 0.6 * len(breaks) else 0


def paragraphs(text: str, run: Sequence[Span], *, wrapped: bool) -> list[Span]:
    """The paragraphs in a run of prose lines: each line, or the whole run if the text is hard-wrapped.

    Old books set hard-wrapped paragraphs without blank lines, the first line indented: a line indented after one
    that is not, and that ends a sentence, begins a paragraph.
    """
    if not wrapped:
        return list(run)
    starts = [0] + [
        at
        for at, (before, line) in enumerate(pairwise(run), 1)
        if _indented(text, line)
        and not _indented(text, before)
        and text.endswith(_SENTENCE_END, before.start, before.end)
    ]
    ends = [*starts[1:], len(run)]
    return [Span(run[a].start, run[b - 1].end) for a, b in zip(starts, ends, strict=True) if b > a]


def _indented(text: str, line: Span) -> bool:
    return line.start > 0 and text[line.start - 1] in " \t"


def fits(text: str, line: Span, after: Span, width: int) -> bool:
    """Whether the first word of ``after`` would have fitted on ``line`` with room to spare."""
    word = text[after.start : min(after.end, after.start + width)].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) < width - _SLACK
