"""Chains: everything in a text that means the same person or thing, each with the whole of its words.

:class:`~vitascope.model.People` holds what claims need: who is who, by the tightest words. A chain holds what a reader of the
text sees, by the guidelines of OntoNotes (Pradhan et al. 2007): whole noun phrases, no relative pronouns; an apposition or a
predicate noun belongs to the phrase that it describes and is no mention of its own. Things (bodies, places, works, dates)
are chains too, where the text plainly names them again (:mod:`~vitascope.people.things`); they never are personas.
"""

from __future__ import annotations

from vitascope.model import Annotation, Document, Mention, People, Span
from vitascope.people.extents import extent, is_phrase_head
from vitascope.people.things import Chain, ThingMention, find_things

__all__ = ["Chain", "read_chains"]

_DESCRIBES = ("appos", "attr", "oprd", "compound", "nmod")


def read_chains(document: Document, annotation: Annotation, people: People) -> tuple[Chain, ...]:
    """All chains of two mentions or more, in order of first mention; a span belongs to one chain only.

    ``persona`` is set where a chain is a persona's. Deterministic.
    """
    found: dict[str, list[ThingMention]] = {}
    taken: set[Span] = set()
    heads: set[int] = set()
    for mention in people.mentions:
        if mention.head is not None:
            heads.add(mention.head)
        span = _whole(annotation, mention)
        if span is not None and span not in taken:
            taken.add(span)
            found.setdefault(mention.persona, []).append(ThingMention(span, mention.because))
    labels = {p.id: (p.label, p.kind) for p in people.personas}
    chains = [Chain(labels[i][0], labels[i][1], tuple(sorted(m)), i) for i, m in found.items() if len(m) > 1]
    for chain in find_things(document, annotation, heads):
        free = tuple(m for m in chain.mentions if m.span not in taken)
        taken.update(m.span for m in free)
        if len(free) > 1:
            chains.append(Chain(chain.label, chain.kind, free, None))
    return tuple(sorted(chains, key=lambda c: c.mentions[0].span))


def _whole(annotation: Annotation, mention: Mention) -> Span | None:
    """The whole words of a mention; None where it only describes another mention's phrase."""
    at, tokens = mention.head, annotation.tokens
    if mention.kind == "relative" or at is None:
        return None
    if mention.kind in ("pronoun", "possessive"):
        return mention.span
    if mention.kind in ("kin", "nominal") and tokens[at].dep in _DESCRIBES:
        return None
    if tokens[at].dep in ("attr", "oprd") and mention.kind != "name":
        return None
    return extent(annotation, at) if is_phrase_head(annotation, at) else mention.span
