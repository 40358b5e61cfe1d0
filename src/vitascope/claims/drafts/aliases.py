"""Names told beside names: "Klara (née Lund)", "Ida Holm (pseudonym Marta Lind)", "BERG, KARL (called Karl of Lund)",
and what stands between quotation marks within a name ('Robert "Bob" Holm')."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vitascope import lang
from vitascope.claims.context import Context
from vitascope.claims.drafts.structure import named_before
from vitascope.claims.framing.frames import Draft
from vitascope.model import Party, Persona, Span

_QUOTED = re.compile(r"\s[\"“]([^\W\d_][^\"“”]*)[\"”]\s")
_ENDS = re.compile(r"[,;)\]]")


def told_names(context: Context, language: str) -> Iterator[Draft]:
    """A claim for each further name of a person."""
    persons = lang.load(language, "persons")
    kinds = {row["cue"]: row["kind"] for row in persons["aliases"]}
    text = context.document.text
    for mention in context.people.mentions:
        if mention.kind != "name":
            continue
        persona = context.personas[mention.persona]
        quoted = _QUOTED.search(context.document.quote(mention.span)) if persona.kind == "person" else None
        if quoted is not None and mention.head is not None:
            value = Span(mention.span.start + quoted.start(1), mention.span.start + quoted.end(1))
            yield _draft(
                context, persona, value, persons["quoted"], mention.span, context.tokens[mention.head].sentence
            )
        if mention.head is None:
            before = text[: mention.span.start].rstrip()
            cue = next((c for c in kinds if before.endswith((f" {c}", f"({c}", f"[{c}"))), None)
            bearer = named_before(context, mention.span) if cue is not None else None
            if bearer is not None and cue is not None and not context.is_place(mention.span):
                told, sentence, name = bearer
                closed = text[mention.span.end : mention.span.end + 1] in (")", "]")
                span = Span(name.start, mention.span.end + closed)
                yield _draft(context, told, mention.span, kinds[cue], span, sentence)
    for aside in context.annotation.asides:
        opening = text[aside.start + 1 : aside.end].split(" ", 1)
        bearer = named_before(context, aside) if opening[0] in persons["naming"] and len(opening) > 1 else None
        if bearer is not None:
            start = aside.start + 1 + len(opening[0]) + 1
            end = _ENDS.search(text, start, aside.end)
            value = Span(start, end.start() if end is not None else aside.end)
            told, sentence, name = bearer
            yield _draft(context, told, value, persons["bynames"], Span(name.start, value.end), sentence)


def _draft(context: Context, persona: Persona, value: Span, kind: str, span: Span, sentence: int) -> Draft:
    roles = {"value": Party(context.document.quote(value), None, value), "kind": Party(kind)}
    subject = Party(persona.label, persona.id)
    return Draft("name", subject, span, value, sentence, roles, rule="birth-name", confidence=0.95)
