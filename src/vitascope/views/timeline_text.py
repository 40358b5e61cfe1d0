"""A timeline in characters, for terminals and plain text."""

from __future__ import annotations

from vitascope.views.timeline import Timeline, TimelineRow
from vitascope.views.timeline_plot import year_label

DAY, SURE, UNSURE, EARLIER, LATER = "●", "━", "╌", "◂", "▸"
KEY = f"{DAY} one time   {SURE} throughout   {UNSURE} some time within   {EARLIER}{LATER} open"


def timeline_text(timeline: Timeline, width: int = 80) -> str:
    """The timeline in lines of at most ``width`` columns: its axis, a row a claim, and the key.

    Every row that is not a plain assertion begins its words with its mark in brackets.
    """
    if not timeline.rows:
        return f"{timeline.title}: no claim has a date\n"
    scale = max(16, min(60, width * 2 // 5))
    room = max(12, width - scale - 2)
    first, last = timeline.span
    left, right = year_label(int(first // 1)), year_label(int(-(-last // 1)))
    axis = left + right.rjust(max(scale - len(left), len(right) + 1))
    lines = [timeline.title, "", axis]
    for row in timeline.rows:
        lines.append(f"{_bar(row, first // 1, -(-last // 1), scale)}  {_words(row, room)}".rstrip())
    lines += ["", KEY]
    if timeline.undated:
        lines.append(f"without a date: {timeline.undated} more")
    return "\n".join(lines) + "\n"


def _words(row: TimelineRow, room: int) -> str:
    words = " ".join(part for part in (f"[{row.mark}]" if row.mark else "", f"{row.date}:", row.label) if part)
    return words if len(words) <= room else words[: room - 1] + "…"


def _bar(row: TimelineRow, first: float, last: float, scale: int) -> str:
    def column(year: float) -> int:
        return min(scale - 1, max(0, int((year - first) / max(last - first, 1) * scale)))

    start = 0 if row.earliest is None else column(row.earliest)
    # A latest end is where the next day begins.
    end = scale - 1 if row.latest is None else max(start, column(row.latest - 1e-6))
    cells = [" "] * scale
    cells[start : end + 1] = UNSURE * (end - start + 1)
    if row.sure:
        for at in range(column(row.sure[0]), max(column(row.sure[0]), column(row.sure[1] - 1e-6)) + 1):
            cells[at] = SURE
    if start == end:
        cells[start] = DAY
    if row.earliest is None:
        cells[start] = EARLIER
    if row.latest is None:
        cells[end] = LATER
    return "".join(cells)
