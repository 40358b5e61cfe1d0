"""Find the expressions of a text: rules of the lexicon tried where a word may begin one, then led and joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vitascope.model import Block, Document, Span
from vitascope.time.lexicon import DIGIT, Lexicon, Rule
from vitascope.time.matched import Parts
from vitascope.time.normalize import PRODUCTIONS
from vitascope.time.values import Found, Named, Nth, Partial, Pointer, Value

_WORD = re.compile(r"[^\W_]+")
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


def find(document: Document, lexicon: Lexicon) -> list[Found]:
    """Expressions of the whole text but headings, in text order, weak ones included; joined in ranges later."""
    found: list[Found] = []
    for number, block in enumerate(document.blocks):
        if block.kind != "heading":
            found.extend(_in_stretch(document.text, readable(block), lexicon, number))
    return found


def readable(block: Block) -> Span:
    """The part of a block in which times are told: an infobox line's value, else the whole."""
    return block.value if block.kind == "infobox" and block.value else block.span


def _in_stretch(text: str, stretch: Span, lexicon: Lexicon, block: int) -> Iterator[Found]:
    reached = stretch.start - 2
    for word in _WORD.finditer(text, stretch.start, stretch.end):
        at = word.start()
        if at < reached:
            continue
        first = word[0].lower()
        key = DIGIT if first[0].isdecimal() else first
        if key not in lexicon.rules and first not in lexicon.periods:
            continue
        best = None
        if key == DIGIT:
            if _ELIDED.match(text, max(at - 2, stretch.start), at):
                best = _at(text, at - 1, stretch, key, first, block, lexicon)
            elif at > reached + 1 and _BROKEN_NUMBER.search(text, max(at - 2, stretch.start), at):
                continue
        best = best or _at(text, at, stretch, key, first, block, lexicon)
        if best:
            reached = best.atom.end
            yield best


def _at(text: str, at: int, stretch: Span, key: str, first: str, block: int, lexicon: Lexicon) -> Found | None:
    """The expression that begins at ``at``, by the rules filed under ``key`` and the periods under ``first``."""
    rules, periods = lexicon.rules.get(key, ()), lexicon.periods.get(first, ())
    matches = []
    if rules and lexicon.gates[key].match(text, at, stretch.end):
        matches = [(rule, m) for rule in rules if (m := rule.pattern.match(text, at, stretch.end))]
    if not matches and not any(pattern.match(text, at, stretch.end) for pattern, _, _ in periods):
        return None
    led = lead(text, stretch, at, block, lexicon)
    best = _longest(text, led, stretch, matches, lexicon)
    named = _named(text, led, stretch, periods, lexicon)
    return named if named and (best is None or named.atom.end >= best.atom.end) else best


def _longest(
    text: str, led: Found, stretch: Span, matches: list[tuple[Rule, re.Match[str]]], lexicon: Lexicon
) -> Found | None:
    """The longest match that its rule's guards let stand; of equals, the one whose rule comes first."""
    best: Found | None = None
    for rule, match in matches:
        if best and match.end() <= best.atom.end:
            continue
        if rule.name_guard and lexicon.named.match(text, match.end(), stretch.end):
            continue
        if rule.unless_after and _word_before(text, led.atom.start, stretch) in rule.unless_after:
            continue
        words = {name: value for name, value in match.groupdict().items() if value is not None}
        value = PRODUCTIONS[rule.make](Parts(words, lexicon))
        if value is None:
            continue
        found = _ending(led, match.end(), value, rule.name, rule.weak)
        article = rule.article or (rule.ordinal_article and _ORDINAL.search(match[0]) is not None)
        if not article and not led.part and not led.mark:
            found = replace(found, core=found.atom, attributed=found.core != found.atom)
        if isinstance(value, Pointer):
            found = replace(found, core=found.atom)
        if rule.ancient:
            found = replace(found, ancient=True)
        if rule.weak and rule.needs and not _needed(found, rule):
            continue
        if rule.count_guard and _counts(text, found, stretch, lexicon):
            continue
        best = found
    return best


def _ending(led: Found, end: int, value: Value, rule: str, weak: bool = False) -> Found:
    return replace(
        led,
        atom=Span(led.atom.start, end),
        core=Span(led.core.start, end),
        span=Span(led.span.start, end),
        value=value,
        rule=rule,
        weak=weak,
    )


def _needed(found: Found, rule: Rule) -> bool:
    led = found.lead in rule.needs or found.lead.rpartition(" ")[2] in rule.needs
    return led or found.part in rule.needs or (bool(found.mark) and "about" in rule.needs)


def _named(
    text: str,
    led: Found,
    stretch: Span,
    periods: tuple[tuple[re.Pattern[str], str, str], ...],
    lexicon: Lexicon,
) -> Found | None:
    """A named period counts only where it is led as a time: "during the First World War", not its mention.

    A mere mention is kept, unsupported, so that nothing inside the name is taken for a date.
    """
    for pattern, name, span in periods:
        match = pattern.match(text, led.atom.start, stretch.end)
        if match:
            mention = not (led.lead or led.part) or led.lead in lexicon.attributive
            return _ending(led, match.end(), Named(span, name), MENTION if mention else PERIOD, mention)
    return None


def lead(text: str, stretch: Span, at: int, block: int, lexicon: Lexicon) -> Found:
    """What leads an expression that begins at ``at``: preposition, doubt, "about", part, articles; no value yet."""
    here = Span(at, at)
    blank = Found(here, here, here, Partial(), "", block=block)
    match = lexicon.leading.search(text, max(stretch.start, at - _LEAD_WINDOW), at)
    if not match or match.start() == match.end():
        return blank
    preposition = " ".join((match["lead"] or "").lower().split())
    part = " ".join((match["part"] or "").lower().split())
    doubted, about = match["doubt"] or match["doubt2"], match["approx"]
    relation = lexicon.relations.get(preposition, "at")
    return replace(
        blank,
        core=Span(match.start("core"), at),
        span=Span(match.start("core") if relation == "to" else match.start(), at),
        relation="at" if relation == "to" else relation,
        lead=preposition,
        part=lexicon.parts.get(part, ""),
        mark="%" if doubted and about else "?" if doubted else "~" if about else "",
    )


def _word_before(text: str, at: int, stretch: Span) -> str:
    before = text[max(stretch.start, at - 24) : at].split()
    return before[-1].lower() if before else ""


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
    return ((before in _OPENING and before != "") or core.start == stretch.start) and (
        (after in _CLOSING and after != "") or core.end == stretch.end
    )
