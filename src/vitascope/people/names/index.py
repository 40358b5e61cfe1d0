"""Which drafts a name needs comparing with: those that share a word, or the start or end of a long surname.

Comparing every name with every person is quadratic in a book's names. A single error in a word of seven letters or more
leaves its first three or its last three letters whole, so that no slip is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vitascope.people.folding import SLIP_LENGTH, fold
from vitascope.people.names.draft import Draft
from vitascope.people.names.parts import PersonName

__all__ = ["NameIndex"]

_WORDS = re.compile(r"[\s-]+")
_ENDS = 3


class NameIndex:
    """Drafts by the words of their names."""

    def __init__(self, drafts: list[Draft]) -> None:
        self._drafts = drafts
        self._numbers: dict[str, dict[int, None]] = {}
        for draft in drafts:
            for form in draft.forms:
                self.add(form, draft.number)

    def add(self, form: PersonName, draft: int) -> None:
        """Let ``draft`` be found by ``form``."""
        for key in _keys(form):
            self._numbers.setdefault(key, {})[draft] = None

    def candidates(self, name: PersonName) -> list[Draft]:
        """Persons whose names may match, in order of number."""
        numbers = {number: None for key in _keys(name) for number in self._numbers.get(key, ())}
        return [self._drafts[n] for n in sorted(numbers) if self._drafts[n].kind == "person"]


def _keys(name: PersonName) -> Iterator[str]:
    for part in (name.given, name.surname, name.single):
        for word in _WORDS.split(fold(part)):
            if word:
                yield word
    tail = _WORDS.split(fold(name.surname or name.single))[-1]
    if len(tail) >= SLIP_LENGTH - 1:
        yield f"{tail[:_ENDS]}…"
        yield f"…{tail[-_ENDS:]}"
