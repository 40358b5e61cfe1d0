"""Read the times of a text: every expression found, valued, and anchored in the story's clock."""

from __future__ import annotations

from collections.abc import Mapping

from vitascope.model import Annotation, Document, TimeExpression, When
from vitascope.time.narrative import clocks, tell

__all__ = ["read_clock", "read_times"]


def read_times(document: Document, annotation: Annotation) -> tuple[TimeExpression, ...]:
    """All time expressions of the document, asides and infobox values included, headings not.

    They come in text order and their spans do not overlap. ``when.edtf`` is None where the text tells no time
    ("for three months", "now") and basis is then ``none``. The annotation may be empty: then no tense is heeded.

    A ``reference`` only points: by its relation to the writer's present (``at``: "now", "current"), before it
    (``before``: "former", "recently") or after it (``after``: "the future"), or back at the story ("then": ``then``).
    "At that time", "until then" are references too, with the story's date and the relation of their preposition.
    """
    return tell(document, annotation)


def read_clock(document: Document, annotation: Annotation) -> Mapping[int, When]:
    """By sentence index, the time in force where the sentence begins; sentences before any date are absent."""
    return clocks(document, annotation)
