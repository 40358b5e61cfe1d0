"""Lives told in a parenthesis: "(4 June 1872 – 2 August 1931)", "(c. 1640–?)", "(born 1871)", "(r. 1012–1031)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from vitascope import edtf
from vitascope.edtf import Date, Interval, OneOf
from vitascope.model import Annotation, Block, Document, Span, TimeExpression, When
from vitascope.time import calendar
from vitascope.time.expressions import MENTION
from vitascope.time.lexicon import Lexicon
from vitascope.time.scene import Scene
from vitascope.time.values import Fixed, Found

_DASH = re.compile(r"[–—−‒-]{1,2}")
_BETWEEN = re.compile(r"[\s,;.]{0,3}[–—−‒-]{1,2}\s{0,3}")
_DOUBT = "?"
_UNKNOWN_AFTER = re.compile(r"\s{0,2}[–—−‒-]{1,2}\s{0,2}\?")
_UNKNOWN_BEFORE = re.compile(r"\?\s{0,2}[–—−‒-]{1,2}\s{0,2}$")
_NOT_LATIN = re.compile(r"[^\x00-\u024f\u1e00-\u1eff\u2000-\u206f]")
_MOST = 400
"""Longer parentheses are prose, in code points."""
_LIFE = range(16, 116)
"""Years between birth and death that make an unmarked pair of years after a name a life."""
_CAPTION = 80
"""Shorter paragraphs before the lead are titles and captions, in code points; a short text is its own lead."""
_DEATH_WINDOW = 60
"""Code points before a date in which "he died" is sought."""
_NAME_WINDOW, _MARK_WINDOW, _NAME_WORDS = 60, 20, 8
_PLACE = r"[^\W\d_][\w.'’-]*(?:,?\s[^\W\d_][\w.'’-]*){0,3}"
_PLACE_BEFORE = re.compile(r"[^\W\d_][\w.'’-]*(?:,?\s[^\W\d_][\w.'’-]*){0,5}?,?\s(?:on\s|in\s|ca?\.\s?)?")
"""A place between the mark of a birth or death and its date: "b. Lund, 3 May 1871", "born in Lund, Scania on 3 May"."""
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-z]")
_PLACE_AFTER = re.compile(rf",?\s{_PLACE}(?=\s?[–—−‒-])")
"""A place between the two dates of a life: "3 May 1871, Lund – 1940"."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One date of a parenthesis: its words, its value, and whether "born" or "died" stands before it."""

    span: Span
    value: str
    born: bool = False
    died: bool = False


def lifespans(
    document: Document, annotation: Annotation, found: list[Found], scene: Scene, lexicon: Lexicon
) -> tuple[list[TimeExpression], list[Found]]:
    """The life spans among ``found``, and the expressions left over, both in text order."""
    people = {entity.span.end for entity in annotation.entities if entity.label == "PERSON"}
    things = {entity.span.end for entity in annotation.entities if entity.label != "PERSON"}
    lead = _prose(document)[0].span if _prose(document) else Span(0, 0)
    starts = [item.atom.start for item in found]
    lives: list[TimeExpression] = []
    used: set[int] = set()
    for region in scene.parentheses:
        low, high = bisect_left(starts, region.start), bisect_left(starts, region.end)
        if low == high or high - low > 4 or region.end - region.start > _MOST:
            continue
        inside = [item for item in found[low:high] if item.rule != MENTION]
        told = [piece for item in inside for piece in _pieces(document.text, region, item, lexicon)]
        pieces = [_doubted(document.text, piece) for piece in told]
        if not pieces:
            continue
        named = _after_name(document.text, region.start, people, things, lexicon) or (
            region.start < lead.end and (_after_title(document, region.start) or _opening(document.text, lead, region))
        )
        life = _life(document.text, region, pieces, named, lexicon)
        if life:
            lives.append(life)
            used.update(range(low, high))
    return lives, [item for index, item in enumerate(found) if index not in used]


def life_of_subject(
    document: Document, lives: list[TimeExpression], found: list[Found], lexicon: Lexicon
) -> tuple[When | None, When | None]:
    """Birth and death of the person whom the document is about, as its lead, infobox or first words tell.

    The life span of the first paragraph wins, one after the title's name before others; then infobox lines;
    then a date after "born" in the first three paragraphs.
    """
    prose = _prose(document)
    reach = prose[0].span.end if prose else 0
    leading = [life for life in lives if life.span.start < reach]
    titled = [life for life in leading if _after_title(document, life.span.start)]
    for life in titled or leading:
        return life.birth, life.death
    birth = _told_in_box(document, found, lexicon.birth_keys)
    death = _told_in_box(document, found, lexicon.death_keys)
    if birth or death:
        return birth, death
    for item in found:
        if (
            prose
            and item.span.start < prose[:3][-1].span.end
            and _marked(document.text, item.span.start, 0, lexicon, "born")
        ):
            date = _single(item)
            if date:
                return _when(document.text, _Piece(item.core, date)), None
    return None, None


def death_in_story(document: Document, times: list[TimeExpression], lexicon: Lexicon) -> When | None:
    """The last death that the prose tells of "he" or "she" ("He died the following morning"), with its date: in a life
    that has no date of death in its lead it is the subject's own."""
    for time in reversed(times):
        start = max(document.blocks[_block_at(document, time.span.start)].span.start, time.span.start - _DEATH_WINDOW)
        date = calendar.first(time.when.edtf) if time.when.edtf and time.relation == "at" else None
        if date and lexicon.own_death.search(document.text, start, time.span.start):
            return time.when
    return None


def _block_at(document: Document, at: int) -> int:
    return max(0, bisect_left([block.span.start for block in document.blocks], at + 1) - 1)


def _prose(document: Document) -> list[Block]:
    """The paragraphs from the lead on."""
    paragraphs = [b for b in document.blocks if b.kind == "paragraph"]
    return [b for b in paragraphs if b.span.end - b.span.start > _CAPTION] or paragraphs


def _told_in_box(document: Document, found: list[Found], keys: frozenset[str]) -> When | None:
    for item in found:
        block = document.blocks[item.block]
        if block.key and document.quote(block.key).strip().lower() in keys:
            date = _single(item)
            if date:
                return _when(document.text, _Piece(item.core, date))
    return None


def _single(item: Found) -> str | None:
    if not isinstance(item.value, Fixed) or not isinstance(edtf.parse(item.value.edtf), Date):
        return None
    return calendar.marked(item.value.edtf, item.mark)


def _pieces(text: str, region: Span, item: Found, lexicon: Lexicon) -> list[_Piece]:
    """The one or two dates of an expression; a range of years is two."""
    if not isinstance(item.value, Fixed):
        return []
    value = edtf.parse(item.value.edtf)
    at = item.core.start
    born = _marked(text, item.span.start, region.start, lexicon, "born") or _marked(
        text, at, region.start, lexicon, "born"
    )
    died = _marked(text, item.span.start, region.start, lexicon, "died") or _marked(
        text, at, region.start, lexicon, "died"
    )
    if isinstance(value, OneOf):
        return [_Piece(item.core, item.value.edtf, born, died)]
    if isinstance(value, Date):
        told = calendar.marked(item.value.edtf, item.mark)
        if item.relation in ("before", "after"):
            return [_Piece(item.span, calendar.related(told, item.relation), born, died)]
        return [_Piece(item.core, told, born, died)]
    dash = _DASH.search(text, item.atom.start, item.atom.end)
    if not isinstance(value, Interval) or not dash:
        return []
    sides = [Span(item.core.start, dash.start()), Span(dash.end(), item.atom.end)]
    pieces = []
    for side, date in zip(sides, (value.start, value.end), strict=True):
        if isinstance(date, Date):
            words = text[side.start : side.end]
            start = side.start + len(words) - len(words.lstrip())
            trimmed = Span(start, start + len(words.strip()))
            mark = item.mark if date is value.start else ""
            told = calendar.marked(str(date), mark)
            if date is value.start and item.relation in ("before", "after"):
                told, trimmed = calendar.related(told, item.relation), Span(item.span.start, trimmed.end)
            pieces.append(_Piece(trimmed, told, born, died))
    return pieces


def _doubted(text: str, piece: _Piece) -> _Piece:
    """The piece with the question mark that follows its date ("1648?–1711")."""
    value = edtf.parse(piece.value)
    if not text.startswith(_DOUBT, piece.span.end) or not isinstance(value, Date):
        return piece
    told = calendar.marked(piece.value, _DOUBT)
    return replace(piece, span=Span(piece.span.start, piece.span.end + 1), value=told)


def _marked(text: str, at: int, floor: int, lexicon: Lexicon, kind: str) -> bool:
    if lexicon.life[kind].search(text[max(floor, at - _MARK_WINDOW) : at]) is not None:
        return True
    return any(
        _PLACE_BEFORE.fullmatch(text, name.start(), at) is not None
        and lexicon.life[kind].search(text[max(floor, name.start() - _MARK_WINDOW) : name.start()]) is not None
        for name in _CAPITAL.finditer(text, max(floor, at - _NAME_WINDOW), at)
    )


def _life(text: str, region: Span, pieces: list[_Piece], named: bool, lexicon: Lexicon) -> TimeExpression | None:
    first = pieces[0]
    for kind in ("flourished", "reigned"):
        if _marked(text, first.span.start, region.start, lexicon, kind):
            return None
    if len(pieces) >= 2:
        second = pieces[1]
        placed = _PLACE_AFTER.match(text, first.span.end, second.span.start)
        dashed = _BETWEEN.match(text, placed.end() if placed else first.span.end, second.span.start) is not None
        told = (first.born and second.died and not second.born) or (dashed and (first.born or second.died))
        if told or (dashed and named and _plausible(first.value, second.value) and _opens(text, region, first)):
            return _told(text, first, second)
        return _told(text, first, None) if first.born else None
    if _UNKNOWN_BEFORE.search(text[max(region.start, first.span.start - 8) : first.span.start]) or first.died:
        return _told(text, None, first)
    after = _UNKNOWN_AFTER.match(text, first.span.end, region.end)
    hanging = _DASH.match(text, first.span.end, region.end) and text[first.span.end + 1] in ");,"
    return _told(text, first, None) if first.born or after or (hanging and named) else None


def _opens(text: str, region: Span, first: _Piece) -> bool:
    """Whether the dates open the parenthesis, or follow other scripts or names set off by ";" or ","."""
    before = text[region.start + 1 : first.span.start].strip()
    return not before or before[-1] in ";,:" or _NOT_LATIN.search(before) is not None


def _plausible(birth: str, death: str) -> bool:
    (born, born_last), (died_first, died) = edtf.span_of_years(birth), edtf.span_of_years(death)
    born, died = born if born is not None else born_last, died if died is not None else died_first
    return born is not None and died is not None and died - born in _LIFE


def _after_name(text: str, at: int, people: set[int], things: set[int], lexicon: Lexicon) -> bool:
    """Whether a person's name stands before ``at``: the parser says so, or capitals that name no thing do."""
    before = text[max(0, at - _NAME_WINDOW) : at].rstrip()
    end = max(0, at - _NAME_WINDOW) + len(before)
    if end in people:
        return True
    words = re.split(r"[\s.,;]+", before)[-4:]
    if end in things or not words[-1][:1].isupper():
        return False
    return not any(word.lower() in lexicon.not_lives for word in words)


def _opening(text: str, lead: Span, region: Span) -> bool:
    """Whether a parenthesis follows the first words of the lead, which name whom it is about."""
    words = text[lead.start : region.start].split()
    return 0 < len(words) <= _NAME_WORDS and words[-1][:1].isupper() and text.find("(", lead.start) == region.start


def _after_title(document: Document, at: int) -> bool:
    """Whether a word of the document's title stands shortly before ``at``, whatever the parser took it for."""
    before = document.text[max(0, at - _NAME_WINDOW) : at]
    names = [word for word in re.split(r"\W+", document.title) if len(word) > 2 and word[0].isupper()]
    return any(name in before for name in names)


def _told(text: str, birth: _Piece | None, death: _Piece | None) -> TimeExpression | None:
    start, end = birth or death, death or birth
    if start is None or end is None:
        return None
    span = Span(start.span.start, end.span.end)
    value = f"{_end(birth)}/{_end(death)}"
    if not edtf.valid(value):
        return None
    whole = _when(text, _Piece(span, value))
    return TimeExpression(
        span,
        span,
        "lifespan",
        "at",
        whole,
        "lifespan",
        birth=_when(text, birth) if birth else None,
        death=_when(text, death) if death else None,
    )


def _end(piece: _Piece | None) -> str:
    """One end of a life as an end of an interval, open where only a limit of it is told ("after 1573")."""
    return piece.value if piece and isinstance(edtf.parse(piece.value), Date) else ".."


def _when(text: str, piece: _Piece) -> When:
    earliest, latest = edtf.bounds(piece.value)
    return When(piece.value, text[piece.span.start : piece.span.end], piece.span, earliest, latest, "stated")
