"""What the words of a date tell by themselves, whatever preposition led them in the text."""

from __future__ import annotations

from functools import cache

from vitascope import edtf
from vitascope.model import Block, Document, Source, Span
from vitascope.time import calendar
from vitascope.time.expressions import find
from vitascope.time.joining import join
from vitascope.time.lexicon import lexicon
from vitascope.time.values import Fixed


@cache
def told_alone(words: str, language: str) -> str | None:
    """EDTF of ``words`` read as a text of their own; None unless all of them are one date that needs no context.

    ``1955~/1959`` of "the late 1950s", which "from the late 1950s" leaves open.
    """
    whole = Span(0, len(words))
    document = Document("", words, "", Source("", "text", "", language=language), (Block("paragraph", whole),))
    found = join(words, find(document, lexicon(language)), lexicon(language))
    if len(found) != 1 or found[0].core != whole or not isinstance(found[0].value, Fixed):
        return None
    text = found[0].value.edtf
    if found[0].part:
        text = calendar.part_of(text, found[0].part)
    text = calendar.marked(text, found[0].mark)
    return text if edtf.valid(text) else None
