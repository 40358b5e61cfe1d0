"""What a repair of a parse is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vitascope.model import Sentence, Token

Edit = dict[int, tuple[str, int]]
"""Token index → new relation and head."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair. ``apply`` gives the edits for the sentence's tokens, none where it does not apply."""

    name: str
    apply: Callable[[Sequence[Token], Sentence], Edit]
    examples: tuple[tuple[str, tuple[str, str, str]], ...]
    near_misses: tuple[str, ...]


def words(tokens: Sequence[Token], sentence: Sentence) -> Sequence[Token]:
    """The tokens of a sentence."""
    return tokens[sentence.first : sentence.last]


def token_after(tokens: Sequence[Token], token: Token) -> Token:
    """The token behind another one; the last of a text is its own."""
    return tokens[min(token.index + 1, len(tokens) - 1)]


def children(tokens: Sequence[Token], sentence: Sentence, head: int) -> list[Token]:
    """The tokens that hang on ``head``."""
    return [t for t in words(tokens, sentence) if t.head == head and t.index != head]


def has_subject(tokens: Sequence[Token], sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has a noun or pronoun of its own for who does it, or to whom it is done."""
    return any(c.dep in ("nsubj", "nsubjpass") for c in children(tokens, sentence, verb.index))


def descends(tokens: Sequence[Token], below: int, above: int) -> bool:
    """Whether a token hangs on another one, however far above."""
    at = below
    while tokens[at].head != at:
        at = tokens[at].head
        if at == above:
            return True
    return False
