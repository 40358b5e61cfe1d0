"""Tenures: posts as states, joined from all that is told of their beginning, their course and their end.

"Was appointed head in 1912", "head of the department from 1912" and "he resigned in 1920" tell of one tenure. Each part
only narrows when it began and when it ended; where two cannot be of one tenure they stand as two. Only what the author
plainly asserts is joined; nothing is guessed where a dismissal may end more than one post.

So that "who held P on day D" can be answered honestly: *surely* within every reading of the dates, *possibly* within
some, and silence never means that somebody did not hold it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vitascope.days import day_of, number_of
from vitascope.edtf import Date, EdtfError, Interval, iso, parse
from vitascope.export.attested import Attested
from vitascope.export.departures import is_plain
from vitascope.store.names import folded_words
from vitascope.views.claim_words import type_label
from vitascope.views.date_words import date_words
from vitascope.views.life import life

_BEGINNINGS = frozenset({"appointment", "election", "promotion"})
_COURSES = frozenset({"post", "command"})
_ENDS = frozenset({"dismissal", "resignation", "retirement"})
_DEATHS = frozenset({"death", "execution", "assassination"})

_STEM = 5
"""Letters from which on a word may begin the name of its office."""

Holding = Literal["surely", "possibly", "no"]


@dataclass(frozen=True, slots=True)
class Window:
    """When something happened: not before ``earliest``, not after ``latest`` (ISO days), None where open."""

    earliest: str | None = None
    latest: str | None = None

    def met(self, other: Window) -> Window | None:
        """What both allow, None where that is nothing."""
        earliest = _later(self.earliest, other.earliest)
        latest = _sooner(self.latest, other.latest)
        if earliest is not None and latest is not None and number_of(earliest) > number_of(latest):
            return None
        return Window(earliest, latest)


@dataclass(frozen=True, slots=True)
class Tenure:
    """One post of one persona. ``start`` and ``end`` are when it began and ended, as narrow as its claims tell.

    ``role`` and ``organisation`` are the fullest words for them, ``items`` the claims, in the order of the life.
    """

    document: str
    persona: str
    holder: str
    role: str
    organisation: str
    start: Window
    end: Window
    items: tuple[Attested, ...]
    ended: bool = False

    def held_on(self, day: str) -> Holding:
        """Whether it was held on an ISO day."""
        at = number_of(day)
        if _is_before(at, self.start.earliest) or _is_after(at, self.end.latest):
            return "no"
        begun = self.start.latest is not None and number_of(self.start.latest) <= at
        lasted = self.end.earliest is not None and at <= number_of(self.end.earliest)
        return "surely" if begun and lasted else "possibly"


def tenures(items: Iterable[Attested]) -> tuple[Tenure, ...]:
    """The tenures that these claims tell of, by persona in the order given, each in the order of the life."""
    by_persona: dict[tuple[str, str], list[Attested]] = {}
    for item in items:
        if item.claim.subject.id is not None and is_plain(item.claim.status):
            by_persona.setdefault((item.document.id, item.claim.subject.id), []).append(item)
    return tuple(tenure for own in by_persona.values() for tenure in _tenures([entry.item for entry in life(own)]))


def window_words(window: Window) -> str:
    """A window in words, as narrow as its days are whole: ``by May 1912``, ``1912 or later``, ``not told``."""
    earliest, latest = window.earliest, window.latest
    if earliest is None and latest is None:
        return "not told"
    if latest is None:
        return f"{_edge_words(earliest or '', last=False)} or later"
    if earliest is None:
        return f"by {_edge_words(latest, last=True)}"
    first, last = _edge_words(earliest, last=False), _edge_words(latest, last=True)
    if first == last:
        return first
    if earliest[:-3] == latest[:-3]:  # some days of one month
        first, last = date_words(earliest), date_words(latest)
    return first if first == last else f"between {first} and {last}"


def _edge_words(day: str, last: bool) -> str:
    """The day in words; the year or the month alone where the day is its first, or its last."""
    year, month, number = day.rsplit("-", 2)
    if (month, number) == (("12", "31") if last else ("01", "01")):
        return date_words(year)
    is_edge = day_of(number_of(day) + 1).day == 1 if last else number == "01"
    return date_words(f"{year}-{month}" if is_edge else day)


def _tenures(items: Sequence[Attested]) -> list[Tenure]:
    found: list[Tenure] = []
    for item in items:
        if item.claim.type in _BEGINNINGS | _COURSES:
            _join(found, _told(item))
    for item in items:
        if item.claim.type in _ENDS:
            _close(found, item)
    deaths = [item.claim.when.latest for item in items if item.claim.type in _DEATHS]
    last = next((day for day in deaths if day is not None), None)
    return [replace(each, end=each.end.met(Window(None, last)) or each.end) for each in found]


def _told(item: Attested) -> Tenure:
    """What one claim tells of a tenure."""
    claim, when = item.claim, item.claim.when
    role = claim.roles.get("role")
    body = claim.roles.get("organisation") or claim.roles.get("jurisdiction")
    start, end = Window(None, when.latest), Window(when.earliest, None)
    if claim.type in _BEGINNINGS:
        start = Window(when.earliest, when.latest)
    elif (extent := _extent(when.edtf)) is not None:
        start, end = extent
    return Tenure(
        document=item.document.id,
        persona=claim.subject.id or "",
        holder=claim.subject.label,
        role=role.label if role else ("commander" if claim.type == "command" else type_label(claim)),
        organisation=body.label if body else "",
        start=start,
        end=end,
        items=(item,),
        ended=end.latest is not None,
    )


def _extent(edtf: str | None) -> tuple[Window, Window] | None:
    """When an EDTF interval begins and when it ends, None for what is no interval."""
    try:
        value = parse(edtf or "")
    except EdtfError:
        return None
    if not isinstance(value, Interval):
        return None

    def window(end: object) -> Window:
        return Window(iso(end.earliest), iso(end.latest)) if isinstance(end, Date) else Window()

    start, end = window(value.start), window(value.end)
    return Window(start.earliest, _sooner(start.latest, end.latest)), Window(
        _later(end.earliest, start.earliest), end.latest
    )


def _join(found: list[Tenure], told: Tenure) -> None:
    for at, held in enumerate(found):
        joined = _joined(held, told)
        if joined is not None:
            found[at] = joined
            return
    found.append(told)


def _joined(held: Tenure, told: Tenure) -> Tenure | None:
    if not _same_words(held.role, told.role) or not _compatible(held.organisation, told.organisation):
        return None
    start, end = held.start.met(told.start), held.end.met(told.end)
    if start is None or end is None or _is_over(Window(start.earliest, end.latest)):
        return None
    if held.items[-1].claim.type in _BEGINNINGS and told.items[0].claim.type == held.items[-1].claim.type:
        return None  # appointed twice is two tenures, unless the words say otherwise
    return replace(
        held,
        role=max(held.role, told.role, key=len),
        organisation=max(held.organisation, told.organisation, key=len),
        start=start,
        end=end,
        items=(*held.items, *told.items),
        ended=held.ended or told.ended,
    )


def _close(found: list[Tenure], item: Attested) -> None:
    """End the one tenure that this can end; where several can be meant, none."""
    claim = item.claim
    over = Window(claim.when.earliest, claim.when.latest)
    role, body = claim.roles.get("role"), claim.roles.get("organisation")
    fitting = []
    for at, held in enumerate(found):
        named = role is None or _same_words(held.role, role.label)
        within = body is None or _compatible(held.organisation, body.label)
        end = held.end.met(over)
        if named and within and end is not None and not _is_over(Window(held.start.earliest, end.latest)):
            fitting.append((at, end))
    if role is None and len(fitting) > 1:
        fitting = [(at, end) for at, end in fitting if not found[at].ended]
    if len(fitting) == 1:
        [(at, end)] = fitting
        held = found[at]
        start = held.start.met(Window(None, end.latest)) or held.start
        found[at] = replace(held, start=start, end=end, items=(*held.items, item), ended=True)


def _is_over(span: Window) -> bool:
    return span.earliest is not None and span.latest is not None and number_of(span.earliest) > number_of(span.latest)


def _same_words(one: str, other: str) -> bool:
    first, second = folded_words(one), folded_words(other)
    return bool(first and second) and (_within(first, second) or _within(second, first))


def _within(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether every word is among the others, itself or as the beginning of a long one ("editor", "editorship")."""
    return all(any(word == other or _derived(word, other) or _derived(other, word) for other in many) for word in few)


def _derived(word: str, longer: str) -> bool:
    return len(word) >= _STEM and longer.startswith(word)


def _compatible(one: str, other: str) -> bool:
    return not one or not other or _same_words(one, other)


def _later(one: str | None, other: str | None) -> str | None:
    return max((day for day in (one, other) if day is not None), key=number_of, default=None)


def _sooner(one: str | None, other: str | None) -> str | None:
    return min((day for day in (one, other) if day is not None), key=number_of, default=None)


def _is_before(at: int, day: str | None) -> bool:
    return day is not None and at < number_of(day)


def _is_after(at: int, day: str | None) -> bool:
    return day is not None and at > number_of(day)
