"""A parsed text: its tokens, sentences and names, and how they are looked up by relation, word and lemma."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from vitascope.document import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its place in the parse. ``index`` and ``head`` count tokens of the whole document.

    ``pos`` is a UD part of speech, ``tag`` a Penn tag, ``dep`` a ClearNLP relation (``nsubj``, ``nsubjpass``,
    ``dobj``, ``attr``, ``oprd``, ``prep``, ``pobj``, ``agent``, ``relcl``, ``acl``, ``advcl``, ``conj`` …);
    the root of a sentence is its own head. ``text`` and ``span`` are empty for a word that the text leaves out and that
    was supplied for the parser: the subject and the auxiliary of "Arrested in 1938."
    """

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span in the text, its tokens ``[first, last)``, and the block it stands in."""

    index: int
    span: Span
    first: int
    last: int
    block: int


class Entity(NamedTuple):
    """A name as the parser saw it; one piece of evidence, never a decision. ``label`` is OntoNotes'."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What annotated the text, for provenance. ``sha256`` is of the installed model's files.

    ``parser`` is the library that ran it with its release (``spaCy 3.8.7``); empty where it was not noted.
    """

    name: str
    version: str
    sha256: str
    parser: str = ""


_NOTHING_BELOW: Mapping[str, Sequence[int]] = {}


@dataclass(frozen=True)
class Annotation:
    """The parse of a document's prose.

    ``asides`` are parentheses that were lifted out before parsing (life spans, other scripts, abbreviations):
    their text has no tokens, other stages read it from the document.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    asides: tuple[Span, ...]
    model: ModelInfo
    children: tuple[tuple[int, ...], ...] = field(repr=False)

    def subtree(self, head: int) -> list[int]:
        """Indices of ``head`` and all its descendants, in text order. Linear in their number."""
        found, stack = [], [head]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(self.children[at])
        return sorted(found)

    @cached_property
    def relations(self) -> Sequence[Mapping[str, Sequence[int]]]:
        """By token, what hangs on it: the indices of its children by their relation, each in text order."""
        return tuple(self._by_relation(below) if below else _NOTHING_BELOW for below in self.children)

    def _by_relation(self, below: Iterable[int]) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for c in below:
            found.setdefault(self.tokens[c].dep, []).append(c)
        return found

    @cached_property
    def by_word(self) -> Mapping[str, Sequence[int]]:
        """Indices of the tokens by their words in lower case."""
        return _places(t.text.lower() for t in self.tokens)

    @cached_property
    def by_lemma(self) -> Mapping[str, Sequence[int]]:
        """Indices of the tokens by their lemmas in lower case."""
        return _places(t.lemma.lower() for t in self.tokens)

    def told(self, words: Collection[str]) -> list[int]:
        """Indices of the tokens that are one of these words (in lower case), in text order."""
        return sorted(i for word in self.by_word.keys() & words for i in self.by_word[word])

    def told_forms(self, lemmas: Collection[str]) -> list[int]:
        """Indices of the tokens that are a form of one of these lemmas (in lower case), in text order."""
        return sorted(i for lemma in self.by_lemma.keys() & lemmas for i in self.by_lemma[lemma])


def _places(words: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        found[word].append(index)
    return dict(found)
