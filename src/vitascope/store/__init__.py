"""The project file: one SQLite database of documents, what was read from them, and what people judged of it.

Only this package touches the database.
"""

from vitascope.store.filters import STATUSES, ClaimFilter
from vitascope.store.loading import Held
from vitascope.store.names import Named
from vitascope.store.problems import InconsistentReading
from vitascope.store.project import Change, Project
from vitascope.store.searching import Hits, PlaceHit, TextHit

__all__ = [
    "STATUSES",
    "Change",
    "ClaimFilter",
    "Held",
    "Hits",
    "InconsistentReading",
    "Named",
    "PlaceHit",
    "Project",
    "TextHit",
]
