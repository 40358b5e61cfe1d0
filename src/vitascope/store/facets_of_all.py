"""The facets of the search that asks nothing: counted in indexes and tallies, not claim by claim.

What people judged is few: it is taken out of what was counted as read, and put in as it stands.
"""

from __future__ import annotations

import sqlite3

from vitascope.store.filters import NOT_REJECTED, STATUSES
from vitascope.store.overview import COUNTED

_JUDGED = "(SELECT id FROM judged_claims)"


def total(connection: sqlite3.Connection) -> int:
    """How many claims stand."""
    return int(connection.execute(f"SELECT coalesce(sum(n), 0) FROM ({COUNTED})").fetchone()[0])


def page(connection: sqlite3.Connection, offset: int, limit: int) -> tuple[str, ...]:
    """Ids by document and place in it. Each half is in this order by its index; the judged ones are few."""
    rows = connection.execute(
        f"""SELECT id, document, position FROM claims WHERE id NOT IN {_JUDGED}
        UNION ALL SELECT id, document, position FROM judged_claims WHERE {NOT_REJECTED}
        ORDER BY document, position LIMIT ? OFFSET ?""",
        (limit, offset),
    )
    return tuple(row["id"] for row in rows)


def statuses(connection: sqlite3.Connection) -> dict[str, int]:
    """Each status with its count, those without any left out."""
    # The tallies hold whether somebody is named, the tests ask who.
    tests = {name: test.replace("attributed_to IS NULL", "NOT attributed") for name, test in STATUSES.items()}
    tests = {name: test.replace("attributed_to IS NOT NULL", "attributed") for name, test in tests.items()}
    sums = ", ".join(f"sum(n * ({test})) AS {name}" for name, test in tests.items())
    row = connection.execute(f"SELECT {sums} FROM ({COUNTED})").fetchone()
    return {name: row[name] for name in STATUSES if row[name]}


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
