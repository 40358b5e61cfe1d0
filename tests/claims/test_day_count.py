"""Days as numbers: against Python's own dates where those reach, and by their inverse elsewhere."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.claims.day_count import day_number, day_of, iso_day
from vitascope.edtf import Day
from vitascope.store.days import day_number as number_of_iso


@given(st.dates())
def test_numbers_are_those_of_the_calendar(day):
    assert day_number(Day(day.year, day.month, day.day)) == (day - date(1970, 1, 1)).days


@given(st.integers(-4_000_000, 8_000_000))
def test_every_number_has_its_day(number):
    assert day_number(day_of(number)) == number
    assert number_of_iso(iso_day(number) or "") == number


@pytest.mark.parametrize(
    ("day", "iso"),
    [(Day(-43, 3, 15), "-0043-03-15"), (Day(0, 2, 29), "0000-02-29"), (Day(12000, 1, 1), "+12000-01-01")],
)
def test_years_of_any_sign(day, iso):
    assert iso_day(day_number(day)) == iso


def test_no_number_has_no_day():
    assert iso_day(None) is None
