"""Chains: everything in a text that means the same person or thing, each with the whole of its words.

:class:`~vitascope.model.People` holds what claims need: who is who, by the tightest words. A chain holds what a
reader sees, by the guidelines of OntoNotes (Pradhan et al. 2007): whole noun phrases, no relative pronouns; an
apposition or a predicate noun belongs to the phrase that it describes and is no mention of its own. Things (bodies,
places, works, dates) are chains too, where the text plainly names them again (:mod:`~vitascope.people.things`); they
are never personas.
"""

from __future__ import annotations

from collections.abc import Iterator

from vitascope.model import Annotation, Document, Mention, People, Span
from vitascope.people.extents import extent, is_phrase_head
from vitascope.people.quotations import speeches
from vitascope.people.syntax import SUBJECTS
from vitascope.people.things import Chain, ThingMention, find_things, thing_words

__all__ = ["Chain", "read_chains"]

_DESCRIBES = ("appos", "attr", "oprd", "compound", "nmod")


def read_chains(document: Document, annotation: Annotation, people: People) -> tuple[Chain, ...]:
    """All chains of two mentions or more, in order of first mention; a span belongs to one chain only.

    ``persona`` is set where a chain is a persona's. Deterministic.
    """
    found: dict[str, list[ThingMention]] = {}
    taken: set[Span] = set()
    heads = {m.head: m.persona for m in people.mentions if m.head is not None and m.kind != "relative"}
    for mention in people.mentions:
        span = _whole(annotation, mention, heads)
        if span is not None and span not in taken:
            taken.add(span)
            found.setdefault(mention.persona, []).append(ThingMention(span, mention.because))
    for persona, said in _spoken(document, annotation, people, heads):
        if said.span not in taken:
            taken.add(said.span)
            found.setdefault(persona, []).append(said)
    labels = {p.id: (p.label, p.kind) for p in people.personas}
    chains = [Chain(labels[i][0], labels[i][1], tuple(sorted(m)), i) for i, m in found.items() if len(m) > 1]
    for chain in find_things(document, annotation, heads):
        free = tuple(m for m in chain.mentions if m.span not in taken)
        taken.update(m.span for m in free)
        if len(free) > 1:
            chains.append(Chain(chain.label, chain.kind, free, None))
    return tuple(sorted(chains, key=lambda c: c.mentions[0].span))


def _whole(annotation: Annotation, mention: Mention, heads: dict[int, str]) -> Span | None:
    """The whole words of a mention; None where it only describes another mention's phrase."""
    at, tokens = mention.head, annotation.tokens
    if mention.kind == "relative" or at is None:
        return None
    if mention.kind in ("pronoun", "possessive"):
        return mention.span
    if tokens[at].dep == "appos" and heads.get(tokens[at].head) == mention.persona:
        return None
    if mention.kind in ("kin", "nominal") and tokens[at].dep in _DESCRIBES:
        return None
    if tokens[at].dep in ("attr", "oprd") and mention.kind != "name":
        return None
    return extent(annotation, at) if is_phrase_head(annotation, at) else mention.span


def _spoken(
    document: Document, annotation: Annotation, people: People, heads: dict[int, str]
) -> Iterator[tuple[str, ThingMention]]:
    """ "I" and "my" in direct speech: of the subject of the sentence that brings it in, else of the life's person."""
    main = next((p.id for p in people.personas if p.main), None)
    words = thing_words(document.source.language).speaker
    spoken = iter(speeches(document))
    speech = next(spoken, None)
    speaker: str | None = None
    for token in annotation.tokens:
        while speech is not None and speech.end <= token.span.start:
            speech, speaker = next(spoken, None), None
        if speech is None:
            return
        if token.span.start < speech.start:
            if token.dep in SUBJECTS and token.index in heads:
                speaker = heads[token.index]
            elif token.dep == "ROOT" and token.sentence != annotation.tokens[max(token.index - 1, 0)].sentence:
                speaker = None
        elif token.text.lower() in words and token.tag in ("PRP", "PRP$"):
            who = speaker or main
            if who is not None:
                yield who, ThingMention(token.span, "direct speech: the one who speaks")
