"""What a repair of a parse is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from vitascope.model import Sentence, Token

Edit = dict[int, tuple[str, int]]
"""Token index → new relation and head."""


class Parse(list[Token]):
    """The tokens of a text, with what hangs on each found by sentence. Putting a token in the place of another has its
    sentence looked through anew."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        super().__init__(tokens)
        self._below: dict[int, dict[int, list[Token]]] = {}

    def put(self, token: Token) -> None:
        """Put a token in its place."""
        self[token.index] = token
        self._below.pop(token.sentence, None)

    def below(self, sentence: Sentence, head: int) -> list[Token]:
        """The tokens of a sentence that hang on ``head``, in text order; not to be changed."""
        found = self._below.get(sentence.index)
        if found is None:
            found = self._below[sentence.index] = {}
            for token in self[sentence.first : sentence.last]:
                if token.head != token.index:
                    found.setdefault(token.head, []).append(token)
        return found.get(head, [])


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair. ``apply`` gives the edits for the sentence's tokens, none where it does not apply."""

    name: str
    apply: Callable[[Parse, Sentence], Edit]
    examples: tuple[tuple[str, tuple[str, str, str]], ...]
    near_misses: tuple[str, ...]


def words(tokens: Parse, sentence: Sentence) -> Sequence[Token]:
    """The tokens of a sentence."""
    return tokens[sentence.first : sentence.last]


def token_after(tokens: Parse, token: Token) -> Token:
    """The token behind another one; the last of a text is its own."""
    return tokens[min(token.index + 1, len(tokens) - 1)]


def children(tokens: Parse, sentence: Sentence, head: int) -> list[Token]:
    """The tokens that hang on ``head``."""
    return tokens.below(sentence, head)


def has_subject(tokens: Parse, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has a noun or pronoun of its own for who does it, or to whom it is done."""
    return any(c.dep in ("nsubj", "nsubjpass") for c in children(tokens, sentence, verb.index))


def descends(tokens: Parse, below: int, above: int) -> bool:
    """Whether a token hangs on another one, however far above."""
    at = below
    while tokens[at].head != at:
        at = tokens[at].head
        if at == above:
            return True
    return False
