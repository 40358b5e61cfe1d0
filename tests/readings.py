"""Readings made by hand, for everything that starts where reading ends."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from vitascope.model import (
    Block,
    Claim,
    Document,
    Mention,
    ModelInfo,
    Notice,
    Party,
    People,
    Persona,
    Provenance,
    Reading,
    Section,
    Source,
    Span,
    Status,
    TimeExpression,
    When,
)

PROVENANCE = Provenance("0.1.0", "rules-1", ModelInfo("toy", "1.0", "00ff"))

TEXT = """Ilse Brandvold

Life
Ilse Brandvold was born on 3 May 1871 in Łomża. She taught drawing.
In 1902 she was arrested and held until 1904. =Under threat= she confessed to smuggling.
Her mother reportedly fled. She never signed.

After
She died on 9 March 1940. A court cleared her in 1956.
"""

NAMES = {"ilse": "Ilse Brandvold", "mother": "mother of Ilse Brandvold", "court": "a court"}


def document(text: str = TEXT, uri: str = "lives/brandvold.txt", title: str = "Ilse Brandvold") -> Document:
    """A document of one paragraph a line; its headings are those of TEXT."""
    blocks, at, section = [], 0, -1
    sections = []
    for line in text.splitlines(keepends=True):
        words = line.strip()
        span = Span(at, at + len(words))
        if words in ("Life", "After"):
            section += 1
            sections.append(Section(words, 2, Span(at, len(text))))
            blocks.append(Block("heading", span, section))
        elif words:
            blocks.append(Block("paragraph", span, section))
        at += len(line)
    source = Source(uri, "text", hashlib.sha256(text.encode()).hexdigest(), licence="CC0-1.0", retrieved="2024-01-02")
    return Document(
        id=hashlib.sha256(f"{uri}\n{text}".encode()).hexdigest(),
        text=text,
        title=title,
        source=source,
        blocks=tuple(blocks),
        sections=tuple(sections),
        notices=(Notice("lacuna", Span(0, 4), "words are missing here"),) if text == TEXT else (),
    )


def find(text: str, words: str) -> Span:
    """Where the words stand; they must stand once."""
    assert text.count(words) == 1, words
    start = text.index(words)
    return Span(start, start + len(words))


def date(edtf: str, earliest: str | None, latest: str | None, text: str = "") -> When:
    """A stated date."""
    return When(edtf=edtf, text=text, earliest=earliest, latest=latest, basis="stated")


def claim(
    of: Document,
    type_: str,
    words: str,
    *,
    subject: str = "ilse",
    label: str | None = None,
    roles: Mapping[str, str] | None = None,
    when: When | None = None,
    status: Status | None = None,
) -> Claim:
    """A claim on words that stand once in the document."""
    span = find(of.text, words)
    key = f"{of.id} {type_} {subject} {span}"
    start = max(of.text.rfind(". ", 0, span.start) + 2, of.text.rfind("\n", 0, span.start) + 1)
    end = min(i for i in (of.text.find(". ", span.end - 1), of.text.find("\n", span.end), len(of.text)) if i > 0)
    return Claim(
        id=hashlib.sha256(key.encode()).hexdigest()[:20],
        document=of.id,
        type=type_,
        subject=Party(label or NAMES[subject], subject),
        span=span,
        predicate=span,
        sentence=Span(start, max(end, span.end)),
        roles={
            name: Party(value, span=find(of.text, value) if of.text.count(value) == 1 else None)
            for name, value in (roles or {}).items()
        },
        when=when or When(),
        status=status or Status(),
        confidence=0.9,
        rule=f"frame:{type_}",
    )


def reading(of: Document, claims: Sequence[Claim], personas: Sequence[Persona] = ()) -> Reading:
    """A reading with the persons of TEXT, or those given."""
    people = tuple(personas) or (
        Persona("ilse", "Ilse Brandvold", names=("Ilse Brandvold", "Brandvold"), gender="female", main=True),
        Persona("mother", "mother of Ilse Brandvold", gender="female", kin=(("parent", "ilse"),)),
        Persona("court", "a court", kind="organisation"),
    )
    first = people[0]
    mentions = (Mention(Span(0, min(4, len(of.text))), "name", first.id, 0, "the title names the subject"),)
    times = ()
    if of.text == TEXT:
        span = find(TEXT, "on 3 May 1871")
        when = When("1871-05-03", "3 May 1871", span, "1871-05-03", "1871-05-03", "stated", "")
        times = (TimeExpression(span, Span(span.start + 3, span.end), "date", "at", when, "day-month-year"),)
    return Reading(of, People(people, mentions), times, tuple(claims), PROVENANCE)


BORN = date("1871-05-03", "1871-05-03", "1871-05-03", "3 May 1871")


def brandvold(uri: str = "lives/brandvold.txt") -> Reading:
    """A whole small life: asserted, coerced, annulled, reported and negated claims, dated and undated."""
    return read(document(uri=uri))


def read(of: Document) -> Reading:
    """What a reader finds in TEXT, in a document of it; for any other text nothing."""
    if "Brandvold was born" not in of.text:
        return reading(of, [], [Persona("p", of.title, names=(of.title,), main=True)])
    cleared = claim(
        of,
        "rehabilitation",
        "A court cleared her in 1956",
        when=date("1956", "1956-01-01", "1956-12-31", "in 1956"),
        roles={"agent": "A court"},
    )
    return reading(
        of,
        [
            claim(
                of,
                "birth",
                "was born on 3 May 1871 in Łomża",
                when=replace(
                    date("1871-05-03", "1871-05-03", "1871-05-03", "3 May 1871"),
                    span=find(of.text, "3 May 1871"),
                ),
                roles={"place": "Łomża"},
            ),
            claim(of, "occupation", "She taught drawing", roles={"role": "drawing"}),
            claim(
                of,
                "arrest",
                "In 1902 she was arrested",
                when=date("1902", "1902-01-01", "1902-12-31", "In 1902"),
            ),
            claim(of, "imprisonment", "held until 1904", when=date("1902/1904", "1902-01-01", "1904-12-31")),
            claim(
                of,
                "confession",
                "=Under threat= she confessed",
                roles={"topic": "smuggling"},
                status=Status(duress=True),
            ),
            claim(
                of,
                "involvement",
                "smuggling",
                roles={"topic": "smuggling"},
                status=Status(
                    modality="alleged",
                    attributed_to="Ilse Brandvold",
                    duress=True,
                    standing="annulled",
                    by=cleared.id,
                    chain=("the police", "Ilse Brandvold"),
                    because=("confessed under threat", "cleared by a court"),
                ),
            ),
            claim(
                of,
                "escape",
                "Her mother reportedly fled",
                subject="mother",
                status=Status(modality="reported"),
            ),
            claim(
                of,
                "event",
                "She never signed",
                roles={"predicate": "sign"},
                status=Status(polarity="negated"),
            ),
            claim(
                of,
                "death",
                "She died on 9 March 1940",
                when=date("1940-03-09", "1940-03-09", "1940-03-09", "9 March 1940"),
            ),
            cleared,
        ],
    )
