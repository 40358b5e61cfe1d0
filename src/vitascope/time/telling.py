"""From the expressions of a text to its story line: which dates the telling goes on from, and the years it implies."""

from __future__ import annotations

import re

from vitascope.edtf import Date, Day
from vitascope.model import Block, Document, When
from vitascope.time import calendar
from vitascope.time.anchoring import anchor_age
from vitascope.time.lexicon import Lexicon
from vitascope.time.scene import Scene
from vitascope.time.storyline import Beat, Place, line
from vitascope.time.values import Adjacent, Age, Fixed, Found, Named, Partial, PartialRange, Shifted
from vitascope.time.yearless import first_month

_YEAR_IN_HEADING = re.compile(r"(?<![\d,.])((?:1\d|20)\d\d)(?:\s?[–—-]\s?((?:1\d|20)\d\d|\d\d))?(?![\d,.]\d|\d|s)")
_PASSED_BY = {"day": 3.0, "month": 2.5, "year": 2.0}
"""The price of passing by a date told to the day, the month, the year."""
_PASSED_DECADE, _PASSED_VAGUE, _PASSED_HEADING = 0.4, 0.3, 8.0
_PASSED_HUNG, _PASSED_ATTRIBUTED = 0.2, 0.5
"""Parts of that price for a date that hangs on a noun ("the law of 1839") or stands before one ("the 1839 law")."""
_UNITS = {"month": 1, "year": 12, "decade": 120}
_YEAR = 12


def places(
    document: Document, found: list[Found], scene: Scene, lexicon: Lexicon, birth: When | None
) -> dict[int, Place]:
    """By index into ``found``, the place on the story's line of each date that may move it."""
    beats: list[Beat] = []
    owners: list[int | None] = []
    block = -1
    for index, item in enumerate(found):
        anew = item.block != block
        if anew:
            for number in range(block + 1, item.block):
                years = heading_years(document, document.blocks[number])
                if years:
                    beats.append(Beat(years[0] * _YEAR, years[-1] * _YEAR + 11, leave=_PASSED_HEADING, anew=True))
                    owners.append(None)
            block = item.block
        beat = _beat(document, item, scene, lexicon, birth, anew)
        if beat:
            beats.append(beat)
            owners.append(index)
    return {owner: place for owner, place in zip(owners, line(beats), strict=True) if owner is not None}


def heading_years(document: Document, block: Block) -> tuple[int, ...]:
    """The year or the first and last year that a heading names, none for other blocks."""
    told = _YEAR_IN_HEADING.search(document.quote(block.span)) if block.kind == "heading" else None
    if not told:
        return ()
    first, last = int(told[1]), told[2]
    if not last:
        return (first,)
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return (first, end) if end > first else (first,)


def aside(scene: Scene, item: Found) -> bool:
    """Whether a date is told off the story's line: in a parenthesis, a quotation, a flashback."""
    at = item.core.start
    if scene.enclosed(at) or scene.quoted(at) or scene.relative(at):
        return True
    return item.relation == "before" or (item.relation != "by" and scene.flashback(at))


def _beat(
    document: Document, item: Found, scene: Scene, lexicon: Lexicon, birth: When | None, anew: bool
) -> Beat | None:
    value = item.value
    if document.blocks[item.block].kind == "infobox" or aside(scene, item):
        return None
    if isinstance(value, Partial | PartialRange):
        part = value.first if isinstance(value, PartialRange) else value
        if part.step is not None:
            return _years_on(part, part.step)
        if part.month is None or (item.attributed and not item.lead):
            return None
        return Beat(month=first_month(part.month), anew=anew)
    if isinstance(value, Shifted):
        if value.amount is None or value.step < 0 or value.unit not in _UNITS:
            return None
        return Beat(shift=round(value.amount * _UNITS[value.unit]))
    if isinstance(value, Adjacent):
        if value.month is not None and value.step in (0, 1) and item.relation == "at":
            return Beat(month=first_month(value.month), years=0, onward=value.step > 0, anew=anew)
        onward = value.step > 0 and value.month is None and value.unit in _UNITS
        return Beat(shift=_UNITS[value.unit or ""]) if onward else None
    if isinstance(value, Age):
        text = anchor_age(value, birth).edtf
        return _told(text, _PASSED_VAGUE, anew) if text else None
    if isinstance(value, Named):
        return _told(value.edtf, _PASSED_VAGUE, anew)
    if not isinstance(value, Fixed):
        return None
    steered = calendar.last(value.edtf) if item.relation in ("until", "by") else calendar.first(value.edtf)
    if steered is None:
        return None
    text = str(steered) if item.relation in ("until", "by", "since", "after") else value.edtf
    price = _PASSED_DECADE if "X" in steered.year else _PASSED_BY[calendar.precision(steered)]
    if item.lead in lexicon.attributive and not scene.setting(item.core.start):
        price *= _PASSED_HUNG
    elif item.attributed:
        price *= _PASSED_ATTRIBUTED
    return _told(text, price, anew)


def _years_on(part: Partial, step: int) -> Beat | None:
    """A date of the year told last or of a later one; "of the year before" leaves the line."""
    if step < 0 or (not step and not part.month):
        return None
    return Beat(month=first_month(part.month), years=step) if part.month else Beat(shift=step * _YEAR)


def _told(text: str, price: float, anew: bool) -> Beat | None:
    first, last = calendar.first(text), calendar.last(text)
    start, end = first or last, last or first
    if not isinstance(start, Date) or not isinstance(end, Date):
        return None
    since = end if start != end and end.month else start  # "from May 1911 to June 1913": the story goes on from there
    return Beat(_month(since.earliest), _month(end.latest), leave=price, anew=anew)


def _month(at: Day) -> int:
    return at.year * _YEAR + at.month - 1
