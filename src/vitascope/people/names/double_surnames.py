"""Two surnames where neither form nor list shows them: told by what the text calls its persons."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from vitascope.people.folding import fold
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.parts import PersonName
from vitascope.people.names.sightings import Sighting

__all__ = ["with_double_surname", "with_double_surnames"]


def with_double_surname(
    name: PersonName, called: Collection[str], lex: Lexicon, borne: Collection[str] = ()
) -> PersonName:
    """ "Ayla Hansi Omar" has two surnames if the text calls her "Hansi Omar" or "Hansi", and never "Omar" alone.

    ``called`` are the folded names of the text, ``borne`` the surnames of others.
    """
    if not (name.given and name.middle and name.surname) or name.surname_first or fold(name.middle[-1]) in lex.given:
        return name
    double = f"{name.middle[-1]} {name.surname}"
    first = set() if fold(name.middle[-1]) in borne else {fold(name.middle[-1])}
    if fold(name.surname) in called or not {fold(double), *first}.intersection(called):
        return name
    return replace(name, middle=name.middle[:-1], surname=double)


def with_double_surnames(sightings: list[Sighting], called: Collection[str], lex: Lexicon) -> list[Sighting]:
    """The same for all names, where nobody else of the text bears what would be the first surname."""
    borne = {fold(s.name.surname) for s in sightings if s.name.given}
    return [s._replace(name=with_double_surname(s.name, called, lex, borne)) if s.name.middle else s for s in sightings]
