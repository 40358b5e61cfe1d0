"""Clauses that a semicolon or a colon parts, one of which the parser often hangs on the other."""

from __future__ import annotations

from vitascope.model import Annotation, Token

_MARK = ";"
_ANNOUNCING = ":"


def is_parted(annotation: Annotation, one: int, other: int) -> bool:
    """Whether a semicolon stands between two tokens."""
    first, last = sorted((one, other))
    return any(token.text == _MARK for token in annotation.tokens[first:last])


def is_juxtaposed(annotation: Annotation, token: Token) -> bool:
    """Whether a semicolon stands between a clause and what the parser hangs it on, or a colon between it and a later
    one: what is told after a colon does not govern what stands before it."""
    if token.dep not in ("ccomp", "parataxis"):
        return False
    between = annotation.tokens[token.index : token.head]
    return is_parted(annotation, token.index, token.head) or any(t.text == _ANNOUNCING for t in between)


def is_set_off(annotation: Annotation, token: Token) -> bool:
    """Whether a semicolon or colon parts a clause from the later one that it is said to be governed by.

    "Berg was tried in 1947; he denied everything": nobody denied that he was tried.
    """
    return token.dep == "ccomp" and token.head > token.index and is_juxtaposed(annotation, token)
