"""Claims made by hand or from gold files, for what begins where reading ends."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from vitascope.edtf import bounds, valid
from vitascope.model import Block, Claim, Document, Party, People, Persona, Source, Span, Status, When
from vitascope.sources import read_file

ROOT = Path(__file__).parents[2]
LIVES = sorted([*(ROOT / "src/vitascope/examples").glob("*.txt"), *(ROOT / "tests/lives").glob("*.txt")])
DOCUMENT = Document(
    "d", "x" * 10_000, "a life", Source("life.txt", "text", "0"), (Block("paragraph", Span(0, 10_000)),)
)


HEARSAY = "hearsay"


def dated(edtf: str | None, text: str = "") -> When:
    """A date as the text states it."""
    if not edtf or not valid(edtf):
        return When()
    earliest, latest = bounds(edtf)
    return When(edtf, text or edtf, Span(0, 1), earliest, latest, "stated")


def claim(
    number: int,
    type_: str,
    edtf: str | None = None,
    *,
    who: str = "anna",
    roles: Mapping[str, str] | None = None,
    status: Status | None = None,
    rule: str = "frame",
) -> Claim:
    """The claim of this number; it stands at ten times the number in the text."""
    span = Span(number * 10, number * 10 + 9)
    return Claim(
        id=f"c{number}",
        document="d",
        type=type_,
        subject=Party(who.title(), who),
        span=span,
        predicate=span,
        sentence=span,
        roles={
            name: Party(value, value if value in ("anna", "boris", "clara") else None)
            for name, value in (roles or {}).items()
        },
        when=dated(edtf),
        status=status or Status(),
        confidence=1.0,
        rule=rule,
    )


def told(*lines: str) -> list[Claim]:
    """Claims in short: ``birth 1888``, ``membership phase=join organisation=guild``, ``boris: death 1920 hearsay``."""
    claims = []
    for number, line in enumerate(lines):
        who, _, rest = line.rpartition(": ")
        type_, *parts = rest.split()
        roles = dict(part.split("=") for part in parts if "=" in part)
        date = next((part for part in parts if "=" not in part and part != HEARSAY), None)
        status = Status(modality="reported") if HEARSAY in parts else None
        claims.append(claim(number, type_, date, who=who or "anna", roles=roles, status=status))
    return claims


def gold(life: Path) -> tuple[Document, list[Claim], People]:
    """A life with its gold claims, and its people as far as their labels tell: one persona a label."""
    rows = [json.loads(line) for line in life.with_suffix(".gold.jsonl").read_text("utf-8").splitlines()]
    claims = []
    for number, row in enumerate(rows):
        span = Span(row["start"], row["end"])
        claims.append(
            Claim(
                id=f"g{number}",
                document=life.stem,
                type=row["type"],
                subject=Party(row["subject"], row["subject"]),
                span=span,
                predicate=span,
                sentence=span,
                roles={name: Party(value, value) for name, value in row.get("roles", {}).items()},
                when=dated(row.get("when")),
                status=Status(**row.get("status", {})),
                confidence=1.0,
                rule="event:object" if row["type"] == "event" else "gold",
            )
        )
    labels = list(dict.fromkeys(c.subject.label for c in claims))
    personas = []
    for label in labels:
        relation, _, other = label.partition(" of ")
        kin = (("parent", other),) if relation in ("mother", "father") and other in labels else ()
        plural = relation.endswith("s") and other in labels
        personas.append(Persona(label, label, kind="group" if plural else "person", kin=kin))
    return read_file(life), claims, People(tuple(personas), ())
