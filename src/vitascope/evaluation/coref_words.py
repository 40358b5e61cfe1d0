"""Gold words put together as a text, each with its offsets: corpora give words, a reader wants prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from vitascope.errors import SourceError
from vitascope.model import Document, Span
from vitascope.sources import read_text
from vitascope.sources.normalisation import normalise

__all__ = ["GoldWord", "laid_out", "spaced"]

Opens = Literal["", "paragraph", "heading"]

_TIGHT_BEFORE = re.compile(r"[.,;:!?%)\]}”…/]+|['’]\w{0,3}|[–—-]|n['’]t")
_TIGHT_AFTER = frozenset("([{“–—-/$")


class GoldWord(NamedTuple):
    """A word of a corpus; ``glued`` to the one before it; ``opens`` a paragraph or a heading."""

    text: str
    glued: bool = False
    opens: Opens = ""


def laid_out(words: Sequence[GoldWord], name: str, title: str, language: str) -> tuple[Document, tuple[Span, ...]]:
    """A document of these words and the span of each in its text. ``title`` becomes the first heading, if given.

    Raises SourceError where a word does not stand in the text as the corpus has it.
    """
    pieces = [f"= {title} =\n\n"] if title else []
    length, spans, closing = sum(map(len, pieces)), [], ""
    for number, word in enumerate(words):
        if word.opens:
            before = (closing + "\n\n" if number else "") + ("== " if word.opens == "heading" else "")
            closing = " ==" if word.opens == "heading" else ""
        else:
            before = "" if word.glued or not number else " "
        text = normalise(word.text)
        spans.append(Span(length + len(before), length + len(before) + len(text)))
        pieces += [before, text]
        length += len(before) + len(text)
    document = read_text("".join(pieces) + closing + "\n", name, format="wiki", language=language)
    for word, span in zip(words, spans, strict=True):
        if document.quote(span) != normalise(word.text):
            advice = "check the encoding and the columns of the file"
            raise SourceError(name, f"the word “{word.text}” is not at its place in the text", advice)
    return document, tuple(spans)


def spaced(words: Iterable[str]) -> list[GoldWord]:
    """Words of a corpus that does not tell where blanks stood, glued by the rules of English typing."""
    found: list[GoldWord] = []
    glue, quoted = True, False
    for word in words:
        if word == '"':
            found.append(GoldWord(word, glue or quoted))
            glue, quoted = not quoted, not quoted
            continue
        found.append(GoldWord(word, glue or bool(_TIGHT_BEFORE.fullmatch(word))))
        glue = word in _TIGHT_AFTER
    return found
