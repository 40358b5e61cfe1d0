"""Holes in a text: places where it says of itself, or its grammar says, that words are missing.

They are told to the reader and never filled. The words are in ``lang/<language>/lacunae.yml``; this
engine only knows how a hole is described: a pattern at the hole, and optionally one that must end right
before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from vitascope.errors import DataError
from vitascope.lang import languages, load
from vitascope.model import Notice, Span

_LOOK_BACK = 160  # characters in which the words before a hole are looked for
_NAME = re.compile(r"\{([a-z_]+)\}")


class Rule(NamedTuple):
    """A kind of hole. ``hole`` is what is marked, ``before`` must match right before it, ``message``
    tells it.

    ``typographic`` rules go by white space before punctuation and say nothing in texts that are set so
    throughout.
    """

    name: str
    hole: re.Pattern[str]
    before: re.Pattern[str] | None
    message: str
    typographic: bool


def find(text: str, language: str) -> tuple[Notice, ...]:
    """Notices with code ``lacuna`` in text order, none overlapping another; none for a language without data.

    Time is linear in the text.
    """
    if language not in languages():
        return ()
    spaced = _spaced_punctuation(text)
    found = [
        (span, rule.message)
        for rule in rules(language)
        if not (rule.typographic and spaced)
        for span in _matches(text, rule)
    ]
    notices: list[Notice] = []
    for span, message in sorted(found, key=lambda hit: (hit[0].start, -hit[0].end)):
        if not notices or span.start >= notices[-1].span.end:
            notices.append(Notice("lacuna", span, message))
    return tuple(notices)


def _matches(text: str, rule: Rule) -> Iterator[Span]:
    for match in rule.hole.finditer(text):
        start = max(0, match.start() - _LOOK_BACK)
        if rule.before is None or rule.before.search(text, start, match.start()):
            yield Span(*match.span())


def _spaced_punctuation(text: str) -> bool:
    """Whether the text puts a space before its commas as a habit, as tokenised corpora do."""
    return text.count(" ,") * 10 > text.count(",") + 20


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """The rules of a language, compiled. Raises DataError naming the rule that is broken."""
    data = load(language, "lacunae")
    named = {name: "(?:" + "|".join(map(re.escape, words)) + ")" for name, words in data["classes"].items()}
    for name, part in data.get("parts", {}).items():
        named[name] = _filled(part, named)
    return tuple(_compile(rule, named, language) for rule in data["rules"])


def _filled(pattern: str, named: Mapping[str, str]) -> str:
    """``pattern`` with each ``{name}`` replaced by what it stands for."""
    return _NAME.sub(lambda match: named[match[1]], pattern)


def _compile(rule: Mapping[str, Any], named: Mapping[str, str], language: str) -> Rule:
    try:
        hole = re.compile(_filled(rule["hole"], named))
        before = re.compile(f"(?:{_filled(rule['before'], named)})\\Z") if "before" in rule else None
        return Rule(rule["name"], hole, before, rule["message"], rule.get("typographic", False))
    except (KeyError, re.error) as fault:
        name = rule.get("name", rule)
        raise DataError(f"lang/{language}/lacunae.yml", f"rule {name}: {fault!r}", "mend the rule") from fault
