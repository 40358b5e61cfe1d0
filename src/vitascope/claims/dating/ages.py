"""Whose age a text tells: the time stage reckons each from the birth of the life's person; that of others goes here.

"Her brother Leif, aged 12, was killed", "she was arrested when her son was six": the age is theirs, and as nobody
knows yet when they were born, it tells no year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vitascope.model import Annotation, People, TimeExpression, When
from vitascope.people.syntax import subject_of

_VERBAL = ("VERB", "AUX")
_MODIFYING = ("amod", "nmod", "compound", "nummod")
_ELSE = ""
"""Somebody of whom the text knows no more than whose kin or servant they are."""
_RECKONED = "derived"


def reckoned(annotation: Annotation, people: People, times: tuple[TimeExpression, ...]) -> tuple[TimeExpression, ...]:
    """The times, those of ages that somebody else than the life's person had, and those reckoned from an event that was
    somebody else's ("her father bore the grudge until his death"), without a value."""
    if not any(time.kind == "age" or time.when.basis == _RECKONED for time in times):
        return times
    main = frozenset(p.id for p in people.personas if p.main)
    bearers = {m.head: m.persona for m in people.mentions if m.head is not None}
    return tuple(_told(annotation, bearers, main, times))


def _told(
    annotation: Annotation, bearers: dict[int, str], main: frozenset[str], times: tuple[TimeExpression, ...]
) -> Iterator[TimeExpression]:
    starts = {token.span.start: token.index for token in annotation.tokens}
    for time in times:
        at = starts.get(time.core.start)
        bearer = None
        if at is not None and time.kind == "age":
            bearer = _bearer(annotation, bearers, at, time.core.end)
        elif at is not None and time.when.basis == _RECKONED:
            bearer = _owner(annotation, bearers, at, time.core.end)
        yield time if bearer is None or bearer in main else replace(time, when=When())


def _owner(annotation: Annotation, bearers: dict[int, str], first: int, end: int) -> str | None:
    """The persona whose birthday or death it is: "his son died before his first birthday"."""
    inside = [t.index for t in annotation.tokens[first:] if t.span.start < end][: end - first]
    owners = (c for i in inside for c in annotation.children[i] if annotation.tokens[c].dep == "poss")
    return next((bearers[c] for c in owners if c in bearers), None)


def _bearer(annotation: Annotation, bearers: dict[int, str], first: int, end: int) -> str | None:
    """The persona of whom an age is said: the name that it hangs on, or the subject of its verb."""
    tokens = annotation.tokens
    inside = [t.index for t in tokens[first : first + (end - tokens[first].span.start)] if t.span.start < end]
    at = next((i for i in inside if tokens[i].head not in inside), first)
    while tokens[at].head != at:
        below, at = tokens[at], tokens[at].head
        owned = any(tokens[c].dep == "poss" for c in annotation.children[at])
        if tokens[at].pos == "NOUN" and below.dep in _MODIFYING and owned and at not in bearers:
            return _ELSE  # "her six-year-old daughter"
        if tokens[at].pos in _VERBAL and tokens[at].dep not in ("acl", "amod"):
            subject = subject_of(annotation, at)
            return bearers.get(subject) if subject is not None else None
        if at in bearers:
            return bearers[at]
    return None
