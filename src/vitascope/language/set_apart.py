"""Quotations set apart: paragraphs of somebody else's words that no quotation marks close.

A letter or an indictment stands in a paragraph of its own behind a colon, or behind ``>``; a long quotation opens each
of its paragraphs with a mark and closes only the last. A text that has lost its layout runs such words on behind a
colon within the paragraph, where they are known by the first person. What they tell is told by whoever is quoted, not
by the author. The words by which a lead tells so are data (``lang/en/set-apart.yml``).
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
_MARK = re.compile('[“”«»"]')
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_LAST_SENTENCE = re.compile(r"(?:.*[.!?…][”\"’)]?\s)?(.*)\Z", re.DOTALL)
_WHOLE = re.compile(r"[.!?…][”\"’)\]]*\Z")
_NUMBERED = r"(?-i:(?<=\w )[A-Z]\w+ I\b)"
"""A war or a ruler with a number, which is no "I": a capital behind another word."""
_MARKED = ">"
_COLON = ":"


_AFTER = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-z])")


class _Words(NamedTuple):
    telling: re.Pattern[str]
    first_person: re.Pattern[str]
    run_on: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    data = lang.load(language, "set-apart")
    told, first = ("|".join(map(re.escape, data[key])) for key in ("telling", "first_person"))
    opens = "|".join(re.escape(word.capitalize()) for word in data["first_person"])
    # an author who puts in "I think" is no speaker
    run_on = rf":\s+(?=\w)|\b(?:{told}),\s+(?=(?:{opens})\b(?!\s+\w+,))"
    return _Words(
        re.compile(rf"\b(?:{told})\b", re.I), re.compile(rf"{_NUMBERED}|\b({first})\b", re.I), re.compile(run_on)
    )


def set_apart(document: Document) -> tuple[Span, ...]:
    """The paragraphs, or what of them stands behind an unclosed mark, that are quotations, in text order."""
    words = _words(document.source.language)
    apart = {*_behind_leads(document, words), *_carried_on(document)}
    run_on = (s for b in document.blocks if b.kind == "paragraph" for s in _run_on(document, b.span, words))
    return tuple(sorted({*apart, *(s for s in run_on if not any(a.overlaps(s) for a in apart))}))


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
        text = _unquoted(document.quote(block.span))
        if (at := text.rfind(mark)) >= 0:
            yield Span(block.span.start + at + 1, block.span.end)


def _run_on(document: Document, block: Span, words: _Words) -> Iterator[Span]:
    """Sentences in the first person behind a colon, or a verb of saying and a comma, in a paragraph of other words.

    One sentence without the first person between two that have it is the speaker's as well.
    """
    text = _unquoted(document.quote(block))
    lead = words.run_on.search(text)
    while lead is not None and not _speaks(words, text[: lead.start()]):
        end = at = lead.end()
        is_open = _MARK.search(text, 0, at) is not None
        missed = is_open
        for stop, sentence in _sentences(text, at):
            spoken = _speaks(words, sentence) and _WHOLE.search(sentence) is not None
            if not spoken and (missed or end == at):
                break
            missed, end = not spoken, stop if spoken else end
        if end > at:
            yield Span(block.start + at, block.start + end)
        lead = words.run_on.search(text, max(end, at))


def _speaks(words: _Words, text: str) -> bool:
    """Whether a text speaks in the first person outside quotation marks."""
    return any(found[1] for found in words.first_person.finditer(_QUOTED.sub("", text)))


def _sentences(text: str, at: int) -> Iterator[tuple[int, str]]:
    """The sentences from ``at`` on, each with its end."""
    stops = [*(found.start() for found in _AFTER.finditer(text, at)), len(text.rstrip())]
    for start, stop in zip([at, *stops], stops, strict=False):
        yield stop, text[start:stop].strip()


def _unquoted(text: str) -> str:
    """The text with blanks for what stands between marks."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)


def _last_sentence(text: str) -> str:
    found = _LAST_SENTENCE.match(text)
    return found[1] if found else text
