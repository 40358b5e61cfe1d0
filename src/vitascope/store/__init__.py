"""The project file: one SQLite database of documents, what was read from them, and what people judged of it.

Only this package touches the database.
"""

from vitascope.store.changes import Difference, Quoted
from vitascope.store.correcting import CLAIM_VERDICTS, PERSONA_VERDICTS, STATUS_VALUES
from vitascope.store.filters import STATUSES, ClaimFilter
from vitascope.store.identity import Cluster
from vitascope.store.judging import Placed
from vitascope.store.loading import Held
from vitascope.store.names import Named
from vitascope.store.problems import InconsistentReading
from vitascope.store.project import Change, Project
from vitascope.store.quotes import quoted
from vitascope.store.searching import Hits, PlaceHit, TextHit

__all__ = [
    "CLAIM_VERDICTS",
    "PERSONA_VERDICTS",
    "STATUSES",
    "STATUS_VALUES",
    "Change",
    "ClaimFilter",
    "Cluster",
    "Difference",
    "Held",
    "Hits",
    "InconsistentReading",
    "Named",
    "PlaceHit",
    "Placed",
    "Project",
    "Quoted",
    "TextHit",
    "quoted",
]
