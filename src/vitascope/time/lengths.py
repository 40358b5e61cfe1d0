"""Values that count: lengths, ages, rhythms, and what lies so far from the story's clock."""

from __future__ import annotations

from collections.abc import Mapping

from vitascope.time.matched import Parts, Production, amount
from vitascope.time.values import (
    BIRTHDAY,
    Adjacent,
    Age,
    Elided,
    Hour,
    Length,
    Nth,
    OfLife,
    Partial,
    Pointer,
    Rhythm,
    Shifted,
    Value,
)

_HUNDRED, _LONGEST_RANGE = 100, 50
"""Years in a century, and fewer than which a range of two-digit years spans: '98–02, but not '18–14."""


def _adjacent(parts: Parts) -> Value | None:
    step = 1 if parts.has("ahead", "ahead2") else -1 if parts.has("back", "back2") else 0
    month, number = parts.word("month") or parts.word("season"), parts.number("day", "day2")
    unit = "month" if month is None and number else parts.word("frame_unit")
    return Adjacent(step, unit, month, parts.word("weekday"), number)


def _same(parts: Parts) -> Value | None:
    month = parts.word("month") or parts.word("season")
    return Adjacent(0, parts.word("frame_unit"), month, parts.word("weekday"))


def _same_year(parts: Parts) -> Value | None:
    return Adjacent(0, parts.word("frame_unit") or "year")


def _amount(parts: Parts) -> float | None:
    if parts.has("amount"):
        return amount(parts.lexicon, parts.words["amount"])
    if parts.has("dozen"):
        return parts.word("vague", "dozen") or None
    if parts.has("vague"):
        return parts.word("vague") or None
    return 1.0 if parts.has("article") else None


def _later(parts: Parts) -> Value | None:
    told = _amount(parts)
    if told is not None and parts.has("half"):
        told += 0.5
    return Shifted(1 if parts.has("later", "after") else -1, told, parts.word("unit") or "day")


_SIDES = ("next", "past", "first", "last")


def _length(parts: Parts) -> Value | None:
    """ "Half a year" and "two years and a half" count halves; a length without a number is vague."""
    told = _amount(parts)
    if told is not None and parts.has("half"):
        told += 0.5
    if parts.has("unit2"):
        lesser = amount(parts.lexicon, parts.words["amount2"])
        return Length(told, parts.word("unit"), more=(lesser, parts.word("unit", "unit2"))) if told and lesser else None
    return Length(told, parts.word("unit") or "")


def _fraction(parts: Parts) -> Value | None:
    """ "Half a century", "a quarter of a century", "three quarters of an hour"."""
    many = amount(parts.lexicon, parts.words["amount"]) if parts.has("amount") else None
    share = parts.word("share", "share", "share2") * (many or 1)
    unit = parts.word("bare_unit")
    if parts.has("later", "after", "earlier", "before"):
        return Shifted(1 if parts.has("later", "after") else -1, share, unit)
    return Length(share, unit)


def _elided(parts: Parts) -> Value | None:
    """A year of two digits, alone or after its month or season."""
    month = parts.word("month", "month", "month2") or parts.word("season")
    decade = parts.number("tens") if parts.has("tens") else parts.word("decade_word")
    if decade is not None:
        return Elided(decade, decade=True)
    year, last = parts.number("yy") or 0, parts.number("last")
    if last is not None and not 0 < (last - year) % _HUNDRED < _LONGEST_RANGE:
        return None
    return Elided(year, last, month, parts.number("day", "day2"))


def _bounded_length(parts: Parts) -> Value | None:
    side = next((name for name in _SIDES if parts.has(name)), "")
    told = _amount(parts) if parts.has("amount", "vague", "unit2") else 1.0
    return Length(told, parts.word("unit", "unit", "unit2"), side)


def _thing_length(parts: Parts) -> Value | None:
    """The length of a thing ("a two-year stay", "a month-long fast"): a bare unit is one, unless it is plural."""
    name = next((f"amount{n}" for n in ("", "2", "3") if parts.has(f"amount{n}")), "")
    told = amount(parts.lexicon, parts.words[name]) if name else 0.5 if parts.has("half") else 1.0
    unit = parts.word("bare_unit", "unit", "unit2", "unit3", "unit4", "unit5")
    return Length(None if parts.has("vague") else told, unit, "thing")


def _nth(parts: Parts) -> Value | None:
    number = parts.number("nth") or parts.word("ordinal")
    return Nth(number, parts.word("frame_unit")) if number else None


def _of_life(parts: Parts) -> Value | None:
    step = 1 if parts.has("after") else -1 if parts.has("before") else 0
    side = next((name for name in ("until", "within") if parts.has(name)), "")
    if side and parts.has("event") and step == 0:
        amount_ = _amount(parts) if parts.has("amount", "vague") else 1.0 if parts.has("bare_unit") else None
        return OfLife(parts.word("event"), 0, amount_, parts.word("unit", "unit", "bare_unit") or "", side)  # type: ignore[arg-type]
    if parts.has("frame_unit") and step == 0:
        return OfLife(parts.word("event"), 0, None, parts.word("frame_unit"))
    if parts.has("frame_unit"):
        return OfLife(parts.word("event"), step, 1.0, parts.word("frame_unit"))
    return OfLife(parts.word("event"), step, _amount(parts), parts.word("unit") or "")


def _birthday(parts: Parts) -> Value | None:
    number = parts.number("nth") or (parts.word("ten") or 0) + (parts.word("ordinal") or 0)
    return OfLife("birth", 1, float(number), BIRTHDAY) if number else None


def _hour(_: Parts) -> Value | None:
    return Hour()


def _weekday(parts: Parts) -> Value | None:
    return Adjacent(0, weekday=parts.word("weekday"))


def _month_of_year(parts: Parts) -> Value | None:
    """ "October of that year", "the spring of the next year": counted from the clock's year."""
    month = parts.word("month") or parts.word("season")
    step = 1 if parts.has("ahead") else -1 if parts.has("back") else 0
    return Partial(month, parts.number("day"), step)


def _age(parts: Parts) -> Value | None:
    years = parts.number("years")
    if years is None:
        told = amount(parts.lexicon, parts.words["word"])
        years = int(told) if told else None
    return Age(years) if years is not None else None


_FIRST_TOLD_YEAR = 10
"""Earlier ordinals count years of something else: "in his first year at sea"."""


def _year_of_age(parts: Parts) -> Value | None:
    """In one's sixtieth year one is 59."""
    number = parts.number("nth") or (parts.word("ten") or 0) + (parts.word("ordinal") or 0)
    return Age(number - 1) if number >= _FIRST_TOLD_YEAR else None


def _stage(parts: Parts) -> Value | None:
    """Teens are 13 to 19; early, mid and late parts of a decade of life are its years 0–3, 4–6 and 7–9."""
    first = parts.number("decade") or parts.word("stage")
    start, end = (0, 6) if first == 13 else (0, 9)
    if parts.has("early"):
        start, end = (0, 2) if first == 13 else (0, 3)
    elif parts.has("mid"):
        start, end = (2, 4) if first == 13 else (4, 6)
    elif parts.has("late"):
        start, end = (4, 6) if first == 13 else (7, 9)
    return Age(first + start, first + end)


def _rhythm(parts: Parts) -> Value | None:
    if parts.has("often"):
        return Rhythm(parts.word("adverb", "often"))
    unit = parts.word("unit", "unit", "per", "per2")
    if not unit and not parts.has("weekday", "season"):
        return Rhythm(None)
    told = _amount(parts) if parts.has("amount", "vague") else 2.0 if parts.has("other") else 1.0
    return Rhythm(duration(told, unit)) if unit else Rhythm("P1Y" if parts.has("season") else "P1W")


def _pointer(parts: Parts) -> Value | None:
    to = next((name for name in ("past", "here", "then") if parts.has(name)), "now")
    return Pointer(to)  # type: ignore[arg-type]


def _pointer_past(_: Parts) -> Value | None:
    return Pointer("past")


def _pointer_future(_: Parts) -> Value | None:
    return Pointer("future")


_CODES = {
    "second": ("PT", 1, "S"),
    "minute": ("PT", 1, "M"),
    "hour": ("PT", 1, "H"),
    "day": ("P", 1, "D"),
    "week": ("P", 1, "W"),
    "fortnight": ("P", 2, "W"),
    "month": ("P", 1, "M"),
    "year": ("P", 1, "Y"),
    "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}


def duration(amount_: float | None, unit: str, more: tuple[float, str] | None = None) -> str | None:
    """ISO 8601 duration; None where the amount is vague. Parts of a year are told in months.

    ``more`` is an amount of a smaller unit that follows.
    """
    if amount_ is None:
        return None
    if more is not None:
        first, then = duration(amount_, unit), duration(*more)
        return first and then and (f"{first}{then[1:]}" if "T" not in then or "T" not in first else None)
    sign, factor, code = _CODES[unit]
    total = amount_ * factor
    if total != int(total) and (sign, code) == ("P", "Y"):
        years, months = divmod(round(total * 12), 12)
        return (f"P{years}Y" if years else "P") + (f"{months}M" if months else "")
    return f"{sign}{total:g}{code}"


PRODUCTIONS: Mapping[str, Production] = {
    "adjacent": _adjacent,
    "same": _same,
    "same_year": _same_year,
    "month_of_year": _month_of_year,
    "weekday": _weekday,
    "later": _later,
    "length": _length,
    "fraction": _fraction,
    "elided": _elided,
    "bounded_length": _bounded_length,
    "thing_length": _thing_length,
    "nth": _nth,
    "hour": _hour,
    "birthday": _birthday,
    "of_life": _of_life,
    "age": _age,
    "stage": _stage,
    "year_of_age": _year_of_age,
    "rhythm": _rhythm,
    "pointer": _pointer,
    "pointer_past": _pointer_past,
    "pointer_future": _pointer_future,
}
"""What a rule that counts may ``make``."""
