"""Who is married to whom, as far as the people stage tells: "their son" is of both."""

from __future__ import annotations

from collections.abc import Iterator

from vitascope.claims.context import Context
from vitascope.model import Mention, Persona

_SPOUSE = "spouse"
_NEAR = 2
"""Sentences between a spouse and "their son" behind."""


class Couples:
    """The couples of one document."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._wed: dict[str, list[str]] = {}
        for persona in context.personas.values():
            for relation, other in persona.kin:
                if relation == _SPOUSE and persona.kind == "person":
                    self._wed.setdefault(persona.id, []).append(other)
                    self._wed.setdefault(other, []).append(persona.id)

    def spouse(self, of: Persona, at: int) -> Persona | None:
        """The spouse told of last before a token, near it."""
        wed = self._wed.get(of.id, ())
        return next((self._context.personas[m.persona] for m in self._before(at) if m.persona in wed), None)

    def before(self, at: int) -> tuple[Persona, Persona] | None:
        """The couple of whom one was named last before a token, near it, if only one is meant."""
        for mention in self._before(at):
            others = dict.fromkeys(self._wed.get(mention.persona, ()))
            if mention.kind == "name" and len(others) == 1:
                return self._context.personas[mention.persona], self._context.personas[next(iter(others))]
        return None

    def _before(self, at: int) -> Iterator[Mention]:
        token = self._context.tokens[at]
        sentences = self._context.annotation.sentences
        block = sentences[token.sentence].block
        first = next(s for s in sentences[max(0, token.sentence - _NEAR) :] if s.block == block)
        yield from reversed(self._context.mentions_by_end.within(first.span.start, token.span.start + 1))
