"""Who is in a text: each persona with its names, gender and why, ties, and where it is mentioned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vitascope.model import Document, Mention, People, Persona
from vitascope.people.lexicon import lexicon
from vitascope.people.names.parts import parse_name

__all__ = ["PersonaRow", "persona_object", "persona_rows"]


@dataclass(frozen=True, slots=True)
class PersonaRow:
    """A persona with its mentions in text order, its ties in words, and what told its gender ("" where unknown)."""

    persona: Persona
    mentions: tuple[Mention, ...]
    kin: tuple[str, ...]
    gender_because: str

    @property
    def first(self) -> int:
        """The offset of the first mention."""
        return self.mentions[0].span.start if self.mentions else 0


def persona_rows(document: Document, people: People) -> list[PersonaRow]:
    """Everybody, the subject of the life first, then by number of mentions, then in text order."""
    of: dict[str, list[Mention]] = {}
    for mention in people.mentions:
        of.setdefault(mention.persona, []).append(mention)
    labels = {persona.id: persona.label for persona in people.personas}
    rows = [
        PersonaRow(
            persona,
            tuple(of.get(persona.id, ())),
            tuple(f"{relation} of {labels[other]}" for relation, other in persona.kin),
            _gender_because(document, persona, of.get(persona.id, [])),
        )
        for persona in people.personas
    ]
    return sorted(rows, key=lambda row: (not row.persona.main, -len(row.mentions), row.first))


def persona_object(document: Document, row: PersonaRow, *, mentions: bool) -> Mapping[str, Any]:
    """A persona as plain values for JSON; with ``mentions`` all of them, with words, offsets and reasons."""
    persona = row.persona
    told: dict[str, Any] = {
        "document": document.source.uri,
        "id": persona.id,
        "label": persona.label,
        "kind": persona.kind,
        "main": persona.main,
        "names": list(persona.names),
        "gender": persona.gender,
        "gender_because": row.gender_because,
        "kin": [
            {"relation": relation, "of": other, "label": words.partition(" of ")[2]}
            for (relation, other), words in zip(persona.kin, row.kin, strict=True)
        ],
        "mention_count": len(row.mentions),
    }
    if mentions:
        told["mentions"] = [
            {
                "quote": document.quote(mention.span),
                "start": mention.span.start,
                "end": mention.span.end,
                "kind": mention.kind,
                "because": mention.because,
            }
            for mention in row.mentions
        ]
    return told


def _gender_because(document: Document, persona: Persona, mentions: list[Mention]) -> str:
    """The words of the first mention that tells it: a title, a patronymic, a kin noun, a pronoun."""
    if persona.gender == "unknown":
        return ""
    lex = lexicon(document.source.language)
    for mention in mentions:
        words = document.quote(mention.span)
        if mention.kind == "name" and parse_name(words, lex).gender == persona.gender:
            return words
        if mention.kind == "kin" and any(
            word in lex.kin and lex.kin[word].gender == persona.gender for word in words.lower().split()
        ):
            return words
        form = lex.pronouns.get(words.lower())
        if form is not None and form.gender == persona.gender:
            return words
    return ""
