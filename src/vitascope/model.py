"""The values that flow through Vitascope: frozen, typed, without behaviour of any stage.

Offsets are Unicode code points into :attr:`Document.text`, half-open: ``text[span.start:span.end]`` is the
quoted wording, always. Terms follow factoid prosopography (Bradley & Short 2005; Pasin & Bradley 2015): a
*persona* is the person as one document shows them, a *claim* (factoid) is what a source says of a persona.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from vitascope.annotation import Annotation as Annotation
from vitascope.annotation import Entity as Entity
from vitascope.annotation import ModelInfo as ModelInfo
from vitascope.annotation import Sentence as Sentence
from vitascope.annotation import Token as Token
from vitascope.document import Block as Block
from vitascope.document import BlockKind as BlockKind
from vitascope.document import Document as Document
from vitascope.document import Notice as Notice
from vitascope.document import Section as Section
from vitascope.document import Source as Source
from vitascope.document import Span as Span
from vitascope.geography import Place as Place
from vitascope.geography import PlaceCandidate as PlaceCandidate
from vitascope.geography import PlaceName as PlaceName

Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "uncertain", "reported", "alleged", "intended", "hypothetical"]
Standing = Literal["stands", "withdrawn", "annulled", "disputed"]
Basis = Literal["stated", "anchored", "derived", "none"]
Gender = Literal["female", "male", "unknown"]
PersonaKind = Literal["person", "group", "organisation"]
MentionKind = Literal["name", "pronoun", "possessive", "nominal", "kin", "relative"]
Verdict = Literal["accept", "reject", "correct", "same", "different", "unsure", "undo"]


# ---------------------------------------------------------------- time


@dataclass(frozen=True, slots=True)
class When:
    """A date as a careful historian gives it.

    ``edtf`` is ISO 8601-2 (levels 0, 1 and sets), None where no time is told. ``earliest`` and ``latest`` are
    inclusive ISO days (``YYYY-MM-DD``, astronomical years), None where open. ``because`` says what it was
    anchored to or derived from, in words.
    """

    edtf: str | None = None
    text: str = ""
    span: Span | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: Basis = "none"
    because: str = ""


TimeKind = Literal["date", "extent", "duration", "set", "age", "lifespan", "reference"]
TimeRelation = Literal["at", "before", "after", "until", "since", "during", "offset", "then"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch of text that tells a time.

    ``span`` includes the preposition that steers the reading ("until 1911", "After three months"), ``core`` the
    expression itself ("1911", "three months"). ``duration`` is ISO 8601 (``P3M``) for durations. A ``lifespan``
    carries birth and death beside its own ``when``.
    """

    span: Span
    core: Span
    kind: TimeKind
    relation: TimeRelation
    when: When
    rule: str
    duration: str | None = None
    birth: When | None = None
    death: When | None = None


# ---------------------------------------------------------------- people


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or points at a persona. ``head`` is its head token, None inside an aside.

    ``because`` says why it was linked to that persona.
    """

    span: Span
    kind: MentionKind
    persona: str
    head: int | None
    because: str


@dataclass(frozen=True, slots=True)
class Persona:
    """The person (group, body) as this one document shows them. ``label`` is the fullest name.

    Unnamed kin are personas too: ``label`` "mother of Anna Berg", ``kin`` (("parent", id of Anna Berg),), each pair
    read "is parent of"; ties to the subject of the life come first, then as told. ``names`` holds every form found,
    ``main`` marks the subject of the life; ``members`` are the ids of those whom a group joins ("Anna and Lev … they").
    """

    id: str
    label: str
    kind: PersonaKind = "person"
    names: tuple[str, ...] = ()
    gender: Gender = "unknown"
    kin: tuple[tuple[str, str], ...] = ()
    main: bool = False
    members: tuple[str, ...] = field(default=(), compare=False)  # a project file does not keep them


@dataclass(frozen=True, slots=True)
class People:
    """All personas and mentions of one document, mentions in text order."""

    personas: tuple[Persona, ...]
    mentions: tuple[Mention, ...]


# ---------------------------------------------------------------- places


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A span that names a place. ``name`` are its words on one line, ``kind`` what the text or the place says it is.

    ``place`` is the id of the chosen one of ``candidates`` (best first), None where several are as likely or none is
    known. ``within`` is the larger place that the text names with it ("Riga, Latvia"). ``when`` is the EDTF date of the
    text around it; ``then`` and ``jurisdiction`` are what the place was called and who ruled it at that date.
    """

    span: Span
    name: str
    kind: str
    place: str | None
    candidates: tuple[PlaceCandidate, ...]
    because: str
    within: str = ""
    when: str | None = None
    then: str | None = None
    jurisdiction: str | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """All place mentions of one document in text order, and every place that they may mean, by id."""

    mentions: tuple[PlaceMention, ...] = ()
    places: tuple[Place, ...] = ()


# ---------------------------------------------------------------- clauses and claims

ClauseKind = Literal["verb", "copula", "nominal", "apposition"]
Tense = Literal["past", "pluperfect", "present", "future", "none"]


class Argument(NamedTuple):
    """A participant of a clause by its logical function, whatever the voice.

    ``function``: ``subject`` (who acts), ``object`` (who is acted on), ``recipient``, ``complement``, ``clause``
    (a governed clause), ``possessor``, or a preposition (``in``, ``to`` …). ``head`` is the head token.
    """

    function: str
    head: int
    span: Span


@dataclass(frozen=True, slots=True)
class Clause:
    """One predication. ``parent`` is the index of the clause that governs it, by ``link`` (``ccomp`` …)."""

    index: int
    kind: ClauseKind
    head: int
    lemma: str
    predicate: Span
    span: Span
    sentence: int
    arguments: tuple[Argument, ...]
    passive: bool = False
    negated: bool = False
    tense: Tense = "past"
    modal: str | None = None
    parent: int | None = None
    link: str = "root"


@dataclass(frozen=True, slots=True)
class Status:
    """What becomes of a claim; five independent parts, see docs/claim-types.md. ``by`` is a claim id.

    ``chain`` names the voices from the outermost inwards when attribution nests; ``attributed_to`` is the last.
    """

    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    attributed_to: str | None = None
    duress: bool = False
    standing: Standing = "stands"
    by: str | None = None
    chain: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Who a claim is about, or a value in a role. ``id`` is a persona's where one is known."""

    label: str
    id: str | None = None
    span: Span | None = None

    @property
    def key(self) -> str:
        """What is the same for all that a document says of one party: the persona's id, else the label."""
        return self.id or self.label


@dataclass(frozen=True, slots=True)
class Judged:
    """What people's standing judgements make of a claim: the sign that every display of it carries.

    ``numbers`` are the judgements about it that stand, oldest first; ``verdict`` is that of the last, ``by`` names who
    gave it and who corrected, each once. ``corrected`` names the parts that are a person's, not the
    reading's. ``alone`` says that no reading finds the claim any more; it stands by the judgement. ``outdated``
    says that the claim was read otherwise when it was last judged.
    """

    verdict: Verdict
    by: tuple[str, ...]
    at: str
    numbers: tuple[int, ...]
    corrected: tuple[str, ...] = ()
    alone: bool = False
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What the source says of a subject, with its words.

    ``span`` is the tight clause, ``sentence`` the sentence around it. ``confidence`` is that of the extraction,
    never of the truth. ``rule`` names the frame that made it. ``judged`` is what people said of it, None for what
    was only read.
    """

    id: str
    document: str
    type: str
    subject: Party
    span: Span
    predicate: Span
    sentence: Span
    roles: Mapping[str, Party]
    when: When
    status: Status
    confidence: float
    rule: str
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """By what a document was read: enough to say whether reading it again could change anything."""

    reader: str
    rules: str
    model: ModelInfo


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one document: what a store keeps and a view shows."""

    document: Document
    people: People
    times: tuple[TimeExpression, ...]
    claims: tuple[Claim, ...]
    provenance: Provenance
    places: Places = Places()
