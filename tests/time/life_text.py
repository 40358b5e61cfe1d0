"""Small documents for the tests of time: blank-line paragraphs, ``= headings =``, ``- key: value`` lines."""

from __future__ import annotations

import re

from vitascope.model import Annotation, Block, Document, ModelInfo, Source, Span

UNREAD = Annotation((), (), (), (), ModelInfo("none", "0", "0"), ())
"""An annotation without tokens: what a text tells by its words alone."""
_HEADING = re.compile(r"=+ (.*?) =+$")
_LINE = re.compile(r"- ([^:]{1,40}): (.+)$")


def document(text: str, title: str = "A life") -> Document:
    """A document of ``text``, each line a block."""
    blocks, at = [], 0
    for line in text.split("\n"):
        span = Span(at, at + len(line))
        heading, box = _HEADING.match(line), _LINE.match(line)
        if heading:
            blocks.append(Block("heading", Span(at + heading.start(1), at + heading.end(1))))
        elif box:
            key, value = (Span(at + box.start(n), at + box.end(n)) for n in (1, 2))
            blocks.append(Block("infobox", Span(at + 2, span.end), -1, key, value))
        elif line.strip():
            blocks.append(Block("paragraph", span))
        at += len(line) + 1
    return Document("0" * 64, text, title, Source("test:", "text", "0" * 64), tuple(blocks))
