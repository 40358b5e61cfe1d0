"""Places of the world as values, whichever document names them; part of :mod:`vitascope.model`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class PlaceName(NamedTuple):
    """What held for a place over a time: a name that was official, or a state that ruled it.

    ``edtf`` is the interval of years (``1924/1991``, ``../1924``), None where no years are known.
    """

    name: str
    edtf: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the world, whichever document names it.

    ``id`` is the same in every document (``geonames:456172``, ``dated:yekaterinburg-ru``); ``label`` the preferred
    name of today, ``kind`` a word such as city, country, governorate, river. ``latitude`` and ``longitude`` are
    degrees (WGS 84), None where it has no one point. ``country`` is today's, ``within`` its larger unit there.
    ``names`` and ``jurisdictions`` tell what it was called and who ruled it, in order of time.
    """

    id: str
    label: str
    kind: str
    latitude: float | None = None
    longitude: float | None = None
    country: str = ""
    within: str = ""
    names: tuple[PlaceName, ...] = ()
    jurisdictions: tuple[PlaceName, ...] = ()


class PlaceCandidate(NamedTuple):
    """A place that a name may mean; ``because`` is what speaks for it, in words."""

    place: str
    because: str
