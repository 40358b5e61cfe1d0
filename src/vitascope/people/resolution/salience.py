"""What a reader has in mind: how present each persona is at a point of the text.

Presence is the sum of the weights of its mentions, halved at every sentence (Lappin & Leass 1994); a new
paragraph halves what is not the life's subject once more.
"""

from __future__ import annotations

__all__ = ["Salience"]

RECENCY = 100
MAIN = 40
"""A life's subject is never far from mind, however long ago the last mention."""


class Salience:
    """Presence of drafts by number, carried along the sentences of one text."""

    def __init__(self) -> None:
        self._past: dict[int, float] = {}
        self._now: dict[int, float] = {}

    def note(self, draft: int, weight: float) -> None:
        """A mention in the present sentence; only the most prominent one of a sentence counts."""
        self._now[draft] = max(self._now.get(draft, 0.0), RECENCY + weight)

    def next_sentence(self, new_paragraph: bool, main: int | None) -> None:
        """Fade everything by half; at a new paragraph once more, the ``main`` draft excepted."""
        faded: dict[int, float] = {}
        for draft in sorted({*self._past, *self._now}):
            value = (self._past.get(draft, 0.0) + self._now.get(draft, 0.0)) / 2
            if new_paragraph and draft != main:
                value /= 2
            if value >= 1:
                faded[draft] = value
        self._past, self._now = faded, {}

    def of(self, draft: int) -> float:
        """Presence, 0 for what was never or long ago mentioned."""
        return self._past.get(draft, 0.0) + self._now.get(draft, 0.0)

    def is_here(self, draft: int) -> bool:
        """Whether the draft was mentioned in the present sentence."""
        return draft in self._now

    def drafts(self) -> list[int]:
        """All that are present, in order of number."""
        return sorted({*self._past, *self._now})
