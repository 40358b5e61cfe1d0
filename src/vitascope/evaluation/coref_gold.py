"""Gold coreference from files: CoNLL chains (OntoGUM), GAP's pronouns, the target persons of WikiBio-events.

Which of them a file is, its own content tells. CoNLL chains may have a CoNLL-U file of the same words beside them,
``dep/NAME.conllu`` for ``ontogum/NAME.conll``, as GUM is published: it tells the title, paragraphs, blanks, heads and
which chains are persons'. Without it the words alone are known.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import unquote

from vitascope.errors import SourceError, VitascopeError
from vitascope.evaluation.coref_words import GoldWord, laid_out, spaced
from vitascope.model import Document, Span
from vitascope.sources import raw_bytes, read_text
from vitascope.sources.decoding import decode
from vitascope.sources.normalisation import normalise

__all__ = ["ChainText", "GapExample", "GoldKind", "Range", "TargetText", "gold_kind", "gold_paths", "read_chains"]
__all__ += ["read_gap", "read_target"]

GoldKind = Literal["chains", "gap", "target"]
_SUFFIXES = (".conll", ".tsv", ".csv")
_BRACKET = re.compile(r"(\()?(\d+)(\))?")
_ENTITY = re.compile(r"\((?P<id>\d+)-(?P<type>[a-z]+)-[^()]*(?P<at_once>\))?|(?P<close>\d+)\)")
_GAP_OPENING = ["ID", "Text", "Pronoun"]
"""The columns by which a file of GAP is known."""
_TARGET_COLUMNS = ["_id", "label", "id", "token", "sentence"]


class Range(NamedTuple):
    """Words ``[first, last)`` of a gold text."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ChainText:
    """A text with gold chains. ``persons`` tells for each whether it is a person's (or persons'), None where untold.

    ``heads``: for each word the one it hangs on, -1 for a root; ``pos`` its UD part of speech; ``entities``: for each
    chain GUM's own number of who or what it means; empty where untold.
    """

    document: Document
    words: tuple[Span, ...]
    chains: tuple[tuple[Range, ...], ...]
    persons: tuple[bool, ...] | None
    heads: tuple[int, ...] = ()
    pos: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GapExample:
    """A passage with a pronoun and two names; ``meant`` says of each whether the pronoun means its bearer."""

    name: str
    document: Document
    pronoun: Span
    names: tuple[Span, Span]
    meant: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class TargetText:
    """A life with the words that mean its person; ``mentions`` are the runs of words marked as one.

    ``told`` are the words of the sentences in which gold marks an event: only there it marks who takes part.
    """

    document: Document
    words: tuple[Span, ...]
    mentions: tuple[Range, ...]
    told: frozenset[int]


def gold_paths(path: Path) -> list[Path]:
    """The gold files at a path, by name; of a folder those in it, else those in its folder ``ontogum``.

    Raises VitascopeError where there is none.
    """
    if not path.is_dir():
        return [path]
    for folder in (path, path / "ontogum"):
        found = sorted(p for p in folder.iterdir() if p.suffix in _SUFFIXES) if folder.is_dir() else []
        if found:
            return found
    raise VitascopeError(str(path), f"no gold in it ({', '.join(_SUFFIXES)})", "name a file or a folder of one kind")


def gold_kind(path: Path) -> GoldKind:
    """What a gold file is, told by its first line. Raises SourceError for anything else."""
    first = _text(path).lstrip("\ufeff").split("\n", 1)[0]
    if first.startswith("#") and "document" in first:
        return "chains"
    if first.split("\t")[:3] == _GAP_OPENING:
        return "gap"
    if first.strip().split(",") == _TARGET_COLUMNS:
        return "target"
    advice = (
        "give CoNLL (# begin document …), GAP (ID, Text, Pronoun …) or WikiBio-events (_id,label,id,token,sentence)"
    )
    raise SourceError(path.as_posix(), "is no gold of coreference", advice)


def read_chains(path: Path, *, titles: bool = True, language: str = "en") -> ChainText:
    """A file of CoNLL chains: the word in the second column (of ten or more the fourth), the chain in the last."""
    name = path.as_posix()
    rows = [line.split() for line in _text(path).split("\n") if line.strip() and not line.startswith("#")]
    short = next((number for number, row in enumerate(rows, 1) if len(row) < 3), None)
    if short is not None or not rows:
        raise SourceError(name, f"word {short or 1} has no columns", "each line has number, word, …, chain")
    texts = [row[3] if len(row) >= 10 else row[1] for row in rows]
    chains = _chains([row[-1] for row in rows], name)
    beside = path.parent.parent / "dep" / f"{path.stem}.conllu"
    if not beside.is_file():
        document, spans = laid_out(spaced(texts), name, "", language)
        return ChainText(document, spans, tuple(chains), None)
    tree = _tree(_text(beside))
    if [word.text for word in tree.words] != texts:
        raise SourceError(beside.as_posix(), f"has not the words of {name}", "take both from one release")
    document, spans = laid_out(tree.words, name, tree.title if titles else "", language)
    persons = tuple(any(mention in tree.persons for mention in chain) for chain in chains)
    entities = tuple(_entity_of(chain, tree.entities) for chain in chains)
    return ChainText(document, spans, tuple(chains), persons, tuple(tree.heads), tuple(tree.pos), entities)


def _entity_of(chain: Sequence[Range], entities: Mapping[Range, str]) -> str:
    """The entity that most mentions of a chain have in GUM; "" where GUM has none of them."""
    counts = Counter(entities[mention] for mention in chain if mention in entities)
    return max(counts, key=lambda entity: counts[entity], default="")


def _chains(column: Sequence[str], name: str) -> list[tuple[Range, ...]]:
    open_: dict[str, list[int]] = {}
    chains: dict[str, list[Range]] = {}
    for at, cell in enumerate(column):
        for opens, chain, closes in _BRACKET.findall(cell):
            if opens:
                open_.setdefault(chain, []).append(at)
                chains.setdefault(chain, [])
            if closes:
                if not open_.get(chain):
                    raise SourceError(name, f"chain {chain} ends at word {at} where none began", "check the file")
                chains[chain].append(Range(open_[chain].pop(), at + 1))
    return [tuple(sorted(ranges)) for ranges in chains.values()]


@dataclass(slots=True)
class _Tree:
    title: str
    words: list[GoldWord]
    heads: list[int]
    pos: list[str]
    persons: set[Range]
    entities: dict[Range, str]


def _tree(text: str) -> _Tree:
    """Words, heads and the spans of persons of a CoNLL-U file with GUM's ``Entity`` and ``newpar`` comments."""
    found = _Tree("", [], [], [], set(), {})
    opens: Literal["", "paragraph", "heading"] = "paragraph"
    base, whole_until, whole_blank, blank = 0, 0, True, True
    pending: dict[str, list[tuple[int, str]]] = {}
    for line in text.split("\n"):
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            if key.strip() == "meta::title":
                found.title = value.strip()
            elif key.strip() == "newpar":
                opens = "paragraph"
            elif key.strip() == "newpar_block":
                opens = "heading" if value.split()[:1] == ["head"] else "paragraph"
            continue
        cells = line.split("\t")
        if len(cells) != 10:
            base = len(found.words)
            continue
        after = "SpaceAfter=No" not in cells[9].split("|")
        if "-" in cells[0]:
            whole_until, whole_blank = base + int(cells[0].split("-")[1]), after
            continue
        if "." in cells[0]:
            continue
        at = len(found.words)
        found.words.append(GoldWord(cells[1], not blank, opens))
        found.heads.append(base + int(cells[6]) - 1 if cells[6] != "0" else -1)
        found.pos.append(cells[3])
        blank = whole_blank if at + 1 == whole_until else after and at + 1 > whole_until
        opens = ""
        for field in cells[9].split("|"):
            if field.startswith("Entity="):
                _entities(field[7:], at, pending, found)
    return found


def _entities(brackets: str, at: int, pending: dict[str, list[tuple[int, str]]], found: _Tree) -> None:
    """Read what opens and closes at word ``at``: ``(4-person-…``, ``4)``, ``(4-person-…)``."""
    for match in _ENTITY.finditer(brackets):
        if match["close"]:
            if not pending.get(match["close"]):
                continue
            first, kind = pending[match["close"]].pop()
        elif match["at_once"]:
            first, kind = at, match["type"]
        else:
            pending.setdefault(match["id"], []).append((at, match["type"]))
            continue
        found.entities[Range(first, at + 1)] = match["close"] or match["id"]
        if kind == "person":
            found.persons.add(Range(first, at + 1))


def read_gap(path: Path, *, titles: bool = True, language: str = "en") -> Iterator[GapExample]:
    """Every example of a GAP file; ``titles`` puts the title of its page before the passage."""
    rows = csv.DictReader(io.StringIO(_text(path)), delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in rows:
        name = f"{path.as_posix()}:{row['ID']}"
        text = row["Text"]
        page = unquote(row["URL"].rpartition("/")[2]).replace("_", " ")
        before = f"= {page} =\n\n" if titles else ""
        document = read_text(before + text + "\n", name, format="wiki", language=language)

        def span(column: str, row: dict[str, str] = row, before: str = before, text: str = text) -> Span:
            start = len(normalise(before + text[: int(row[f"{column}-offset"])]))
            return Span(start, start + len(normalise(row[column])))

        spans = tuple(span(column) for column in ("Pronoun", "A", "B"))
        for column, found in zip(("Pronoun", "A", "B"), spans, strict=True):
            if document.quote(found) != normalise(row[column]):
                raise SourceError(name, f"“{row[column]}” is not at its offset", "give the file as published")
        meant = (row["A-coref"] == "TRUE", row["B-coref"] == "TRUE")
        yield GapExample(row["ID"], document, spans[0], (spans[1], spans[2]), meant)


def read_target(path: Path, *, language: str = "en") -> TargetText:
    """A file of WikiBio-events: one word a line, ``ENTITY`` where it means the life's person."""
    rows = [row for row in csv.DictReader(io.StringIO(_text(path))) if row["token"]]
    document, spans = laid_out(spaced(row["token"] for row in rows), path.as_posix(), "", language)
    mentions: list[Range] = []
    before = ""
    for at, row in enumerate(rows):
        if row["label"] == "ENTITY":
            if mentions and mentions[-1].last == at and row["id"] == before:
                mentions[-1] = Range(mentions[-1].first, at + 1)
            else:
                mentions.append(Range(at, at + 1))
            before = row["id"]
    eventful = {row["sentence"] for row in rows if row["label"].startswith("EVENT")}
    told = frozenset(at for at, row in enumerate(rows) if row["sentence"] in eventful)
    return TargetText(document, spans, tuple(mentions), told)


def _text(path: Path) -> str:
    return decode(raw_bytes(path), path.as_posix()).text
