"""Posts as states: what joins to one tenure, what does not, and who held what on a day."""

from __future__ import annotations

import pytest

from tests import readings
from vitascope.edtf import bounds
from vitascope.export.attested import Attested
from vitascope.model import Status, When
from vitascope.views.tenures import Tenure, Window, tenures, window_words

Told = tuple[str, str, dict[str, str]]


def told(*claims: Told, status: Status | None = None) -> tuple[Tenure, ...]:
    """The tenures of a life that tells these claims: type, EDTF date, roles."""
    text = "".join(f"Claim number {at} is here.\n" for at in range(len(claims)))
    document = readings.document(text)
    items = []
    for at, (type_, edtf, roles) in enumerate(claims):
        earliest, latest = bounds(edtf) if edtf else (None, None)
        when = When(edtf or None, "", None, earliest, latest, "stated" if edtf else "none")
        claim = readings.claim(document, type_, f"number {at} is", roles=roles, when=when, status=status)
        items.append(Attested(document, claim))
    return tenures(items)


HEAD = {"role": "head", "organisation": "surveys"}


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        pytest.param(
            [("appointment", "1912", {"role": "head"}), ("resignation", "1920", {"role": "head"})],
            [("head", Window("1912-01-01", "1912-12-31"), Window("1920-01-01", "1920-12-31"))],
            id="appointed and resigned",
        ),
        pytest.param(
            [("appointment", "1933", {"role": "editor"}), ("resignation", "1940", {"role": "editorship"})],
            [("editor", Window("1933-01-01", "1933-12-31"), Window("1940-01-01", "1940-12-31"))],
            id="the office by the word for who holds it",
        ),
        pytest.param(
            [("post", "1912/1920", {"role": "head"}), ("appointment", "1912-05", HEAD)],
            [("head", Window("1912-05-01", "1912-05-31"), Window("1920-01-01", "1920-12-31"))],
            id="each claim narrows",
        ),
        pytest.param(
            [("post", "1912/1920", {"role": "head"}), ("appointment", "1931", {"role": "head"})],
            [
                ("head", Window("1912-01-01", "1912-12-31"), Window("1920-01-01", "1920-12-31")),
                ("head", Window("1931-01-01", "1931-12-31"), Window("1931-01-01", None)),
            ],
            id="what cannot be one tenure is two",
        ),
        pytest.param(
            [("appointment", "1912", {"role": "head", "organisation": "mines"}), ("post", "1913", HEAD)],
            [
                ("head", Window("1912-01-01", "1912-12-31"), Window("1912-01-01", None)),
                ("head", Window(None, "1913-12-31"), Window("1913-01-01", None)),
            ],
            id="of two bodies",
        ),
        pytest.param(
            [
                ("appointment", "1912", {"role": "head"}),
                ("appointment", "1913", {"role": "editor"}),
                ("dismissal", "1915", {}),
            ],
            [
                ("head", Window("1912-01-01", "1912-12-31"), Window("1912-01-01", None)),
                ("editor", Window("1913-01-01", "1913-12-31"), Window("1913-01-01", None)),
            ],
            id="a dismissal that may end either ends neither",
        ),
        pytest.param(
            [("appointment", "1912", {"role": "head"}), ("dismissal", "1915", {})],
            [("head", Window("1912-01-01", "1912-12-31"), Window("1915-01-01", "1915-12-31"))],
            id="a dismissal from the only post",
        ),
        pytest.param(
            [("post", "../1912", {"role": "head"}), ("death", "1920", {})],
            [("head", Window(None, "1912-12-31"), Window("1912-01-01", "1912-12-31"))],
            id="until",
        ),
        pytest.param(
            [("appointment", "1912", {"role": "head"}), ("death", "1920-05-04", {})],
            [("head", Window("1912-01-01", "1912-12-31"), Window("1912-01-01", "1920-05-04"))],
            id="nobody holds a post after death",
        ),
        pytest.param(
            [("dismissal", "1911", {"role": "head"}), ("appointment", "1912", {"role": "head"})],
            [("head", Window("1912-01-01", "1912-12-31"), Window("1912-01-01", None))],
            id="an end before the beginning is of another tenure",
        ),
    ],
)
def test_what_joins(claims: list[Told], expected: list[tuple[str, Window, Window]]) -> None:
    assert [(each.role, each.start, each.end) for each in told(*claims)] == expected


@pytest.mark.parametrize(
    ("day", "holding"),
    [
        ("1911-12-31", "no"),
        ("1912-03-01", "possibly"),
        ("1913-01-01", "surely"),
        ("1920-01-01", "surely"),
        ("1920-06-01", "possibly"),
        ("1921-01-01", "no"),
    ],
)
def test_who_held_it_on_a_day(day: str, holding: str) -> None:
    [tenure] = told(("appointment", "1912", HEAD), ("resignation", "1920", HEAD))
    assert tenure.held_on(day) == holding


def test_silence_about_the_end_is_no_end() -> None:
    [tenure] = told(("appointment", "1912", HEAD))
    assert tenure.held_on("1950-01-01") == "possibly"
    assert not tenure.ended


def test_what_is_only_alleged_makes_no_tenure() -> None:
    assert told(("appointment", "1912", HEAD), status=Status(modality="alleged")) == ()


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (Window("1912-01-01", "1912-12-31"), "1912"),
        (Window(None, "1912-12-31"), "by 1912"),
        (Window("1912-01-01", None), "1912 or later"),
        (Window("1912-05-01", "1912-05-31"), "May 1912"),
        (Window("1912-05-02", "1912-05-31"), "between 2 May 1912 and 31 May 1912"),
        (Window("1917-03-01", "1918-02-28"), "between March 1917 and February 1918"),
        (Window("1917-01-01", "1917-01-01"), "1 January 1917"),
        (Window(None, "1904-02-28"), "by 28 February 1904"),
        (Window(), "not told"),
    ],
)
def test_windows_in_words(window: Window, words: str) -> None:
    assert window_words(window) == words
