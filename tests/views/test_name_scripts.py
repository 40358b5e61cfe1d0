"""Names by script."""

from __future__ import annotations

import pytest

from vitascope.views.name_scripts import by_script, script


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Łucja Øst", "Latin"),
        ("Олена Лисогір", "Cyrillic"),
        ("王小明", "Han"),
        ("עמוס", "Hebrew"),
        ("ناصر", "Arabic"),
        ("नेहा", "Devanagari"),
        ("“Ada”", "Latin"),
        ("1234", "other"),
        ("", "other"),
    ],
)
def test_the_first_letter_tells_the_script(name: str, expected: str) -> None:
    assert script(name) == expected


def test_names_keep_their_order_and_stand_once() -> None:
    assert by_script(["Ada", "Ада", "Lovelace", "Ada"]) == {"Latin": ("Ada", "Lovelace"), "Cyrillic": ("Ада",)}
