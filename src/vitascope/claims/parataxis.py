"""Sentences that a semicolon joins, which the parser often takes for content of the one after it."""

from __future__ import annotations

from vitascope.model import Annotation, Token

_MARK = ";"


def is_set_off(annotation: Annotation, token: Token) -> bool:
    """Whether a semicolon parts a clause from the later one that it is said to be governed by.

    "Berg was tried in 1947; he denied everything": nobody denied that he was tried.
    """
    if token.dep != "ccomp" or token.head <= token.index:
        return False
    return any(annotation.tokens[at].text == _MARK for at in range(token.index, token.head))
