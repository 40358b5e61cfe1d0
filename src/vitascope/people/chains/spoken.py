"""Who is meant in direct speech: "I" is the one who speaks, "he" the one who is spoken of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from vitascope.model import Annotation, Document, People, Persona, Token
from vitascope.people.chains.mention_chain import ChainMention, chain_words
from vitascope.people.lexicon import lexicon
from vitascope.people.quotations import quoted
from vitascope.people.syntax import SUBJECTS

__all__ = ["spoken"]


def spoken(
    document: Document, annotation: Annotation, people: People, heads: Mapping[int, str]
) -> Iterator[tuple[str, ChainMention]]:
    """Persona and mention for every pronoun in direct speech that the words around it explain, in text order.

    ``heads``: head token of each mention → its persona. The speaker is the subject of the sentence that brings the
    speech in or follows it, else the person of the life.
    """
    first_person = chain_words(document.source.language).speaker
    forms = lexicon(document.source.language).pronouns
    personas = {p.id: p for p in people.personas}
    main = next((p.id for p in people.personas if p.main), None)
    tokens = annotation.tokens
    starts = [t.span.start for t in tokens]
    found = quoted(document)
    for speech in found.quotations:
        inside = tokens[bisect_left(starts, speech.start) : bisect_left(starts, speech.end)]
        if not inside:
            continue
        speaker = _speaker(annotation, inside, heads) or main
        for token in inside:
            word = token.text.lower()
            if token.tag not in ("PRP", "PRP$"):
                continue
            if word in first_person and speaker is not None:
                yield speaker, ChainMention(token.span, "direct speech: the one who speaks")
            elif (
                speech in found.speeches
                and word in forms
                and not forms[word].plural
                and forms[word].gender != "unknown"
            ):
                fits = {p.id for p in personas.values() if p.kind == "person" and _fits(p, forms[word].gender)}
                whom = _spoken_of(annotation, inside[0], heads, fits - {speaker}, main)
                if whom is not None:
                    yield whom, ChainMention(token.span, "direct speech: the one who is spoken of")


def _fits(persona: Persona, gender: str) -> bool:
    return persona.gender in ("unknown", gender)


def _speaker(annotation: Annotation, inside: tuple[Token, ...], heads: Mapping[int, str]) -> str | None:
    """The subject that stands beside the speech in its sentence, before it or after it."""
    tokens, sentences = annotation.tokens, annotation.sentences
    before = range(inside[0].index - 1, sentences[inside[0].sentence].first - 1, -1)
    after = range(inside[-1].index + 1, sentences[inside[-1].sentence].last)
    subjects = (t for t in (*before, *after) if tokens[t].dep in SUBJECTS and t in heads)
    return next((heads[t] for t in subjects), None)


def _spoken_of(
    annotation: Annotation, opening: Token, heads: Mapping[int, str], fits: set[str], main: str | None
) -> str | None:
    """The person named last before the speech, in its sentence or the one before, who is not the speaker."""
    sentence = annotation.sentences[max(opening.sentence - 1, 0)]
    back = range(opening.index - 1, sentence.first - 1, -1)
    near = next((heads[t] for t in back if t in heads and heads[t] in fits), None)
    return near if near is not None or main not in fits else main
