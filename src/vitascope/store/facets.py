"""Faceted search over claims: what is asked, the claims that answer, and for every facet how many each value has.

A value's count tells how many claims would be left if it were chosen, the other facets staying as they are
(Yee et al., Faceted metadata for image search and browsing, CHI 2003). So no choice that is offered is empty. Claims
are as people left them, without those that they reject.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from vitascope.days import number_of
from vitascope.store import facets_of_all, spots
from vitascope.store.filters import NOT_REJECTED, STATUSES

VALUES = 12
"""How many values of a facet are counted, the most frequent first."""
COUNTABLE = 20_000
"""Of more claims than these, names are not counted (:attr:`Found.uncounted`): it would take seconds."""


@dataclass(frozen=True, slots=True)
class FacetQuery:
    """What is asked of claims; empty parts ask nothing.

    ``words`` are those of :mod:`vitascope.store.spots`.
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

    @property
    def is_tallied(self) -> bool:
        """Whether only a type or a status is asked for, by which claims are tallied as they are saved."""
        return self.status in ("", *STATUSES) and replace(self, type="", status="").is_empty


@dataclass(frozen=True, slots=True)
class Found:
    """How many claims there are, the ids of one page of them, and the counts of each facet's values.

    ``uncounted`` are the facets that could narrow further but were left, because too much was found.
    """

    total: int
    claims: tuple[str, ...]
    facets: Mapping[str, Mapping[str, int]]
    uncounted: tuple[str, ...] = ()


_ROLES_OF = {"place": ("place", "origin", "destination"), "organisation": ("organisation",), "role": ()}
"""Facets over roles, and the roles that they look at; none for all."""
_DAY = "coalesce(earliest_day, latest_day)"
_DECADE = f"(({_DAY} + 4371587) * 10000 / 3652425 / 10) * 10 - 10000"
"""The decade of a claim's first possible day, in whole numbers that are positive: counted from the year -10000."""


def search(connection: sqlite3.Connection, query: FacetQuery, offset: int, limit: int, count: bool = True) -> Found:
    """The claims that fit, by document and place in it, and the counts of the facets that are not chosen yet.

    The claims are gathered once, and counted from there. Unknown values find nothing.
    """
    if query.is_empty:
        return _everything(connection, offset, limit, count)
    if query.is_tallied:
        total = facets_of_all.total(connection, query.type, query.status)
        if total > COUNTABLE:
            return _much(connection, query, total, offset, limit)
    condition, values = _condition(query)
    condition = f"{spots.fitting(connection, query.words)} AND {condition}"
    connection.execute("DROP TABLE IF EXISTS temp.hits")
    parts = f"""id, document, position, type, subject_label, polarity, modality, attributed_to, duress, standing,
        {_DECADE} AS decade"""
    # The two halves of the view standing_claims, each by its own indexes, which a view of both would not use.
    connection.execute(
        f"""CREATE TEMP TABLE hits AS
        SELECT {parts}, 0 AS judged FROM claims AS it WHERE {condition} AND id NOT IN (SELECT id FROM judged_claims)
        UNION ALL SELECT {parts}, 1 FROM judged_claims AS it WHERE {condition} AND {NOT_REJECTED}""",
        values * 2,
    )
    try:
        total = connection.execute("SELECT count(*) FROM temp.hits").fetchone()[0]
        rows = connection.execute(
            "SELECT id FROM temp.hits ORDER BY document, position LIMIT ? OFFSET ?", (limit, offset)
        ).fetchall()
        open_ = [name for name in _FACETS if not _is_chosen(query, name)] if count else []
        uncounted = tuple(name for name in open_ if name in _OF_NAMES and total > COUNTABLE)
        facets = {name: _counts(connection, name) for name in open_ if name not in uncounted}
    finally:
        connection.execute("DROP TABLE temp.hits")
        spots.forget(connection)
    return Found(total, tuple(row["id"] for row in rows), facets, uncounted)


def _much(connection: sqlite3.Connection, query: FacetQuery, total: int, offset: int, limit: int) -> Found:
    """What is found by type or status alone where it is too much to be gathered."""
    of_all, facets = facets_of_all, dict[str, dict[str, int]]()
    if not query.type:
        facets["type"] = of_all.types(connection, query.status, VALUES)
    if not query.status:
        facets["status"] = of_all.statuses(connection, query.type)
    claims = of_all.page(connection, offset, limit, query.type, query.status)
    return Found(total, claims, facets, (*_OF_NAMES, "decade"))


def _everything(connection: sqlite3.Connection, offset: int, limit: int, count: bool) -> Found:
    of_all, facets = facets_of_all, dict[str, dict[str, int]]()
    if count:
        facets = {
            "type": of_all.values(connection, "type", VALUES),
            "status": of_all.statuses(connection),
            "person": of_all.values(connection, "subject_label", VALUES),
            **{name: of_all.roles(connection, "label", _ROLES_OF[name], VALUES) for name in ("place", "organisation")},
            "role": of_all.roles(connection, "name", (), VALUES),
            "decade": of_all.decades(connection, _DAY, _DECADE),
        }
    return Found(of_all.total(connection), of_all.page(connection, offset, limit), facets)


_FACETS = ("type", "status", "person", "place", "organisation", "role", "decade")
_OF_NAMES = ("person", "place", "organisation", "role")
"""The facets whose values are many, which makes counting them cost the most."""
_HIT_ROLES = """
SELECT id, name, label FROM temp.hits CROSS JOIN claim_roles ON claim = id WHERE NOT judged
UNION ALL SELECT id, name, label FROM temp.hits CROSS JOIN judged_roles ON claim = id WHERE judged
"""
_VALUES = {
    "type": f"SELECT type, count(*) FROM temp.hits GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {VALUES}",
    "person": f"SELECT subject_label, count(*) FROM temp.hits GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {VALUES}",
    "decade": "SELECT decade, count(*) FROM temp.hits WHERE decade IS NOT NULL GROUP BY 1 ORDER BY 1",
}


def _is_chosen(query: FacetQuery, facet: str) -> bool:
    return getattr(query, facet) not in ("", None)


def _counts(connection: sqlite3.Connection, facet: str) -> dict[str, int]:
    if facet == "status":
        sums = ", ".join(f"sum({test}) AS {name}" for name, test in STATUSES.items())
        row = connection.execute(f"SELECT {sums} FROM temp.hits").fetchone()
        return {name: row[name] for name in STATUSES if row[name]}
    if facet in _VALUES:
        return {str(value): n for value, n in connection.execute(_VALUES[facet])}
    shown, roles = "name" if facet == "role" else "label", _ROLES_OF[facet]
    which = f"WHERE name IN ({', '.join('?' * len(roles))})" if roles else ""
    # A role has its name once in a claim, so that only labels can stand twice in one.
    number = "count(*)" if len(roles) == 1 or shown == "name" else "count(DISTINCT id)"
    rows = connection.execute(
        f"""SELECT {shown}, {number} FROM ({_HIT_ROLES}) {which}
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {VALUES}""",
        roles,
    )
    return dict(rows)


def _condition(query: FacetQuery) -> tuple[str, tuple[str | int, ...]]:
    parts: list[str] = ["TRUE"]
    values: list[str | int] = []
    if query.type:
        parts.append("type = ?")
        values.append(query.type)
    if query.person:
        parts.append("subject_label = ?")
        values.append(query.person)
    if query.status:
        # Named before the test, so that the index of all that is not plain is taken.
        parts.append(STATUSES["asserted"] if query.status == "asserted" else STATUSES["unasserted"])
        parts.append(STATUSES.get(query.status, "FALSE"))
    for facet in ("place", "organisation"):
        label = getattr(query, facet)
        if label:
            roles = _ROLES_OF[facet]
            named = ", ".join("?" * len(roles))
            parts.append(f"id IN (SELECT claim FROM standing_roles WHERE label = ? AND name IN ({named}))")
            values.extend((label, *roles))
    if query.role:
        parts.append("id IN (SELECT claim FROM standing_roles WHERE name = ?)")
        values.append(query.role)
    if query.decade is not None:
        first, last = (number_of(_day(query.decade + years, day)) for years, day in ((-1, "01-01"), (11, "12-31")))
        parts.append(f"{_DAY} BETWEEN ? AND ? AND {_DECADE} = ?")
        values.extend((first, last, query.decade))
    if query.after is not None:
        parts.append("(latest_day >= ? OR latest_day IS NULL AND earliest_day IS NOT NULL)")
        values.append(number_of(_day(query.after, "01-01")))
    if query.before is not None:
        parts.append("(earliest_day <= ? OR earliest_day IS NULL AND latest_day IS NOT NULL)")
        values.append(number_of(_day(query.before, "12-31")))
    return " AND ".join(f"({part})" for part in parts), tuple(values)


def _day(year: int, day: str) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{day}"
