"""TimeML documents: a text with its TIMEX3 inline, written and read.

The text between the tags of ``TEXT`` is the document's, code point for code point. Reading takes any TimeML whose
TIMEX3 stand inline (TimeBank, TempEval, WikiWars); other tags within the text are passed over, their words kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from vitascope.errors import SourceError
from vitascope.export.timex3 import TIMEX_TYPES, Timex3
from vitascope.model import Document, Span

_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_QUOTED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


@dataclass(frozen=True, slots=True)
class TimeMLText:
    """What a TimeML document says: its text and the TIMEX3 in it, in text order, those of its head left out.

    ``created`` is the value of the document creation time, None where none is told.
    """

    text: str
    timexes: tuple[Timex3, ...]
    created: str | None = None


def timeml(document: Document, timexes: Sequence[Timex3]) -> str:
    """The document as TimeML. ``timexes`` are in text order and do not overlap.

    Raises SourceError for a character that XML cannot hold.
    """
    unfit = _FORBIDDEN.search(document.text)
    if unfit:
        what = f"U+{ord(unfit[0]):04X} at offset {unfit.start()} cannot stand in XML"
        raise SourceError(document.source.uri, what, "remove it from the text, or choose another format")
    body: list[str] = []
    at = 0
    for number, timex in enumerate(timexes, 1):
        body.append(document.text[at : timex.span.start].translate(_ESCAPED))
        body.append(f"<TIMEX3 {_attributes(number, timex)}>{document.quote(timex.span).translate(_ESCAPED)}</TIMEX3>")
        at = timex.span.end
    body.append(document.text[at:].translate(_ESCAPED))
    title = " ".join(document.title.split()).translate(_ESCAPED)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
        f"<DOCID>{document.id}</DOCID>\n<TITLE>{title}</TITLE>\n<TEXT>{''.join(body)}</TEXT>\n</TimeML>\n"
    )


def _attributes(number: int, timex: Timex3) -> str:
    told = {"tid": f"t{number}", "type": timex.type, "value": timex.value, "mod": timex.mod}
    told |= {"quant": timex.quant, "freq": timex.freq}
    told["temporalFunction"] = "true" if timex.anchored else None
    return " ".join(f'{name}="{value.translate(_QUOTED)}"' for name, value in told.items() if value is not None)


def read_timeml(data: bytes, name: str) -> TimeMLText:
    """The text and TIMEX3 of a TimeML document. External entities are never fetched, entities never expanded.

    Raises SourceError where it is no XML, or has no ``TEXT``.
    """
    root = parse_xml(data, name)
    body = root if root.tag == "TEXT" else root.find(".//TEXT")
    if body is None:
        raise SourceError(name, "has no TEXT element", "give TimeML with its TIMEX3 inline")
    parts: list[str] = []
    found: list[Timex3] = []
    _walk(body, parts, 0, found)
    dct = root.find(".//DCT//TIMEX3")
    created = None if dct is None else dct.get("value")
    return TimeMLText("".join(parts), tuple(sorted(found, key=lambda timex: timex.span)), created)


def parse_xml(data: bytes, name: str) -> Any:
    """The root element, read without network, DTD and entities. Raises SourceError where it is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise SourceError(name, f"is no XML ({fault})", "check the file") from fault


def _walk(element: Any, parts: list[str], at: int, found: list[Timex3]) -> int:
    """Gather the text within ``element`` from offset ``at`` on; the offset after it is returned."""
    start = at
    at = _add(element.text, parts, at)
    for child in element:
        if isinstance(child.tag, str):
            at = _walk(child, parts, at, found)
        at = _add(child.tail, parts, at)
    if element.tag == "TIMEX3":
        kind = element.get("type", "DATE").upper()
        found.append(
            Timex3(
                Span(start, at),
                next((known for known in TIMEX_TYPES if known == kind), "DATE"),
                element.get("value", ""),
                element.get("mod"),
                element.get("temporalFunction") == "true",
                element.get("quant"),
                element.get("freq"),
            )
        )
    return at


def _add(text: str | None, parts: list[str], at: int) -> int:
    if text:
        parts.append(text)
    return at + len(text or "")
