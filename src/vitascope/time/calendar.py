"""Arithmetic on EDTF: parts of a span, relations to it, units before and after it."""

from __future__ import annotations

from datetime import date as civil
from datetime import timedelta

from vitascope.edtf import Date, Day, Interval, OneOf, Run, days_in_month, parse
from vitascope.model import TimeRelation
from vitascope.time.normalize import day

_PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "first_half": (1, 6), "second_half": (7, 12)}
_QUARTERS = ("first_quarter", "second_quarter", "third_quarter", "last_quarter")
_PARTS_OF_YEAR |= {name: (3 * n + 1, 3 * n + 3) for n, name in enumerate(_QUARTERS)}
_PARTS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "first_half": (1, 15), "second_half": (16, 31)}
_PARTS_OF_TEN = {"early": (0, 4), "mid": (4, 6), "late": (5, 9), "first_half": (0, 4), "second_half": (5, 9)}
_PARTS_OF_HUNDRED = {
    "early": (0, 33),
    "mid": (34, 66),
    "late": (67, 99),
    "first_half": (0, 49),
    "second_half": (50, 99),
}
_PARTS_OF_HUNDRED |= {name: (25 * n, 25 * n + 24) for n, name in enumerate(_QUARTERS)}
TURN = "turn"
_VAGUE_START, _VAGUE_END = ("mid", "late"), ("early", "mid")
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_YEARS = {"year": 1, "decade": 10, "century": 100}


def first(edtf: str) -> Date | None:
    """The first date named in ``edtf``, None where it is open to the past or tells no year."""
    value = parse(edtf)
    if isinstance(value, Date):
        return value if value.dated else None
    if isinstance(value, Interval):
        return value.start if isinstance(value.start, Date) else None
    member = value.members[0]
    return member.start if isinstance(member, Run) else member


def last(edtf: str) -> Date | None:
    """The last date named in ``edtf``, None where it is open to the future or tells no year."""
    value = parse(edtf)
    if isinstance(value, Date):
        return value if value.dated else None
    if isinstance(value, Interval):
        return value.end if isinstance(value.end, Date) else None
    member = value.members[-1]
    return member.end if isinstance(member, Run) else member


def part_of(edtf: str, part: str) -> str:
    """Early, mid, late, first or second half of a year, month, decade or century, its vague sides marked ``~``.

    Thirds are a convention: "early 1941" is taken as January to April; of a decade, halves: the early 1980s are
    1980 to 1984. The start or end of an extent is its first or last date. Days and seasons have no parts. The turn of a
    numbered century is about its first year.
    """
    value = parse(edtf)
    if part == TURN:
        return f"{value.year[:-2]}00~" if isinstance(value, Date) and value.year.endswith("XX") else edtf
    if isinstance(value, Interval):
        side = value.start if part == "early" else value.end if part == "late" else None
        return str(side) if isinstance(side, Date) else edtf
    if (
        part not in _PARTS_OF_YEAR
        or not isinstance(value, Date)
        or not value.dated
        or value.year.endswith("XXX")
        or value.day
        or value.mark
        or (value.month and int(value.month) > 12)
    ):
        return edtf
    year = value.year
    unknown = len(year) - len(year.rstrip("X"))
    table = _PARTS_OF_MONTH if value.month else (_PARTS_OF_YEAR, _PARTS_OF_TEN, _PARTS_OF_HUNDRED)[unknown]
    if part not in table:
        return edtf
    low, high = table[part]
    if value.month:
        most = days_in_month(int(year), int(value.month))
        start, end = f"{year}-{value.month}-{low:02d}", f"{year}-{value.month}-{min(high, most):02d}"
    elif unknown:
        start, end = (f"{year[:-unknown]}{n:0{unknown}d}" for n in (low, high))
    else:
        start, end = f"{year}-{low:02d}", f"{year}-{high:02d}"
    if year.startswith("-") and "X" in year:
        start, end = end, start
    return f"{start}{'~' if part in _VAGUE_START else ''}/{end}{'~' if part in _VAGUE_END else ''}"


def beside(edtf: str, now: Date, *, later: bool) -> str:
    """ "Later that year": from ``now`` to its end, "earlier": from its start to ``now``; else ``edtf`` itself."""
    value = parse(edtf)
    wide = isinstance(value, Date) and "X" in value.year and "X" not in now.year
    finer = isinstance(value, Date) and (wide or precision(value) != precision(now)) and not value.mark
    if not isinstance(value, Date) or not finer or not value.earliest <= now.earliest <= value.latest:
        return edtf
    told, end, start = _plain(now, "first"), value.latest, value.earliest
    size = len(told.split("-")) - told.startswith("-")
    last_, first_ = (day(*d[:size]) for d in (end, start))
    return f"[{told}..{last_}]" if later else f"[{first_}..{told}]"


def marked(edtf: str, mark: str) -> str:
    """``edtf`` with a qualifier on each of its ends; sets and dates already qualified stay as they are."""
    value = parse(edtf)
    if not mark or isinstance(value, OneOf):
        return edtf
    if isinstance(value, Interval):
        return "/".join(marked(str(s), mark) if isinstance(s, Date) else s for s in (value.start, value.end))
    return edtf if value.mark or value.time else edtf + mark


def bare(edtf: str | None) -> str:
    """A date without its qualifier, which no run of a set may have."""
    return (edtf or "").rstrip("~?%")


def related(edtf: str, relation: TimeRelation | str, part: str = "") -> str:
    """``edtf`` as a preposition makes it: ``../b`` until, ``[..a]`` before, ``[b..]`` after, ``a/..`` since."""
    if relation == "until":
        end = last(edtf)
        return f"../{end}" if end else edtf
    if relation == "since":
        start = first(edtf)
        return f"{start}/.." if start else edtf
    if relation == "before":
        start = first(edtf)
        return f"[..{_plain(start, 'first')}]" if start else edtf
    if relation == "by":
        end = last(edtf)
        return f"[..{_plain(end, 'last')}]" if end else edtf
    if relation == "after":
        end = last(edtf)
        return f"[{_plain(end, 'last')}..]" if end else edtf
    value = parse(edtf)
    if relation == "during" and isinstance(value, Interval) and not part:
        return within(value)
    return edtf


def within(value: Interval) -> str:
    """Some time within an extent: ``[a..b]``."""
    start = _plain(value.start, "first") if isinstance(value.start, Date) else ""
    end = _plain(value.end, "last") if isinstance(value.end, Date) else ""
    return f"[{start}..{end}]" if start or end else str(value)


def _plain(date: Date, side: str) -> str:
    """A date fit for a run of a set: no qualifier, no season, no unspecified digit."""
    if "X" in date.year:
        return day(date.earliest.year if side == "first" else date.latest.year) or date.year
    if date.month.isdigit() and int(date.month) > 12:
        at = date.earliest if side == "first" else date.latest
        return day(at.year, at.month) or date.year
    return str(date).rstrip("~?%")


def precision(date: Date) -> str:
    """``day``, ``month`` or ``year``: what a date is told to. Seasons and decades count as years."""
    if date.day.isdigit():
        return "day"
    return "month" if date.month.isdigit() and int(date.month) <= 12 else "year"


def on_from(date: Date, amount: float, unit: str) -> str | None:
    """``date`` moved by ``amount`` units (negative: back), as precise as both allow, ``~`` where rounded.

    Whole years on from a year are told to the year: three years after 1911 is 1914.
    """
    at, told = date.earliest, precision(date)
    if unit in _YEARS and not (amount * _YEARS[unit]).is_integer():
        amount, unit = amount * _YEARS[unit] * 12, "month"
    if unit in _YEARS:
        moved_year = day(at.year + round(amount * _YEARS[unit])) or ""
        whole = unit == "year" and not date.mark
        return (moved_year if whole else marked(moved_year, "~")) or None
    if unit == "month":
        months = round(amount)
        if told == "year":
            ends = [day(_months_on(at, months + later).year) for later in (0, 11)]
            return f"{ends[0]}~" if ends[0] == ends[1] else f"[{ends[0]}..{ends[1]}]"
        shifted = _months_on(at, months)
        return f"{day(shifted.year, shifted.month)}~"
    if unit not in _DAYS:
        return f"{date}" if not date.mark else None
    days = round(amount * _DAYS[unit])
    moved = days_on(at, days)
    if told == "day" and moved:
        exact = unit == "day"
        return day(*moved) if exact else f"{day(*moved)}~"
    if told == "month" and abs(days) >= 25 and moved:
        return f"{day(moved.year, moved.month)}~"
    return marked(str(date), "~")


def decade(year: int, step: int = 0) -> str | None:
    """The decade of a year, or one so many after it; those before Christ as the years they are counted by."""
    if year > 0:
        return f"{year // 10 + step:03d}X"
    ten = (1 - year) // 10 * 10 - 10 * step
    start, end = day(1 - ten - 9), day(1 - ten)
    return f"{start}/{end}" if ten > 0 and start and end else None


def century(year: int, step: int = 0) -> str | None:
    """The century of a year, or one so many after it: 18XX, -04XX for the fifth before Christ."""
    if year > 0:
        return f"{year // 100 + step:02d}XX"
    hundred = -year // 100 - step
    return f"-{hundred:02d}XX" if hundred > 0 else None


def stretch(edtf: str, amount: float, unit: str, *, from_start: bool) -> str | None:
    """The first or last so many units of a time: the first two months of 1939 are 1939-01/1939-02."""
    begin, end = first(edtf), last(edtf)
    if begin is None or end is None or amount < 1:
        return None
    low, high, many = begin.earliest, end.latest, round(amount) - 1
    if unit in _YEARS:
        many = round(amount * _YEARS[unit]) - 1
        sides = (day(low.year), day(low.year + many)) if from_start else (day(high.year - many), day(high.year))
    elif unit == "month":
        one, two = (low, _months_on(low, many)) if from_start else (_months_on(high, -many), high)
        sides = day(one.year, one.month), day(two.year, two.month)
    elif unit in _DAYS:
        many = round(amount * _DAYS[unit]) - 1
        ends = (low, days_on(low, many)) if from_start else (days_on(high, -many), high)
        sides = ends[0] and day(*ends[0]), ends[1] and day(*ends[1])
    else:
        return None
    if not sides[0] or not sides[1]:
        return None
    return sides[0] if sides[0] == sides[1] else f"{sides[0]}/{sides[1]}"


def nth(edtf: str, number: int, unit: str) -> str | None:
    """The n-th unit of a time; a year of a reign or a war runs from one anniversary of its start to the next."""
    begin = first(edtf)
    if begin is None or number < 1:
        return None
    at, told = begin.earliest, precision(begin)
    if unit == "year":
        parts = (at.month,) if told in ("month", "day") else ()
        sides = day(at.year + number - 1, *parts), day(at.year + number, *parts)
        whole_year = told == "year" and isinstance(parse(edtf), Date)
        return sides[0] if whole_year else f"{sides[0]}/{sides[1]}" if sides[0] and sides[1] else None
    if unit == "month":
        moved = _months_on(at, number - 1)
        return day(moved.year, moved.month)
    days = days_on(at, (number - 1) * _DAYS[unit]) if unit in _DAYS and told == "day" else None
    return None if days is None else day(*days) if unit == "day" else f"{day(*days)}~"


def _months_on(at: Day, months: int) -> Day:
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    return Day(year, month + 1, 1)


def days_on(at: Day, days: int) -> Day | None:
    """The day so many days on; None outside the years that ``datetime`` knows."""
    if not 2 <= at.year <= 9997 or abs(days) > 400_000:
        return None
    try:
        moved = civil(at.year, at.month, at.day) + timedelta(days=days)
    except OverflowError:
        return None
    return Day(moved.year, moved.month, moved.day)
