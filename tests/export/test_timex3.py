"""What is read as TIMEX3: values by the conventions of TimeML, on the words that it marks."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents import document
from vitascope import edtf
from vitascope.export.range_ends import range_ends
from vitascope.export.timex3 import core_edtf, timex3
from vitascope.model import Annotation, ModelInfo, Span, TimeExpression, When
from vitascope.time import read_times
from vitascope.time.lexicon import lexicon

NO_PARSE = Annotation((), (), (), (), ModelInfo("none", "", ""), ())
DATE = re.compile(
    r"(?:BC)?\d{2,4}(?:-(?:0[1-9]|1[0-2]|SP|SU|FA|WI|H[12])(?:-\d\d(?:T(?:MO|AF|EV|NI|\d\d:\d\d))?)?)?"
    r"|XXXX(?:-XX(?:-XX(?:T(?:..|\d\d:\d\d))?)?|-WXX)?|(?:PRESENT|PAST|FUTURE)_REF|P(?:T?)(?:[\dX.]+(?:[HMSDWY]|DE|CE)?)+"
)


def read(sentence: str) -> list[tuple[str, str]]:
    """Words and value of every TIMEX3 in a text."""
    text = document(f"{sentence}\n")
    return [(text.quote(t.span), t.value) for t in timex3(text, read_times(text, NO_PARSE))]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("She sailed on 5 May 1911.", [("5 May 1911", "1911-05-05")]),
        ("She sailed in May 1911.", [("May 1911", "1911-05")]),
        ("She sailed before 1911.", [("1911", "1911")]),
        ("She taught until 1911.", [("1911", "1911")]),
        ("She has taught since May 1911.", [("May 1911", "1911-05")]),
        ("She was known by late 1911.", [("late 1911", "1911")]),
        ("She was known by early 1911.", [("early 1911", "1911")]),
        ("She left in early October 1911.", [("early October 1911", "1911-10")]),
        ("She left by early October 1911.", [("early October 1911", "1911-10")]),
        ("She taught from 1911 to 1914.", [("1911", "1911"), ("1914", "1914")]),
        ("She taught between 1911 and 1914.", [("1911", "1911"), ("1914", "1914")]),
        ("She taught in 1911–14.", [("1911", "1911"), ("14", "1914")]),
        ("She taught in 1911-14.", [("1911", "1911"), ("14", "1914")]),
        ("She sailed on 12–15 May 1911.", [("12", "1911-05-12"), ("15 May 1911", "1911-05-15")]),
        ("She sailed in 1911 or 1912.", [("1911", "1911"), ("1912", "1912")]),
        ("She taught from late 1911 to early 1914.", [("late 1911", "1911"), ("early 1914", "1914")]),
        ("She taught in the 1920s.", [("the 1920s", "192")]),
        ("She taught in the late 1920s.", [("the late 1920s", "192")]),
        ("It is of the 19th century.", [("the 19th century", "18")]),
        ("It was built in 44 BC.", [("44 BC", "BC0044")]),
        ("It was built in AD 98.", [("AD 98", "0098")]),
        ("It is of the 5th century BC.", [("the 5th century BC", "BC04")]),
        ("She left in the spring of 1911.", [("the spring of 1911", "1911-SP")]),
        ("She left by summer 1911.", [("summer 1911", "1911-SU")]),
        ("She left in the autumn of 1911.", [("the autumn of 1911", "1911-FA")]),
        ("She left in the winter of 1911.", [("the winter of 1911", "1911-WI")]),
        ("She left in the winter of 1911–12.", [("the winter of 1911–12", "1911-WI")]),
        ("She left on the morning of 5 May 1911.", [("the morning of 5 May 1911", "1911-05-05TMO")]),
        (
            "On 5 May 1911 she left at 5:30 p.m. for home.",
            [("5 May 1911", "1911-05-05"), ("5:30 p.m.", "1911-05-05T17:30")],
        ),
        (
            "On 5 May 1911 she left at 12:20 am for home.",
            [("5 May 1911", "1911-05-05"), ("12:20 am", "1911-05-05T00:20")],
        ),
        ("On 5 May 1911 she left at noon.", [("5 May 1911", "1911-05-05"), ("noon", "1911-05-05T12:00")]),
        ("She rose at ten o'clock.", [("ten o'clock", "XXXX-XX-XXT10:00")]),
        ("Her former pupil wrote.", [("former", "PAST_REF")]),
        ("She met her future wife.", [("future", "FUTURE_REF")]),
        ("It is of the 470s BC.", [("the 470s BC", "BC047")]),
        ("She sat for three months.", [("three months", "P3M")]),
        ("She sat for several months.", [("several months", "PXM")]),
        ("She sat for two decades.", [("two decades", "P2DE")]),
        ("She sat for forty hours.", [("forty hours", "PT40H")]),
        ("She wrote daily.", [("daily", "XXXX-XX-XX")]),
        ("She wrote every two weeks.", [("every two weeks", "P2W")]),
        ("She is now a painter.", [("now", "PRESENT_REF")]),
        ("She left two years ago.", [("two years ago", "PAST_REF")]),
        (
            "In 1911 she left. Several years later she was back.",
            [("1911", "1911"), ("Several years later", "FUTURE_REF")],
        ),
        (
            "In May 1911 she left. The following year she was back.",
            [("May 1911", "1911-05"), ("The following year", "1912")],
        ),
        ("In 1911 she left, then married.", [("1911", "1911")]),
        ("In October she left.", [("October", "XXXX-10")]),
    ],
)
def test_values(sentence: str, found: list[tuple[str, str]]) -> None:
    assert read(sentence) == found


def test_mods_types_and_anchors() -> None:
    text = document(
        "She left early in 1911 and, about May 1912, on the night of 3 June 1912, moved. A day later she wrote daily.\n"
    )
    early, about, night, later, daily = timex3(text, read_times(text, NO_PARSE))
    assert (early.mod, about.mod, night.mod) == ("START", "APPROX", None)
    assert (early.type, night.type, daily.type) == ("DATE", "TIME", "SET")
    assert (later.value, later.anchored, early.anchored) == ("1912-06-04", True, False)


def test_a_life_span_is_two_dates() -> None:
    assert read("Ilse Brandvold (3 May 1871 – 1940) was a painter.") == [("3 May 1871", "1871-05-03"), ("1940", "1940")]


def test_ages_are_durations() -> None:
    assert read("Ilse Brandvold (1871–1940) was a painter. She left aged twenty-two.")[2:] == [
        ("aged twenty-two", "P22Y")
    ]


def test_periods_and_then_on_request() -> None:
    text = document("In 1911 she left. She taught during the First World War, and then sailed.\n")
    times = read_times(text, NO_PARSE)
    assert [text.quote(t.span) for t in timex3(text, times)] == ["1911"]
    assert len(timex3(text, times, periods=True)) == len(times) > 1


@pytest.mark.parametrize(
    ("text", "value", "ends"),
    [
        ("1911–1914", "1911/1914", [("1911", "1911"), ("1914", "1914")]),
        (
            "1911-05-01 to 1911-06-01",
            "1911-05-01/1911-06-01",
            [("1911-05-01", "1911-05-01"), ("1911-06-01", "1911-06-01")],
        ),
        (
            "1911-05-01 - 1911-06-01",
            "1911-05-01/1911-06-01",
            [("1911-05-01", "1911-05-01"), ("1911-06-01", "1911-06-01")],
        ),
        (
            "mid-May to late June 1911",
            "1911-05-11/1911-06-30",
            [("mid-May", "1911-05-11"), ("late June 1911", "1911-06-30")],
        ),
        ("1911–present", "1911/..", [("1911", "1911"), ("present", None)]),
        ("1911–", "1911/..", [("1911", "1911")]),
        ("mid-1911", "1911-05/1911-08", []),
        ("early 1911", "1911-01/1911-04~", []),
        ("4/5/1951", "[1951-04-05,1951-05-04]", []),
        ("1911", "1911", []),
        ("the war", None, []),
    ],
)
def test_range_ends(text: str, value: str | None, ends: list[tuple[str, str | None]]) -> None:
    found = range_ends(text, value, lexicon("en"))
    assert [(text[span.start : span.end], date and str(date)) for span, date in found] == ends


@pytest.mark.parametrize(
    ("relation", "told", "core"),
    [
        ("until", "../1911", "1911"),
        ("after", "[1911..]", "1911"),
        ("before", "[..1911-04]", "1911-04"),
        ("at", "1911/1914", "1911/1914"),
        ("since", "1911/1914", "1911/1914"),
        ("at", None, None),
    ],
)
def test_what_the_core_tells_alone(relation: str, told: str | None, core: str | None) -> None:
    span = Span(0, 4)
    expression = TimeExpression(span, span, "date", relation, When(told, "", span), "year")  # type: ignore[arg-type]
    assert core_edtf(expression) == core


WORDS = re.findall(
    r"\S+",
    "1911 May 5 the early late mid- 1920s 44 BC spring winter fro"
    "m to until – and or three years later , . in at 17 ago",
)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_any_text_has_timex3_in_order_with_values_of_the_standard(words: list[str]) -> None:
    text = document("In 1901 she left, " + " ".join(words) + " she sailed.\n")
    times = read_times(text, NO_PARSE)
    found = timex3(text, times, periods=True)
    assert all(DATE.fullmatch(t.value) for t in found), [t.value for t in found]
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(any(time.span.contains(t.span) for time in times) and text.quote(t.span).strip() for t in found)
    for time in times:
        core = core_edtf(time)
        assert core is None or edtf.valid(core)


@pytest.mark.parametrize(
    ("text", "value", "quant", "freq"),
    [
        ("They met every two hours.", "PT2H", "EVERY", None),
        ("They met twice a year.", "P1Y", None, "2X"),
        ("They met three times a week.", "P1W", None, "3X"),
        ("They met once every two years.", "P2Y", "EVERY", "1X"),
        ("They met every other day.", "P2D", "EVERY", None),
        ("They met each Friday.", "XXXX-WXX-5", "EACH", None),
        ("They met every summer.", "XXXX-SU", "EVERY", None),
        ("They met daily.", "XXXX-XX-XX", None, None),
    ],
)
def test_rhythms_say_how_often(text: str, value: str, quant: str | None, freq: str | None) -> None:
    life = document(text)
    (told,) = timex3(life, read_times(life, NO_PARSE))
    assert (told.type, told.value, told.quant, told.freq) == ("SET", value, quant, freq)
