"""The token tables of WikiBio-events (Stranisci et al., ACL 2023) as documents with gold."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from vitascope.errors import SourceError, VitascopeError
from vitascope.model import Block, Document, Source, Span

__all__ = ["Life", "read_lives"]

_COLUMNS = ("token", "label", "sentence")
_TIGHT_BEFORE = re.compile(r"[.,;:!?%)\]}”’–—/-]|['’]\w{1,2}|n['’]t")
_TIGHT_AFTER = frozenset("([{“‘–—/-$£")
_QUOTE = '"'
_REACH = 6
"""A quotation goes over at most so many sentences; a mark without its fellow opens none."""


@dataclass(frozen=True, slots=True)
class Life:
    """One life: its tokens with their places in the document's text, and whether gold marks each as an event."""

    document: Document
    tokens: tuple[tuple[Span, bool], ...]


def read_lives(folder: Path, language: str = "en") -> list[Life]:
    """Every life of a folder of token tables, by name. Raises VitascopeError where there is none."""
    paths = sorted(folder.glob("*.csv")) if folder.is_dir() else [folder]
    if not paths:
        raise VitascopeError(str(folder), "no token tables in it (.csv)", "name a folder of WikiBio-events tables")
    return [_life(path, language) for path in paths]


def _life(path: Path, language: str) -> Life:
    """One table as one paragraph, words put together as they are typed. Raises SourceError."""
    rows = _rows(path)
    opening = _opening([[word for word, _ in told] for told in rows])
    pieces: list[str] = []
    tokens: list[tuple[Span, bool]] = []
    at, glued = 0, True
    for word, event in (row for told in rows for row in told):
        opens = word == _QUOTE and opening.pop(0)
        tight = word == _QUOTE and not opens
        if not glued and not tight and not _TIGHT_BEFORE.fullmatch(word):
            pieces.append(" ")
            at += 1
        tokens.append((Span(at, at + len(word)), event))
        pieces.append(word)
        at += len(word)
        glued = opens or word in _TIGHT_AFTER
    text = "".join(pieces)
    digest = hashlib.sha256(f"\0{text}".encode()).hexdigest()
    source = Source(path.name, "text", digest, language=language)
    return Life(Document(digest, text, "", source, (Block("paragraph", Span(0, at)),)), tuple(tokens))


def _rows(path: Path) -> list[list[tuple[str, bool]]]:
    """Sentence for sentence its words, and whether gold marks each."""
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        if not set(_COLUMNS) <= set(table.fieldnames or ()):
            raise SourceError(str(path), "no token table", f"give columns {', '.join(_COLUMNS)}")
        told = [
            [(row["token"].strip(), row["label"].startswith("EVENT")) for row in rows]
            for _, rows in groupby(table, key=lambda row: row["sentence"])
        ]
    return [[row for row in rows if row[0]] for rows in told]


def _opening(sentences: Sequence[Sequence[str]]) -> list[bool]:
    """Of each straight mark of quotation whether it opens one. Marks take turns, but that

    - a mark that begins a sentence closes what the sentence before it left open: sentences are cut before the mark that
      ends them;
    - where a sentence ends within a quotation and the next that has marks neither begins with one nor has an odd number
      of them, the mark had lost its fellow and opens nothing.
    """
    found: list[bool] = []
    inside = False
    for k, words in enumerate(sentences):
        for _ in range(words.count(_QUOTE)):
            inside = not inside
            found.append(inside)
        following = next((after for after in sentences[k + 1 : k + 1 + _REACH] if _QUOTE in after), None)
        if inside and _QUOTE in words and not _closes(following):
            found[-1] = inside = False
    return found


def _closes(words: Sequence[str] | None) -> bool:
    """Whether the first mark of a sentence closes a quotation that was open before it."""
    return words is not None and (words[0] == _QUOTE or words.count(_QUOTE) % 2 == 1)
