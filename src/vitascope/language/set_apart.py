"""Quotations set apart: paragraphs of somebody else's words that no quotation marks close.

A letter or an indictment stands in a paragraph of its own behind a colon, or behind ``>``; a long quotation opens each
of its paragraphs with a mark and closes only the last. What they tell is told by whoever is quoted, not by the author.
The words by which a lead tells so are data (``lang/en/set-apart.yml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vitascope import lang
from vitascope.document import Block, Document, Span

__all__ = ["in_first_person", "set_apart"]

_OPENING = ("“", "«", '"')
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_LAST_SENTENCE = re.compile(r"(?:.*[.!?…][”\"’)]?\s)?(.*)\Z", re.DOTALL)
_WHOLE = re.compile(r"[.!?…][”\"’)\]]*\Z")
_NUMBERED = r"(?-i:(?<=\w )[A-Z]\w+ I\b)"
"""A war or a ruler with a number, which is no "I": a capital behind another word."""
_MARKED = ">"
_COLON = ":"


class _Words(NamedTuple):
    telling: re.Pattern[str]
    first_person: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    data = lang.load(language, "set-apart")
    told, first = ("|".join(map(re.escape, data[key])) for key in ("telling", "first_person"))
    return _Words(re.compile(rf"\b(?:{told})\b", re.I), re.compile(rf"{_NUMBERED}|\b({first})\b", re.I))


def set_apart(document: Document) -> tuple[Span, ...]:
    """The paragraphs, or what of them stands behind an unclosed mark, that are quotations, in text order."""
    words = _words(document.source.language)
    return tuple(sorted({*_behind_leads(document, words), *_carried_on(document)}))


def in_first_person(document: Document, span: Span) -> bool:
    """Whether a stretch speaks so: in a letter "he" is for the writer to explain, in an indictment not."""
    return _speaks(_words(document.source.language), document.quote(span))


def _behind_leads(document: Document, words: _Words) -> Iterator[Span]:
    before: Block | None = None
    within = False
    for block in document.blocks:
        text = document.quote(block.span)
        lead = "" if before is None else document.quote(before.span).rstrip()
        if block.kind != "paragraph":
            within = False
        elif text.startswith(_MARKED):
            yield block.span
        elif text.startswith(_OPENING):
            within = False
        elif lead.endswith(_COLON) or within:
            spoken = _speaks(words, text)
            tells = not within and words.telling.search(_last_sentence(lead)) is not None
            by_author = _speaks(words, lead) and not within
            within = _WHOLE.search(text) is not None and (tells or (spoken and not by_author))
            if within:
                yield block.span
        before = block if block.kind == "paragraph" else None


def _carried_on(document: Document) -> Iterator[Span]:
    """What stands behind a mark that is not closed in its paragraph, where the next paragraph opens with one too."""
    for block, following in zip(document.blocks, document.blocks[1:], strict=False):
        mark = document.text[following.span.start : following.span.start + 1]
        if mark not in _OPENING or block.kind != "paragraph" or following.kind != "paragraph":
            continue
        text = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), document.quote(block.span))
        if (at := text.rfind(mark)) >= 0:
            yield Span(block.span.start + at + 1, block.span.end)


def _speaks(words: _Words, text: str) -> bool:
    """Whether a text speaks in the first person outside quotation marks."""
    return any(found[1] for found in words.first_person.finditer(_QUOTED.sub("", text)))


def _last_sentence(text: str) -> str:
    found = _LAST_SENTENCE.match(text)
    return found[1] if found else text
