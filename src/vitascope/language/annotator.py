"""Annotation of a document's prose, by spaCy for now: structure first, then sentences, then named repairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from vitascope.language.asides import Reduced, find_asides, reduce
from vitascope.language.models import load_model
from vitascope.language.repairs import repair
from vitascope.language.tokenisation import keep_prefixes, mended_lemmas
from vitascope.model import Annotation, Block, Document, Entity, ModelInfo, Sentence, Span, Token

PROSE = ("paragraph", "item")
LONGEST = 20_000
"""Blocks are parsed in stretches of at most so many code points, cut at blanks, to keep memory flat."""
LONGEST_SENTENCE = 4_000
"""Code points without the end of a sentence after which a stretch is cut at a blank: what follows the parse takes time
that grows with the square of a sentence's length."""
_UNIT = re.compile(
    rf".{{1,{LONGEST_SENTENCE - 1}}}?[.!?](?=\s)|.{{1,{LONGEST_SENTENCE}}}(?=\s|\Z)|.{{1,{LONGEST_SENTENCE}}}",
    re.DOTALL,
)


class Annotator(Protocol):
    """Anything that turns a document into an annotation, deterministically and without a network."""

    @property
    def info(self) -> ModelInfo:
        """What annotates, for provenance."""

    def annotate(self, document: Document) -> Annotation:
        """The parse of the document's prose; headings and infobox lines have no tokens."""


class SpacyAnnotator:
    """Annotator on an installed spaCy model. Raises ModelError where the model is missing or altered."""

    def __init__(self, model: str | None = None, language: str = "en") -> None:
        self._nlp, self._info = load_model(model)
        self._lemmas = mended_lemmas(language)
        keep_prefixes(self._nlp, language)

    @property
    def info(self) -> ModelInfo:
        """The model's name, version and hash."""
        return self._info

    def annotate(self, document: Document) -> Annotation:
        """Parse each prose block by itself, so that no heading glues to a sentence."""
        asides: list[Span] = []
        stretches: list[tuple[int, Reduced]] = []
        for number, block in enumerate(document.blocks):
            if block.kind in PROSE:
                for span in _stretches(document.text, block):
                    lifted = find_asides(document.text, span)
                    asides.extend(lifted)
                    stretches.append((number, reduce(document.text, span, lifted)))
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        entities: list[Entity] = []
        parses = self._nlp.pipe((reduced.text for _, reduced in stretches), batch_size=16)
        for (number, reduced), parse in zip(stretches, parses, strict=True):
            _add(parse, reduced, number, tokens, sentences, entities, self._lemmas)
        tokens = repair(tokens, sentences)
        return Annotation(
            tuple(tokens), tuple(sentences), tuple(entities), tuple(asides), self._info, _children(tokens)
        )


def _stretches(text: str, block: Block) -> Iterator[Span]:
    start, end = block.span
    at = start
    while at < end:
        unit = _UNIT.match(text, at, end)
        assert unit is not None, "some character is left"
        overlong = unit[0][-1] not in ".!?" and unit.end() < end
        if at > start and unit.end() - start > LONGEST:
            yield Span(start, at)
            start = at
        at = unit.end()
        if overlong:
            yield Span(start, at)
            start = at
    if start < end:
        yield Span(start, end)


def _add(
    parse: Any,
    reduced: Reduced,
    block: int,
    tokens: list[Token],
    sentences: list[Sentence],
    entities: list[Entity],
    lemmas: Mapping[str, str],
) -> None:
    """Append one parsed stretch. Tokens of white space only are dropped, heads are renumbered over them."""
    kept = [t for t in parse if not t.is_space]
    number = {t.i: len(tokens) + k for k, t in enumerate(kept)}
    for sent in parse.sents:
        words = [t for t in sent if not t.is_space]
        if not words:
            continue
        index, first = len(sentences), number[words[0].i]
        for t in words:
            head = t.head
            while head.is_space and head.head is not head:
                head = head.head
            span = reduced.span(t.idx, t.idx + len(t.text))
            top = number.get(head.i, number[t.i])
            tokens.append(
                Token(number[t.i], span, t.text, lemmas.get(t.lower_, t.lemma_), t.pos_, t.tag_, t.dep_, top, index)
            )
        last = first + len(words)
        sentences.append(Sentence(index, Span(tokens[first].span.start, tokens[last - 1].span.end), first, last, block))
    for ent in parse.ents:
        if ent.text.strip():
            entities.append(Entity(reduced.span(ent.start_char, ent.end_char), ent.label_))


def _children(tokens: list[Token]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            below[token.head].append(token.index)
    return tuple(tuple(b) for b in below)
