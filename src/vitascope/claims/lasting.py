"""How long a claim lasted: durations told beside it, as a role and, where the beginning is known, as an extent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vitascope import edtf
from vitascope.model import Party, TimeExpression, When
from vitascope.time.calendar import on_from

_LENGTH = re.compile(r"P(\d+(?:\.\d+)?)([YMWD])$")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def told_duration(times: Iterable[TimeExpression]) -> TimeExpression | None:
    """The first length of time among a clause's times ("for three months"); not "after three months"."""
    return next((t for t in times if t.kind == "duration" and t.relation == "during" and t.duration), None)


def as_role(length: TimeExpression) -> Party:
    """The duration as a role: ISO 8601 (``P3M``), with its words."""
    return Party(length.duration or "", None, length.span)


def extent(when: When, length: TimeExpression) -> When:
    """From a moment on for so long: ``1861-10`` and two months are ``1861-10/1861-12``; else ``when`` as it is."""
    parts = _LENGTH.match(length.duration or "")
    if parts is None or not when.edtf or not edtf.valid(when.edtf):
        return when
    begins = when.edtf.removesuffix("/..")
    start = edtf.parse(begins)
    whole = parts[2] == "Y" and float(parts[1]) == int(float(parts[1]))
    if not isinstance(start, edtf.Date) or not (start.month or whole) or "X" in when.edtf:
        return when
    end = on_from(start, float(parts[1]), _UNITS[parts[2]])
    value = f"{begins}/{end.rstrip('~?%')}" if end else ""
    if not edtf.valid(value):
        return when
    earliest, latest = edtf.bounds(value)
    because = "; ".join(part for part in (when.because, f"for “{length.when.text}”") if part)
    return replace(when, edtf=value, earliest=earliest, latest=latest, basis="derived", because=because)


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
