"""Clauses that a semicolon parts, one of which the parser often hangs on the other."""

from __future__ import annotations

from vitascope.model import Annotation, Token

_MARK = ";"


def is_parted(annotation: Annotation, one: int, other: int) -> bool:
    """Whether a semicolon stands between two tokens."""
    first, last = sorted((one, other))
    return any(token.text == _MARK for token in annotation.tokens[first:last])


def is_juxtaposed(annotation: Annotation, token: Token) -> bool:
    """Whether a semicolon stands between a clause and what the parser hangs it on."""
    return token.dep in ("ccomp", "parataxis") and is_parted(annotation, token.index, token.head)


def is_set_off(annotation: Annotation, token: Token) -> bool:
    """Whether a semicolon parts a clause from the later one that it is said to be governed by.

    "Berg was tried in 1947; he denied everything": nobody denied that he was tried.
    """
    return token.dep == "ccomp" and token.head > token.index and is_juxtaposed(annotation, token)
