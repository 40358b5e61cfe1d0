"""Words of a text that the parser is given in another form: abbreviations of entries, what entries put out of order.

"He married first, in 1823, Mary Lund, and secondly, in 1840, Ida Holm" is parsed as "married in 1823 to Mary Lund, and
married in 1840 to Ida Holm". Which words are given for which is data (``lang/en/ellipsis.yml``); offsets stay the
text's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from vitascope import lang
from vitascope.language.supplied import Change

_AGAIN = "VERB"
_INITIAL = 2
"""Code points of a letter with its full stop, as initials of names have it."""
_BEFORE = 400
"""Code points before a form within which the verb that it takes up again must stand."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of entries. ``given`` is the parser's wording for each named group of the ``pattern``; ``behind`` must
    stand before it in the same sentence; what it names ``verb`` is given again where the wording has ``VERB``."""

    pattern: re.Pattern[str]
    given: Mapping[str, str]
    behind: re.Pattern[str] | None = None


@cache
def forms(language: str) -> tuple[Form, ...]:
    """The forms of ``language``, those of whole phrases first."""
    data = lang.load(language, "ellipsis")
    stock = {"DATE": data["reworded"]["date"], "TIME": data["reworded"]["time"], "OFFICE": _offices(language)}
    found = [
        Form(
            re.compile(_filled(row["pattern"], stock)),
            row["given"],
            re.compile(rf"\A.*(?:{_filled(row['behind'], stock)})(?:(?![?!]|\.\s+[A-Z][a-z]+\s[a-z]).)*\Z", re.DOTALL)
            if "behind" in row
            else None,
        )
        for row in data["reworded"]["forms"]
    ]
    return (*found, *(_abbreviation(row) for row in data["abbreviations"]))


def _filled(pattern: str, stock: Mapping[str, str]) -> str:
    for name, wording in stock.items():
        pattern = pattern.replace(name, wording)
    return pattern


def _offices(language: str) -> str:
    """A pattern for any office or rank, the longer ones first."""
    roles = lang.load(language, "roles")
    nouns = {noun for group in (*roles["posts"].values(), roles["ranks"]) for noun in group}
    return "(?:" + "|".join(re.escape(noun) for noun in sorted(nouns, key=lambda n: (-len(n), n))) + ")"


def _abbreviation(row: dict[str, str]) -> Form:
    """An abbreviation where an entry has it: at its beginning, or after a mark that ends what is said before.

    A capital with its full stop after a comma or another one is an initial of the name that follows ("Lund, M. Dahl").
    """
    short, capital = re.escape(row["short"]), re.escape(row["short"].capitalize())
    begun = rf"{capital}(?=\s[A-Z])(?<!,\s..)(?<!\b[A-Z]\.\s..)"
    form = rf"(?!{capital}\s[A-Z])(?i:{short})|{begun}" if len(row["short"]) == _INITIAL else f"(?i:{short})"
    pattern = rf"(?:^|(?<=[(,;.:]\s)|(?<=\())(?P<short>{form})(?=\s{row['after']})"
    return Form(re.compile(pattern), {"short": row["full"]})


def reworded(text: str, known: tuple[Form, ...]) -> Iterator[Change]:
    """What the parser is given for words of ``text``, in text order, none overlapping."""
    found = sorted(
        (Change(*match.span(group), full) for match, full, group in _matches(text, known)),
        key=lambda change: (change.start, -change.end),
    )
    at = 0
    for change in found:
        if change.start >= at:
            yield change
            at = change.end


def _matches(text: str, known: tuple[Form, ...]) -> Iterator[tuple[re.Match[str], str, str]]:
    for form in known:
        for match in form.pattern.finditer(text):
            before = text[max(0, match.start() - _BEFORE) : match.start()]
            found = form.behind.search(before) if form.behind is not None else None
            if form.behind is not None and found is None:
                continue
            again = found.groupdict().get("verb", "") if found is not None else ""
            again = again[:1].lower() + again[1:]
            yield from (
                (match, full.replace(_AGAIN, again), group) for group, full in form.given.items() if match[group]
            )
