"""Judgements in the database: added, found again after every reading, and what stands of them written out.

Judgements are only ever added. What is made from them (``attachments``, ``judged_claims``) is made anew, in the same
transaction, whenever a judgement or a reading may have changed it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from vitascope.errors import StoreError
from vitascope.judgement import Anchor, Attachment, Correction, Judgement
from vitascope.model import Claim, Document
from vitascope.store.attaching import LOST, Attached, attach_claim, attach_persona, words_of
from vitascope.store.claim_rows import role_row
from vitascope.store.identity import Link
from vitascope.store.judgement_rows import anchor_of_text, anchor_text, judged_row, judgement_row, judgement_value
from vitascope.store.loading import claims_where, document_at, document_ids, document_of, personas_of
from vitascope.store.quotes import quoted
from vitascope.store.rows import Row
from vitascope.store.standing import Amendment, judged_claim, moved


@dataclass(frozen=True, slots=True)
class Placed:
    """A judgement and where its claim (or each of its two personas) is now, oldest judgement first in any list.

    ``how``, ``documents`` and ``targets`` go with the judgement's anchors: by what the target was found (``alone``: no
    reading finds the claim, but its words are there; ``lost``: neither is), and where and as what it is now, or was
    last. ``undone`` is the number of the judgement that took this one back.
    """

    judgement: Judgement
    how: tuple[Attachment, ...]
    documents: tuple[str | None, ...]
    targets: tuple[str, ...]
    undone: int | None

    @property
    def lost(self) -> bool:
        """Whether it applies to nothing in the project any more, though nobody took it back."""
        if self.undone is not None or self.judgement.verdict == "undo":
            return False
        idle = self.judgement.verdict in ("reject", "unsure") and "alone" in self.how
        return idle or "lost" in self.how


def add(connection: sqlite3.Connection, judgement: Judgement, how: Attachment = "id") -> Judgement:
    """Write a judgement (the database gives its number) about what is there now, and what follows from it.

    ``how`` its target is there: ``alone`` where it is about a claim that only another judgement holds.
    """
    made = replace(judgement, number=_insert(connection, "judgements", judgement_row(judgement)))
    for position, anchor in enumerate(made.anchors):
        _attach(connection, made.number, position, anchor, Attached(how))
    documents = {anchor.document for anchor in made.anchors}
    if made.undoes is not None:
        documents = {id_ for each in placed(connection, "number = ?", (made.undoes,)) for id_ in each.documents if id_}
    write_out(connection, documents)
    return made


def anchored(connection: sqlite3.Connection, document: Document, claim: Claim) -> tuple[Anchor, Attachment]:
    """What a judgement of this standing claim is about: the claim as it was read, by anchor, and how it is there."""
    if claim.judged is not None and claim.judged.alone:
        last = claim.judged.numbers[-1:]
        [row] = connection.execute("SELECT * FROM attachments WHERE judgement = ?", last).fetchall()
        held = _standing_alone(
            document, claims_where(connection, "document = ?", (document.id,)), [row], _judgements(connection, last)
        )
        assert held is not None, "it is shown"
        return _anchor(document, replace(held, id=row["target"])), "alone"
    raw = claims_where(connection, "id = ?", (claim.id,))
    if not raw:
        raise StoreError(claim.id, "was read away by another program just now", "look for it again: vitascope claims")
    return _anchor(document, raw[0]), "id"


def _anchor(document: Document, claim: Claim) -> Anchor:
    quote = quoted(document.text, claim.span)
    return Anchor(document.source.uri, document.id, claim.id, claim.subject.label, quote, claim)


def placed(connection: sqlite3.Connection, condition: str = "TRUE", values: Sequence[str | int] = ()) -> list[Placed]:
    """Judgements under an SQL condition on their table, oldest first."""
    rows = connection.execute(f"SELECT * FROM judgements WHERE {condition} ORDER BY number", values).fetchall()
    undone = _undone(connection)
    found = []
    for row in rows:
        places = connection.execute(
            "SELECT * FROM attachments WHERE judgement = ? ORDER BY position", (row["number"],)
        ).fetchall()
        found.append(
            Placed(
                judgement_value(row),
                tuple(place["how"] for place in places),
                tuple(place["document"] for place in places),
                tuple(place["target"] for place in places),
                undone.get(row["number"]),
            )
        )
    return found


def about(connection: sqlite3.Connection, target: str) -> list[Placed]:
    """Every judgement about a claim or persona, and what undid it, by the id that it has now or had when judged."""
    return placed(
        connection,
        """number IN (
          SELECT number FROM judgements WHERE target = ?1 OR other = ?1
          UNION SELECT judgement FROM attachments WHERE target = ?1
          UNION SELECT number FROM judgements WHERE undoes IN (
            SELECT number FROM judgements WHERE target = ?1 OR other = ?1
            UNION SELECT judgement FROM attachments WHERE target = ?1))""",
        (target,),
    )


def links(connection: sqlite3.Connection) -> list[Link]:
    """What stands about pairs of personas that are in the project."""
    return [
        Link(it.judgement.number, (first, it.targets[0]), (second, it.targets[1]), it.judgement.verdict)
        for it in placed(connection, "about = 'personas'")
        if it.undone is None and "lost" not in it.how
        for first, second in [it.documents]
        if first is not None and second is not None
    ]


def reattach(connection: sqlite3.Connection, uri: str, documents: Iterable[str]) -> None:
    """Find again what was judged in a place that was read anew, and write out what stands.

    ``documents`` are those that were or are at ``uri``; a text that was moved is known by its document.
    """
    touched = set(documents)
    rows = connection.execute(
        f"""SELECT * FROM attachments WHERE uri = ? OR document IN ({_marks(touched)}) OR document IS NULL
        ORDER BY judgement, position""",
        (uri, *sorted(touched)),
    ).fetchall()
    if not rows:
        return
    made = {each.number: each for each in _judgements(connection, {row["judgement"] for row in rows})}
    undone = _undone(connection)
    said: dict[str, list[tuple[Correction, str]]] = {}
    for row in rows:
        judgement = made[row["judgement"]]
        if judgement.correction is not None and judgement.number not in undone:
            said.setdefault(row["target"], []).append((judgement.correction, judgement.anchors[0].document))
    for row in rows:
        judgement = made[row["judgement"]]
        original = judgement.anchors[row["position"]]
        current = anchor_of_text(row["anchor"]) if row["anchor"] else original
        anchor, found = _looked_for(connection, judgement, (current, original), said.get(row["target"], []))
        touched.update(id_ for id_ in (row["document"], anchor.document) if id_)
        _attach(connection, judgement.number, row["position"], anchor, found)
    write_out(connection, touched)


def write_out_all(connection: sqlite3.Connection) -> None:
    """Make anew what people made of any claim; what was judged before anchors were kept gets one."""
    for row in connection.execute("SELECT * FROM attachments WHERE anchor IS NULL AND how = 'id'").fetchall():
        document = document_of(connection, row["document"])
        [claim] = claims_where(connection, "id = ?", (row["target"],))
        assert document is not None, "its claim is there"
        _attach(connection, row["judgement"], row["position"], _anchor(document, claim), Attached("id"))
    write_out(connection, set(document_ids(connection)))


def write_out(connection: sqlite3.Connection, documents: Collection[str]) -> None:
    """Make anew what people made of the claims of these documents."""
    undone = _undone(connection)
    connection.execute("DELETE FROM judged_roles WHERE claim NOT IN (SELECT id FROM judged_claims)")
    for id_ in sorted(documents):
        connection.execute("DELETE FROM judged_claims WHERE document = ?", (id_,))
        rows = connection.execute(
            """SELECT attachments.* FROM attachments JOIN judgements ON number = judgement
            WHERE document = ? AND about = 'claim' AND how <> 'lost' ORDER BY number""",
            (id_,),
        ).fetchall()
        document = document_of(connection, id_) if rows else None
        if document is None:
            continue
        made = {each.number: each for each in _judgements(connection, {row["judgement"] for row in rows})}
        groups: dict[tuple[str, bool], list[sqlite3.Row]] = {}
        for row in rows:
            if row["judgement"] not in undone:
                groups.setdefault((row["target"], row["how"] == "alone"), []).append(row)
        read = claims_where(connection, "document = ?", (id_,))
        personas = personas_of(connection, id_)
        for (target, alone), group in groups.items():
            judgements = [made[row["judgement"]] for row in group]
            if alone:
                claim = _standing_alone(document, read, group, judgements)
            else:
                claim = next((each for each in read if each.id == target), None)
            if claim is None:
                continue
            amendments = [
                Amendment(
                    each, words_of(each.correction, each.anchors[0].document, document) if each.correction else None
                )
                for each in judgements
            ]
            _write(connection, judged_claim(claim, document.quote(claim.span), amendments, personas, alone), read)


def _standing_alone(
    document: Document, read: Sequence[Claim], group: Sequence[sqlite3.Row], judgements: Sequence[Judgement]
) -> Claim | None:
    """The claim as it was last accepted or corrected, where its words are now; None where nobody stands by it."""
    held = anchor_of_text(group[-1]["anchor"])
    judged = held if judgements[-1].anchors[0].claim is None else judgements[-1].anchors[0]
    if judgements[-1].verdict not in ("accept", "correct") or judged.claim is None:
        return None
    assert held.quote is not None, "what has a claim has its words"
    assert judged.quote is not None, "so has what was judged"
    sentences = [each.sentence for each in read]
    claim = moved(judged.claim, document, judged.quote.exact, held.quote.span, sentences)
    return replace(claim, id=f"judged-{judgements[0].number}")


def _write(connection: sqlite3.Connection, claim: Claim, read: Sequence[Claim]) -> None:
    """Where no reading has it, it stands after the last claim that begins before it."""
    places = {each.id: position for position, each in enumerate(read)}
    before = [position for position, each in enumerate(read) if each.span.start <= claim.span.start]
    position = places.get(claim.id, before[-1] if before else -1)
    _insert(connection, "judged_claims", judged_row(position, claim))
    for number, (name, party) in enumerate(claim.roles.items()):
        _insert(connection, "judged_roles", role_row(claim.id, number, name, party))


def _looked_for(
    connection: sqlite3.Connection,
    judgement: Judgement,
    anchors: tuple[Anchor, Anchor],
    corrections: Sequence[tuple[Correction, str]],
) -> tuple[Anchor, Attached]:
    """The anchor as it is now and what it was found by: from where it was last, else from where it was judged."""
    best = (anchors[0], LOST)
    judged = anchors[-1].quote or anchors[0].quote
    words = judged.exact if judged else ""
    for anchor in anchors:
        document = _document(connection, anchor)
        if document is None:
            continue
        if judgement.about == "personas":
            found = attach_persona(anchor, personas_of(connection, document.id))
        else:
            read = claims_where(connection, "document = ?", (document.id,))
            found = attach_claim(anchor, words, corrections, document, read)
        if _SURE.index(found.how) < _SURE.index(best[1].how):
            quote = quoted(document.text, found.span) if found.span else anchor.quote
            best = (replace(anchor, document=document.id, id=found.id or anchor.id, quote=quote), found)
    return best


_SURE: tuple[Attachment, ...] = ("id", "span", "words", "alone", "lost")


def _document(connection: sqlite3.Connection, anchor: Anchor) -> Document | None:
    """What is read now where the anchor was; what was moved is found by its text."""
    here = document_at(connection, anchor.uri)
    if here is None and not anchor.document:
        row = connection.execute("SELECT document FROM claims WHERE id = ?", (anchor.id,)).fetchone()
        here = None if row is None else str(row["document"])
    return document_of(connection, here or anchor.document)


def _attach(connection: sqlite3.Connection, number: int, position: int, anchor: Anchor, found: Attached) -> None:
    row = {
        "judgement": number,
        "position": position,
        "how": found.how,
        "uri": anchor.uri,
        "document": anchor.document,
        "target": anchor.id,
        "anchor": anchor_text(anchor),
    }
    _insert(connection, "attachments", row, "OR REPLACE")


def _judgements(connection: sqlite3.Connection, numbers: Collection[int]) -> list[Judgement]:
    rows = connection.execute(
        f"SELECT * FROM judgements WHERE number IN ({_marks(numbers)}) ORDER BY number", sorted(numbers)
    )
    return [judgement_value(row) for row in rows]


def _undone(connection: sqlite3.Connection) -> dict[int, int]:
    """The number of a judgement that was taken back → of the one that did."""
    rows = connection.execute("SELECT undoes, number FROM judgements WHERE undoes IS NOT NULL")
    return {row["undoes"]: row["number"] for row in rows}


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))


def _insert(connection: sqlite3.Connection, table: str, row: Row, conflict: str = "") -> int:
    names = ", ".join(f'"{name}"' for name in row)
    values = ", ".join(f":{name}" for name in row)
    number = connection.execute(f"INSERT {conflict} INTO {table} ({names}) VALUES ({values})", row).lastrowid
    assert number is not None
    return number
