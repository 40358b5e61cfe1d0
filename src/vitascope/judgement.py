"""What people say of claims and personas, as frozen values that hold enough words to find again what they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from vitascope.model import Claim, Party, Span, Verdict

About = Literal["claim", "personas", "judgement"]
Attachment = Literal["id", "span", "words", "alone", "lost"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in a text and what stands around them (W3C Web Annotation, TextQuoteSelector): found again by these."""

    span: Span
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a judgement is about, in enough words to find it again in another reading of another text.

    ``id`` is that of the claim or persona, ``label`` that of the claim's subject or the persona. ``claim`` is the
    claim as it was read, without anybody's corrections; None for a persona.
    """

    uri: str
    document: str
    id: str
    label: str
    quote: Quote | None = None
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a claim should say instead; a part that is None (or not named) stays as it was read.

    ``when`` is EDTF, empty for "no time is told". A role of None is taken away. ``status`` maps ``polarity``,
    ``modality``, ``attributed_to``, ``duress`` or ``standing`` to its value.
    """

    type: str | None = None
    quote: Quote | None = None
    subject: Party | None = None
    when: str | None = None
    roles: Mapping[str, Party | None] = field(default_factory=dict)
    status: Mapping[str, str | bool | None] = field(default_factory=dict)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts that it changes: ``("type", "when", "roles.place", "status.duress")``."""
        whole = (("type", self.type), ("words", self.quote), ("subject", self.subject), ("when", self.when))
        return (
            *(name for name, value in whole if value is not None),
            *(f"roles.{name}" for name in self.roles),
            *(f"status.{name}" for name in self.status),
        )


@dataclass(frozen=True, slots=True)
class Judgement:
    """What someone said of a claim, or of two personas, or (``undo``) of an earlier judgement. Never changed.

    ``at`` is UTC, ISO 8601 to the second. ``anchors`` are one for a claim, two for personas, none for an undo,
    whose ``undoes`` is the number of the judgement taken back.
    """

    number: int
    at: str
    by: str
    about: About
    verdict: Verdict
    why: str
    anchors: tuple[Anchor, ...] = ()
    correction: Correction | None = None
    undoes: int | None = None
