"""The time expressions of a document as rows: what the words say, in EDTF and in TIMEX3, and how that is known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from vitascope.export.timex3 import Timex3, timexes_of
from vitascope.model import Document, Span, TimeExpression, When


@dataclass(frozen=True, slots=True)
class DateRow:
    """One expression with its words and place. ``line`` and ``column`` count from 1, columns in code points.

    ``words`` are those of the core, ``led`` those of the whole span. ``timex`` are its TIMEX3, two for a range.
    """

    expression: TimeExpression
    words: str
    led: str
    line: int
    column: int
    timex: tuple[Timex3, ...]

    @property
    def value(self) -> str:
        """The TIMEX3 values in one line: ``1911``, ``1911 … 1914``."""
        return " … ".join(timex.value for timex in self.timex)


def date_rows(document: Document, times: Iterable[TimeExpression]) -> tuple[DateRow, ...]:
    """A row for every expression, in the order given."""
    starts = [0, *(at + 1 for at, letter in enumerate(document.text) if letter == "\n")]

    def row(expression: TimeExpression) -> DateRow:
        line = bisect_right(starts, expression.span.start)
        return DateRow(
            expression,
            _words(document, expression.core),
            _words(document, expression.span),
            line,
            expression.span.start - starts[line - 1] + 1,
            timexes_of(document, expression),
        )

    return tuple(row(expression) for expression in times)


def date_object(document: Document, row: DateRow) -> dict[str, Any]:
    """One expression as plain JSON values, offsets in code points of the document's text.

    ``quote == text[start:end]`` are the words of the expression, ``span`` holds those that steer it too; ``birth`` and
    ``death`` are there for life spans only, ``mod`` where TIMEX3 has one.
    """
    told = row.expression
    sides = (("birth", told.birth), ("death", told.death))
    return {
        "document": document.id,
        "file": document.source.uri,
        "line": row.line,
        "column": row.column,
        "start": told.core.start,
        "end": told.core.end,
        "quote": document.quote(told.core),
        "span": {"start": told.span.start, "end": told.span.end},
        "kind": told.kind,
        "relation": told.relation,
        **_when(told.when),
        **{name: _when(side) for name, side in sides if side},
        "duration": told.duration,
        "timex3": [_timex(timex) for timex in row.timex],
        "rule": told.rule,
    }


def _when(when: When) -> dict[str, Any]:
    return {name: getattr(when, name) for name in ("edtf", "earliest", "latest", "basis", "because")}


def _timex(timex: Timex3) -> dict[str, Any]:
    told = {"start": timex.span.start, "end": timex.span.end, "type": timex.type, "value": timex.value}
    return told | ({"mod": timex.mod} if timex.mod else {})


def _words(document: Document, span: Span) -> str:
    return " ".join(document.quote(span).split())
