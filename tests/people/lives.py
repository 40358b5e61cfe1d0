"""Small lives for the tests of the people stage: a title and paragraphs, read with the small model."""

from __future__ import annotations

import hashlib

from vitascope.language import Annotator
from vitascope.model import Block, Document, Mention, People, Persona, Source, Span
from vitascope.people import read_people


def life(text: str, title: str = "Anna Berg") -> Document:
    """A document of the title and one paragraph a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block("paragraph", Span(at, at + len(line))))
        at += len(line) + 1
    digest = hashlib.sha256(f"{title}\0{text}".encode()).hexdigest()
    return Document(digest, text, title, Source("lives/test.txt", "text", digest), tuple(blocks))


class Life:
    """A life as read, with look-ups by label and wording."""

    def __init__(self, annotator: Annotator, text: str, title: str = "Anna Berg") -> None:
        self.document = life(text, title)
        self.annotation = annotator.annotate(self.document)
        self.people: People = read_people(self.document, self.annotation)
        self.by_id = {p.id: p for p in self.people.personas}

    @property
    def labels(self) -> list[str]:
        """Labels of all personas in order of first mention."""
        return [p.label for p in self.people.personas]

    def persona(self, label: str) -> Persona:
        """The one persona of that label."""
        (found,) = [p for p in self.people.personas if p.label == label]
        return found

    def mentions(self, label: str) -> list[str]:
        """The wording of every mention of the persona of that label."""
        wanted = self.persona(label).id
        return [self.document.quote(m.span) for m in self.people.mentions if m.persona == wanted]

    def mention(self, words: str, nth: int = 1) -> Mention | None:
        """The ``nth`` mention of exactly these words, None where there are fewer."""
        found = [m for m in self.people.mentions if self.document.quote(m.span) == words]
        return found[nth - 1] if len(found) >= nth else None

    def whose(self, words: str, nth: int = 1) -> str | None:
        """The label of the persona whom the ``nth`` mention of these words means."""
        mention = self.mention(words, nth)
        return None if mention is None else self.by_id[mention.persona].label
