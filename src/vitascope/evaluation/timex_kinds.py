"""What kind of time a gold date tells: coarse classes, so that misses can be counted by what they have in common."""

from __future__ import annotations

import re
from typing import Literal, get_args

from vitascope.evaluation.timex_gold import GoldDate
from vitascope.time.lexicon import lexicon

TimeClass = Literal[
    "full date",
    "partial date",
    "month",
    "year",
    "range",
    "season",
    "decade",
    "century",
    "time of day",
    "duration",
    "set",
    "anaphoric",
    "deictic",
    "unknown",
]
CLASSES: tuple[TimeClass, ...] = get_args(TimeClass)

_BY_VALUE: tuple[tuple[str, TimeClass], ...] = (
    (r"(?:PRESENT|PAST|FUTURE)_REF", "deictic"),
    (r"P[\dX.T].*", "duration"),
    (r".*\dT.*|.*XT.*|T\d.*", "time of day"),
    (r"(?:BC)?X.*", "unknown"),
    (r".*-(?:SP|SU|FA|WI|Q\d|H\d)", "season"),
    (r".*-WXX-.|(?:BC)?\d{4}-(?:\d\d|XX)-(?:\d\d|XX)", "full date"),
    (r"(?:BC)?\d{4}-W(?:\d\d|XX)(?:-WE)?", "full date"),
    (r"(?:BC)?\d{4}-(?:\d\d|XX)", "month"),
    (r"(?:BC)?\d{4}", "year"),
    (r"(?:BC)?\d{3}X?", "decade"),
    (r"(?:BC)?\d{2}(?:XX)?", "century"),
)


def time_class(date: GoldDate, words: str, language: str = "en") -> TimeClass:
    """The class of a gold date with its words.

    By its value; a day, month or year whose year its words do not tell is a ``partial date`` where they hold a number,
    month, weekday or season, and ``anaphoric`` where they hold none ("the following day"). ``full date`` is a day (or
    week) told with its year. A TEI date given by its two ends is a ``range``. ``unknown`` is what gold gives no value.
    """
    if date.type == "SET":
        return "set"
    if date.extent:
        return "range"
    value = date.value.removeprefix("when=")
    told: TimeClass = next((name for pattern, name in _BY_VALUE if re.fullmatch(pattern, value)), "unknown")
    if told in ("unknown", "deictic", "duration", "time of day"):
        return told
    if _tells_year(value, words):
        return told
    return "partial date" if _tells_part(words, language) else "anaphoric"


def _tells_year(value: str, words: str) -> bool:
    """Whether the last digits of the value's year stand in the words; of a century any number or ordinal does."""
    year = re.match(r"(?:BC)?(\d+)", value)
    if not year:
        return False
    digits = year[1]
    if len(digits) == 2:
        return True
    return digits.lstrip("0") in words or (
        len(digits) == 4 and re.search(rf"(?<!\d){digits[2:]}(?!\d)", words) is not None
    )


def _tells_part(words: str, language: str) -> bool:
    if re.search(r"\d", words):
        return True
    classes = lexicon(language).words
    known = {str(word).lower() for name in ("month", "weekday", "season", "ordinal") for word in classes[name]}
    return any(word in known for word in re.findall(r"[^\W\d]+", words.lower()))
