"""Conjuncts that share what hangs on the last of them: "born and raised in Lund", "founder, editor and owner of"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from vitascope.model import Annotation, Token

__all__ = ["joined", "sharing"]

_COMPLEMENTS = ("attr", "acomp", "oprd")
_OWN = ("prep", "agent", "dobj", "dative", "npadvmod", *_COMPLEMENTS)
_NOUNS = ("NOUN", "PROPN")
_FORM = {"VBD": "past", "VBN": "past", "NN": "noun", "NNP": "noun", "NNS": "nouns", "NNPS": "nouns"} | {
    t: t for t in ("VBG", "VBZ", "VBP", "VB")
}
_CLOSE = 3
"""Two conjuncts are close when at most this many tokens lie from the first to the second, punctuation aside."""


def sharing(annotation: Annotation, token: Token, bearing: Collection[str]) -> Token | None:
    """The next conjunct, where what hangs on it is told of ``token`` as well: the two are bare, and ``token`` has no
    phrase of its own. ``bearing`` are lemmas of nouns for what somebody may be."""
    tokens, children = annotation.tokens, annotation.children[token.index]
    second = _next_in_row(annotation, token, bearing)
    if second is None or _FORM.get(second.tag) != _FORM.get(token.tag):
        return None
    between = [tokens[c] for c in children if token.index < c < second.index]
    bare = all(t.dep == "cc" or (second.pos in _NOUNS and t.dep == "punct") for t in between)
    apart = second.index - token.index - sum(t.dep == "punct" for t in between)
    own = any(tokens[c].dep in _OWN for c in children if c > second.index)
    return second if bare and apart <= _CLOSE and not own else None


def joined(tokens: Sequence[Token], heads: Sequence[int]) -> bool:
    """Whether a conjunction stands between nouns: "in Lund and then Ystad", but not "in Lund, Scania"."""
    return any(tokens[i].dep == "cc" for i in range(heads[0], heads[-1])) if heads else False


def _next_in_row(annotation: Annotation, token: Token, bearing: Collection[str]) -> Token | None:
    """The next conjunct; of a list of nouns the parser makes some appositions ("founder, editor and owner of")."""
    tokens, below = annotation.tokens, annotation.relations[token.index]
    if "conj" not in below and "appos" not in below:
        return None
    conjunct = next((tokens[c] for c in below.get("conj", ()) if c > token.index), None)
    apposed = (tokens[c] for c in below.get("appos", ()) if c > token.index)
    listed = next((t for t in apposed if t.lemma.lower() in bearing), None)
    if listed is None or (conjunct is not None and conjunct.index < listed.index):
        return conjunct
    return listed if "conj" in annotation.relations[listed.index] else conjunct
