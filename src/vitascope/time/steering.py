"""From a value to the expression it makes: anchored, then its part, its qualifier and its preposition applied."""

from __future__ import annotations

from vitascope import edtf
from vitascope.model import Document, TimeExpression, TimeKind, TimeRelation, When
from vitascope.time import calendar
from vitascope.time.anchoring import anchor, shifted
from vitascope.time.lengths import duration
from vitascope.time.surroundings import NOTHING, Ahead, Surroundings
from vitascope.time.values import (
    BIRTHDAY,
    Adjacent,
    Age,
    Elided,
    Fixed,
    Found,
    Hour,
    Length,
    Named,
    OfLife,
    Partial,
    PartialRange,
    Pointer,
    Rhythm,
    Shifted,
    Value,
)

_BESIDE = ("later", "earlier")
"""Parts that are told from the clock on, or up to it."""
_SIGNS = {"month": 7, "week": 10, "day": 10}
"""Signs in the EDTF of a span in which a part can be told: in a year that is all that is known no day has one."""
_WHOLE = ("at", "during")
"""Relations under which a date of no told year is kept: nothing can be said to lie before or after it."""
_AROUND_AN_HOUR = ("before", "after", "by")
_POINTING: dict[str, TimeRelation] = {"then": "then", "now": "at", "past": "before", "future": "after"}


def expression(document: Document, item: Found, around: Surroundings) -> TimeExpression:
    """The expression as told among its surroundings: value, part, qualifier, relation, in that order."""
    value = item.value
    told = anchor(value, around)
    if isinstance(value, Pointer) and item.relation == "by":
        told = NOTHING  # "by then five months pregnant" tells a state at that time
    if item.part and isinstance(value, Adjacent) and len(told.edtf or "") < _SIGNS.get(value.unit or "", 0):
        told = NOTHING  # "early in the morning" of some day of a year
    if isinstance(value, Partial) and around.newborn and item.relation == "during":
        told = NOTHING  # "was sent to her aunt during the summer", of a childhood
    relation = _relation(item)
    if relation == "offset" and isinstance(value, Length) and value.unit and around.nearest:
        step = -1 if item.relation == "before" else 1
        told = shifted(Shifted(step, value.amount, value.unit), around.nearest)
    text = told.edtf
    if text is not None and relation not in ("offset", "then") and not isinstance(value, Length):
        if around.mention and item.part in _BESIDE:
            text = calendar.beside(text, around.mention.end, later=item.part == _BESIDE[0])
        text = _steered(text, item, relation)
        if isinstance(value, Named) and relation == "after":
            text = _bounded(text, around.following_here)
    if text is None or not edtf.valid(text) or (text.startswith(edtf.UNKNOWN_YEAR) and relation not in _WHOLE):
        told, text = NOTHING, None
    earliest, latest = edtf.bounds(text) if text else (None, None)
    when = When(
        text, document.quote(item.core), item.core, earliest, latest, told.basis if text else "none", told.because
    )
    return TimeExpression(
        item.span, item.core, _kind(value, text), relation, when, item.rule, duration=_duration(value)
    )


def _steered(text: str, item: Found, relation: TimeRelation) -> str:
    """Part and qualifier applied, then the preposition. "By late 1890" is by its end; "until the war" by its start."""
    # "the turn of the century" closes the story's own, "the turn of the twentieth century" opens that
    part = "late" if item.part == calendar.TURN and not isinstance(item.value, Fixed) else item.part
    if part:
        whole_end = part == "late" and item.relation in ("by", "until", "before")
        text = text if whole_end else calendar.part_of(text, part)
    text = calendar.marked(text, item.mark)
    start = calendar.first(text) if relation == "until" and isinstance(item.value, Named) else None
    text = str(start) if start else text
    if relation == "before" and isinstance(item.value, Named) and item.relation != "by":
        began = calendar.first(text)
        return calendar.related(str(began) if began else text, "by")  # its first month may lie before it in part
    return calendar.related(text, item.relation if item.relation == "by" else relation, item.part)


def _bounded(text: str, following: Ahead | None) -> str:
    """ "After the February Revolution", with a later date told next: no later than that."""
    if not following or not text.endswith("..]"):
        return text
    limit = calendar.first(following.edtf)
    closed = f"{text[:-1]}{str(limit).rstrip('~?%')}]"
    return closed if edtf.valid(closed) and edtf.precedes(text[1:-3], following.edtf) else text


def _relation(item: Found) -> TimeRelation:
    counted = isinstance(item.value, OfLife) and item.value.step and item.value.unit != BIRTHDAY
    if isinstance(item.value, Shifted) or counted:
        return "offset"
    if isinstance(item.value, Pointer) and item.value.to != "here":
        return _POINTING[item.value.to]
    if isinstance(item.value, Length):
        return "offset" if item.relation in ("after", "before") and not item.value.side else "during"
    if isinstance(item.value, Hour) and item.relation in _AROUND_AN_HOUR:
        return "at"  # "before dawn" is no day before
    if item.relation == "by":
        return "before"
    if (item.relation == "since" and _closed(item.value)) or (
        item.relation == "during" and isinstance(item.value, Pointer)
    ):
        return "at"
    return item.relation  # type: ignore[return-value]


def _closed(value: Value) -> bool:
    """Whether "from" before it only opens a range that is told whole."""
    if isinstance(value, Elided):
        return value.last is not None
    return isinstance(value, PartialRange) or (isinstance(value, Fixed) and edtf.is_extent(value.edtf))


def _kind(value: Value, text: str | None) -> TimeKind:
    if isinstance(value, Length | Shifted):
        return "duration" if isinstance(value, Length) else "date"
    if isinstance(value, Rhythm):
        return "set"
    if isinstance(value, Age):
        return "age"
    if isinstance(value, Pointer):
        return "reference"
    extent = isinstance(value, PartialRange) or (text is not None and edtf.is_extent(text))
    return "extent" if extent else "date"


def _duration(value: Value) -> str | None:
    if isinstance(value, Length):
        return duration(value.amount, value.unit, value.more)
    if isinstance(value, Shifted):
        return duration(value.amount, value.unit)
    return value.every if isinstance(value, Rhythm) else None
