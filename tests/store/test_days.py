"""Days as numbers, against Python's own calendar where that reaches."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.errors import DataError
from vitascope.store.days import day_number, decimal_year, iso_year


@given(st.dates())
def test_agrees_with_python(day):
    assert day_number(day.isoformat()) == day.toordinal() - date(1970, 1, 1).toordinal()


@given(st.integers(-20_000, 20_000))
def test_years_follow_each_other(year):
    def iso(y: int, rest: str) -> str:
        return f"{'-' if y < 0 else '+' if y > 9999 else ''}{abs(y):04d}-{rest}"

    assert day_number(iso(year + 1, "01-01")) - day_number(iso(year, "12-31")) == 1
    assert decimal_year(iso(year, "01-01")) == year
    assert iso_year(iso(year, "07-01")) == year
    assert year + 0.49 < decimal_year(iso(year, "07-01")) < year + 0.51


@pytest.mark.parametrize("wrong", ["1900", "1900-13-01", "1900-00-10", "1900-01-32", "01900-1-1", "", "1900-01-01x"])
def test_what_is_no_day(wrong):
    with pytest.raises(DataError):
        day_number(wrong)
