"""How long a claim lasted: durations told beside it, as a role and, where the beginning is known, as an extent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vitascope import edtf
from vitascope.claims.context import Context
from vitascope.model import Party, TimeExpression, When
from vitascope.time.calendar import on_from

_LENGTH = re.compile(r"P(\d+(?:\.\d+)?)([YMWD])$")
_DAY, _MONTH = 10, 7
"""Signs in the EDTF of a day and of a month."""
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def told_duration(times: Iterable[TimeExpression]) -> TimeExpression | None:
    """The first length of time among a clause's times ("for three months"); not "after three months"."""
    return next((t for t in times if t.kind == "duration" and t.relation == "during" and t.duration), None)


def as_role(length: TimeExpression) -> Party:
    """The duration as a role: ISO 8601 (``P3M``), with its words."""
    return Party(length.duration or "", None, length.span)


def extent(when: When, length: TimeExpression) -> When:
    """From a moment on for so long: ``1861-10`` and two months are ``1861-10/1861-12``; else ``when`` as it is."""
    begins = (when.edtf or "").removesuffix("/..")
    end = away(begins, length.duration or "")
    value = f"{begins}/{end.rstrip('~?%')}" if end and end.rstrip("~?%") != begins else ""
    if not edtf.valid(value):
        return when
    earliest, latest = edtf.bounds(value)
    because = "; ".join(part for part in (when.because, f"for “{length.when.text}”") if part)
    return replace(when, edtf=value, earliest=earliest, latest=latest, basis="derived", because=because)


def away(value: str, duration: str, back: bool = False) -> str | None:
    """The date so long after a date, or before it; None where it is not told finely enough."""
    parts = _LENGTH.match(duration)
    date = edtf.parse(value) if value and edtf.valid(value) else None
    if parts is None or not isinstance(date, edtf.Date) or "X" in value:
        return None
    count = float(parts[1])
    whole = parts[2] == "Y" and count == int(count)
    return on_from(date, -count if back else count, _UNITS[parts[2]]) if date.month or whole else None


def as_end(time: TimeExpression) -> TimeExpression:
    """The time as that of an end."""
    return replace(time, relation="until", kind="extent", when=closed(time.when))


def opened(when: When) -> When:
    """From a date on, the end untold: ``1583`` is ``1583/..``."""
    if not when.edtf or not edtf.valid(when.edtf) or not isinstance(edtf.parse(when.edtf), edtf.Date):
        return when
    value = f"{when.edtf}/.."
    return replace(when, edtf=value, latest=None) if edtf.valid(value) else when


def closed(when: When) -> When:
    """Up to a date, the beginning untold: ``1912`` is ``../1912``."""
    if not when.edtf or not edtf.valid(when.edtf) or not isinstance(edtf.parse(when.edtf), edtf.Date):
        return when
    value = f"../{when.edtf}"
    return replace(when, edtf=value, earliest=None) if edtf.valid(value) else when


def at_its_end(when: When) -> When:
    """The moment at which an extent without a beginning ended, else ``when``: "lived until 1912" is of ``1912``."""
    value = (when.edtf or "").removeprefix("../")
    if value == when.edtf or not edtf.valid(value):
        return when
    earliest, latest = edtf.bounds(value)
    return replace(when, edtf=value, earliest=earliest, latest=latest)


def in_one_month(when: When) -> When:
    """Some day of a part of a month, as that month: "left at the end of May" is of May; else ``when``."""
    start, slash, end = (when.edtf or "").partition("/")
    vague = slash and "~" in (when.edtf or "") and len(start.rstrip("~")) == len(end.rstrip("~")) == _DAY
    if not vague or start[:_MONTH] != end[:_MONTH]:
        return when
    earliest, latest = edtf.bounds(start[:_MONTH])
    return replace(when, edtf=start[:_MONTH], earliest=earliest, latest=latest)


def some_time_in(when: When) -> When:
    """Some moment of an extent of which both ends are told, else ``when``: ``1830/1836`` is ``[1830..1836]``."""
    start, slash, end = (when.edtf or "").partition("/")
    value = f"[{start.rstrip('~?%')}..{end.rstrip('~?%')}]"
    return replace(when, edtf=value) if slash and ".." not in (start, end) and edtf.valid(value) else when


def is_of_a_bond(context: Context, head: int, time: TimeExpression) -> bool:
    """Whether a length is that of a tie and not of what the clause tells: "lives there with his wife of 50 years"."""
    prep = context.tokens[context.tokens[head].head]
    noun = context.tokens[prep.head].lemma.lower()
    bound = prep.dep == "prep" and prep.lemma.lower() in context.lexicon.grammar["binding"]
    return time.kind == "duration" and bound and noun in context.lexicon.kin
