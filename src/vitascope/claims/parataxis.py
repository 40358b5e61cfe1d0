"""Clauses that a semicolon or a colon parts, one of which the parser often hangs on the other."""

from __future__ import annotations

from vitascope.model import Annotation, Token

_MARK = ";"
_RELATIVE = ("WDT", "WP")
_ANNOUNCING = ":"


def is_parted(annotation: Annotation, one: int, other: int) -> bool:
    """Whether a semicolon stands between two tokens."""
    first, last = (one, other) if one < other else (other, one)
    return any(first <= i < last for i in annotation.by_word.get(_MARK, ()))


def is_juxtaposed(annotation: Annotation, token: Token) -> bool:
    """Whether a semicolon stands between a clause and what the parser hangs it on, or a colon between it and a later
    one: what is told after a colon does not govern what stands before it."""
    if token.dep not in ("ccomp", "parataxis"):
        return False
    if is_parted(annotation, token.index, token.head) or _comments(annotation, token):
        return True
    return any(token.index <= i < token.head for i in annotation.by_word.get(_ANNOUNCING, ()))


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
