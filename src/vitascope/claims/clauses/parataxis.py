"""Clauses that a semicolon or a colon parts, one of which the parser often hangs on the other."""

from __future__ import annotations

from bisect import bisect_left

from vitascope.model import Annotation, Token

_MARK = ";"
_RELATIVE = ("WDT", "WP")
_ANNOUNCING = ":"


def is_parted(annotation: Annotation, one: int, other: int) -> bool:
    """Whether a semicolon stands between two tokens."""
    first, last = (one, other) if one < other else (other, one)
    return _holds(annotation, _MARK, first, last)


def _holds(annotation: Annotation, mark: str, first: int, stop: int) -> bool:
    """Whether a mark stands from one token on, before another. Logarithmic in the number of such marks."""
    marks = annotation.by_word.get(mark, ())
    at = bisect_left(marks, first)
    return at < len(marks) and marks[at] < stop


def is_juxtaposed(annotation: Annotation, token: Token) -> bool:
    """Whether a semicolon stands between a clause and what the parser hangs it on, or a colon between it and a later
    one: what is told after a colon does not govern what stands before it."""
    if token.dep not in ("ccomp", "parataxis"):
        return False
    if is_parted(annotation, token.index, token.head) or (token.head < token.index and _comments(annotation, token)):
        return True
    return _holds(annotation, _ANNOUNCING, token.index, token.head)


def _comments(annotation: Annotation, token: Token) -> bool:
    """ "Admitted to arson, all of which he took back": what begins so is said of a content and is none."""
    span = annotation.subtree(token.index)
    first = annotation.tokens[min(span)]
    which = annotation.tokens[min(first.index + 2, len(annotation.tokens) - 1)]
    behind = annotation.tokens[max(first.index - 1, 0)].text == "," and token.head < first.index
    return (
        behind and which.tag in _RELATIVE and which.index < token.index and annotation.tokens[which.head].pos == "ADP"
    )


def is_set_off(annotation: Annotation, token: Token) -> bool:
    """Whether a semicolon or colon parts a clause from the later one that it is said to be governed by.

    "Berg was tried in 1947; he denied everything": nobody denied that he was tried.
    """
    return token.dep == "ccomp" and token.head > token.index and is_juxtaposed(annotation, token)
