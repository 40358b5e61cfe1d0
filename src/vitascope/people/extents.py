"""The whole noun phrase of a mention: from its first modifier to its last apposition or relative clause."""

from __future__ import annotations

from vitascope.model import Annotation, Span

__all__ = ["extent", "is_phrase_head"]

_OUTSIDE = ("conj", "cc", "punct", "preconj", "parataxis", "dep", "advmod", "mark")
_INSIDE = ("compound", "nmod", "amod", "nummod", "quantmod")
_TRAILING = (",", ".", ":", ";", "-LRB-", "``", "HYPH")


def is_phrase_head(annotation: Annotation, at: int) -> bool:
    """Whether the noun at token ``at`` heads a phrase of its own and is no part of a compound or name."""
    token = annotation.tokens[at]
    return token.dep not in _INSIDE


def extent(annotation: Annotation, at: int) -> Span:
    """The words of the phrase headed by token ``at``, coordinated phrases and closing punctuation left out."""
    tokens = annotation.tokens
    inside, stack = [at], [at]
    while stack:
        for child in annotation.children[stack.pop()]:
            if tokens[child].dep in _OUTSIDE and tokens[child].head == at:
                continue
            inside.append(child)
            stack.append(child)
    first, last = min(inside), max(inside)
    while last > at and tokens[last].tag in _TRAILING:
        last -= 1
    return Span(tokens[first].span.start, tokens[last].span.end)
