"""Choose which place a name means: by how well known each is, what holds it, what else the text names, and the date.

One decision a name and document, unless the text names the larger place with it. What stays open stays open: where two
places are as likely, or the only one is too small to be meant without more, none is chosen and all are listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vitascope.model import PlaceCandidate
from vitascope.people.folding import fold
from vitascope.places.containment import lies_within
from vitascope.places.evidence import Seen
from vitascope.places.gazetteer import Known
from vitascope.places.sightings import Sighting
from vitascope.places.surroundings import Moment, held

__all__ = ["Choice", "resolve"]

_CLEAR = 0.5
"""By so much the best candidate must lead the next one."""
_MEANT = 2.4
"""A place less known than that (some ten thousand inhabitants) needs something else that speaks for it."""
_ALMOST = 0.3
"""A town that is less known than its own province by no more than that is meant."""
_HOLDS = 1.5
"""What a larger place gains where the smaller one that the text puts into it does lie in it."""
_REGION = 3.0
"""Units that weigh less are small ones."""
_HELD, _HELD_ELSEWHERE = 4.0, -2.0
_COUNTRY_NAMED, _UNIT_NAMED, _NEIGHBOUR = 1.0, 0.8, 0.6
_OFFICIAL, _NOT_YET, _FORMER = 1.5, -1.5, -0.8
_LISTED = 6
"""Candidates that are kept for a reader to choose from."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The places a name may mean, best first; ``place`` is None where none is chosen."""

    place: Known | None
    candidates: tuple[PlaceCandidate, ...]
    known: tuple[Known, ...]
    because: str


@dataclass(frozen=True, slots=True)
class _Group:
    """The sightings of one name that are decided together: with the same larger place told, or with none."""

    key: str
    numbers: tuple[int, ...]
    larger: int | None


def resolve(seen: Sequence[Seen], holders: Mapping[int, int], moments: Sequence[Moment | None]) -> list[Choice]:
    """A choice for every sighting, in order. ``moments`` are the dates of the text around each."""
    groups = _groups(seen, holders)
    held_by = {holder: seen[number].sighting for number, holder in holders.items()}
    first = {group: _choose(group, seen, moments, held_by, Counter(), frozenset()) for group in groups}
    codes = Counter(choice.place.code for choice in first.values() if choice.place and choice.place.code)
    named = frozenset(
        name
        for group, choice in first.items()
        if choice.place and choice.place.broad
        for name in (group.key, fold(choice.place.place.label))
    )
    choices: list[Choice | None] = [None] * len(seen)
    for group in groups:
        alone = first[group].place
        others = codes - Counter([alone.code] if alone and alone.code else [])
        choice = _choose(group, seen, moments, held_by, others, named - {group.key})
        for number in group.numbers:
            choices[number] = choice
    return [choice for choice in choices if choice is not None]


def _groups(seen: Sequence[Seen], holders: Mapping[int, int]) -> list[_Group]:
    by_key: dict[str, dict[str, list[int]]] = {}
    for number, each in enumerate(seen):
        holder = holders.get(number)
        larger = seen[holder].sighting.key if holder is not None else ""
        by_key.setdefault(each.sighting.key, {}).setdefault(larger, []).append(number)
    groups = []
    for key, by_larger in by_key.items():
        bare = by_larger.pop("", [])
        if len(by_larger) == 1:
            # told once where it lies, it lies there wherever it is named
            (larger,) = by_larger
            by_larger[larger] = sorted(by_larger[larger] + bare)
        elif bare:
            groups.append(_Group(key, tuple(bare), None))
        for numbers in by_larger.values():
            told = next(number for number in numbers if number in holders)
            groups.append(_Group(key, tuple(numbers), holders[told]))
    return groups


def _choose(
    group: _Group,
    seen: Sequence[Seen],
    moments: Sequence[Moment | None],
    held_by: Mapping[int, Sighting],
    codes: Counter[str],
    named: frozenset[str],
) -> Choice:
    sighting = seen[group.numbers[0]].sighting
    if not sighting.places:
        return Choice(None, (), (), "no gazetteer knows it")
    dates = [moment for number in group.numbers if (moment := moments[number]) is not None]
    holder = seen[group.larger].sighting if group.larger is not None else None
    larger = [place for place in holder.places if place.broad] if holder else []
    inside = {
        place.place.id
        for place in sighting.places
        if holder and any(lies_within(place, big, group.key, holder.key) for big in larger)
    }
    scored = []
    for place in _without_own_region(sighting.places):
        score, reasons = place.weight, []
        if inside and holder:
            score += _HELD if place.place.id in inside else _HELD_ELSEWHERE
            reasons += [f"it lies in {holder.name}"] if place.place.id in inside else []
        holds = [small for number in group.numbers if (small := held_by.get(number)) is not None]
        if place.broad and any(
            lies_within(one, place, small.key, group.key) for small in holds for one in small.places
        ):
            score, reasons = score + _HOLDS, [*reasons, f"{holds[0].name} lies in it"]
        for value, words in (_company(place, codes, named), _dated(place, group.key, dates)):
            score += value
            reasons += [words] if words and value > 0 else []
        scored.append((score, place, reasons))
    scored.sort(key=lambda each: (-each[0], each[1].place.id))
    candidates = tuple(PlaceCandidate(p.place.id, "; ".join([p.what, *why])) for _, p, why in scored[:_LISTED])
    listed = tuple(place for _, place, _ in scored[:_LISTED])
    best, place, reasons = scored[0]
    if len(scored) > 1 and best - scored[1][0] < _CLEAR:
        rival = scored[1][1]
        return Choice(None, candidates, listed, f"{place.what} or {rival.what}: nothing tells which")
    if best < _MEANT and len(scored) > 1:
        return Choice(None, candidates, listed, f"{place.what}: too small to be meant without more evidence")
    lone = "the only place of that name" if len(scored) == 1 else "by far the best known of that name"
    return Choice(place, candidates, listed, "; ".join(reasons) or lone)


def _without_own_region(places: Sequence[Known]) -> list[Known]:
    """A district or a province that is named after its own town is not meant where the town is as well known."""
    towns = [place for place in places if not place.broad]
    return [
        place
        for place in places
        if not place.broad
        or place.place.kind == "country"
        or not any(
            town.code == place.code and (town.weight + _ALMOST >= place.weight or place.weight < _REGION)
            for town in towns
        )
    ]


def _company(place: Known, codes: Counter[str], named: frozenset[str]) -> tuple[float, str]:
    """What else the text names: the place's country or province, or other places of that country."""
    around = sorted(place.around & named)
    if around:
        value = _COUNTRY_NAMED if place.place.country and fold(place.place.country) in around else _UNIT_NAMED
        return value, "the text names what it lies in"
    if place.code and codes[place.code]:
        return _NEIGHBOUR, "the text names other places of that country"
    return 0.0, ""


def _dated(place: Known, key: str, dates: Sequence[Moment]) -> tuple[float, str]:
    """Whether the name was the place's official one at a time that the text tells of it."""
    mine = [dated for dated in place.place.names if fold(dated.name) == key]
    if not mine:
        return 0.0, ""
    if not dates:
        return (0.0 if place.place.names[-1] in mine else _FORMER), ""
    fitting = next((moment for moment in dates if held(mine, moment)), None)
    if fitting is None:
        return _NOT_YET, ""
    return _OFFICIAL, f"that was its name then ({fitting.edtf})"
