"""One cue that unsettles a predication from within."""

from __future__ import annotations

from typing import NamedTuple

from vitascope.model import Modality, Standing

LONGEST_PHRASE = 6
"""Tokens of the longest fixed phrase that works as one adverb."""


class Effect(NamedTuple):
    """One cue inside a predication. ``voice`` is the head token of whose word it is, ``word`` what to quote."""

    token: int
    word: str
    negates: bool = False
    modality: Modality = "asserted"
    voice: int | None = None
    standing: Standing = "stands"
    of_object: bool = False
    of_content: bool = False
