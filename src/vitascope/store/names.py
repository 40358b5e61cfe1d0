"""Finding personas by name: words without case and accents, the closest kind of match first."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vitascope.model import Persona

_WORD = re.compile(r"[^\W_]+")
# Letters that Unicode does not take apart, as they are usually written without their stroke.
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Named:
    """A persona and the document that shows them; across documents nothing here says who is the same."""

    document: str
    title: str
    uri: str
    persona: Persona


def folded_words(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents and punctuation: ``Łódź-Østby`` → ``("lodz", "ostby")``."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_STROKES)
    return tuple(_WORD.findall(bare))


def searchable(persona: Persona) -> str:
    """All words under which a persona is found, folded, each once."""
    return " ".join(dict.fromkeys(word for form in _forms(persona) for word in folded_words(form)))


def closest(found: Iterable[Named], name: str) -> tuple[Named, ...]:
    """Of those found, the ones that the name fits best, in the order given.

    Best first: the persona's id; a name of just these words; a name that holds all of them; a description
    that does ("mother of …"). Kin who are only described come last, so that asking for a person does not ask
    for everyone described by that person's name.
    """
    wanted = set(folded_words(name))
    ranked = [(_rank(each.persona, name, wanted), each) for each in found]
    best = min((rank for rank, _ in ranked), default=_NO_MATCH)
    return tuple(each for rank, each in ranked if rank == best) if best < _NO_MATCH else ()


def nearest(labels: Sequence[str], name: str, limit: int = 5) -> tuple[str, ...]:
    """The labels most like a name that was not found, best first (Ratcliff & Obershelp 1988, word by
    word)."""
    wanted = folded_words(name)

    def likeness(label: str) -> float:
        words = folded_words(label)
        return max((difflib.SequenceMatcher(None, a, b).ratio() for a in wanted for b in words), default=0.0)

    scored = sorted((-likeness(label), label) for label in dict.fromkeys(labels))
    return tuple(label for score, label in scored if score <= -0.6)[:limit]


_NO_MATCH = 4


def _rank(persona: Persona, name: str, wanted: set[str]) -> int:
    if persona.id == name:
        return 0
    if not wanted:
        return _NO_MATCH
    described = bool(persona.kin) and persona.label not in persona.names
    names = persona.names if described else (persona.label, *persona.names)
    sets = [set(folded_words(form)) for form in names]
    if wanted in sets:
        return 1
    if any(wanted <= words for words in sets):
        return 2
    return 3 if wanted <= set(folded_words(persona.label)) else _NO_MATCH


def _forms(persona: Persona) -> tuple[str, ...]:
    return (persona.label, *persona.names)
