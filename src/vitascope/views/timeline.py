"""A timeline as plain values: one row a dated claim, its extent, how sure its ends are, and its mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from vitascope.days import decimal_year
from vitascope.edtf import Date, EdtfError, Interval, iso, parse
from vitascope.export.attested import Attested
from vitascope.export.departures import is_plain
from vitascope.model import When
from vitascope.views.claim_words import headline
from vitascope.views.date_words import date_words
from vitascope.views.judgement_words import sign
from vitascope.views.life import life
from vitascope.views.status_words import mark
from vitascope.vocabulary import load

Shape = Literal["day", "extent", "within"]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One claim on the axis of years (astronomical, decimal: 1900.5 is the middle of 1900; 0 is 1 BC).

    ``earliest`` and ``latest`` are the outermost ends, None where open. ``shape`` is ``day`` for one exact
    day, ``extent`` for what lasted, ``within`` for what happened some time in between. ``sure`` is the part
    of an extent that it covers under every reading, None where there is none. ``about`` says that the date is
    qualified (circa, uncertain). ``mark`` tells the status and who
    judged the claim; it is empty only for what is ``plain`` and as it was read.
    """

    claim: str
    type: str
    family: str
    label: str
    date: str
    earliest: float | None
    latest: float | None
    shape: Shape
    sure: tuple[float, float] | None
    about: bool
    mark: str
    plain: bool
    duress: bool
    revoked: bool
    negated: bool
    quote: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rows in the order of the life, and how many claims have no date to put them on the axis."""

    title: str
    rows: tuple[TimelineRow, ...]
    undated: int

    @property
    def span(self) -> tuple[float, float]:
        """The first and the last year that any row names. Raises ValueError without rows."""
        ends = [year for row in self.rows for year in (row.earliest, row.latest) if year is not None]
        return min(ends), max(ends)


def timeline(title: str, items: Iterable[Attested]) -> Timeline:
    """The timeline of these claims; those whose time is only bounded by the rest of the life are counted."""
    entries = life(items)
    rows = tuple(_row(entry.item) for entry in entries if entry.dated)
    return Timeline(title, rows, len(entries) - len(rows))


def _row(item: Attested) -> TimelineRow:
    claim, when, status = item.claim, item.claim.when, item.claim.status
    shape, sure, about = _shape(when)
    known = load().types.get(claim.type)
    return TimelineRow(
        claim=claim.id,
        type=claim.type,
        family=known.family if known else claim.type,
        label=headline(claim),
        date=date_words(when.edtf),
        earliest=None if when.earliest is None else decimal_year(when.earliest),
        latest=None if when.latest is None else _end(when.latest),
        shape=shape,
        sure=sure,
        about=about,
        mark=", ".join(words for words in (mark(status), sign(claim)) if words),
        plain=is_plain(status),
        duress=status.duress,
        revoked=status.standing in ("annulled", "withdrawn"),
        negated=status.polarity == "negated",
        quote=item.quote,
    )


def _shape(when: When) -> tuple[Shape, tuple[float, float] | None, bool]:
    edtf = when.edtf or ""
    about = any(sign in edtf for sign in "~?%")
    try:
        value = parse(edtf)
    except EdtfError:
        return "within", None, about
    if isinstance(value, Interval):
        return "extent", _sure(value, when), about
    if when.earliest is not None and when.earliest == when.latest:
        return "day", None, about
    return "within", None, about


def _sure(extent: Interval, when: When) -> tuple[float, float] | None:
    """From the last day on which it may have begun to the first on which it may have ended."""
    if not isinstance(extent.start, Date) or not isinstance(extent.end, Date):
        return None
    start, end = _end(iso(extent.start.latest)), decimal_year(iso(extent.end.earliest))
    # Bounds may be tighter than the words: other claims narrow them.
    if when.latest is not None:
        end = min(end, _end(when.latest))
    return (start, end) if start < end else None


def _end(day: str) -> float:
    """The end of a day, which is where its last year, month or hour ends."""
    return decimal_year(day, days_later=1)
