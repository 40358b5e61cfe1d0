"""A parser that is always wrong: words, tags and trees by chance of the words' checksums, the same each time.

Every tree is one; nothing else about it can be relied on. What stands on it must bear that.
"""

from __future__ import annotations

import re
import zlib

from vitascope.language.annotator import LONGEST_SENTENCE, PROSE
from vitascope.model import Annotation, Document, Entity, ModelInfo, Sentence, Span, Token

_WORD = re.compile(r"\w+|[^\w\s]")
_TAGS = (
    *(("NOUN", "NN"), ("NOUN", "NNS"), ("PROPN", "NNP"), ("VERB", "VBD"), ("VERB", "VBN"), ("VERB", "VBG")),
    *(("VERB", "VB"), ("AUX", "VBD"), ("AUX", "MD"), ("PRON", "PRP"), ("DET", "DT"), ("ADJ", "JJ"), ("ADV", "RB")),
    *(("ADP", "IN"), ("PART", "TO"), ("NUM", "CD"), ("SCONJ", "IN"), ("CCONJ", "CC"), ("PUNCT", ","), ("PRON", "WP")),
)
_DEPENDENCIES = """nsubj nsubjpass dobj attr oprd prep pobj agent relcl acl advcl conj cc xcomp ccomp pcomp poss amod
appos compound det aux auxpass neg mark npadvmod advmod punct dative expl acomp case nummod"""
_RELATIONS = tuple(_DEPENDENCIES.split())
_LABELS = ("PERSON", "ORG", "GPE", "DATE", "NORP", "EVENT")


class ChanceAnnotator:
    """An :class:`vitascope.language.Annotator` without a model."""

    info = ModelInfo("chance", "1", "0")

    def annotate(self, document: Document) -> Annotation:
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        entities: list[Entity] = []
        for number, block in enumerate(document.blocks):
            if block.kind in PROSE:
                for words in _sentences(document.text, block.span):
                    first = len(tokens)
                    root = first + _chance("root", words[0][0], len(words))
                    for k, (word, span) in enumerate(words):
                        index = first + k
                        pos, tag = _TAGS[_chance("tag", word, len(_TAGS))]
                        head, relation = root, "ROOT"
                        if index != root:
                            # Heads nearer to the root only: so the whole is a tree.
                            head = index + (1 if index < root else -1) if _chance("far", word, 2) else root
                            relation = _RELATIONS[_chance(f"relation {k % 7}", word, len(_RELATIONS))]
                        tokens.append(Token(index, span, word, word.lower(), pos, tag, relation, head, len(sentences)))
                        if word[0].isupper():
                            entities.append(Entity(span, _LABELS[_chance("label", word, len(_LABELS))]))
                    span = Span(words[0][1].start, words[-1][1].end)
                    sentences.append(Sentence(len(sentences), span, first, len(tokens), number))
        below: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.index:
                below[token.head].append(token.index)
        return Annotation(
            tuple(tokens), tuple(sentences), tuple(entities), (), self.info, tuple(tuple(b) for b in below)
        )


def _sentences(text: str, span: Span) -> list[list[tuple[str, Span]]]:
    found: list[list[tuple[str, Span]]] = [[]]
    for match in _WORD.finditer(text, span.start, span.end):
        found[-1].append((match[0], Span(*match.span())))
        if match[0] in ".!?" or len(found[-1]) > LONGEST_SENTENCE // 5:
            found.append([])
    return [words for words in found if words]


def _chance(what: str, word: str, sides: int) -> int:
    return zlib.crc32(f"{what} {word}".encode()) % sides
