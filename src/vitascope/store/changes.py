"""What another reading of a document made appear, disappear and change. Pure but for the last change kept per place."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from vitascope.model import Claim
from vitascope.store.claim_rows import claim_json, claim_of_json
from vitascope.store.loading import claims_where, document_at, document_of
from vitascope.store.rows import to_json
from vitascope.store.standing import STATUS_PARTS

Kind = Literal["appeared", "disappeared", "changed"]


class Quoted(NamedTuple):
    """A claim with its words, which may be of a text that is no longer there."""

    claim: Claim
    quote: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One claim that is not as it was. ``parts`` of a changed one are type, subject, when, roles, status, words."""

    kind: Kind
    before: Quoted | None
    after: Quoted | None

    @property
    def parts(self) -> tuple[str, ...]:
        """What changed, empty for what appeared or disappeared."""
        if self.before is None or self.after is None:
            return ()
        old, new = _parts(self.before), _parts(self.after)
        return tuple(name for name in old if old[name] != new[name])


def differences(before: Sequence[Quoted], after: Sequence[Quoted]) -> tuple[Difference, ...]:
    """What is different, in the order of the texts. Claims of an edited text are the same by their words, not by id.

    Paired are, in this order and each once: equal ids; all that they say with their words; words, type and subject;
    words and type; words and predicate.
    """
    old, new = list(range(len(before))), list(range(len(after)))
    pairs: list[tuple[int, int]] = []
    for key in _KEYS:
        places: dict[Hashable, list[int]] = defaultdict(list)
        for at in new:
            places[key(after[at])].append(at)
        for at in list(old):
            if places.get(key(before[at])):
                found = places[key(before[at])].pop(0)
                pairs.append((at, found))
                old.remove(at)
                new.remove(found)
    told = [(after[j].claim.span, Difference("changed", before[i], after[j])) for i, j in pairs]
    told = [(span, each) for span, each in told if each.parts]
    told += [(before[i].claim.span, Difference("disappeared", before[i], None)) for i in old]
    told += [(after[j].claim.span, Difference("appeared", None, after[j])) for j in new]
    return tuple(each for _, each in sorted(told, key=lambda pair: (pair[0], pair[1].kind)))


def note(connection: sqlite3.Connection, uri: str, found: Iterable[Difference]) -> None:
    """Keep what the last reading of a place changed, in place of what the one before did."""
    connection.execute("DELETE FROM changes WHERE uri = ?", (uri,))
    connection.executemany(
        "INSERT INTO changes (uri, position, kind, before, after) VALUES (?, ?, ?, ?, ?)",
        [(uri, at, each.kind, _text(each.before), _text(each.after)) for at, each in enumerate(found)],
    )


def noted(connection: sqlite3.Connection) -> dict[str, tuple[Difference, ...]]:
    """The last change of every place that has one, by uri."""
    found: dict[str, list[Difference]] = {}
    for row in connection.execute("SELECT * FROM changes ORDER BY uri, position"):
        each = Difference(row["kind"], _quoted(row["before"]), _quoted(row["after"]))
        found.setdefault(row["uri"], []).append(each)
    return {uri: tuple(each) for uri, each in found.items()}


def held(connection: sqlite3.Connection, uri: str) -> list[Quoted]:
    """The claims as they were read at a place, with their words; none where nothing was."""
    id_ = document_at(connection, uri)
    document = None if id_ is None else document_of(connection, id_)
    if document is None:
        return []
    return [Quoted(c, document.quote(c.span)) for c in claims_where(connection, "document = ?", (document.id,))]


def _parts(told: Quoted) -> dict[str, object]:
    claim, status = told.claim, told.claim.status
    return {
        "type": claim.type,
        "subject": claim.subject.label,
        "when": (claim.when.edtf, claim.when.earliest, claim.when.latest),
        "roles": {name: party.label for name, party in claim.roles.items()},
        "status": tuple(getattr(status, part) for part in STATUS_PARTS),
        "words": " ".join(told.quote.split()),
    }


def _whole(told: Quoted) -> Hashable:
    return tuple(str(part) for part in _parts(told).values())


_KEYS: tuple[Callable[[Quoted], Hashable], ...] = (
    lambda told: told.claim.id,
    _whole,
    lambda told: (told.quote, told.claim.type, told.claim.subject.label),
    lambda told: (told.quote, told.claim.type),
    lambda told: (told.quote, told.claim.predicate.start - told.claim.span.start),
)


def _text(told: Quoted | None) -> str | None:
    return None if told is None else to_json({"claim": claim_json(told.claim), "quote": told.quote})


def _quoted(text: str | None) -> Quoted | None:
    if text is None:
        return None
    told = json.loads(text)
    return Quoted(claim_of_json(told["claim"]), told["quote"])
