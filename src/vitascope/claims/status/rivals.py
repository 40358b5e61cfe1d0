"""Tellings that a text sets against each other: "was born in 1892; other sources give 1893"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from vitascope import lang
from vitascope.model import Claim, Document, Span

_DISPUTED = "disputed"


class Rivals(NamedTuple):
    """What finds a rival telling, and a sentence of two versions."""

    against: re.Pattern[str]
    versions: re.Pattern[str]


@cache
def load_rivals(language: str = "en") -> Rivals:
    """The cues of a language. Raises DataError where it has none."""
    data = lang.load(language, "status-standing")["rivals"]
    return Rivals(re.compile(data["against"], re.IGNORECASE), re.compile(data["versions"], re.IGNORECASE))


def disputed(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those that a rival telling in their own sentence is set against as disputed."""
    cues = load_rivals(document.source.language)
    found: dict[int, str] = {}
    told: dict[Span, list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        told[claim.sentence].append(i)
    for sentence, inside in told.items():
        text = document.quote(sentence)
        versions = cues.versions.search(text)
        if versions is not None:
            found.update((i, versions[0]) for i in inside if claims[i].status.modality == "reported")
        for rival in cues.against.finditer(text):
            at = sentence.start + rival.start()
            before = [i for i in inside if claims[i].predicate.end <= at and claims[i].when.edtf]
            if before:
                found[max(before, key=lambda i: claims[i].predicate.end)] = rival[0]
    return [_set_against(c, found[i]) if i in found else c for i, c in enumerate(claims)]


def _set_against(claim: Claim, words: str) -> Claim:
    status = claim.status
    if status.standing != "stands":
        return claim
    because = (*status.because, f"{_DISPUTED} at “{words}”")
    return replace(claim, status=replace(status, standing="disputed", because=because))
