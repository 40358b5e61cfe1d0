"""Our own data of places: renamed towns, states and units that are no more, regions and waters.

Data of all languages, in ``places/data``: every file's header states what belongs there and how it is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from vitascope.edtf import valid
from vitascope.errors import DataError
from vitascope.model import Place, PlaceName
from vitascope.people.folding import fold

__all__ = ["DATA", "Exonym", "Record", "countries_called", "exonyms", "prose_names", "records"]

DATA = ("renamed", "jurisdictions", "states", "features", "exonyms")
"""The files, in the order in which they count towards the identity of the rules."""


@dataclass(frozen=True, slots=True)
class Record:
    """A place of ours. ``code`` is today's country, ISO 3166-1; ``also`` are undated other names; ``whole`` a state."""

    place: Place
    code: str
    also: tuple[str, ...] = ()
    whole: bool = False

    def called(self) -> Iterator[str]:
        """Every name that it bears or bore."""
        yield from dict.fromkeys([*(dated.name for dated in self.place.names), self.place.label, *self.also])


@dataclass(frozen=True, slots=True)
class Exonym:
    """What a town is called in English: the gazetteer's name and country for it."""

    name: str
    code: str


@cache
def records() -> Mapping[str, tuple[Record, ...]]:
    """Folded name → the places that bear or bore it, in the order of the files. Raises DataError for a broken file."""
    found: dict[str, list[Record]] = {}
    for record in (*_renamed(), *_states(), *_features()):
        for name in record.called():
            places = found.setdefault(fold(name), [])
            if record not in places:
                places.append(record)
    return {name: tuple(places) for name, places in found.items()}


@cache
def exonyms() -> Mapping[str, Exonym]:
    """Folded English name → the gazetteer's name of the town."""
    table = {}
    for line in _load("exonyms")["towns"]:
        english, _, rest = line.partition(" = ")
        name, _, code = rest.rpartition(", ")
        table[fold(english)] = Exonym(name, code)
    return table


@cache
def countries_called() -> Mapping[str, str]:
    """Folded name of a country in prose → its code."""
    pairs = (line.split(" = ") for line in _load("exonyms")["countries"])
    return {fold(name): code for name, code in pairs}


@cache
def prose_names() -> Mapping[str, str]:
    """Code of a country → the name that prose has for it, where it is not ISO's own: the first of its row."""
    found: dict[str, str] = {}
    for line in _load("exonyms")["countries"]:
        name, _, code = line.partition(" = ")
        found.setdefault(code, name)
    return found


def _renamed() -> Iterator[Record]:
    rulers = {key: dated_names(line, f"jurisdictions.yml: {key}") for key, line in _load("jurisdictions").items()}
    for row in _load("renamed"):
        try:
            names = dated_names(row["names"], f"renamed.yml: {row['id']}")
            latitude, longitude = row["at"]
            place = Place(
                id=f"dated:{row['id']}",
                label=names[-1].name,
                kind=row.get("kind", "city"),
                latitude=latitude,
                longitude=longitude,
                names=names,
                jurisdictions=rulers[row["under"]],
            )
        except KeyError as missing:
            raise DataError("places/data/renamed.yml", f"{row.get('id', row)}: no {missing}") from missing
        yield Record(place, row["country"], tuple(row.get("also", ())))


def _states() -> Iterator[Record]:
    for group in _load("states")["states"]:
        for line in group["names"]:
            told, also, code = (part.strip() for part in line.split("|"))
            (dated,) = dated_names(told, f"states.yml: {line}")
            ruler = (PlaceName(group["of"], dated.edtf),) if group["of"] else ()
            place = Place(f"dated:{_slug(dated.name)}", dated.name, group["kind"], names=(dated,), jurisdictions=ruler)
            others = tuple(part.strip() for part in also.split(",") if part.strip())
            yield Record(place, code, others, whole=not group["of"])


def _features() -> Iterator[Record]:
    for group in _load("features")["features"]:
        for line in group["names"]:
            name, latitude, longitude = line.rsplit(" ", 2)
            place = Place(f"dated:{_slug(name)}", name, group["kind"], float(latitude), float(longitude))
            yield Record(place, "")


def dated_names(line: str, where: str) -> tuple[PlaceName, ...]:
    """``Sverdlovsk 1924/1991; …`` as values. Raises DataError, naming ``where``, for what is no EDTF interval."""
    found = []
    for part in line.split(";"):
        name, _, years = part.strip().rpartition(" ")
        if years != "../.." and not valid(years):
            raise DataError(f"places/data/{where}", f"“{years}” is no interval of years", "write it as 1924/1991")
        found.append(PlaceName(name, None if years == "../.." else years))
    return tuple(found)


def _slug(name: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in fold(name))


@cache
def _load(name: str) -> Any:
    path = files("vitascope.places") / "data" / f"{name}.yml"
    try:
        return yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as fault:
        raise DataError(f"places/data/{name}.yml", f"not valid YAML: {fault}") from fault
