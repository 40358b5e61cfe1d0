"""Tell the time of every expression: the words' own value, or the words with the story's clock."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from vitascope import edtf
from vitascope.model import Annotation, Document, TimeExpression, When
from vitascope.time import calendar
from vitascope.time.antiquity import ancient, in_era, near
from vitascope.time.clock import Clock, advance, mentioned, weakened
from vitascope.time.expressions import find, readable, supported
from vitascope.time.joining import join
from vitascope.time.lexicon import Lexicon, lexicon
from vitascope.time.lifespans import death_in_story, life_of_subject, lifespans
from vitascope.time.scene import Scene
from vitascope.time.steering import expression
from vitascope.time.storyline import Place
from vitascope.time.surroundings import Ahead, Surroundings
from vitascope.time.telling import heading_years, places
from vitascope.time.values import Fixed, Found, Length, OfLife

_RECENT = 2_000
"""Code points looked back over for signs that time has passed."""
_MONTHS = {"year": 12.0, "month": 1.0, "week": 7 / 30.4, "day": 1 / 30.4}
_SENTENCE_END = re.compile(r"\w[.!?]\s")


@dataclass(frozen=True, slots=True)
class _Told:
    """The telling of one document: its expressions but life spans, and the clock after each."""

    expressions: list[TimeExpression]
    clocks: list[Clock | None]
    lives: list[TimeExpression]
    headings: dict[int, Clock]


@dataclass(frozen=True, slots=True)
class _Read:
    """What stands in the document before its clock runs; ``following`` is parallel to ``found``."""

    found: list[Found]
    following: list[Ahead | None]
    storyline: dict[int, Place]
    lives: list[TimeExpression]
    headings: dict[int, Clock]
    birth: When | None


def tell(document: Document, annotation: Annotation) -> tuple[TimeExpression, ...]:
    """All time expressions of the document, in text order, with non-overlapping spans."""
    told = _telling(document, annotation)
    return _apart(sorted([*told.expressions, *told.lives], key=lambda e: e.span))


def clocks(document: Document, annotation: Annotation) -> dict[int, When]:
    """The clock in force at the start of each sentence that has one, by the sentence's index."""
    told = _telling(document, annotation)
    starts = [e.span.start for e in told.expressions]
    blocks = [b.span.start for b in document.blocks]
    inforce: dict[int, When] = {}
    for sentence in annotation.sentences:
        upto = bisect_left(starts, sentence.span.start)
        clock = told.clocks[upto - 1] if upto else None
        block = bisect_left(blocks, starts[upto - 1] + 1) - 1 if upto else -1
        if sentence.block != block:
            clock = _entering(clock, told.headings, block, sentence.block)
        if clock:
            earliest, latest = edtf.bounds(clock.edtf)
            inforce[sentence.index] = When(clock.edtf, clock.words, None, earliest, latest, "anchored", _because(clock))
    return inforce


def _telling(document: Document, annotation: Annotation) -> _Told:
    """The telling of the document; told anew with the death that it tells, where something is counted from that."""
    words = lexicon(document.source.language)
    scene = Scene(document, annotation, words.scene)
    found = find(document, words)
    lives, rest = lifespans(document, annotation, found, scene, words)
    birth, death = life_of_subject(document, lives, found, words)
    if near(birth, death):
        lives, rest = lifespans(document, annotation, find(document, words, near=True), scene, words)
    rest = in_era(rest, birth, death) if ancient(birth, death) else [item for item in rest if not item.ancient]
    joined = [f for f in join(document.text, rest, words) if _stands(document, f, words)]
    following = _following(document, joined, scene)
    storyline = places(document, joined, scene, words, birth)
    headings = _heading_clocks(document)
    read = _Read(joined, following, storyline, lives, headings, birth)
    told = _tell(document, words, scene, read, death)
    if death is None and any(isinstance(item.value, OfLife) and item.value.event == "death" for item in joined):
        death = death_in_story(document, told.expressions, words)
        told = _tell(document, words, scene, read, death) if death else told
    return told


def _tell(document: Document, words: Lexicon, scene: Scene, read: _Read, death: When | None) -> _Told:
    told = _Told([], [], read.lives, read.headings)
    clock: Clock | None = None
    mention: Clock | None = None
    before: Clock | None = None  # what was spoken of last outside what somebody says
    block = -1
    starts = [item.core.start for item in read.found]
    part = words.attributive & words.belonging  # "the medal of 1956": never of a verb
    for index, item in enumerate(read.found):
        if item.block != block:
            clock, block = _entering(clock, read.headings, block, item.block), item.block
            mention = before = clock
        if mention is not before and not scene.content(item.core.start) and _sentences(document, mention, item):
            mention = before
        boxed = document.blocks[block].kind == "infobox"
        place = read.storyline.get(index)
        fixed = isinstance(item.value, Fixed)  # asks for nothing around it
        here = Surroundings(
            None if boxed else clock,
            None if boxed else mention,
            read.following[index],
            _within_block(read.following[index], item.block),
            read.birth,
            death,
            item.relation != "by" and scene.flashback(item.core.start),
            not fixed and _elapsed(document, clock, item, words),
            0 if fixed else _sentences(document, clock, item),
            place.year if place else None,
            not fixed and mention is not None and not mention.weak and not _sentences(document, mention, item),
            0 if fixed or clock is None else _passed(read.found[bisect_left(starts, clock.at) : index], item),
            clock is not None and read.birth is not None and clock.edtf == read.birth.edtf,
        )
        one = expression(document, item, here)
        told.expressions.append(one)
        if not boxed:
            core = document.quote(one.core)
            on = place is None or place.on
            moved = advance(clock, one, item, core, scene, words.attributive) if on else clock
            mention = mentioned(moved if moved is not clock else mention, one, item, core, scene, part)
            before = before if scene.content(item.core.start) or scene.background(item.core.start) else mention
            clock = moved
        told.clocks.append(clock)
    return told


def _stands(document: Document, item: Found, words: Lexicon) -> bool:
    return supported(document.text, item, readable(document.blocks[item.block]), words)


def _apart(ordered: list[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Spans that do not overlap: a lead shared with the expression before is given up."""
    kept: list[TimeExpression] = []
    for one in ordered:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return tuple(kept)


def _heading_clocks(document: Document) -> dict[int, Clock]:
    """By block index of a heading that names a year: the clock it sets."""
    set_by: dict[int, Clock] = {}
    for number, block in enumerate(document.blocks):
        years = heading_years(document, block)
        if years:
            value = f"{years[0]}/{years[1]}" if len(years) > 1 else f"{years[0]}"
            set_by[number] = Clock(value, document.quote(block.span), block.span.end, weak=True)
    return set_by


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


def _passed(since: list[Found], item: Found) -> float:
    """Months told to have passed in the paragraph ``since`` the clock moved."""
    values = (i.value for i in since if i.block == item.block)
    lengths = (v for v in values if isinstance(v, Length) and v.amount and not v.side)
    return sum((v.amount or 0) * _MONTHS.get(v.unit, 0) for v in lengths)


def _because(clock: Clock) -> str:
    return f"anchored to “{clock.words}”" + (" (an earlier paragraph)" if clock.weak else "")
