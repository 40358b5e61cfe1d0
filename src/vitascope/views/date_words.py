"""An EDTF date as a reader of English writes it, no more precise than it is."""

from __future__ import annotations

from vitascope.edtf import UNKNOWN_YEAR, Date, EdtfError, Interval, OneOf, Run, parse

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def date_words(edtf: str | None) -> str:
    """``about May 1871``, ``1902–1904``, ``between 1911 and 1914``, ``44 BC``, ``3 November``.

    Empty where no time is told. A string that is no EDTF is given back as it is.
    """
    if not edtf:
        return ""
    try:
        value = parse(edtf)
    except EdtfError:
        return edtf
    if isinstance(value, Date):
        return _date(value)
    if isinstance(value, Interval):
        return _interval(value)
    return _one_of(value)


def _date(date: Date) -> str:
    day = str(int(date.day)) if date.day.isdigit() else ""
    month = _SEASONS.get(date.month, "")
    if date.month.isdigit() and not month:
        month = _MONTHS[int(date.month) - 1]
    words = " ".join(part for part in (day, month, _year(date.year)) if part)
    about = "about " if date.mark in ("~", "%") else ""
    return about + words + ("?" if date.mark in ("?", "%") else "")


def _year(year: str) -> str:
    if year == UNKNOWN_YEAR:
        return ""
    bare = year.removeprefix("Y")
    if "X" in bare:
        if bare.startswith("-"):
            return bare
        # Only a decade has a name that cannot be taken for another: "the 1800s" may be ten years or a
        # hundred.
        decade = bare.count("X") == 1
        first, last = int(bare.replace("X", "0")), int(bare.replace("X", "9"))
        return f"{first}s" if decade else f"{first}–{last}"
    number = int(bare)
    if number <= 0:
        return f"{1 - number} BC"
    return f"AD {number}" if number < 1000 else str(number)


def _interval(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if isinstance(start, Date) and isinstance(end, Date):
        plain = not (start.month or end.month or start.mark or end.mark)
        return f"{_date(start)}–{_date(end)}" if plain else f"{_date(start)} – {_date(end)}"
    if isinstance(start, Date):
        return f"from {_date(start)}" + (", end unknown" if end == "" else " on")
    return f"until {_date(end)}" if isinstance(end, Date) else str(interval)


def _one_of(value: OneOf) -> str:
    return " or ".join(_run(member) if isinstance(member, Run) else _date(member) for member in value.members)


def _run(run: Run) -> str:
    if run.start and run.end:
        return f"between {_date(run.start)} and {_date(run.end)}"
    if run.end:
        return f"by {_date(run.end)}"
    return f"{_date(run.start)} or later" if run.start else str(run)
