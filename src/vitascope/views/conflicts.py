"""Conflicts as plain values: claims of a document that cannot all be true, their words and the rule they break."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from vitascope.claims.ordering.ordering import order
from vitascope.export.attested import Attested
from vitascope.model import Reading
from vitascope.views.claim_words import type_label
from vitascope.views.date_words import date_words
from vitascope.views.judgement_words import signed


@dataclass(frozen=True, slots=True)
class ConflictView:
    """One conflict: ``says`` is the whole in words, ``rules`` what is broken, ``items`` the claims in text order.

    The claims are as few as can be: without any one of them the rest may be true.
    """

    says: str
    rules: tuple[str, ...]
    items: tuple[Attested, ...]

    def as_json(self) -> dict[str, Any]:
        """The conflict as plain JSON values; offsets are those of the claims, ``quote == text[start:end]``."""
        return {
            "document": self.items[0].document.id,
            "uri": self.items[0].document.source.uri,
            "says": self.says,
            "rules": list(self.rules),
            "claims": [_claim(item) for item in self.items],
        }


def conflicts(reading: Reading, personas: Collection[str] | None = None) -> tuple[ConflictView, ...]:
    """The conflicts of one reading, those with a claim about one of ``personas`` (ids) where any are given."""
    by_id = {claim.id: Attested(reading.document, claim) for claim in reading.claims}
    found = []
    for conflict in order(reading.document, reading.claims, reading.people).conflicts:
        items = tuple(by_id[id_] for id_ in conflict.claims)
        if personas is None or any(item.claim.subject.id in personas for item in items):
            told = ", ".join(_named(item, items) for item in items)
            found.append(ConflictView(f"{told}: {'; '.join(conflict.says)}", conflict.rules, items))
    return tuple(found)


def _named(item: Attested, items: tuple[Attested, ...]) -> str:
    """ "birth 1890", with whose it is where the conflict is about several."""
    claim = item.claim
    several = len({other.claim.subject.id for other in items}) > 1
    whose = f" of {claim.subject.label}" if several else ""
    return " ".join(
        part for part in (f"{type_label(claim)}{whose}", date_words(claim.when.edtf), signed(claim)) if part
    )


def _claim(item: Attested) -> dict[str, Any]:
    claim = item.claim
    return {
        "id": claim.id,
        "type": claim.type,
        "subject": {"id": claim.subject.id, "label": claim.subject.label},
        "edtf": claim.when.edtf,
        "basis": claim.when.basis,
        "because": claim.when.because,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": item.quote,
    }
