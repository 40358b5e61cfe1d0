"""The facets of searches that ask nothing, or so little that much is found: counted in indexes and tallies.

What people judged is few: it is taken out of what was counted as read, and put in as it stands.
"""

from __future__ import annotations

import sqlite3

from vitascope.store.filters import NOT_REJECTED, STATUSES
from vitascope.store.overview import COUNTED

_BY_PLACE = "sqlite_autoindex_claims_2"
"""The index of UNIQUE (document, position)."""
_JUDGED = "(SELECT id FROM judged_claims)"


def total(connection: sqlite3.Connection, type_: str = "", status: str = "") -> int:
    """How many claims stand, of a type and a status where they are given."""
    condition, values = _tallied(type_, status)
    return int(
        connection.execute(f"SELECT coalesce(sum(n), 0) FROM ({COUNTED}) WHERE {condition}", values).fetchone()[0]
    )


def page(connection: sqlite3.Connection, offset: int, limit: int, type_: str = "", status: str = "") -> tuple[str, ...]:
    """Ids by document and place in it. Each half is in this order by its index; the judged ones are few."""
    # The plus keeps the type from being looked up in its index, whose claims would all have to be sorted.
    condition = f"(? = '' OR +type = ?) AND {STATUSES[status] if status else 'TRUE'}"
    rows = connection.execute(
        f"""SELECT id, document, position FROM claims INDEXED BY {_BY_PLACE} WHERE {condition} AND id NOT IN {_JUDGED}
        UNION ALL SELECT id, document, position FROM judged_claims WHERE {condition} AND {NOT_REJECTED}
        ORDER BY document, position LIMIT ? OFFSET ?""",
        (type_, type_, type_, type_, limit, offset),
    )
    return tuple(row["id"] for row in rows)


def types(connection: sqlite3.Connection, status: str, most: int) -> dict[str, int]:
    """The most frequent types of what has a status."""
    condition, values = _tallied("", status)
    rows = connection.execute(
        f"""SELECT type, sum(n) FROM ({COUNTED}) WHERE {condition}
        GROUP BY 1 HAVING sum(n) > 0 ORDER BY 2 DESC, 1 LIMIT {most}""",
        values,
    )
    return dict(tuple(row) for row in rows)


def statuses(connection: sqlite3.Connection, type_: str = "") -> dict[str, int]:
    """Each status with its count, those without any left out; of a type where it is given."""
    condition, values = _tallied(type_, "")
    sums = ", ".join(f"sum(n * ({_told(name)})) AS {name}" for name in STATUSES)
    row = connection.execute(f"SELECT {sums} FROM ({COUNTED}) WHERE {condition}", values).fetchone()
    return {name: row[name] for name in STATUSES if row[name]}


def _tallied(type_: str, status: str) -> tuple[str, tuple[str, ...]]:
    """A condition on tallies."""
    # With the plus the few judged claims are looked up by their ids, not among all claims of the type.
    parts = [*(["+type = ?"] if type_ else []), *([f"({_told(status)})"] if status else [])]
    return " AND ".join(parts) or "TRUE", (type_,) if type_ else ()


def _told(status: str) -> str:
    """The test of a status on tallies, which hold whether somebody is named as saying so, not who."""
    test = STATUSES[status]
    return test.replace("attributed_to IS NULL", "NOT attributed").replace("attributed_to IS NOT NULL", "attributed")


def values(connection: sqlite3.Connection, column: str, most: int) -> dict[str, int]:
    """The most frequent values of a column of claims."""
    rows = connection.execute(
        f"""SELECT {column}, sum(n) FROM ({_grouped(column)})
        GROUP BY 1 HAVING sum(n) > 0 ORDER BY 2 DESC, 1 LIMIT {most}"""
    )
    return dict(tuple(row) for row in rows)


def decades(connection: sqlite3.Connection, day: str, decade: str) -> dict[str, int]:
    """Claims by decade, in order; both are expressions of SQL, ``day`` the one that an index is of."""
    by_day = _grouped(f"{day} AS earliest_day, NULL AS latest_day")
    rows = connection.execute(
        f"""SELECT {decade}, sum(n) FROM ({by_day}) WHERE earliest_day IS NOT NULL
        GROUP BY 1 HAVING sum(n) > 0 ORDER BY 1"""
    )
    return {str(value): n for value, n in rows}


def _grouped(columns: str) -> str:
    """SQL of the columns with a number ``n`` that may be negative, the first of them grouped in an index."""
    return f"""SELECT {columns}, count(*) AS n FROM claims GROUP BY 1
      UNION ALL SELECT {columns}, -1 FROM claims WHERE id IN {_JUDGED}
      UNION ALL SELECT {columns}, 1 FROM judged_claims WHERE {NOT_REJECTED}"""


def roles(connection: sqlite3.Connection, column: str, names: tuple[str, ...], most: int) -> dict[str, int]:
    """The most frequent values of ``column`` (name or label) of the roles of these names, of all without names."""
    which = f"name IN ({', '.join('?' * len(names))})" if names else "TRUE"
    standing = f"(SELECT id FROM judged_claims WHERE {NOT_REJECTED})"
    # A role has its name once in a claim, so that only labels can stand twice in one.
    number = "count(*)" if column == "name" or len(names) == 1 else "count(DISTINCT claim)"
    rows = connection.execute(
        f"""SELECT value, sum(n) FROM (
          SELECT {column} AS value, {number} AS n FROM claim_roles WHERE {which} GROUP BY 1
          UNION ALL
          SELECT {column}, -{number} FROM claim_roles WHERE {which} AND claim IN {_JUDGED} GROUP BY 1
          UNION ALL
          SELECT {column}, {number} FROM judged_roles WHERE {which} AND claim IN {standing} GROUP BY 1
        ) GROUP BY 1 HAVING sum(n) > 0 ORDER BY 2 DESC, 1 LIMIT {most}""",
        names * 3,
    )
    return dict(tuple(row) for row in rows)
