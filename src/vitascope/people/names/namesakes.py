"""Whom a short name stands for: a surname, a given name or a titled name among the persons named in full."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import NamedTuple

from vitascope.people.folding import fold
from vitascope.people.names.draft import Draft
from vitascope.people.names.index import NameIndex
from vitascope.people.names.matching import compare
from vitascope.people.names.parts import PersonName
from vitascope.people.names.told_ties import Others, ToldTie

__all__ = ["Namesakes"]

_BY_NAME, _BY_PART, _BY_GIVEN, _BY_SLIP = range(4)
_SPOUSE = "spouse"
_INITIAL = 2
"""Letters of a middle name that is but an initial."""
_AHEAD = 1_000_000
"""A person named only later stands behind everyone named before."""


class _Fit(NamedTuple):
    rank: int
    draft: int
    told: str


class Namesakes:
    """Matches short names to drafts; it sees names in text order and remembers where each draft was named."""

    def __init__(
        self,
        drafts: list[Draft],
        owner: Mapping[int, tuple[int, str]],
        ties: Mapping[int, ToldTie],
        others: Others,
        wifely: Collection[str],
        generic: Collection[str],
    ) -> None:
        self._drafts = drafts
        self._owner = owner
        self._generic = generic
        self._ties = ties
        self._others = others
        self._wifely = wifely
        self._seen: dict[int, list[int]] = {}
        self._index = NameIndex(drafts)
        for number in sorted(owner):
            self.note(owner[number][0], number)

    def add(self, draft: Draft) -> None:
        """Let a new draft be found by its names."""
        for form in draft.forms:
            self._index.add(form, draft.number)

    def note(self, draft: int, sighting: int) -> None:
        """Remember that ``draft`` is named at ``sighting``."""
        insort(self._seen.setdefault(draft, []), sighting)

    def match(self, name: PersonName, sighting: int) -> tuple[int, str] | None:
        """The draft that ``name`` means there and why: the best fit, then the life's subject, then the nearest before.

        None where nobody fits, or where a slip of the pen could be several persons' name.
        """
        fits = [f for f in self._fitting(name) if self._gender_allows(name, self._drafts[f.draft])]
        fits = [f for f in fits if self._tie_allows(name, sighting, self._drafts[f.draft])]
        others = self._others.get(sighting, ())
        fits = [f for f in fits if not any(s in others for s in self._seen.get(f.draft, ()))]
        titled = [f for f in fits if any(set(name.titles) & set(form.titles) for form in self._drafts[f.draft].forms)]
        fits = titled or fits
        same = [f for f in fits if any(form.generation == name.generation for form in self._drafts[f.draft].forms)]
        fits = same if name.generation and same else fits
        fits = self._of_told_kin(fits, sighting)
        if name.titles and name.titles[-1] in self._wifely and not name.given:
            wife = self._wife(name, sighting, {f.draft for f in fits})
            if wife is not None:
                return wife, "a wife's title with her husband's surname"
        if not fits:
            return None if sighting in self._ties else self._by_middle(name)
        fits = self._of_her_family(name, sighting, fits) or fits
        best = min(fits, key=lambda f: (f.rank, not self._drafts[f.draft].main, self._distance(sighting, f.draft)))
        draft = self._drafts[best.draft]
        if best.rank == _BY_SLIP and len(fits) > 1 and not draft.main:
            return None
        return draft.number, best.told + (" of the title's person" if draft.main else f" of {draft.label}")

    def _of_her_family(self, name: PersonName, sighting: int, fits: list[_Fit]) -> list[_Fit]:
        """ "Berg" in the life of Anna Holm, née Berg: not she, whom the text calls by her title's name, but the man of
        that name whom it named before."""
        main = next((self._drafts[f.draft] for f in fits if self._drafts[f.draft].main), None)
        if main is None or "female" not in (main.gender, main.hint) or name.text != (name.single or name.surname):
            return []
        if not main.forms[0].surname or _fit(main.forms[0], name, main.number) is not None:
            return []
        before = [f for f in fits if f.draft != main.number and self._distance(sighting, f.draft) < _AHEAD]
        return [f for f in before if "male" in (self._drafts[f.draft].gender, self._drafts[f.draft].hint)]

    def _by_middle(self, name: PersonName) -> tuple[int, str] | None:
        """The life's subject where the name is a middle name of theirs: "Tevfik Bey" for Hasan Tevfik Gökberk."""
        word = fold(name.single or name.given or name.surname)
        if name.hint != "unknown" and name.text == name.single:
            return None  # anybody's given name
        for draft in self._drafts:
            known = {fold(part) for form in draft.forms for part in form.middle if len(part) > _INITIAL}
            if draft.main and word in known and self._gender_allows(name, draft):
                return draft.number, "a middle name of the title's person"
        return None

    def _wife(self, name: PersonName, sighting: int, fitting: set[int]) -> int | None:
        """Whom "Mrs. Berg" means of those who are told to be wives or widows: a Berg's, or the life's subject's."""
        bare = replace(name, titles=(), gender="unknown")
        for draft in self._drafts:
            if draft.main and draft.gender == "female" and self._weds_one_of(draft, fitting, sighting):
                return draft.number
        husband = any(
            d.main and d.gender != "female" and any(_fit(form, bare, d.number) for form in d.forms)
            for d in self._index.candidates(name)
        )
        wives = [
            (self._distance(sighting, draft), draft)
            for draft, seen in self._seen.items()
            if not self._drafts[draft].main
            and "male" not in (self._drafts[draft].gender, self._drafts[draft].hint)
            and any(self._is_told_wife(self._ties.get(s), draft in fitting, husband) for s in seen)
        ]
        return min(wives)[1] if wives else None

    def _weds_one_of(self, main: Draft, fitting: set[int], sighting: int) -> bool:
        """Whether the life's subject was told before to have married a man of the name."""
        if main.number in fitting:
            return False
        ties = (self._ties.get(s) for f in fitting for s in self._seen.get(f, ()) if s < sighting)
        return any(tie is not None and (tie.wed or (tie.relation == _SPOUSE and tie.to_main)) for tie in ties)

    @staticmethod
    def _is_told_wife(tie: ToldTie | None, fits: bool, husband: bool) -> bool:
        if tie is None or not (tie.wed or tie.relation == _SPOUSE):
            return False
        return fits or (husband and (tie.wed or tie.to_main))

    def _fitting(self, name: PersonName) -> list[_Fit]:
        found: list[_Fit] = []
        for draft in self._index.candidates(name):
            ranked = [fit for form in draft.forms if (fit := _fit(form, name, draft.number)) is not None]
            if ranked:
                found.append(min(ranked))
        return found

    @staticmethod
    def _gender_allows(name: PersonName, draft: Draft) -> bool:
        return "unknown" in (draft.gender, name.gender) or draft.gender == name.gender

    def _tie_allows(self, name: PersonName, sighting: int, draft: Draft) -> bool:
        """ "Ove, his son" is not the Ove who is told to be his father; "Ingrid, daughter of a smith" is no queen."""
        tie = self._ties.get(sighting)
        if tie is None or draft.main:
            return True
        seen = self._seen.get(draft.number, [])
        titled = not name.titles and all(form.titles and not form.surname for form in draft.forms)
        if titled and not tie.to_main and not any(s in self._ties for s in seen):
            return False
        if tie.to_main and any(self._tells_of_stranger(s, tie.relation) for s in seen):
            return False
        told = {self._ties[s].relation for s in seen if self._tells_of_main(s)}
        return not (tie.to_main and told) or tie.relation in told

    def _of_told_kin(self, fits: list[_Fit], sighting: int) -> list[_Fit]:
        """Of "their daughter, Ida" the Idas who are told to be somebody's daughter; else no stranger named before."""
        tie = self._ties.get(sighting)
        if tie is None or not tie.relation or tie.relation == _SPOUSE:
            return fits
        told = [f for f in fits if any(s in self._ties and self._ties[s].relation == tie.relation for s in self._of(f))]
        if told:
            return told
        family = {fold(form.surname) for draft in self._drafts if draft.main for form in draft.forms}
        return [f for f in fits if f.rank != _BY_GIVEN or not self._is_stranger(f, sighting, family)]

    def _of(self, fit: _Fit) -> list[int]:
        return self._seen.get(fit.draft, [])

    def _is_stranger(self, fit: _Fit, sighting: int, family: Collection[str]) -> bool:
        """Whether a person of another surname was named before the name of kin without being told to be kin."""
        draft, seen = self._drafts[fit.draft], self._of(fit)
        akin = (
            draft.main
            or any(fold(form.surname) in family for form in draft.forms)
            or any(s in self._ties for s in seen)
        )
        return not akin and any(s < sighting for s in seen)

    def _tells_of_stranger(self, sighting: int, relation: str) -> bool:
        """ "Dahl's son, Lev Dahl" is no son of the life's subject, unless Dahl is told to be the other parent."""
        tie = self._ties.get(sighting)
        if tie is None or tie.of not in self._owner or tie.relation != relation or relation not in self._generic:
            return False
        parent = (self._ties.get(s) for s in self._seen.get(self._owner[tie.of][0], ()))
        return not any(told is not None and (told.wed or told.relation == _SPOUSE) for told in parent)

    def _tells_of_main(self, sighting: int) -> bool:
        return sighting in self._ties and self._ties[sighting].to_main

    def _distance(self, sighting: int, draft: int) -> int:
        seen = self._seen.get(draft, [])
        at = bisect_left(seen, sighting)
        if at:
            return sighting - seen[at - 1]
        return _AHEAD + (seen[0] - sighting if seen else 0)


def _fit(form: PersonName, name: PersonName, draft: int) -> _Fit | None:
    match = compare(form, name)
    if match == "different":
        return None
    if match == "slip":
        return _Fit(_BY_SLIP, draft, "surname with a slip of one letter")
    word = fold(name.surname or name.single or name.given)
    surnames = form.surname.split(" ")
    if word in (fold(form.surname), fold(surnames[0]), fold(surnames[-1])) or not (form.given or form.surname):
        return _Fit(_BY_NAME, draft, "surname" if form.surname else "name")
    if word == fold(form.given):
        return _Fit(_BY_GIVEN, draft, "given name") if form.surname else _Fit(_BY_NAME, draft, "name")
    return _Fit(_BY_PART, draft, "part of the surname")
