"""What people's judgements make of a claim. Pure: the claim as read and the judgements in, the claim as it stands out.

The judgements are taken in the order in which they were made. Corrections add up, the later winning part by part; the
last judgement gives the verdict. Whoever accepts accepts the claim as it then stood, corrections included.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vitascope.edtf import bounds
from vitascope.judgement import Correction, Judgement
from vitascope.model import Claim, Document, Judged, Party, Persona, Span, Status, When

STATUS_PARTS = ("polarity", "modality", "attributed_to", "duress", "standing")
"""What of a status a person can correct."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A standing judgement of a claim, and where the words that it gives it are in the present text."""

    judgement: Judgement
    words: Span | None = None


def judged_claim(
    claim: Claim, words: str, amendments: Sequence[Amendment], personas: Sequence[Persona], alone: bool
) -> Claim:
    """The claim as it stands after at least one amendment (oldest first). ``words`` are those it is read from."""
    last = amendments[-1].judgement
    sign = Judged(
        verdict=last.verdict,
        by=tuple(dict.fromkeys(j.by for each in amendments if (j := each.judgement).correction or j is last)),
        at=last.at,
        numbers=tuple(each.judgement.number for each in amendments),
        corrected=tuple(dict.fromkeys(p for each in amendments for p in _parts(each))),
        alone=alone,
        outdated=not alone and _was_other(claim, words, last),
    )
    for each in amendments:
        if each.judgement.correction is not None:
            claim = corrected(claim, each.judgement.correction, each)
    return replace(bound(claim, personas), judged=sign)


def corrected(claim: Claim, correction: Correction, amendment: Amendment) -> Claim:
    """The claim with the parts that a correction names."""
    judgement = amendment.judgement
    because = f"corrected by {judgement.by} (judgement {judgement.number})" + (
        f": {judgement.why}" if judgement.why else ""
    )
    roles = {name: party for name, party in {**claim.roles, **correction.roles}.items() if party is not None}
    span = amendment.words or claim.span
    return replace(
        claim,
        type=correction.type or claim.type,
        span=span,
        sentence=Span(min(claim.sentence.start, span.start), max(claim.sentence.end, span.end)),
        predicate=claim.predicate if span.contains(claim.predicate) else span,
        subject=correction.subject or claim.subject,
        roles=roles,
        when=claim.when if correction.when is None else _when(correction.when, because),
        status=_status(claim.status, correction.status, because),
    )


def bound(claim: Claim, personas: Sequence[Persona]) -> Claim:
    """The claim with parties that are personas of this reading: by id, else by a label that only one has."""
    return replace(
        claim,
        subject=_bound(claim.subject, personas),
        roles={name: _bound(party, personas) for name, party in claim.roles.items()},
    )


def moved(claim: Claim, document: Document, old: str, span: Span, sentences: Iterable[Span]) -> Claim:
    """A claim of an earlier text, put on the place where its words are now.

    ``old`` are its words as they were. Where they are the same, the places within them move along; every other
    place is let go, since nothing says where it is.
    """
    if document.id == claim.document:
        return claim
    same = document.quote(span) == old

    def place(at: Span | None) -> Span | None:
        if at is None or not same or not claim.span.contains(at):
            return None
        return Span(at.start + span.start - claim.span.start, at.end + span.start - claim.span.start)

    around = next((each for each in sorted(sentences) if each.contains(span)), span)
    return replace(
        claim,
        document=document.id,
        span=span,
        predicate=place(claim.predicate) or span,
        sentence=around,
        subject=replace(claim.subject, span=place(claim.subject.span)),
        roles={name: replace(party, span=place(party.span)) for name, party in claim.roles.items()},
        when=replace(claim.when, span=place(claim.when.span)),
    )


def said(claim: Claim) -> tuple[object, ...]:
    """What a claim says, without where it stands: equal for the same claim read from a text that has only moved."""
    status = claim.status
    return (
        claim.type,
        claim.subject.label,
        tuple(sorted((name, party.label) for name, party in claim.roles.items())),
        claim.when.edtf,
        tuple(getattr(status, part) for part in STATUS_PARTS),
    )


def _was_other(claim: Claim, words: str, last: Judgement) -> bool:
    for anchor in last.anchors:
        if anchor.claim is not None and anchor.quote is not None:
            return said(anchor.claim) != said(claim) or anchor.quote.exact != words
    return False


def _parts(amendment: Amendment) -> tuple[str, ...]:
    correction = amendment.judgement.correction
    if correction is None:
        return ()
    return tuple(part for part in correction.parts if part != "words" or amendment.words is not None)


def _when(edtf: str, because: str) -> When:
    if not edtf:
        return When(because=because)
    earliest, latest = bounds(edtf)
    return When(edtf=edtf, earliest=earliest, latest=latest, basis="stated", because=because)


def _status(status: Status, parts: Mapping[str, Any], because: str) -> Status:
    if not parts:
        return status
    changed = replace(status, **parts, because=(*status.because, because))
    if "attributed_to" in parts:
        changed = replace(changed, chain=())
    return replace(changed, by=None) if changed.standing == "stands" else changed


def _bound(party: Party, personas: Sequence[Persona]) -> Party:
    if party.id is None or any(each.id == party.id for each in personas):
        return party
    found = [each.id for each in personas if each.label == party.label]
    return replace(party, id=found[0] if len(found) == 1 else None)
