"""Find the stretches of a text that may name a place: the longest names that the gazetteer knows, and told ones."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from vitascope.model import Document, Span
from vitascope.people.folding import fold
from vitascope.places.gazetteer import Known, abbreviated, known
from vitascope.places.lexicon import Lexicon
from vitascope.places.words import Line, Word

__all__ = ["Sighting", "find"]

_LONGEST = 6
"""Words of the longest name that is looked up."""
_GREAT = 3.0
"""How well known both towns of a pair ("the Perm-Omsk line") must be for the pair alone to tell that they are towns."""
_SURE_AFTER = frozenset({"governorate", "uyezd", "oblast", "county", "voivodeship", "river", "lake", "mountains"})
"""Units that make a name of what stands before them even where they are written small."""
_TOO_WIDE = frozenset({"country", "state", "region", "sea", "mountain", "valley", "parish", "municipality"})
"""Units that also stand after names of other things, so that the gazetteer must know the whole."""


class Sighting(NamedTuple):
    """Words ``[first, last)`` of a line that may name a place. ``key`` brings together one name's sightings.

    ``kind`` is what a word beside the name says it is, empty where none does; ``told`` is that word's phrase.
    """

    line: Line
    first: int
    last: int
    span: Span
    name: str
    key: str
    places: tuple[Known, ...]
    kind: str = ""
    told: str = ""


def find(document: Document, line: Line, lex: Lexicon, taken: Container[int] = ()) -> Iterator[Sighting]:
    """All sightings of a line in order; none overlap. No name begins at the offsets that are ``taken``."""
    reached = 0
    for at, word in enumerate(line.words):
        if at >= reached and word.capital and word.start not in taken:
            sighting = _at(document, line, at, lex)
            if sighting is not None:
                yield from _parts(sighting, lex)
                reached = sighting.last


def _at(document: Document, line: Line, at: int, lex: Lexicon) -> Sighting | None:
    """The sighting that a capitalised word opens, if any."""
    if not _may_open(line, at, lex):
        return None
    if _is_letters(line.words[at]):
        span = line.words[at].span
        name = document.quote(span)
        return Sighting(line, at, at + 1, span, name, fold(name), abbreviated(name))
    end = _run(line, at, lex)
    for last in range(min(end, at + _LONGEST), at, -1):
        if not line.words[last - 1].capital or (last - at == 1 and _is_no_name(line.words[at], lex)):
            continue
        sighting = _sighting(document, line, at, last)
        if sighting.places:
            return _named_unit(document, sighting, end, lex) or _led(sighting, lex)
    return _untold(document, line, at, end, lex)


def _is_letters(word: Word) -> bool:
    """ "Springfield, IL": two capitals after a comma."""
    return len(word.text) == 2 and word.text.isupper() and word.gap in (", ", ",")


def _may_open(line: Line, at: int, lex: Lexicon) -> bool:
    """Function words at a sentence's beginning open no name; "The Hague" is one."""
    word = line.words[at]
    return word.lower not in lex.locative and (word.text not in lex.never or at + 1 < len(line.words))


def _is_no_name(word: Word, lex: Lexicon) -> bool:
    return word.text in lex.never or word.text in lex.demonyms or word.lower in lex.compass


def _run(line: Line, at: int, lex: Lexicon) -> int:
    """Where the capitalised words that begin at ``at`` end; small words of names count between two of them."""
    end = at + 1
    while end < len(line.words):
        word = line.words[end]
        if word.gap not in (" ", ", ") or (word.gap == ", " and not _is_initialism(word)):
            break
        if word.capital:
            end += 1
            continue
        step = next((k for k in (1, 2) if end + k < len(line.words) and line.words[end + k].capital), 0)
        joins = step and all(w.lower in lex.inside and w.gap == " " for w in line.words[end : end + step])
        if not joins or line.words[end + step].gap != " ":
            break
        end += step + 1
    return end


def _is_initialism(word: Word) -> bool:
    """ "Washington, D.C." is one name."""
    return word.text.isupper() and "." in word.text


def _sighting(document: Document, line: Line, first: int, last: int, kind: str = "", told: str = "") -> Sighting:
    span = Span(line.words[first].start, line.words[last - 1].span.end)
    name = " ".join(document.quote(span).split())
    return Sighting(line, first, last, span, name, fold(name), known(name), kind, told)


def _named_unit(document: Document, sighting: Sighting, end: int, lex: Lexicon) -> Sighting | None:
    """A name that the gazetteer knows, with the word for its unit after it ("Mologa Uyezd")."""
    return _with_unit(document, sighting.line, sighting.first, sighting.last, lex) if sighting.last <= end else None


def _with_unit(document: Document, line: Line, first: int, last: int, lex: Lexicon) -> Sighting | None:
    if last >= len(line.words) or line.words[last].gap != " ":
        return None
    word = line.words[last]
    kind = lex.units.get(word.lower) or lex.nature_after.get(word.lower)
    if kind is None or line.words[last - 1].text in lex.demonyms:
        return None
    whole = _sighting(document, line, first, last + 1, kind, word.text)
    if whole.places and word.capital:
        return whole
    sure = kind in _SURE_AFTER or (word.capital and kind not in _TOO_WIDE)
    return whole if sure and line.words[first].text not in lex.never else None


def _led(sighting: Sighting, lex: Lexicon) -> Sighting:
    """The same with the kind that the last word of its name tells, or "the village of …" before it."""
    kind, told = led_by(sighting.line, sighting.first, lex)
    last = sighting.line.words[sighting.last - 1].lower
    if not kind and sighting.last - sighting.first > 1:
        kind = lex.units.get(last) or lex.nature_after.get(last) or ""
        told = last if kind else ""
    return sighting._replace(kind=kind, told=told) if kind else sighting


def led_by(line: Line, at: int, lex: Lexicon) -> tuple[str, str]:
    """The kind and the words of "the village of" before the word at ``at``; empty where they do not stand there."""
    if at < 2 or line.words[at - 1].lower not in lex.of or line.words[at].gap != " ":
        return "", ""
    noun = line.words[at - 2].text
    kind = lex.settlements.get(noun) or lex.units.get(noun) or ""
    return kind, f"{noun} {line.words[at - 1].lower}" if kind else ""


def _untold(document: Document, line: Line, at: int, end: int, lex: Lexicon) -> Sighting | None:
    """A name that no gazetteer knows, where words beside it say that it is a place."""
    word = line.words[at]
    nature = _kind_before(lex.nature_before, word)
    if nature and at + 1 < end and line.words[at + 1].capital and line.words[at + 1].gap == " ":
        return _sighting(document, line, at, at + 2, nature, word.text)
    if _is_no_name(word, lex) or (
        at and line.words[at - 1].capital and word.gap == " " and not _opens(line, at - 1, lex)
    ):
        return None
    for last in range(at + 1, min(end, at + 4) + 1):
        unit = _with_unit(document, line, at, last, lex)
        if unit is not None:
            return unit
    last = at + 1
    while last < end and line.words[last].capital and line.words[last].gap == " ":
        last += 1
    while last > at + 1 and any(place.broad for place in known(line.words[last - 1].text)):
        # "in Tiszafalu Hungary"
        last -= 1
    bare = _sighting(document, line, at, last)
    return _led(bare, lex)


def _opens(line: Line, at: int, lex: Lexicon) -> bool:
    """Whether a capitalised word is only that of a sentence's beginning, or an adjective of a people."""
    word = line.words[at]
    return (
        word.text in lex.never
        or word.text in lex.demonyms
        or word.lower in lex.locative
        or word.lower in lex.directional
    )


def _kind_before(table: Mapping[str, str], word: Word) -> str:
    return table.get(word.lower, "")


def _parts(sighting: Sighting, lex: Lexicon) -> Iterator[Sighting]:
    """ "The Perm-Omsk line": two towns with a hyphen between them are two sightings."""
    halves = sighting.name.split("-")
    if sighting.places or sighting.kind or len(halves) != 2 or sighting.last - sighting.first != 1:
        yield sighting
        return
    if not all(half and known(half) and half not in lex.never and half not in lex.demonyms for half in halves):
        yield sighting
        return
    start, pair = sighting.span.start, sighting.name if all(known(half)[0].weight >= _GREAT for half in halves) else ""
    for half in halves:
        span = Span(start, start + len(half))
        yield Sighting(sighting.line, sighting.first, sighting.last, span, half, fold(half), known(half), "", pair)
        start = span.end + 1
