"""What stands beside a life: names, kin, posts, conflicts, sources, and who else it may be told of elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vitascope.export.attested import Attested
from vitascope.model import Persona, Reading
from vitascope.store import Named, Project
from vitascope.views.career_band import career_band
from vitascope.views.conflicts import conflicts
from vitascope.views.kin import kin
from vitascope.views.name_scripts import by_script
from vitascope.views.tenures import tenures
from vitascope.views.timeline_chart import Chart

CANDIDATES = 20
"""How many personas of other texts are offered as perhaps the same."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The persona in other texts: judged the same (``members``), by which judgements, and those that contradict."""

    members: tuple[Named, ...]
    links: tuple[int, ...]
    against: tuple[int, ...]


def panel_values(
    reading: Reading, persona: Persona | None, told: Iterable[Attested], chart: Chart | None
) -> dict[str, object]:
    """What the panel shows of one persona, or of nobody in particular; from the reading alone."""
    return {
        "names": by_script(persona.names) if persona else {},
        "kin": kin(reading, persona) if persona else (),
        "band": career_band(tenures(told), chart) if persona and chart else (),
        "conflicts": conflicts(reading, (persona.id,) if persona else None),
    }


def elsewhere(project: Project, document: str, persona: Persona | None) -> Elsewhere:
    """Where else people said that this persona is told of."""
    who = (document, persona.id if persona else "")
    for cluster in project.clusters() if persona else ():
        if who in cluster.members:
            others = (project.persona(*member) for member in cluster.members if member != who)
            return Elsewhere(tuple(each for each in others if each), cluster.links, cluster.against)
    return Elsewhere((), (), ())


def candidates(project: Project, document: str, name: str) -> tuple[Named, ...]:
    """Personas of other texts that a name fits best."""
    found = project.find_personas(name) if name.strip() else ()
    return tuple(each for each in found if each.document != document)[:CANDIDATES]
