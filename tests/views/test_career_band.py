"""Posts as bars: what may have been, what surely was, and ends that are not told."""

from __future__ import annotations

import pytest

from vitascope.views.career_band import career_band, tenure_words
from vitascope.views.tenures import Tenure, Window
from vitascope.views.timeline_chart import Chart

AXIS = Chart(1900.0, 2000.0, (), ())


def tenure(start: Window, end: Window, ended: bool = True) -> Tenure:
    return Tenure("d", "p", "Ada", "head", "", start, end, (), ended)


@pytest.mark.parametrize(
    ("start", "end", "ended", "opens", "solid", "words"),
    [
        (("1910-01-01", "1910-12-31"), ("1920-01-01", "1920-12-31"), True, "", True, "1910 – 1920"),
        (("1910-01-01", "1910-12-31"), (None, None), False, "right", False, "1910 – end not told"),
        ((None, "1910-12-31"), ("1920-01-01", None), False, "both", True, "by 1910 – end not told"),
        ((None, None), ("1920-01-01", "1920-12-31"), True, "left", False, "beginning not told – 1920"),
        (("1910-01-01", "1915-12-31"), ("1912-01-01", "1920-12-31"), True, "", False,
         "between 1910 and 1915 – between 1912 and 1920"),
    ],
)  # fmt: skip
def test_a_post_is_drawn_no_surer_than_it_is_told(
    start: tuple[str | None, str | None],
    end: tuple[str | None, str | None],
    ended: bool,
    opens: str,
    solid: bool,
    words: str,
) -> None:
    told = tenure(Window(*start), Window(*end), ended)
    [bar] = career_band([told], AXIS)
    assert (bar.opens, bar.solid is not None, bar.words) == (opens, solid, words)
    assert tenure_words(told) == words
    assert 0 <= bar.start <= bar.start + bar.width <= 101
    if bar.solid:
        assert bar.start <= bar.solid[0]
        assert bar.solid[0] + bar.solid[1] <= bar.start + bar.width + 0.01
