"""Whose children somebody is told to be among, and who the other parent is: "the third of the five children of Lev
Dahl, a cooper, and Olga Lund"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vitascope.model import Annotation, Token
from vitascope.people.kin import KinNominal
from vitascope.people.lexicon import Lexicon
from vitascope.people.syntax import SUBJECTS

__all__ = ["joined_parent", "named_in_front", "one_of_them"]

_CHILD = "child"
_REACH = 20
_WORDS = 4
_ENDS = (".", ":", "-LRB-")
_VERBAL = ("VERB", "AUX")


def joined_parent(annotation: Annotation, kin: KinNominal, lex: Lexicon, inside: Mapping[int, int]) -> int | None:
    """The token that heads the name after "and", behind the first parent and what stands beside them in apposition."""
    tokens = annotation.tokens
    if kin.via != "of" or kin.noun.relation != _CHILD or kin.anchor < kin.last:
        return None
    last = min(kin.anchor + _REACH, annotation.sentences[tokens[kin.head].sentence].last - 1)
    for at in range(kin.anchor + 1, last):
        token = tokens[at]
        if token.tag in _ENDS or (token.pos in _VERBAL and token.tag != "VBN") or token.text.lower() in lex.relatives:
            return None
        if token.pos != "CCONJ" or at in inside:
            continue
        behind = _past_trade(tokens, at + 1 + (tokens[at + 1].text.lower() in lex.linking), lex)
        if behind not in inside or inside[behind] == inside.get(kin.anchor):
            return None
        end = behind
        while end + 1 < len(tokens) and inside.get(end + 1) == inside[behind]:
            end += 1
        named = range(behind, end + 1)
        return None if any(tokens[i].dep in SUBJECTS for i in named) else end
    return None


def _past_trade(tokens: tuple[Token, ...], at: int, lex: Lexicon) -> int:
    """Behind what the parent is told to be: "and of the pianist Olga Lund"."""
    end = at + 1
    while end < len(tokens) and end - at <= _WORDS and tokens[end].tag in ("NN", "JJ"):
        end += 1
    trade = (
        at < len(tokens)
        and tokens[at].tag == "DT"
        and tokens[end - 1].tag == "NN"
        and tokens[end - 1].lemma.lower() not in lex.kin
    )
    return end if trade else at


def named_in_front(annotation: Annotation, at: int, lex: Lexicon) -> Iterator[int]:
    """The names in the apposition before the pronoun at token ``at`` that tells whose child it means."""
    tokens = annotation.tokens
    for c in annotation.children[at]:
        below = annotation.subtree(c) if tokens[c].dep == "appos" and c < at else ()
        if any((noun := lex.kin.get(tokens[i].text.lower())) is not None and noun.relation == _CHILD for i in below):
            yield from (i for i in below if tokens[i].pos == "PROPN" and tokens[i].dep in ("pobj", "conj", "appos"))


def one_of_them(annotation: Annotation, kin: KinNominal, lex: Lexicon) -> int:
    """The token that tells whose place the noun has: "third" of "the third of the five children of Karl Berg"."""
    tokens = annotation.tokens
    link = tokens[tokens[kin.head].head]
    ranked = tokens[link.head].text.lower()
    of_several = kin.noun.plural and tokens[kin.head].dep == "pobj" and link.text.lower() in lex.linking
    return link.head if of_several and ranked in lex.ranks | lex.tell_apart else kin.head
