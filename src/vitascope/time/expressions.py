"""Find the expressions of a text: rules of the lexicon tried where a word may begin one, then led and joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vitascope.model import Block, Document, Span
from vitascope.time import calendars, normalize
from vitascope.time.lexicon import FEW, MANY, WORD, Lexicon, Rule
from vitascope.time.matched import Parts
from vitascope.time.values import Found, Named, Nth, Pointer, Value

_PRODUCTIONS = {**normalize.PRODUCTIONS, **calendars.PRODUCTIONS}
_BROKEN_NUMBER = re.compile(r"[\d$£€#§][.,:/–—−‒-]?$|[$£€#§]\s?$")
_ELIDED = re.compile(r"[^\w'’]?['’‘]$")
"""Before a number: an apostrophe that no letter or digit stands before, which may stand for a century."""
_NEXT_WORD = re.compile(r"[\s-]{1,3}([^\W\d_]+)")
_NEXT_THING = re.compile(r"[\s-]{1,3}(?:[\"“‘«]\s?)?[^\W\d_]")
_OPENING, _CLOSING = "([;", ")];,"
PERIOD, MENTION = "period", "mention"
"""Rules of a named period that tells a time, and of one that is only spoken of."""
STAGE = "stage of life"
"""The rule of a decade of a life ("in her thirties"); other ages are told in years."""
HOURS = ("hour", "hour by figures", "hour by the sun")
"""Rules of a time of day."""
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)(?!\w)")
YEAR = "year"
"""The rule of a bare year, which more may support than a preposition."""
_CITED = re.compile(r"[(\[](?:[^()\[\]]{0,60};\s)?[^\W\d_a-z][^();\[\]]{0,40},?\s$")
_CITE_END = (")", ";", "]", ",", ":")
_NAMED = re.compile(r"[^\W\d][-\s](?:[^\W\d_]{1,12}-)?([^\W\d_a-z][^\W\d_]{2,})\s$")
_NAME_END = (".", ",", ";", ":", ")")
_OWNER_WINDOW, _CITE_WINDOW = 24, 110
_LEAD_WINDOW = 56
"""Code points before an expression in which its lead is sought; longer than any lead."""


def find(document: Document, lexicon: Lexicon, *, near: bool = False) -> list[Found]:
    """Expressions of the whole text but headings, in text order, weak ones included; joined in ranges later.

    ``near`` is true of a life that began before the year 100, where years of two digits are told.
    """
    found: list[Found] = []
    for number, block in enumerate(document.blocks):
        if block.kind != "heading":
            found.extend(_Search(document.text, readable(block), lexicon, number, near).found())
    return found


def readable(block: Block) -> Span:
    """The part of a block in which times are told: an infobox line's value, else the whole."""
    return block.value if block.kind == "infobox" and block.value else block.span


class _Led(NamedTuple):
    """What leads an expression that begins at ``at``: preposition, doubt, "about", part, articles."""

    at: int
    core: int
    span: int
    relation: str = "at"
    lead: str = ""
    part: str = ""
    mark: str = ""


class _Search:
    """The search of one stretch."""

    def __init__(self, text: str, stretch: Span, lexicon: Lexicon, block: int, near: bool) -> None:
        self._text = text
        self._stretch = stretch
        self._lexicon = lexicon
        self._block = block
        self._near = near

    def found(self) -> Iterator[Found]:
        """The expressions of the stretch in order; what one covers begins no other."""
        text, (begin, end), lexicon = self._text, self._stretch, self._lexicon
        reached = begin - 2
        leading: int | None = None
        for word in WORD.finditer(text, begin, end):
            first = word[0].lower()
            number = first[0].isdecimal()
            opens = number or first in lexicon.openings
            if first in lexicon.leading_words:
                at, since = word.start(), leading
                leading = at if leading is None else leading
            elif opens:
                at, since, leading = word.start(), leading, None
            else:
                leading = None
                continue
            if not opens or at < reached:
                continue
            key = first if not number else MANY if len(first) > 2 and first[:3].isdecimal() else FEW
            best = None
            if number:
                if _ELIDED.match(text, max(at - 2, begin), at):
                    best = self._at(at - 1, key, first, since)
                elif at > reached + 1 and _BROKEN_NUMBER.search(text, max(at - 2, begin), at):
                    continue
            best = best or self._at(at, key, first, since)
            if best:
                reached = best.atom.end
                yield best

    def _at(self, at: int, key: str, first: str, since: int | None) -> Found | None:
        """The expression that begins at ``at``, by the rules filed under ``key`` and the periods under ``first``.

        ``since`` is where the words before it that may lead one begin.
        """
        text, end, periods = self._text, self._stretch.end, self._lexicon.periods.get(first)
        matches = self._matches(at, key)
        named = periods.pattern.match(text, at, end) if periods else None
        if not matches and not named:
            return None
        led = self._led(at, since)
        best = self._longest(led, matches)
        if periods and named and (best is None or named.end() >= best.atom.end):
            return self._named(led, named.end(), Named(*periods.meant(named)))
        return best

    def _matches(self, at: int, key: str) -> list[tuple[Rule, re.Match[str]]]:
        filed = self._lexicon.rules.get(key)
        if filed is None:
            return []
        text, end = self._text, self._stretch.end
        if key not in (FEW, MANY) and not filed.gate.match(text, at, end):  # hardly a number tells nothing
            return []
        rules = filed.rules if self._near else filed.common
        return [(rule, match) for rule in rules if (match := rule.pattern.match(text, at, end))]

    def _longest(self, led: _Led, matches: list[tuple[Rule, re.Match[str]]]) -> Found | None:
        """The longest match that its rule's guards let stand; of equals, the one whose rule comes first."""
        lexicon, text, end = self._lexicon, self._text, self._stretch.end
        best: Found | None = None
        for rule, match in matches:
            if best and match.end() <= best.atom.end:
                continue
            if rule.name_guard and lexicon.named.match(text, match.end(), end):
                continue
            if rule.unless_after and self._word_before(led.at) in rule.unless_after:
                continue
            words = {name: value for name, value in match.groupdict().items() if value is not None}
            value = _PRODUCTIONS[rule.make](Parts(words, lexicon))
            if value is None:
                continue
            found = self._told(led, rule, match, value)
            if rule.weak and rule.needs and not _needed(found, rule):
                continue
            if rule.count_guard and _counts(text, found, self._stretch, lexicon):
                continue
            best = found
        return best

    def _told(self, led: _Led, rule: Rule, match: re.Match[str], value: Value) -> Found:
        article = rule.article or (rule.ordinal_article and _ORDINAL.search(match[0]) is not None)
        loose = not article and not led.part and not led.mark
        return Found(
            atom=Span(led.at, match.end()),
            core=Span(led.at if loose or isinstance(value, Pointer) else led.core, match.end()),
            span=Span(led.span, match.end()),
            value=value,
            rule=rule.name,
            relation=led.relation,
            lead=led.lead,
            part=led.part,
            mark=led.mark,
            weak=rule.weak,
            attributed=loose and led.core != led.at,
            ancient=rule.ancient,
            block=self._block,
        )

    def _named(self, led: _Led, end: int, value: Named) -> Found:
        """A named period counts only where it is led as a time: "during the First World War", not its mention.

        A mere mention is kept, unsupported, so that nothing inside the name is taken for a date.
        """
        mention = not (led.lead or led.part) or led.lead in self._lexicon.attributive
        return Found(
            atom=Span(led.at, end),
            core=Span(led.core, end),
            span=Span(led.span, end),
            value=value,
            rule=MENTION if mention else PERIOD,
            relation=led.relation,
            lead=led.lead,
            part=led.part,
            mark=led.mark,
            weak=mention,
            block=self._block,
        )

    def _led(self, at: int, since: int | None) -> _Led:
        """What leads an expression that begins at ``at``, sought among the words from ``since`` on."""
        if since is None:
            return _Led(at, at, at)
        match = self._lexicon.leading.search(self._text, max(since, at - _LEAD_WINDOW), at)
        if not match or match.start() == match.end():
            return _Led(at, at, at)
        preposition = " ".join((match["lead"] or "").lower().split())
        part = " ".join((match["part"] or "").lower().split())
        doubted, about = match["doubt"] or match["doubt2"], match["approx"]
        relation = self._lexicon.relations.get(preposition, "at")
        return _Led(
            at,
            match.start("core"),
            match.start("core") if relation == "to" else match.start(),
            "at" if relation == "to" else relation,
            preposition,
            self._lexicon.parts.get(part, ""),
            "%" if doubted and about else "?" if doubted else "~" if about else "",
        )

    def _word_before(self, at: int) -> str:
        before = self._text[max(self._stretch.start, at - 24) : at].split()
        return before[-1].lower() if before else ""


def _needed(found: Found, rule: Rule) -> bool:
    led = found.lead in rule.needs or found.lead.rpartition(" ")[2] in rule.needs
    return led or found.part in rule.needs or (bool(found.mark) and "about" in rule.needs)


def _counts(text: str, found: Found, stretch: Span, lexicon: Lexicon) -> bool:
    """Whether a bare number counts what follows it rather than naming a year."""
    after = _NEXT_WORD.match(text, found.atom.end, stretch.end)
    if not after:
        return False
    word = after[1]
    if word in lexicon.counted:
        return True
    if word in lexicon.uncounted:
        return False
    loose = found.attributed or found.lead in lexicon.doubtful or (not found.lead and bool(found.mark))
    plural = word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return loose and plural and not (found.lead and found.attributed)


def supported(text: str, found: Found, stretch: Span, lexicon: Lexicon) -> bool:
    """Whether a weak expression may stand: led, alone in its parenthesis or infobox value, or telling of a thing."""
    if not found.weak:
        return True
    if found.rule == MENTION or isinstance(found.value, Nth):
        return False
    if found.lead or found.mark or found.part:
        return True
    after = _NEXT_WORD.match(text, found.atom.end, stretch.end)
    if found.attributed:
        return after is not None
    if _alone(text, found.core, stretch):
        return True
    if found.rule != YEAR:
        return False
    if _NEXT_THING.match(text, found.atom.end, stretch.end) and lexicon.owners.search(
        text, max(stretch.start, found.core.start - _OWNER_WINDOW), found.core.start
    ):
        return True
    return _cited(text, found.core, stretch) or _of_name(text, found.core, stretch, lexicon)


def _of_name(text: str, core: Span, stretch: Span, lexicon: Lexicon) -> bool:
    """A year that ends the name of a happening, a mark after it: "at Expo 1900," but not "a Model 1911,"."""
    if text[core.end : min(core.end + 1, stretch.end)] not in _NAME_END:
        return False
    named = _NAMED.search(text, max(stretch.start, core.start - _OWNER_WINDOW), core.start)
    return named is not None and named[1] not in lexicon.numbered


def _cited(text: str, core: Span, stretch: Span) -> bool:
    """A year at the end of a reference: "(Holm 1968)", "(Berg & Holm, 1971; Lund 1980)"."""
    if text[core.end : min(core.end + 1, stretch.end)] not in _CITE_END:
        return False
    return _CITED.search(text, max(stretch.start, core.start - _CITE_WINDOW), core.start) is not None


def _alone(text: str, core: Span, stretch: Span) -> bool:
    before = text[max(stretch.start, core.start - 4) : core.start].rstrip()[-1:]
    after = text[core.end : min(stretch.end, core.end + 4)].lstrip()[:1]
    if core.start == stretch.start and after == ":":
        return True  # the line of a list: "1958: Copper Medal"
    return ((before in _OPENING and before != "") or core.start == stretch.start) and (
        (after in _CLOSING and after != "") or core.end == stretch.end
    )
