"""Days as numbers: against Python's own dates where those reach, and by their inverse elsewhere."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.days import day_number, day_of, decimal_year, iso_day, iso_year, number_of
from vitascope.edtf import Day
from vitascope.errors import DataError


@given(st.dates())
def test_numbers_are_those_of_the_calendar(day):
    assert day_number(Day(day.year, day.month, day.day)) == (day - date(1970, 1, 1)).days


@given(st.integers(-4_000_000, 8_000_000))
def test_every_number_has_its_day(number):
    assert day_number(day_of(number)) == number
    assert number_of(iso_day(number) or "") == number


@pytest.mark.parametrize(
    ("day", "iso"),
    [(Day(-43, 3, 15), "-0043-03-15"), (Day(0, 2, 29), "0000-02-29"), (Day(12000, 1, 1), "+12000-01-01")],
)
def test_years_of_any_sign(day, iso):
    assert iso_day(day_number(day)) == iso


def test_no_number_has_no_day():
    assert iso_day(None) is None


@given(st.integers(-20_000, 20_000))
def test_years_follow_each_other(year):
    def iso(y: int, rest: str) -> str:
        return f"{'-' if y < 0 else '+' if y > 9999 else ''}{abs(y):04d}-{rest}"

    assert number_of(iso(year + 1, "01-01")) - number_of(iso(year, "12-31")) == 1
    assert decimal_year(iso(year, "01-01")) == year
    assert iso_year(iso(year, "07-01")) == year
    assert year + 0.49 < decimal_year(iso(year, "07-01")) < year + 0.51


@pytest.mark.parametrize("wrong", ["1900", "1900-13-01", "1900-00-10", "1900-01-32", "01900-1-1", "", "1900-01-01x"])
def test_what_is_no_day(wrong):
    with pytest.raises(DataError):
        number_of(wrong)
