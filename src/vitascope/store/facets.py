"""Faceted search over claims: what is asked, the claims that answer, and for every facet how many each value has.

A value's count tells how many claims would be left if it were chosen, the other facets staying as they are
(Yee et al., Faceted metadata for image search and browsing, CHI 2003). So no choice that is offered is empty. Claims
are as people left them, without those that they reject.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, fields

from vitascope.days import number_of
from vitascope.store.filters import STATUSES
from vitascope.store.names import folded_words

VALUES = 12
"""How many values of a facet are counted, the most frequent first."""
_LIVES_OF_WORDS = 500
"""Words narrow to the lives that fit them best, at most so many."""


@dataclass(frozen=True, slots=True)
class FacetQuery:
    """What is asked of claims; empty parts ask nothing.

    ``after`` and ``before`` are years (astronomical) which a claim's bounds must touch; ``decade`` is the year in which
    the decade of its first possible day begins.
    """

    words: str = ""
    person: str = ""
    type: str = ""
    status: str = ""
    role: str = ""
    place: str = ""
    organisation: str = ""
    decade: int | None = None
    after: int | None = None
    before: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return all(getattr(self, field.name) in ("", None) for field in fields(self))


@dataclass(frozen=True, slots=True)
class Found:
    """How many claims there are, the ids of one page of them, and the counts of each facet's values."""

    total: int
    claims: tuple[str, ...]
    facets: Mapping[str, Mapping[str, int]]


_ROLES_OF = {"place": ("place", "origin", "destination"), "organisation": ("organisation",), "role": ()}
"""Facets over roles, and the roles that they look at; none for all."""
_DECADE = "((coalesce(earliest_day, latest_day) + 4371587) * 10000 / 3652425 / 10) * 10 - 10000"
"""The decade of a claim's first possible day, in whole numbers that are positive: counted from the year -10000."""


def search(connection: sqlite3.Connection, query: FacetQuery, offset: int, limit: int, count: bool = True) -> Found:
    """The claims that fit, by document and place in it, and the facets' counts. Unknown values find nothing."""
    condition, values = _condition(query)
    total = connection.execute(f"SELECT count(*) FROM standing_claims WHERE {condition}", values).fetchone()[0]
    rows = connection.execute(
        f"SELECT id FROM standing_claims WHERE {condition} ORDER BY document, position LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    facets = {name: _counts(connection, query, name) for name in _FACETS} if count else {}
    return Found(total, tuple(row["id"] for row in rows), facets)


_FACETS = ("type", "status", "person", "place", "organisation", "role", "decade")


def _counts(connection: sqlite3.Connection, query: FacetQuery, facet: str) -> dict[str, int]:
    condition, values = _condition(query, without=facet)
    if facet == "status":
        sums = ", ".join(f"sum({test}) AS {name}" for name, test in STATUSES.items())
        row = connection.execute(f"SELECT {sums} FROM standing_claims WHERE {condition}", values).fetchone()
        return {name: row[name] for name in STATUSES if row[name]}
    if facet == "decade":
        rows = connection.execute(
            f"""SELECT {_DECADE} AS value, count(*) AS n FROM standing_claims WHERE {condition}
            AND (earliest_day IS NOT NULL OR latest_day IS NOT NULL) GROUP BY value ORDER BY value""",
            values,
        )
        return {str(row["value"]): row["n"] for row in rows}
    column = {"type": "type", "person": "subject_label"}.get(facet)
    if column:
        rows = connection.execute(
            f"""SELECT {column} AS value, count(*) AS n FROM standing_claims WHERE {condition}
            GROUP BY value ORDER BY n DESC, value LIMIT {VALUES}""",
            values,
        )
    else:
        shown, roles = "name" if facet == "role" else "label", _ROLES_OF[facet]
        which = f"AND name IN ({', '.join('?' * len(roles))})" if roles else ""
        rows = connection.execute(
            f"""SELECT {shown} AS value, count(DISTINCT claim) AS n FROM standing_roles
            WHERE claim IN (SELECT id FROM standing_claims WHERE {condition}) {which}
            GROUP BY value ORDER BY n DESC, value LIMIT {VALUES}""",
            (*values, *roles),
        )
    return {row["value"]: row["n"] for row in rows}


def _condition(query: FacetQuery, without: str = "") -> tuple[str, tuple[str | int, ...]]:
    parts: list[str] = ["verdict IS NOT 'reject'"]
    values: list[str | int] = []
    words = folded_words(query.words)
    if words:
        parts.append(
            f"""document IN (SELECT documents.id FROM text_search JOIN documents ON number = text_search.rowid
            WHERE text_search MATCH ? ORDER BY rank LIMIT {_LIVES_OF_WORDS})"""
        )
        values.append(" ".join(f'"{word}"' for word in words))
    if query.type and without != "type":
        parts.append("type = ?")
        values.append(query.type)
    if query.person and without != "person":
        parts.append("subject_label = ?")
        values.append(query.person)
    if query.status and without != "status":
        parts.append(STATUSES.get(query.status, "FALSE"))
    for facet in ("place", "organisation"):
        label = getattr(query, facet)
        if label and without != facet:
            roles = _ROLES_OF[facet]
            named = ", ".join("?" * len(roles))
            parts.append(f"id IN (SELECT claim FROM standing_roles WHERE label = ? AND name IN ({named}))")
            values.extend((label, *roles))
    if query.role and without != "role":
        parts.append("id IN (SELECT claim FROM standing_roles WHERE name = ?)")
        values.append(query.role)
    if query.decade is not None and without != "decade":
        parts.append(f"{_DECADE} = ?")
        values.append(query.decade)
    if query.after is not None:
        parts.append("(latest_day >= ? OR latest_day IS NULL AND earliest_day IS NOT NULL)")
        values.append(number_of(_day(query.after, "01-01")))
    if query.before is not None:
        parts.append("(earliest_day <= ? OR earliest_day IS NULL AND latest_day IS NOT NULL)")
        values.append(number_of(_day(query.before, "12-31")))
    return " AND ".join(f"({part})" for part in parts), tuple(values)


def _day(year: int, day: str) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{day}"
