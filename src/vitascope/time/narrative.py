"""Tell the time of every expression: the words' own value, or the words with the story's clock."""

from __future__ import annotations

import re
from bisect import bisect_right

from vitascope import edtf
from vitascope.model import Annotation, Document, TimeExpression, TimeKind, TimeRelation, When
from vitascope.time import calendar
from vitascope.time.anchoring import NOTHING, Ahead, Surroundings, anchor, shifted
from vitascope.time.clock import Clock, advance, mentioned, weakened
from vitascope.time.expressions import find, readable, supported
from vitascope.time.joining import join
from vitascope.time.lexicon import Lexicon, lexicon
from vitascope.time.lifespans import life_of_subject, lifespans
from vitascope.time.normalize import duration
from vitascope.time.scene import Scene
from vitascope.time.telling import places
from vitascope.time.values import (
    Age,
    Fixed,
    Found,
    Length,
    Named,
    PartialRange,
    Pointer,
    Rhythm,
    Shifted,
    Value,
)

_RECENT = 2_000
"""Code points looked back over for signs that time has passed."""
_THOUSAND = 1000
_BESIDE = ("later", "earlier")
"""Parts that are told from the clock on, or up to it."""
_SENTENCE_END = re.compile(r"\w[.!?]\s")


def tell(document: Document, annotation: Annotation) -> tuple[TimeExpression, ...]:
    """All time expressions of the document, in text order, with non-overlapping spans."""
    words, scene = lexicon(document.source.language), Scene(document, annotation)
    found = find(document, words)
    lives, rest = lifespans(document, annotation, found, scene, words)
    birth, death = life_of_subject(document, lives, found, words)
    ancient = _ancient(birth) or _ancient(death)
    rest = [item for item in rest if ancient or not item.ancient]
    joined = [f for f in join(document.text, rest, words) if _stands(document, f)]
    following = _following(document, joined, scene)
    told: list[TimeExpression] = []
    clock: Clock | None = None
    mention: Clock | None = None
    block = -1
    headings = _heading_clocks(document)
    storyline = places(document, joined, scene, words, birth)
    for index, item in enumerate(joined):
        if item.block != block:
            clock, block = _entering(clock, headings, block, item.block), item.block
            mention = clock
        here = Surroundings(
            None if document.blocks[block].kind == "infobox" else clock,
            None if document.blocks[block].kind == "infobox" else mention,
            following[index],
            _within_block(following[index], item.block),
            birth,
            death,
            item.relation != "by" and scene.flashback(item.core.start),
            _elapsed(document, clock, item, words),
            _sentences(document, clock, item),
            storyline[index].year if index in storyline else None,
        )
        expression = _expression(document, item, here)
        told.append(expression)
        if document.blocks[block].kind != "infobox":
            passed_by = index in storyline and not storyline[index].on
            moved = clock if passed_by else advance(clock, expression, document, scene, words)
            mention = mentioned(moved if moved is not clock else mention, expression, document, scene)
            clock = moved
    return _apart(sorted([*told, *lives], key=lambda e: e.span))


def _expression(document: Document, item: Found, around: Surroundings) -> TimeExpression:
    """The expression as told among its surroundings: value, part, qualifier, relation, in that order."""
    value = item.value
    told = anchor(value, around)
    relation = _relation(item)
    if relation == "offset" and isinstance(value, Length) and around.clock:
        step = -1 if item.relation == "before" else 1
        told = shifted(Shifted(step, value.amount, value.unit), around.clock)
    text = told.edtf
    if text is not None and relation not in ("offset", "then"):
        if around.mention and item.part in _BESIDE:
            text = calendar.beside(text, around.mention.end, later=item.part == _BESIDE[0])
        text = _steered(text, item, relation)
        if isinstance(value, Named) and relation == "after":
            text = _bounded(text, around.following_here)
    if text is None or not edtf.valid(text):
        told, text = NOTHING, None
    earliest, latest = edtf.bounds(text) if text else (None, None)
    when = When(
        text, document.quote(item.core), item.core, earliest, latest, told.basis if text else "none", told.because
    )
    return TimeExpression(
        item.span, item.core, _kind(value, text), relation, when, item.rule, duration=_duration(value)
    )


def _steered(text: str, item: Found, relation: TimeRelation) -> str:
    """Part and qualifier applied, then the preposition. "By late 1890" is by its end; "until the war" by its start."""
    if item.part:
        whole_end = item.part == "late" and item.relation in ("by", "until", "before")
        text = text if whole_end else calendar.part_of(text, item.part)
    text = calendar.marked(text, item.mark)
    start = calendar.first(text) if relation == "until" and isinstance(item.value, Named) else None
    text = str(start) if start else text
    return calendar.related(text, item.relation if item.relation == "by" else relation, item.part)


def _bounded(text: str, following: Ahead | None) -> str:
    """ "After the February Revolution", with a later date told next: no later than that."""
    if not following or not text.endswith("..]"):
        return text
    limit = calendar.first(following.edtf)
    closed = f"{text[:-1]}{str(limit).rstrip('~?%')}]"
    return closed if edtf.valid(closed) and edtf.precedes(text[1:-3], following.edtf) else text


def _relation(item: Found) -> TimeRelation:
    if isinstance(item.value, Shifted):
        return "offset"
    if isinstance(item.value, Pointer):
        return "then" if item.value.back else "at"
    if isinstance(item.value, Length):
        return "offset" if item.relation in ("after", "before") else "during"
    if item.relation == "by":
        return "before"
    if item.relation == "since" and _closed(item.value):
        return "at"
    return item.relation  # type: ignore[return-value]


def _closed(value: Value) -> bool:
    """Whether "from" before it only opens a range that is told whole."""
    return isinstance(value, PartialRange) or (isinstance(value, Fixed) and edtf.is_extent(value.edtf))


def _kind(value: Value, text: str | None) -> TimeKind:
    if isinstance(value, Length | Shifted):
        return "duration" if isinstance(value, Length) else "date"
    if isinstance(value, Rhythm):
        return "set"
    if isinstance(value, Age):
        return "age"
    if isinstance(value, Pointer):
        return "reference"
    extent = isinstance(value, PartialRange) or (text is not None and edtf.is_extent(text))
    return "extent" if extent else "date"


def _duration(value: Value) -> str | None:
    if isinstance(value, Length):
        return duration(value.amount, value.unit)
    if isinstance(value, Shifted):
        return duration(value.amount, value.unit)
    return value.every if isinstance(value, Rhythm) else None


def clocks(document: Document, annotation: Annotation, times: tuple[TimeExpression, ...]) -> dict[int, When]:
    """The clock in force at the start of each sentence that has one, by the sentence's index."""
    words, scene = lexicon(document.source.language), Scene(document, annotation)
    headings = _heading_clocks(document)
    starts, at, block = [t.span.start for t in times], 0, -1
    clock: Clock | None = None
    opened = [b.span.start for b in document.blocks]
    inforce: dict[int, When] = {}
    for sentence in annotation.sentences:
        upto = bisect_right(starts, sentence.span.start - 1) if sentence.span.start else 0
        for expression in times[at:upto]:
            here = bisect_right(opened, expression.span.start) - 1
            if here != block:
                clock, block = _entering(clock, headings, block, here), here
            if document.blocks[here].kind != "infobox":
                clock = advance(clock, expression, document, scene, words)
        at = max(at, upto)
        if sentence.block != block:
            clock, block = _entering(clock, headings, block, sentence.block), sentence.block
        if clock:
            earliest, latest = edtf.bounds(clock.edtf)
            inforce[sentence.index] = When(clock.edtf, clock.words, None, earliest, latest, "anchored", _because(clock))
    return inforce


def _ancient(when: When | None) -> bool:
    """Whether a life lies in the first millennium or before, where a year has three digits or fewer."""
    year = edtf.span_of_years(when.edtf)[0] if when and when.edtf else None
    return year is not None and year < _THOUSAND


def _stands(document: Document, item: Found) -> bool:
    return supported(document.text, item, readable(document.blocks[item.block]))


def _apart(ordered: list[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Spans that do not overlap: a lead shared with the expression before is given up."""
    kept: list[TimeExpression] = []
    for expression in ordered:
        if kept and expression.span.start < kept[-1].span.end:
            continue
        kept.append(expression)
    return tuple(kept)


def _heading_clocks(document: Document) -> dict[int, Clock]:
    """By block index of a heading that names a year: the clock it sets."""
    set_by: dict[int, Clock] = {}
    for number, block in enumerate(document.blocks):
        if block.kind == "heading":
            title = document.quote(block.span)
            year = next((w.strip("().,:;") for w in title.replace("–", " ").split() if _is_year(w)), None)
            if year:
                set_by[number] = Clock(year[:4], title, block.span.end, weak=True)
    return set_by


def _is_year(word: str) -> bool:
    digits = word.strip("().,:;")
    return len(digits) == 4 and digits.isascii() and digits.isdigit() and "1000" <= digits <= "2099"


def _entering(clock: Clock | None, headings: dict[int, Clock], old: int, new: int) -> Clock | None:
    """The clock on entering block ``new`` from block ``old``: the last one's, or that of a heading between."""
    for number in range(new, old, -1):
        if number in headings:
            return headings[number]
    return weakened(clock)


def _following(document: Document, found: list[Found], scene: Scene) -> list[Ahead | None]:
    """For each expression the next date that the story tells in full."""
    after: list[Ahead | None] = []
    ahead: Ahead | None = None
    for item in reversed(found):
        after.append(ahead)
        at = item.core.start
        aside = scene.enclosed(at) or scene.quoted(at) or scene.flashback(at) or scene.relative(at)
        if isinstance(item.value, Fixed) and not aside and document.blocks[item.block].kind != "infobox":
            date = calendar.first(item.value.edtf)
            ahead = Ahead(str(date), document.quote(item.core), item.block) if date else ahead
    return after[::-1]


def _within_block(ahead: Ahead | None, block: int) -> Ahead | None:
    return ahead if ahead and ahead.block == block else None


def _elapsed(document: Document, clock: Clock | None, item: Found, words: Lexicon) -> bool:
    """Whether a word like "eventually" stands between the last date of the story and this one."""
    if clock is None:
        return False
    start = max(clock.at, item.core.start - _RECENT)
    return words.elapsed.search(document.text, start, item.core.start) is not None


def _sentences(document: Document, clock: Clock | None, item: Found) -> int:
    """About how many sentences ended since the clock moved; full stops after a word are counted."""
    if clock is None:
        return 0
    start = max(clock.at, item.core.start - _RECENT)
    return sum(1 for _ in _SENTENCE_END.finditer(document.text, start, item.core.start))


def _because(clock: Clock) -> str:
    return f"anchored to “{clock.words}”" + (" (an earlier paragraph)" if clock.weak else "")
