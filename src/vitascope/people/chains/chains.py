"""Chains: everything in a text that means the same person or thing, each with the whole of its words.

:class:`~vitascope.model.People` holds what claims need: who is who, by the tightest words. A chain holds what a
reader sees, by the guidelines of OntoNotes (Pradhan et al. 2007): whole noun phrases, no relative pronouns; an
apposition or a predicate noun belongs to the phrase that it describes and is no mention of its own. Things (bodies,
places, works, dates) are chains too, where the text plainly names them again
(:mod:`~vitascope.people.chains.things`); they are never personas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vitascope.model import Annotation, Document, Mention, People, Span
from vitascope.people.chains.extents import Extents, is_phrase_head
from vitascope.people.chains.mention_chain import Chain, ChainMention, ChainWords, chain_words
from vitascope.people.chains.predicates import predicates
from vitascope.people.chains.spoken import spoken
from vitascope.people.chains.things import find_things
from vitascope.people.lexicon import lexicon

__all__ = ["Chain", "read_chains"]

_DESCRIBES = ("appos", "attr", "oprd", "compound", "nmod")
_BESIDE = ("appos", "npadvmod")


def read_chains(document: Document, annotation: Annotation, people: People) -> tuple[Chain, ...]:
    """All chains of two mentions or more, in order of first mention; a span belongs to one chain only.

    ``persona`` is set where a chain is a persona's. Deterministic.
    """
    heads = {m.head: m for m in people.mentions if m.head is not None and m.kind != "relative"}
    whose = {at: mention.persona for at, mention in heads.items()}
    kinds = {p.id: p.kind for p in people.personas}
    bodies = {at: m for at, m in heads.items() if kinds[m.persona] == "organisation"}
    extents = Extents(document, annotation, {at: who for at, who in whose.items() if at not in bodies})
    words = chain_words(document.source.language)
    lex = lexicon(document.source.language)
    found: dict[str, list[ChainMention]] = {}
    taken: set[Span] = set()

    def keep(persona: str, span: Span, because: str) -> None:
        if span not in taken:
            taken.add(span)
            found.setdefault(persona, []).append(ChainMention(span, because))

    for mention in people.mentions:
        span = None if _only_named(annotation, mention, words) else _whole(annotation, mention, whose, extents)
        if span is not None and mention.head not in bodies:
            keep(mention.persona, span, mention.because)
    for persona, span in _headed(document, people):
        keep(persona, span, "the name in a heading")
    for persona, span in _joined(annotation, people, whose, extents, lex.joint):
        keep(persona, span, "these persons together")
    for predicate in predicates(annotation, whose, words, lex.roles):
        keep(predicate.persona, extents.of(predicate.at), predicate.because)
    for persona, said in spoken(document, annotation, people, whose):
        keep(persona, said.span, said.because)
    labels = {p.id: p.label for p in people.personas}
    chains = [Chain(labels[i], kinds[i], tuple(sorted(m)), i) for i, m in found.items() if len(m) > 1]
    for thing in find_things(document, annotation, people, extents):
        free = tuple(m for m in thing.mentions if m.span not in taken)
        taken.update(m.span for m in free)
        if len(free) > 1:
            kind = "thing" if thing.persona is None else "organisation"
            chains.append(Chain(document.quote(free[0].span), kind, free, thing.persona))
    return tuple(sorted(chains, key=lambda c: c.mentions[0].span))


def _only_named(annotation: Annotation, mention: Mention, words: ChainWords) -> bool:
    """ "Her pseudonym Anna Berg": a name that is talked about."""
    at, tokens = mention.head, annotation.tokens
    return at is not None and tokens[at].dep == "appos" and tokens[tokens[at].head].lemma.lower() in words.monikers


def _whole(annotation: Annotation, mention: Mention, whose: Mapping[int, str], extents: Extents) -> Span | None:
    """The whole words of a mention; None where it only describes another mention's phrase."""
    at, tokens = mention.head, annotation.tokens
    if mention.kind == "relative" or at is None:
        return None
    if mention.kind in ("pronoun", "possessive"):
        stressed = tokens[at].dep in _BESIDE and whose.get(at - 1) == mention.persona
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is not None and after.dep in _BESIDE and after.tag == "PRP" and whose.get(at + 1) == mention.persona:
            # "he himself" is one phrase
            return Span(mention.span.start, after.span.end)
        return None if stressed else mention.span
    if tokens[at].dep == "appos" and whose.get(tokens[at].head) == mention.persona:
        return None
    if mention.kind in ("kin", "nominal") and tokens[at].dep in _DESCRIBES:
        return None
    if tokens[at].dep in ("attr", "oprd") and mention.kind != "name":
        return None
    return extents.of(at) if is_phrase_head(annotation, at) else mention.span


def _joined(
    annotation: Annotation, people: People, whose: Mapping[int, str], extents: Extents, joint: str
) -> Iterator[tuple[str, Span]]:
    """ "Anna Berg and Lev Dahl", where the text means the two together elsewhere: "they"."""
    groups = {p.label: p.id for p in people.personas if p.kind == "group"}
    labels = {p.id: p.label for p in people.personas}
    for token in annotation.tokens:
        above = token.head
        if token.dep == "conj" and token.index in whose and above in whose:
            group = groups.get(f"{labels[whose[above]]} {joint} {labels[whose[token.index]]}")
            if group is not None:
                yield group, Span(extents.of(above).start, extents.of(token.index).end)


def _headed(document: Document, people: People) -> Iterator[tuple[str, Span]]:
    """Headings that are a persona's name: of a section, or of the text itself."""
    named = {name: p.id for p in people.personas for name in (*p.names, p.label)}
    for block in document.blocks:
        if block.kind == "heading":
            text = document.quote(block.span)
            words = re.sub(r"^\W+|\W+$", "", text)
            if words in named:
                start = block.span.start + text.index(words)
                yield named[words], Span(start, start + len(words))
