"""Posts as bars on the axis of a timeline: pale where they may have been held, solid where they surely were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vitascope.days import decimal_year
from vitascope.views.tenures import Tenure, Window, window_words
from vitascope.views.timeline_chart import Chart

_FADES = 6.0
"""Per cent of the axis over which an end that is not told fades out."""
_NARROWEST = 0.8


@dataclass(frozen=True, slots=True)
class PostBar:
    """One post. Places are per cent of the axis; ``solid`` (start, width) is where it was surely held.

    ``opens`` is where nothing tells its beginning or end: "", "left", "right" or "both".
    """

    tenure: Tenure
    words: str
    start: float
    width: float
    solid: tuple[float, float] | None
    opens: str


def career_band(tenures: Iterable[Tenure], chart: Chart) -> tuple[PostBar, ...]:
    """The posts on this axis, in the order given."""
    return tuple(_bar(tenure, chart) for tenure in tenures)


def tenure_words(tenure: Tenure) -> str:
    """``1912 – by 1920``; ``1912 – end not told``."""
    end = window_words(tenure.end) if tenure.ended else "end not told"
    start = window_words(tenure.start)
    return f"{'beginning not told' if start == 'not told' else start} – {end}"


def _bar(tenure: Tenure, chart: Chart) -> PostBar:
    surely = Window(tenure.start.latest, tenure.end.earliest)
    start = 0.0 if tenure.start.earliest is None else _percent(decimal_year(tenure.start.earliest), chart)
    # How long a post lasted whose end is not told is not drawn: it fades out after what is told of it.
    told = tenure.end.latest if tenure.ended else tenure.end.earliest or tenure.start.latest
    end = 100.0 if told is None else _percent(decimal_year(told, days_later=1), chart)
    opens = {(True, True): "both", (True, False): "left", (False, True): "right"}.get(
        (tenure.start.earliest is None, not tenure.ended), ""
    )
    if opens in ("right", "both"):
        end = min(100.0, end + _FADES)
    solid = None
    if surely.earliest is not None and surely.latest is not None:
        first, last = decimal_year(surely.earliest), decimal_year(surely.latest, days_later=1)
        if first < last:
            left = _percent(first, chart)
            solid = (left, round(_percent(last, chart) - left, 3))
    return PostBar(tenure, tenure_words(tenure), start, round(max(end - start, _NARROWEST), 3), solid, opens)


def _percent(year: float, chart: Chart) -> float:
    return round(min(100.0, max(0.0, (year - chart.first) / (chart.last - chart.first) * 100)), 3)
