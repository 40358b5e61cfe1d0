"""Searching a project: texts with the places of the words in them, names, and places that claims name.

Texts by SQLite's FTS5, best first by its rank (BM25; Robertson & Zaragoza 2009), of equals the one first saved.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from vitascope.model import Span
from vitascope.store.loading import named_count, named_some
from vitascope.store.names import Named, folded_words

_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")
OPEN, CLOSE = "\x01", "\x02"  # controls, of which a kept text has none
_ASKED_FOR_PLACES = 200


@dataclass(frozen=True, slots=True)
class TextHit:
    """A document that holds the words. ``spans`` are where they stand in its text, none where only in its title."""

    document: str
    title: str
    uri: str
    text: str
    spans: tuple[Span, ...]

    def snippet(self, around: int = 60) -> tuple[Span, tuple[Span, ...]]:
        """A stretch of the text with the most of the words, whole words at its ends, and the spans within it."""
        if not self.spans:
            return Span(0, _ending(self.text, 2 * around)), ()
        within = [
            [s for s in self.spans if first.start <= s.start and s.end <= first.start + around] for first in self.spans
        ]
        best = max(within, key=len) or [self.spans[0]]
        start = min(word_start(self.text, max(0, best[0].start - around)), best[0].start)
        end = max(_ending(self.text, best[-1].end + around), best[-1].end)
        return Span(start, end), tuple(s for s in self.spans if start <= s.start and s.end <= end)


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A place as claims name it, how many claims do, and one document with such a claim."""

    label: str
    claims: int
    uri: str


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found. The counts are of all that there is, the tuples hold as many as were asked for.

    Places are looked for in the 200 best documents only.
    """

    texts: tuple[TextHit, ...]
    text_count: int
    names: tuple[Named, ...]
    name_count: int
    places: tuple[PlaceHit, ...]


def search(connection: sqlite3.Connection, words: str, limit: int) -> Hits:
    """Everything that holds all the words, without case and accents; words in double quotes stand side by side."""
    query = " ".join(phrases(words))
    if not query:
        return Hits((), 0, (), 0, ())
    count = connection.execute("SELECT count(*) FROM text_search WHERE text_search MATCH ?", (query,)).fetchone()[0]
    best = [
        row["rowid"]
        for row in connection.execute(
            "SELECT rowid FROM text_search WHERE text_search MATCH ? ORDER BY rank, rowid LIMIT ?",
            (query, max(limit, _ASKED_FOR_PLACES)),
        )
    ]
    return Hits(
        texts=tuple(_text_hit(connection, query, number) for number in best[:limit]),
        text_count=count,
        names=tuple(named_some(connection, words, limit)),
        name_count=named_count(connection, words),
        places=_places(connection, words, best)[:limit],
    )


def phrases(words: str) -> list[str]:
    """FTS5 phrases: every sign of its language is taken as a blank, so that nothing asked can be an error."""
    parts = []
    for phrase, word in _PHRASE.findall(words):
        found = " ".join(_WORD.findall(phrase or word))
        if found:
            parts.append(f'"{found}"')
    return parts


def _text_hit(connection: sqlite3.Connection, query: str, number: int) -> TextHit:
    row = connection.execute(
        """SELECT documents.id, documents.title, uri, documents.text, highlight(text_search, 1, ?, ?) AS marked
        FROM text_search JOIN documents ON number = text_search.rowid JOIN first_sources ON document = documents.id
        WHERE text_search MATCH ? AND text_search.rowid = ?""",
        (OPEN, CLOSE, query, number),
    ).fetchone()
    return TextHit(row["id"], row["title"], row["uri"], row["text"], marked_spans(row["marked"]))


def marked_spans(marked: str) -> tuple[Span, ...]:
    """Where the marks are, counted without them."""
    spans = []
    at = start = 0
    for part in re.split(f"([{OPEN}{CLOSE}])", marked):
        if part == OPEN:
            start = at
        elif part == CLOSE:
            spans.append(Span(start, at))
        else:
            at += len(part)
    return tuple(spans)


def _places(connection: sqlite3.Connection, words: str, documents: Sequence[int]) -> tuple[PlaceHit, ...]:
    wanted = set(folded_words(words))
    rows = connection.execute(
        # Joined in this order: from the few documents to their roles, not from all roles of the name to the documents.
        f"""SELECT label, count(*) AS claims, min(uri) AS uri FROM documents
        CROSS JOIN claims ON claims.document = documents.id CROSS JOIN claim_roles ON claim_roles.claim = claims.id
        CROSS JOIN first_sources ON first_sources.document = documents.id
        WHERE number IN ({", ".join("?" * len(documents))}) AND name = 'place'
        GROUP BY label ORDER BY claims DESC, label""",
        documents,
    )
    return tuple(PlaceHit(r["label"], r["claims"], r["uri"]) for r in rows if wanted & set(folded_words(r["label"])))


def word_start(text: str, at: int) -> int:
    """The next beginning of a word from a place within the text, or the text's end."""
    while 0 < at < len(text) and not text[at - 1].isspace():
        at += 1
    return at


def _ending(text: str, at: int) -> int:
    """The last end of a word up to there."""
    last = len(text.rstrip())
    if at >= last:
        return last
    while 0 < at < len(text) and not text[at].isspace():
        at -= 1
    return at
