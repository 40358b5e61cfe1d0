"""Annotation of a document's prose, by spaCy for now: structure first, then sentences, then named repairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from vitascope import lang
from vitascope.language.asides import Reduced, birth_names, find_asides, reduce
from vitascope.language.ellipsis import Supply, Words, left_out, reads_well, units, words
from vitascope.language.models import load_model
from vitascope.language.repairs.applying import repair
from vitascope.language.repairs.past_forms import mend_past_forms
from vitascope.language.repairs.person_nouns import mend_person_nouns
from vitascope.language.repairs.posts import PostWords, mend_posts
from vitascope.language.repairs.repairing import Parse
from vitascope.language.rewording import forms, reworded
from vitascope.language.supplied import Change, Supplied, supply
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
        self._language = language
        told = lang.load(language, "tokens")
        self._born = birth_names(told["birth_names"])
        self._kept = tuple(f"{opening} " for opening in told["kept_in_brackets"])
        self._lemmas = mended_lemmas(language)
        self._past: dict[str, str] = told["past_forms"]
        self._persons = words(language).persons - set(told["still_adjectives"])
        offices = (frozenset(told[key]) for key in ("seated", "raising"))
        self._posts = PostWords(self._persons, words(language).articles, *offices)
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
                    lifted = find_asides(document.text, span, self._born, self._kept)
                    asides.extend(lifted)
                    stretches.append((number, reduce(document.text, span, lifted)))
        lexicon = words(self._language)
        written = [supply(r.text, list(reworded(r.text, forms(self._language)))) for _, r in stretches]
        found = _Growing([], [], [])
        parses = self._nlp.pipe((w.text for w in written), batch_size=16)
        for (number, reduced), full, parse in zip(stretches, written, parses, strict=True):
            for part in self._parts(parse, full, lexicon):
                _add(part, reduced, document.text, number, found, self._lemmas)
        tokens = mend_person_nouns(
            Parse(found.tokens), found.sentences, found.entities, self._persons, lexicon.articles
        )
        tokens = mend_posts(tokens, found.sentences, found.entities, self._posts)
        tokens = repair(mend_past_forms(tokens, found.sentences, self._past), found.sentences)
        return Annotation(
            tuple(tokens), tuple(found.sentences), tuple(found.entities), tuple(asides), self._info, _children(tokens)
        )

    def _parts(self, parse: Any, full: Supplied, lexicon: Words) -> Iterator[_Part]:
        """The sentences of a stretch; those with a part that leaves its subject out are parsed again, part by part, and
        so are those that open with a participle before a title, which parsers take for a part of the title."""
        text = full.text
        lacking: dict[tuple[int, int], tuple[Any, Supplied] | None] = {}
        for start, end in units(text, lexicon):
            opening = lexicon.openings.match(text, start, end)
            if opening is not None:
                lacking[start, end] = self._opened(text[start:end], opening[0], lexicon)
                continue
            inside = parse.char_span(start, end, alignment_mode="contract")
            found = left_out(inside, text[start:end], lexicon) if inside is not None else None
            if found is not None:
                lacking[start, end] = self._completed(text[start:end], found, lexicon)
        if not any(lacking.values()):
            yield _Part(parse, tuple(parse.sents), full)
            return
        yield from self._mixed(parse, full, {at: part for at, part in lacking.items() if part is not None}, lexicon)

    def _opened(self, unit: str, participle: str, lexicon: Words) -> tuple[Any, Supplied]:
        given = " ".join(lexicon.supplied["opening"])
        whole = supply(unit, [Change(0, 0, given + " "), Change(0, len(participle), participle.lower())])
        return self._nlp(whole.text), whole

    def _completed(self, unit: str, found: Supply, lexicon: Words) -> tuple[Any, Supplied] | None:
        """The unit parsed with the words that it leaves out; None where that is no better."""
        given = " ".join(lexicon.supplied[found.kind])
        if found.at == 0:
            unit = unit[0].lower() + unit[1:]
        whole = supply(unit, [Change(found.at, found.at, given + " ")])
        parse = self._nlp(whole.text)
        missing = [t.i for t in parse if not whole.source(t.idx, t.idx + len(t))[2]]
        return (parse, whole) if missing and reads_well(parse, missing) else None

    def _mixed(
        self, parse: Any, full: Supplied, complete: Mapping[tuple[int, int], tuple[Any, Supplied]], lexicon: Words
    ) -> Iterator[_Part]:
        """Sentences as parsed where all their units are; else unit by unit, the completed ones as completed."""
        cuts = units(full.text, lexicon)
        sentences = [s for s in parse.sents if s.text.strip()]
        at = 0
        while at < len(sentences):
            last, start, end = at, sentences[at].start_char, sentences[at].end_char
            touched = [c for c in cuts if c[0] < end and start < c[1]]
            while True:  # until sentences and units end together
                touched = [c for c in cuts if c[0] < end and start < c[1]]
                stop = max([end, *(c[0] + len(full.text[c[0] : c[1]].rstrip()) for c in touched)])
                further = last
                while further + 1 < len(sentences) and sentences[further + 1].start_char < stop:
                    further += 1
                if further == last:
                    break
                last, end = further, sentences[further].end_char
            if not any(c in complete for c in touched):
                yield _Part(parse, tuple(sentences[at : last + 1]), full)
            else:
                for c in touched:
                    if c in complete:
                        part, whole = complete[c]
                        yield _Part(part, tuple(part.sents), full, whole, c[0])
                    else:
                        part = self._nlp(full.text[c[0] : c[1]])
                        yield _Part(part, tuple(part.sents), full, None, c[0])
            at = last + 1


class _Growing(NamedTuple):
    """What has been found so far."""

    tokens: list[Token]
    sentences: list[Sentence]
    entities: list[Entity]


@dataclass(frozen=True, slots=True)
class _Part:
    """Some sentences of a parse. ``full`` is the stretch as parsed first, ``whole`` the unit of it with words supplied,
    which begins at ``start`` of that text."""

    parse: Any
    sentences: tuple[Any, ...]
    full: Supplied
    whole: Supplied | None = None
    start: int = 0

    def span(self, reduced: Reduced, start: int, end: int) -> tuple[Span, bool]:
        """The document's span of a parse's ``[start, end)``, and whether words stand there."""
        own = True
        if self.whole is not None:
            start, end, own = self.whole.source(start, end)
        start, end = self.start + start, self.start + end
        if not own:
            at = reduced.span(self.full.source(start, start + 1)[0], self.full.source(start, start + 1)[0] + 1).start
            return Span(at, at), False
        first, last, _ = self.full.source(start, end)
        return reduced.span(first, last), True


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


def _add(part: _Part, reduced: Reduced, document: str, block: int, found: _Growing, lemmas: Mapping[str, str]) -> None:
    """Append some parsed sentences. Tokens of white space only are dropped, heads are renumbered over them.

    Of supplied words the subject and its verb stay, as tokens without text.
    """
    for sent in part.sentences:
        placed = [(t, *part.span(reduced, t.idx, t.idx + len(t.text))) for t in sent if not t.is_space]
        placed = [(t, span, own) for t, span, own in placed if own or t.dep_ != "det"]
        if not placed:
            continue
        number = {t.i: len(found.tokens) + k for k, (t, _, _) in enumerate(placed)}
        index, first = len(found.sentences), len(found.tokens)
        for t, span, _ in placed:
            head = t.head
            while head.is_space and head.head is not head:
                head = head.head
            written = document[span.start : span.end]
            if t.is_alpha and not any(c.isalnum() for c in written):  # a word given for a blank or a comma
                written, span = "", Span(span.end, span.end)
            text = written if len(written) <= len(t.text) else t.text
            found.tokens.append(
                Token(
                    number[t.i],
                    span,
                    text,
                    lemmas.get(t.lower_, t.lemma_),
                    t.pos_,
                    t.tag_,
                    t.dep_,
                    number.get(head.i, number[t.i]),
                    index,
                )
            )
        last = len(found.tokens)
        whole = Span(found.tokens[first].span.start, found.tokens[last - 1].span.end)
        found.sentences.append(Sentence(index, whole, first, last, block))
        for ent in sent.ents:
            if ent.text.strip():
                span, own = part.span(reduced, ent.start_char, ent.end_char)
                if own:
                    found.entities.append(Entity(span, ent.label_))


def _children(tokens: list[Token]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            below[token.head].append(token.index)
    return tuple(tuple(b) for b in below)
