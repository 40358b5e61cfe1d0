"""A project: the one door to its database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from vitascope.errors import StoreError
from vitascope.export.attested import Attested
from vitascope.model import Claim, Document, Persona, Provenance, Reading
from vitascope.sources.normalisation import normalise
from vitascope.store import doubtful, facets, loading, overview, saving
from vitascope.store.book import JudgementBook
from vitascope.store.connection import connect, connect_in_memory
from vitascope.store.doubtful import Doubt, DoubtQuery
from vitascope.store.facets import FacetQuery, Found
from vitascope.store.filters import ClaimFilter
from vitascope.store.following import followed
from vitascope.store.loading import Held
from vitascope.store.names import Named, closest, nearest
from vitascope.store.neighbours import neighbours
from vitascope.store.overview import Counts, LifeLine, Titled
from vitascope.store.problems import told_as_store_errors
from vitascope.store.saving import Change
from vitascope.store.searching import Hits, search

__all__ = ["Change", "Held", "Project"]

_AT_ONCE = 200
"""How many ids are named in one query."""


class Project(JudgementBook):
    """Documents and what was read from them, in one file (``*.vita``) or in memory.

    A context manager. Every method raises StoreError for what the disk or another program refuses. All
    answers come in the same order each time: by the uri of the document, then as they were read.
    """

    def __init__(self, connection: sqlite3.Connection, where: str) -> None:
        self._connection = connection
        self.where = where

    @classmethod
    def open(cls, path: Path | str, create: bool = True) -> Self:
        """Open a project file, make it where there is none and ``create`` is set, and bring it up to date."""
        return cls(connect(Path(path), create), str(path))

    @classmethod
    def in_memory(cls) -> Self:
        """A project that is gone when it is closed."""
        return cls(connect_in_memory(), "memory")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was saved is in it alone, without side files."""
        self._connection.close()

    # ------------------------------------------------------------ writing

    def save(self, reading: Reading, raw: bytes | None = None) -> Change:
        """Keep a reading in one transaction; what the same uri said before is replaced.

        The same document read by the same provenance changes nothing; the same text read from a second place
        only adds that place. Raises InconsistentReading, and keeps nothing of it, where a reading names an id
        twice or a subject that is no persona of it. Judgements are never touched. ``raw``
        are the bytes as fetched, for sources that may not be there tomorrow.
        """
        with self._writing(), followed(self._connection, reading.document.source.uri):
            return saving.save(self._connection, reading, raw)

    def remove(self, uri: str) -> None:
        """Take out what was read at a place. What was judged of it is kept, and found again if it is put back.

        Raises StoreError where nothing was read there.
        """
        with self._writing(), followed(self._connection, uri):
            if not saving.remove(self._connection, uri):
                raise StoreError(self.where, f"nothing was read at {uri}", "list what was: vitascope claims")

    # ------------------------------------------------------------ documents

    def is_current(self, document: Document, provenance: Provenance) -> bool:
        """Whether reading this document by this provenance again, and saving it, could change nothing."""
        with self._reading():
            if loading.document_at(self._connection, document.source.uri) != document.id:
                return False
            return loading.provenance_of(self._connection, document.id) == provenance

    def held(self, uri: str) -> Held | None:
        """What was last read from this place: enough to know a file again by its bytes, without decoding them."""
        with self._reading():
            return loading.held_at(self._connection, uri)

    def provenance(self, document: str) -> Provenance | None:
        """By what a document was read; None where it is not in the project."""
        with self._reading():
            return loading.provenance_of(self._connection, document)

    def document(self, id_: str) -> Document | None:
        """One document by its id."""
        with self._reading():
            return loading.document_of(self._connection, id_)

    def find_documents(self, words: str) -> tuple[Document, ...]:
        """The documents whose title or text holds all these words, without case and accents."""
        with self._reading():
            ids = loading.documents_with(self._connection, normalise(words))
            return tuple(d for i in ids if (d := loading.document_of(self._connection, i)))

    def reading(self, id_: str, judged: bool = False) -> Reading | None:
        """Everything read from one document; None where it is not in the project. ``judged`` as in readings."""
        with self._reading():
            return loading.reading_of(self._connection, id_, judged)

    def readings(self, judged: bool = False) -> Iterator[Reading]:
        """Every reading, one at a time; where ``judged``, claims as people left them, without rejected ones."""
        with self._reading():
            ids = loading.document_ids(self._connection)
        for id_ in ids:
            with self._reading():
                reading = loading.reading_of(self._connection, id_, judged)
            if reading is not None:
                yield reading

    def counts(self) -> Counts:
        """The project in numbers."""
        with self._reading():
            return overview.counts(self._connection)

    def lives(self, words: str = "", offset: int = 0, limit: int = 50) -> list[LifeLine]:
        """Documents by title; with ``words`` those that tell of somebody of that name."""
        with self._reading():
            return overview.lives(self._connection, words, offset, limit)

    def titles(self, words: str = "", limit: int = 500) -> list[Titled]:
        """The first documents by title, as :meth:`lives`, without what is told in them."""
        with self._reading():
            return overview.titles(self._connection, words, limit)

    # ------------------------------------------------------------ claims

    def claims(self, wanted: ClaimFilter | None = None) -> tuple[Attested, ...]:
        """The claims that pass a filter, each with its document."""
        asked = wanted or ClaimFilter()
        with self._reading():
            condition, values = asked.condition()
            return self._attested(loading.claims_where(self._connection, condition, values, asked.judged))

    def claims_by_ids(self, ids: Sequence[str]) -> tuple[Attested, ...]:
        """The claims of these ids that are in the project, in the order of the ids."""
        found: dict[str, Claim] = {}
        with self._reading():
            # Listed one by one: a list that is a query itself would not be looked up in the view's indexes.
            for at in range(0, len(ids), _AT_ONCE):
                some = tuple(ids[at : at + _AT_ONCE])
                condition = f"id IN ({', '.join('?' * len(some))})"
                claims = loading.claims_where(self._connection, condition, some, judged=True)
                found.update((claim.id, claim) for claim in claims)
            return self._attested([found[id_] for id_ in dict.fromkeys(ids) if id_ in found])

    def faceted(self, query: FacetQuery, offset: int = 0, limit: int = 50, count: bool = True) -> Found:
        """Claims that fit, one page of them, and how many each value of each facet has, unless not to ``count``."""
        with self._reading():
            return facets.search(self._connection, query, offset, limit, count)

    def doubtful(self, query: DoubtQuery, offset: int = 0, limit: int = 1) -> Doubt:
        """The claims still to be judged, the most doubtful first, and how far that work has got."""
        with self._reading():
            return doubtful.doubtful(self._connection, query, offset, limit)

    def claim(self, prefix: str, judged: bool = True) -> Attested:
        """The one claim whose id begins with ``prefix`` (a trailing ``…`` is ignored), rejected or not.

        With people's corrections, or where not ``judged`` as it was read.
        Raises StoreError where there is none, or more than one; it then lists them.
        """
        start = normalise(prefix).strip().rstrip("….")
        if not start:
            raise StoreError(self.where, "no claim is named", "give the first letters of a claim's id")
        with self._reading():
            found = loading.claims_where(self._connection, "id >= ? AND id < ?", (start, start + "\U0010ffff"), judged)
            one = found if len(found) == 1 else [claim for claim in found if claim.id == start]
            if one:
                return self._attested(one)[0]
        if not found:
            raise StoreError(self.where, f"no claim’s id begins with “{start}”", "list them: vitascope claims")
        listed = [f"{claim.id}  {claim.type}: {claim.subject.label}" for claim in found[:10]]
        more = [f"and {len(found) - 10} more"] if len(found) > 10 else []
        raise StoreError(
            self.where,
            f"“{start}” begins the ids of {len(found)} claims",
            "give more letters of one of these:\n    " + "\n    ".join(listed + more),
        )

    def neighbours(self, claim: str) -> tuple[str | None, str | None]:
        """The ids of the claims that the document tells just before and just after one, by its whole id."""
        with self._reading():
            return neighbours(self._connection, claim)

    # ------------------------------------------------------------ people

    def personas(self, document: str) -> tuple[Persona, ...]:
        """Who a document tells of, in the order of the reading."""
        with self._reading():
            return loading.personas_of(self._connection, document)

    def persona(self, document: str, id_: str) -> Named | None:
        """One persona by document and id; None where there is none."""
        with self._reading():
            return loading.persona_at(self._connection, document, id_)

    def find_personas(self, name: str) -> tuple[Named, ...]:
        """The personas that a name (or a persona's id) fits best; several where it fits them alike."""
        with self._reading():
            return closest(loading.named(self._connection, normalise(name)), name)

    def nearest_names(self, name: str) -> tuple[str, ...]:
        """Up to five labels of personas that look like a name that was not found."""
        with self._reading():
            return nearest(tuple(loading.labels(self._connection)), name)

    # ------------------------------------------------------------ searching

    def search(self, words: str, limit: int = 10) -> Hits:
        """Texts, names and places that hold all the words, without case and accents, best first."""
        with self._reading():
            return search(self._connection, normalise(words), limit)

    # ------------------------------------------------------------ within

    def _attested(self, claims: list[Claim]) -> tuple[Attested, ...]:
        documents: dict[str, Document] = {}
        for id_ in dict.fromkeys(claim.document for claim in claims):
            document = loading.document_of(self._connection, id_)
            if document is not None:
                documents[id_] = document
        return tuple(Attested(documents[c.document], c) for c in claims if c.document in documents)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One consistent view for several queries."""
        with self._transaction("BEGIN"):
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._transaction("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with told_as_store_errors(self.where):
            self._connection.execute(begin)
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
