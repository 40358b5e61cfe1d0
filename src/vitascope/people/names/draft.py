"""A persona in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from vitascope.model import Gender, PersonaKind
from vitascope.people.names.parts import PersonName

__all__ = ["Draft"]


@dataclass(slots=True)
class Draft:
    """What is known of a persona so far. ``kin`` points at other drafts by number, ``members`` at those of a pair.

    ``gender`` is told by the text; ``hint`` only by what bearers of the given name usually are.
    """

    number: int
    label: str
    kind: PersonaKind = "person"
    forms: list[PersonName] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    gender: Gender = "unknown"
    hint: Gender = "unknown"
    kin: list[tuple[str, int]] = field(default_factory=list)
    main: bool = False
    plural: bool = False
    members: tuple[int, ...] = ()
    votes: dict[Gender, int] = field(default_factory=dict)

    def add_name(self, text: str) -> None:
        """Keep a form of the name once."""
        if text not in self.names:
            self.names.append(text)
