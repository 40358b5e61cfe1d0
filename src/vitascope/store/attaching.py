"""Which claim or persona of a new reading is the one that was judged: by id, by place, by its words.

Pure. What cannot be told apart is not guessed: then the judgement stands by its words alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vitascope.judgement import Anchor, Attachment, Correction
from vitascope.model import Claim, Document, Persona, Span
from vitascope.store.names import folded_words
from vitascope.store.quotes import located

_SHARED = 0.5
"""Share of the words of both (intersection over union) from which two stretches are taken for the same clause."""


@dataclass(frozen=True, slots=True)
class Attached:
    """Where a judged claim or persona is now: ``id`` is None where no reading finds it, ``span`` where its words are
    gone too."""

    how: Attachment
    id: str | None = None
    span: Span | None = None


LOST = Attached("lost")


def attach_claim(
    anchor: Anchor,
    judged: str,
    corrections: Iterable[tuple[Correction, str]],
    document: Document,
    claims: Sequence[Claim],
) -> Attached:
    """The claim of this reading that the anchor speaks of.

    ``corrections`` are what people said it should say, each with the document it was said of: a reading that has
    come to say so has found the same claim. Words that no reading makes a claim of any more must be there as they
    were when judged (``judged``), but for spaces; a claim whose words were edited may have its new ones.
    """
    by_id = next((claim for claim in claims if claim.id == anchor.id), None)
    if by_id is not None:
        return Attached("id", by_id.id, by_id.span)
    if anchor.claim is None or anchor.quote is None:
        return LOST
    unmoved = document.id == anchor.document
    span = anchor.quote.span if unmoved else located(document.text, anchor.quote)
    if span is None:
        return LOST
    said = list(corrections)
    types = {anchor.claim.type, *(each.type for each, _ in said)}
    labels = {anchor.label, *(each.subject.label for each, _ in said if each.subject)}
    near = [span, *(place for each, of in said if (place := words_of(each, of, document)))]
    scored = [
        (_likeness(claim, anchor, span), claim)
        for claim in claims
        if claim.type in types
        and any(_shared(claim.span, place) >= _SHARED for place in near)
        and any(_same_name(claim.subject.label, label) for label in labels)
    ]
    best = max((score for score, _ in scored), default=None)
    found = [claim for score, claim in scored if score == best]
    if len(found) != 1:
        same = document.quote(span).split() == judged.split()
        return Attached("alone", None, span) if same else LOST
    return Attached("span" if unmoved and found[0].span == span else "words", found[0].id, found[0].span)


def words_of(correction: Correction, of: str, document: Document) -> Span | None:
    """Where the words that a correction (made of the document ``of``) gives the claim stand in this document.

    None where it gives none, and where they are not there any more.
    """
    if correction.quote is None:
        return None
    return correction.quote.span if document.id == of else located(document.text, correction.quote)


def attach_persona(anchor: Anchor, personas: Sequence[Persona]) -> Attached:
    """The persona of this reading that the anchor speaks of: by id, by label, or by a name that only one has."""
    if any(persona.id == anchor.id for persona in personas):
        return Attached("id", anchor.id)
    wanted = folded_words(anchor.label)
    for forms in (_label, _names):
        found = [each for each in personas if any(folded_words(form) == wanted for form in forms(each))]
        if len(found) == 1:
            return Attached("words", found[0].id)
    return LOST


def _label(persona: Persona) -> tuple[str, ...]:
    return (persona.label,)


def _names(persona: Persona) -> tuple[str, ...]:
    return persona.names


def _likeness(claim: Claim, anchor: Anchor, span: Span) -> tuple[float, ...]:
    before = anchor.claim
    assert before is not None
    roles = {name: party.label for name, party in claim.roles.items()}
    return (
        float(claim.type == before.type),
        float(claim.subject.label == anchor.label),
        float(claim.span == span),
        float(claim.predicate.start - claim.span.start == before.predicate.start - before.span.start),
        float(roles == {name: party.label for name, party in before.roles.items()}),
        _shared(claim.span, span),
    )


def _shared(one: Span, other: Span) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / max(1, max(one.end, other.end) - min(one.start, other.start))


def _same_name(one: str, other: str) -> bool:
    first, second = set(folded_words(one)), set(folded_words(other))
    return one == other or (bool(first and second) and (first <= second or second <= first))
