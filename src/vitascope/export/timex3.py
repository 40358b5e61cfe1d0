"""Times as TIMEX3 values (TimeML 1.2.1; Pustejovsky et al. 2003, 2005), made of the same values that claims carry.

A TIMEX3 stands for the words of the expression alone, without the preposition that steers it: in "by May 1911" it is
``1911-05`` on "May 1911". What EDTF says beyond that has no place in TIMEX3 and is left out. The conventions:

* a range is two TIMEX3, one on each of its ends; so are two dates of which one holds ("1911 or 1912");
* decades are ``192``, centuries ``19``, years before Christ ``BC0044``, seasons ``1921-SP`` (SU, FA, WI), halves
  ``1911-H1``;
* a part of a month, year, decade or century ("early 1911") has the value of the whole, and a ``mod``;
* what lies somewhere within a span has the value of the smallest month, year, decade or century that holds the span; of
  readings that are kept beside each other ("4/5/1951") the first is given, for TIMEX3 has no alternatives, and of the
  two winters of a year that which begins in it;
* the morning, afternoon, evening or night of a day is a ``TIME``, ``1911-05-03TMO`` (TAF, TEV, TNI), so is an hour;
* an age is a ``DURATION``;
* an open distance ("some years later") is ``FUTURE_REF`` or ``PAST_REF``; a word for the present is ``PRESENT_REF``,
  one for what lies behind it ``PAST_REF``;
* a day or month of no told year is ``XXXX-10-03``, any other date that the text does not tell ``XXXX``;
* lengths are ISO 8601 with ``DE`` and ``CE`` for decades and centuries, ``X`` for a number that is not told;
* rhythms of one day, week, month or year are ``XXXX-XX-XX``, ``XXXX-WXX``, ``XXXX-XX``, ``XXXX``, of a weekday or
  season ``XXXX-WXX-5``, ``XXXX-SU``; others, and those told with how often within it (``freq``), their period.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, get_args

from vitascope.edtf import Date, Interval, OneOf, Run, parse
from vitascope.export.range_ends import range_ends
from vitascope.export.timex_words import Codes, any_of, codes_of, words_in
from vitascope.model import Document, Span, TimeExpression, When
from vitascope.time.alone import told_alone
from vitascope.time.expressions import MENTION, PERIOD
from vitascope.time.lexicon import Lexicon, lexicon

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TIMEX_TYPES: tuple[TimexType, ...] = get_args(TimexType)

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_SEASON_OF_MONTH = ("24", "24", "21", "21", "21", "22", "22", "22", "23", "23", "23", "24")
_MODS = {"early": "START", "first_half": "START", "mid": "MID", "late": "END", "second_half": "END", "turn": "END"}
_HALVES = {"first_half": "H1", "second_half": "H2"}
_RHYTHMS = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1M": "XXXX-XX", "P1Y": "XXXX"}
_UNITS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "month": "M"}
_UNITS |= {"year": "Y", "decade": "DE", "century": "CE"}
_YEARS = {"decade": 10, "century": 100}
_UNKNOWN = "XXXX"
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})(?:[:.](\d\d))?(?!\d)")
_LIFE_EVENTS = ("birth or death", "end of a life", "rest of a life")
"""Rules of what only names an event of a life, without a length of time."""
_TOLD_WHOLE = ("before", "until")
"""Relations under which the late part of a span is told by the span's own end, see :mod:`vitascope.time`."""


@dataclass(frozen=True, slots=True)
class Timex3:
    """One TIMEX3. ``anchored`` (``temporalFunction``): the value comes from more than its own words.

    A SET has ``quant`` (``EVERY``, ``EACH``) and ``freq`` (``2X``) where its words tell them.
    """

    span: Span
    type: TimexType
    value: str
    mod: str | None = None
    anchored: bool = False
    quant: str | None = None
    freq: str | None = None


def timex3(document: Document, times: Iterable[TimeExpression], *, periods: bool = False) -> tuple[Timex3, ...]:
    """The TIMEX3 of a document's time expressions, in text order, never overlapping.

    What names an event or the story's present is none in TimeML, see :func:`is_timex`; ``periods`` gives that too.
    """
    found: list[Timex3] = []
    for expression in times:
        if periods or is_timex(expression):
            found += timexes_of(document, expression)
    return tuple(sorted(found, key=lambda timex: timex.span))


def is_timex(expression: TimeExpression) -> bool:
    """Whether TimeML has a TIMEX3 there: not on a named period ("the Great War"), "his death", or "then"."""
    event = expression.rule in (PERIOD, MENTION, *_LIFE_EVENTS)
    return not event and expression.relation != "then"


def timexes_of(document: Document, expression: TimeExpression) -> tuple[Timex3, ...]:
    """The TIMEX3 of one expression: one, or two where it is a range, alternatives or a life span."""
    words = lexicon(document.source.language)
    if expression.kind == "lifespan":
        sides = [side for side in (expression.birth, expression.death) if side is not None]
        return tuple(_life_date(side) for side in sides if side.span is not None and side.edtf is not None)
    text = document.quote(expression.core)
    anchored = expression.when.basis in ("anchored", "derived")
    told = core_edtf(expression, document.source.language)
    ends = range_ends(text, told, words) if expression.kind in ("date", "extent") else ()
    if ends:
        found = []
        for span, date in ends:
            place = Span(expression.core.start + span.start, expression.core.start + span.end)
            value, mod = _dated(date, document.quote(place), words) if date else ("PRESENT_REF", None)
            found.append(Timex3(place, _date_type(value), value, mod, anchored))
        return tuple(found)
    return (_single(expression, text, anchored, document.source.language),)


def core_edtf(expression: TimeExpression, language: str = "en") -> str | None:
    """The time that the core tells without its preposition: ``1911`` of "until 1911" (``../1911``)."""
    edtf = expression.when.edtf
    if edtf is None or expression.relation not in ("before", "after", "until", "since"):
        return edtf
    alone = told_alone(expression.when.text, language) if expression.when.text else None
    if alone is not None:
        return alone
    dates = _dates(parse(edtf))
    return str(dates[0]) if len(dates) == 1 else edtf


def _life_date(when: When) -> Timex3:
    date = _dates(parse(when.edtf or ""))[0]
    return Timex3(when.span or Span(0, 0), "DATE", _value(date), "APPROX" if date.mark in ("~", "%") else None)


def _single(expression: TimeExpression, text: str, anchored: bool, language: str) -> Timex3:
    words = lexicon(language)
    core, codes = expression.core, codes_of(language)
    if expression.kind == "duration":
        return Timex3(core, "DURATION", _length(expression.duration, text, words))
    if expression.kind == "set":
        return _set(core, _length(expression.duration, text, words), text, words, codes)
    if expression.kind == "extent" and expression.duration is not None:
        return Timex3(core, "DURATION", _length(expression.duration, text, words))
    if expression.kind == "reference" and expression.when.edtf is None:
        return Timex3(core, "DATE", codes.pointer(text))
    age = _number(text, words) if expression.kind == "age" else None
    if age is not None:
        return Timex3(core, "DURATION", f"P{age}Y")
    hour = _hour(text, words, codes)
    if expression.when.edtf is None:
        return Timex3(core, "TIME", f"{_RHYTHMS['P1D']}T{hour}") if hour else Timex3(core, "DATE", _UNKNOWN)
    value = parse(expression.when.edtf)
    dates = _dates(value)
    if isinstance(value, OneOf) and len(value.members) > 1:
        dates = dates[2:3] if _seasonal(text, words) and len(dates) == 4 else dates[:1]
    if expression.relation == "offset":  # rounded by the counting, not by the words
        dates = [replace(date, mark="") for date in dates]
    if expression.relation == "offset" and isinstance(value, OneOf) and len(dates) == 1:
        ahead = isinstance(value.members[0], Run) and value.members[0].end is None
        return Timex3(core, "DATE", "FUTURE_REF" if ahead else "PAST_REF", anchored=anchored)
    whole = dates[0] if len(dates) == 1 else _holding(dates[0], dates[-1])
    if whole is None or _seasonal(text, words):
        written, mod = _dated(dates[0], text, words)
    elif len(dates) > 1:
        part = _part(text, words)
        half = _HALVES.get(part or "", "") if not whole.month and "X" not in whole.year else ""
        written, mod = "-".join(filter(None, (_value(whole), half))), _MODS.get(part or "")
    else:
        steered = expression.relation in ("before", "until", "after", "since")
        kept = not steered or (expression.relation in _TOLD_WHOLE and _MODS.get(_part(text, words) or "") == "END")
        written, mod = _dated(whole, text, words, kept=kept)
    if hour and whole is not None and whole.day:
        return Timex3(core, "TIME", f"{_value(whole)}T{hour}", mod, anchored)
    return Timex3(core, _date_type(written), written, mod, anchored)


def _set(core: Span, length: str, text: str, words: Lexicon, codes: Codes) -> Timex3:
    """ "Every Friday", "twice a year", "every two hours": the period, what distributes it, how often within it."""
    told = words_in(text)
    quant = next((codes.quant[word] for word in told if word in codes.quant), None)
    freq = next((codes.often[word] for word in told if word in codes.often), None)
    if any(word in codes.times for word in told):
        freq = _number(text, words)
    known = {name.lower(): number for name, number in words.words["weekday"].items()}
    weekday = next((known[word] for word in told if word in known), None)
    season = next((words.words["season"][word] for word in told if word in words.words["season"]), None)
    daytime = codes.daytime(text)
    if daytime:
        value = f"{_RHYTHMS['P1D']}T{daytime}"
    elif weekday is not None:
        value = f"{_RHYTHMS['P1W']}-{weekday}"
    elif season is not None:
        value = f"{_UNKNOWN}-{_SEASONS[str(season)]}"
    else:
        value = length if freq else _RHYTHMS.get(length, length)
    return Timex3(core, "SET", value, quant=quant, freq=f"{freq}X" if freq else None)


def _dated(date: Date, text: str, words: Lexicon, *, kept: bool = False) -> tuple[str, str | None]:
    """Value and mod of a date that ``text`` tells: its season where it names one, the whole where it names a part."""
    part = _part(text, words)
    mod = _MODS.get(part or "")
    if _seasonal(text, words):
        return _value(_season(date)), mod
    if mod and not kept:
        date = _coarser(date)
        if _unit(text, words) == "century" and not date.month:
            date = _coarser(date)
    elif mod is None and date.mark in ("~", "%"):
        mod = "APPROX"
    return _value(date), mod


def _dates(value: Date | Interval | OneOf) -> list[Date]:
    """Every date that is named, in order."""
    if isinstance(value, Date):
        return [value]
    if isinstance(value, Interval):
        return [side for side in (value.start, value.end) if isinstance(side, Date)]
    runs = (m if isinstance(m, Run) else Run(m, None) for m in value.members)
    return [date for run in runs for date in (run.start, run.end) if date]


def _value(date: Date) -> str:
    """A date as TIMEX3 writes it."""
    if not date.dated:
        return str(replace(date, mark=""))
    year = date.year.rstrip("X")
    if year.startswith("-"):
        year = f"BC{year[1:]}" if "X" in date.year else f"BC{1 - int(year):04d}"
    elif year == "0000" and "X" not in date.year:
        year = "BC0001"
    month = _SEASONS.get(date.month, date.month)
    return "-".join(filter(None, (year, month, date.day))) + date.time


def _date_type(value: str) -> TimexType:
    return "TIME" if re.match(r"[^_]*\dT", value) else "DATE"


def _holding(first: Date, last: Date) -> Date | None:
    """The smallest month, year, decade or century that holds both; None where no century does."""
    if first.year == last.year:
        month = first.month if first.month == last.month and first.day and last.day else ""
        return Date(first.year, month)
    one, other = _counted(first.year), _counted(last.year)
    for unknown in (1, 2):
        if one[:-unknown] == other[:-unknown] and not one.startswith("Y"):
            return Date(one[:-unknown] + "X" * unknown)
    return None


def _counted(year: str) -> str:
    """A year as it is counted: before Christ from the era backwards, for decades and centuries are named so."""
    return f"-{1 - int(year):04d}" if year.startswith("-") and "X" not in year else year


def _coarser(date: Date) -> Date:
    """The month of a day, the year of a month, the decade of a year, the century of a decade; seasons stay."""
    if date.day:
        return Date(date.year, date.month)
    if date.month:
        return date if date.month in _SEASONS else Date(date.year)
    known = date.year.rstrip("X")
    unknown = len(date.year) - len(known) + 1
    return Date(known[:-1] + "X" * unknown) if unknown <= 2 and not known.startswith("Y") else date


def _season(date: Date) -> Date:
    """The season in which a date lies; January and February belong to the winter of the year before."""
    if not date.month.isdigit() or date.month in _SEASONS or "X" in date.year:
        return replace(date, mark="")
    month = int(date.month)
    year = int(date.year) - (month < 3)
    sign = "-" if year < 0 else ""
    return Date(f"{sign}{abs(year):04d}", _SEASON_OF_MONTH[month - 1])


def _length(duration: str | None, text: str, words: Lexicon) -> str:
    unit = _unit(text, words)
    code = _UNITS.get(unit, "")
    sign, code = ("PT", code[1:]) if code.startswith("T") else ("P", code)
    if duration is None:
        # A bare unit in the singular is one: "the past year".
        one = unit in words_in(text) and not any_of(text, words.words["vague"])
        return f"{sign}{1 if one else 'X'}{code}"
    years = re.fullmatch(r"P(\d+)Y", duration)
    if unit in _YEARS and years and int(years[1]) % _YEARS[unit] == 0:
        return f"P{int(years[1]) // _YEARS[unit]}{code}"
    return duration


def _unit(text: str, words: Lexicon) -> str:
    """The unit of time that the text names last, empty where it names none."""
    units = words.words["unit"]
    return next((units[word] for word in reversed(words_in(text)) if word in units), "")


def _number(text: str, words: Lexicon) -> int | None:
    """The first whole number in words or digits; None where there is none."""
    numbers = words.words["cardinal"]
    for word in re.findall(r"[\w-]+", text.lower()):
        told = int(word) if word.isdecimal() else sum(numbers.get(part, 0) for part in word.split("-"))
        if told:
            return int(told)
    return None


def _hour(text: str, words: Lexicon, codes: Codes) -> str | None:
    """The time of day as TIMEX3 writes it after the T; None where the text tells none."""
    figures = _FIGURES.search(text)
    marks = [
        codes.clock[word] for word in re.findall(r"[^\W\d]+", text.lower().replace(".", "")) if word in codes.clock
    ]
    if not marks and not (figures and ":" in figures[0]):
        return codes.daytime(text)
    hour = int(figures[1]) if figures else _number(text, words)
    if hour is None or hour > 24:
        return None
    half = max(marks, default=0) or {"AF": 2, "EV": 2, "NI": 2}.get(codes.daytime(text) or "", 0)
    hour = hour % 12 + 12 if half == 2 else hour % 12 if half == 1 else hour
    return f"{hour:02d}:{figures[2] if figures and figures[2] else '00'}"


def _seasonal(text: str, words: Lexicon) -> bool:
    return any_of(text, words.words["season"])


def _part(text: str, words: Lexicon) -> str | None:
    found = _parts(tuple(sorted(words.parts))).search(text)
    return words.parts[" ".join(found[0].lower().split())] if found else None


@cache
def _parts(phrases: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    one = "|".join(re.escape(p).replace(r"\ ", r"\s+") + (r"(?!\w)" if p[-1].isalnum() else "") for p in ordered)
    return re.compile(rf"(?<!\w)(?:{one})", re.IGNORECASE)
