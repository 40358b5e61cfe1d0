"""Persons named in full: given name and surname. The weightiest names found a draft, the others join one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from vitascope.people.folding import fold
from vitascope.people.names.draft import Draft
from vitascope.people.names.index import NameIndex
from vitascope.people.names.matching import compare, is_surname_only
from vitascope.people.names.parts import PersonName
from vitascope.people.names.sightings import Sighting
from vitascope.people.names.told_ties import Others, ToldTie

__all__ = ["by_nickname", "ends_so", "group_full_names", "is_full"]

_RANKS = {"equal": 0, "compatible": 1, "slip": 2}


def group_full_names(
    drafts: list[Draft],
    owner: dict[int, tuple[int, str]],
    sightings: list[Sighting],
    persons: Iterable[int],
    ties: Mapping[int, ToldTie],
    others: Others,
    born: Mapping[int, PersonName],
) -> None:
    """Give every full name among ``persons`` to a draft, new or known, and say why in ``owner``.

    ``born``: the birth name that is told beside a name, by sighting. Who is named so elsewhere is the same person.
    """
    groups = _Groups(drafts, ties, others, owner)
    full = [n for n in persons if is_full(sightings[n].name)]
    for number in sorted(full, key=lambda n: (-sightings[n].name.weight, n not in born, n)):
        owner[number] = groups.place(sightings[number].name, number)
        if number in born:
            groups.learn_birth_name(born[number], owner[number][0])


def is_full(name: PersonName) -> bool:
    """Whether a name has a given name and what tells its bearer from others of it."""
    return bool(name.given and (name.surname or name.epithet or name.suffix))


class _Groups:
    """Drafts of the full names seen so far."""

    def __init__(
        self, drafts: list[Draft], ties: Mapping[int, ToldTie], others: Others, owner: Mapping[int, tuple[int, str]]
    ) -> None:
        self._drafts, self._ties, self._others, self._owner = drafts, ties, others, owner
        self._index = NameIndex(drafts)
        self._same: dict[tuple[PersonName, ToldTie | None], tuple[int, str]] = {}
        self._marked: dict[int, int] = {}
        self._born: dict[str, int] = {}

    def learn_birth_name(self, name: PersonName, draft: int) -> None:
        """Remember with which name somebody was born."""
        self._born.setdefault(fold(name.bare), draft)

    def place(self, name: PersonName, number: int) -> tuple[int, str]:
        """The draft of a name seen at sighting ``number``, and why."""
        tie = self._ties.get(number)
        kin = tie if tie is not None and tie.to_main else None
        known = self._same.get((name, kin))
        if (
            known is not None
            and not (kin is not None and kin.apart)
            and not self._precedes(name, number, self._drafts[known[0]])
            and not self._names_other(number, self._drafts[known[0]])
        ):
            return known
        draft, because = self._match(name, number, kin)
        if draft is None:
            draft = Draft(len(self._drafts), name.bare, gender=name.gender, hint=name.hint)
            self._drafts.append(draft)
        if name.generation:
            self._marked[draft.number] = min(number, self._marked.get(draft.number, number))
        for form in (name, *by_nickname(name)):
            if form not in draft.forms and not _is_part(form, draft):
                draft.forms.append(form)
                self._index.add(form, draft.number)
        if draft.gender == "unknown":
            draft.gender = name.gender if name.gender != "unknown" or tie is None else tie.gender
        told = "the title's person by name" if draft.main else "the same full name"
        self._same.setdefault((name, kin), (draft.number, told))
        return draft.number, because

    def _match(self, name: PersonName, number: int, kin: ToldTie | None) -> tuple[Draft | None, str]:
        if kin is not None and kin.apart:
            return None, "told to be another person of the name"
        born = self._born.get(fold(name.bare))
        if born is not None and not self._names_other(number, self._drafts[born]):
            return self._drafts[born], "the birth name told beside the name"
        fits: list[tuple[int, int]] = []
        for draft in self._index.candidates(name):
            if "unknown" not in (draft.gender, name.gender) and draft.gender != name.gender:
                continue
            if draft.main and (kin is not None or (number and _is_other_generation(name, draft))):
                continue
            if self._precedes(name, number, draft) or self._names_other(number, draft):
                continue
            rank = _rank(draft, name)
            if rank is not None:
                fits.append((rank, draft.number))
        if not fits:
            return None, "a full name"
        rank, best = min(fits)
        if rank == _RANKS["slip"]:
            return self._drafts[best], "the name with a slip of one letter"
        return self._drafts[best], "the title's person by name" if self._drafts[best].main else "the same full name"

    def _names_other(self, number: int, draft: Draft) -> bool:
        """Whether the draft is already somebody whose kin the name's bearer is told to be."""
        return any(self._owner[o][0] == draft.number for o in self._others.get(number, ()) if o in self._owner)

    def _precedes(self, name: PersonName, number: int, draft: Draft) -> bool:
        """ "Karl Holm … his son, Karl Holm the younger": who is named before the mark is needed is the other one."""
        marked = self._marked.get(draft.number)
        return not draft.main and not name.generation and marked is not None and number < marked


def _is_other_generation(name: PersonName, main: Draft) -> bool:
    """ "Karl Holm the elder" in the life of a Karl Holm whose first sentence does not call him so is somebody else."""
    return bool(name.generation and name.epithet) and not any(form.generation for form in main.forms)


def _is_part(name: PersonName, draft: Draft) -> bool:
    """Whether what looks like a whole name is the end of one: it would speak against the others."""
    return any(ends_so(form, name) or is_surname_only(name, form) for form in draft.forms)


def _rank(draft: Draft, name: PersonName) -> int | None:
    """How well a name fits a draft, 0 best; None where it does not, or where a full form of its speaks against it."""
    if name.generation and any(form.generation not in ("", name.generation) for form in draft.forms):
        return None
    verdicts = [compare(form, name) for form in draft.forms]
    if "equal" in verdicts:
        return _RANKS["equal"]
    if draft.main and name.hint == "unknown" and any(ends_so(form, name) for form in draft.forms):
        # "Asante Boadi" for Kwaku Asante Boadi; but "Erik Holm" may be another than Karl Erik Holm
        return _RANKS["compatible"]
    if any(is_full(form) and verdict == "different" for form, verdict in zip(draft.forms, verdicts, strict=True)):
        return None
    known = draft.main or any(is_full(form) for form in draft.forms)
    if "compatible" in verdicts and known:
        return _RANKS["compatible"]
    return _RANKS["slip"] if "slip" in verdicts else None


def ends_so(name: PersonName, short: PersonName) -> bool:
    """Whether ``name`` is ``short`` with given names before it: "Ada Sofie Berg" for "Sofie Berg"."""
    words, last = fold(name.bare).split(), fold(short.bare).split()
    return len(words) > len(last) > 1 and words[-len(last) :] == last


def by_nickname(name: PersonName) -> list[PersonName]:
    """The name as friends say it: 'Robert "Rob" Lund' is also Rob Lund."""
    if not name.nickname:
        return []
    text = f"{name.nickname} {name.surname}".strip()
    return [replace(name, text=text, titles=(), given=name.nickname, middle=(), nickname="")]
