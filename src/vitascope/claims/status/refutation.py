"""Whether a story, a claim or a note is told to be none: "the claim that he … is false", "… rests on a confusion"."""

from __future__ import annotations

from collections.abc import Iterator

from vitascope.claims.status.cues import Cues
from vitascope.model import Annotation, Token

_SAID = ("acomp", "attr", "oprd", "xcomp", "ccomp", "advcl")


def is_refuted(annotation: Annotation, cues: Cues, noun: int) -> bool:
    """Whether a noun is the subject of a verb that says it is no fact."""
    tokens, token = annotation.tokens, annotation.tokens[noun]
    if token.pos != "NOUN" or token.dep not in ("nsubj", "nsubjpass"):
        return False
    below = [tokens[c] for c in annotation.children[token.head]]
    further = [c for c in below if c.dep == "conj" and not _has_subject(annotation, c)]
    below += [tokens[i] for c in further for i in annotation.children[c.index]]
    inner = [tokens[i] for c in below if c.dep in ("xcomp", "ccomp") for i in annotation.children[c.index]]
    said = [c for c in (*below, *inner) if c.dep in _SAID]
    if tokens[token.head].lemma.lower() in cues.words.resting:
        said.extend(_grounds(annotation, below))
    denied = any(c.dep == "neg" for c in (*below, *inner))
    return not denied and any({c.lemma.lower(), c.text.lower()} & cues.words.falsity for c in said)


def _has_subject(annotation: Annotation, verb: Token) -> bool:
    return any(annotation.tokens[c].dep in ("nsubj", "nsubjpass") for c in annotation.children[verb.index])


def _grounds(annotation: Annotation, below: list[Token]) -> Iterator[Token]:
    """What something rests on."""
    for prep in below:
        if prep.dep in ("prep", "agent"):
            yield from (annotation.tokens[o] for o in annotation.children[prep.index])
