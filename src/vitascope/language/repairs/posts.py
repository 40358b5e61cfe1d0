"""What knowing the nouns for persons mends in lists of what somebody was: posts with their bodies, trades in a row.

In "editor of the Mail, head of the guild and dean of Lund" no parser knows that a newspaper is not a head, and that a
guild is not a dean. Structure alone does not tell: "bishop of Lund, seat of the king".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from vitascope.language.repairs.repairing import children, descends
from vitascope.model import Entity, Sentence, Token

_BESIDE = ("conj", "appos")
_PERSON = "PERSON"
_INDEFINITE = "indefinite"


def mend_posts(
    tokens: list[Token],
    sentences: Sequence[Sentence],
    entities: Sequence[Entity],
    persons: Collection[str],
    articles: Collection[str],
) -> list[Token]:
    """The tokens, mended. ``persons``: nouns for persons, lower case; ``articles``: the indefinite ones."""
    mended = list(tokens)
    named = {e.span.end for e in entities if e.label == _PERSON}
    for sentence in sentences:
        listed = [
            t.index
            for t in mended[sentence.first : sentence.last]
            if t.dep in _BESIDE and t.head < t.index and _is_person(t, persons)
        ]
        for at in listed:
            post = _post_above(mended, sentence, mended[at], named, persons)
            if post is not None:
                _rehang(mended, sentence, mended[at], post)
        for at in listed:
            if mended[at].dep == "appos" and _goes_on(mended, sentence, mended[at], persons, articles):
                mended[at] = replace(mended[at], dep="conj")
    return mended


def _is_person(noun: Token, persons: Collection[str]) -> bool:
    return noun.tag in ("NN", "NNP") and noun.lemma.lower() in persons


def _post_above(
    tokens: Sequence[Token], sentence: Sentence, noun: Token, named: Collection[int], persons: Collection[str]
) -> Token | None:
    """The post of whose body ``noun`` is said to be a like; None where it stands beside a person, whose name has no
    article."""
    body = tokens[noun.head]
    if body.dep != "pobj" or body.lemma.lower() in persons:
        return None
    if body.span.end in named and not any(c.dep == "det" for c in children(tokens, sentence, body.index)):
        return None
    post = tokens[tokens[body.head].head]
    return post if post.index < body.index and _is_person(post, persons) else None


def _rehang(tokens: list[Token], sentence: Sentence, noun: Token, post: Token) -> None:
    """Put a noun, with what stands behind it and the joint before it, beside the post."""
    body = noun.head
    tokens[noun.index] = replace(noun, dep="conj", head=post.index)
    for child in children(tokens, sentence, body):
        joint = child.dep in ("cc", "punct") and child.index < noun.index and not _between(tokens, child, noun)
        if joint:
            tokens[child.index] = replace(child, head=post.index)
        elif child.index > noun.index:
            beside = child.dep == "conj" or (child.dep == "appos" and child.tag.startswith("NN"))
            tokens[child.index] = replace(child, head=noun.index) if not beside else child


def _between(tokens: Sequence[Token], joint: Token, noun: Token) -> bool:
    """Whether a word that is not ``noun``'s stands between it and the joint before."""
    return any(not descends(tokens, i, noun.index) for i in range(joint.index + 1, noun.index))


def _goes_on(
    tokens: Sequence[Token], sentence: Sentence, noun: Token, persons: Collection[str], articles: Collection[str]
) -> bool:
    """Whether a noun behind a comma is the second of a list, "a clerk, a teacher and a judge", each with its article or
    all without."""
    first = tokens[noun.head]
    later = [c for c in children(tokens, sentence, noun.index) if c.dep == "conj" and _is_person(c, persons)]
    if not later or not _is_person(first, persons) or tokens[first.head].pos not in ("VERB", "AUX", "ADP"):
        return False
    opened = {_opening(tokens, sentence, n, articles) for n in (first, noun, later[0])}
    return len(opened) == 1 and opened <= {None, _INDEFINITE}


def _opening(tokens: Sequence[Token], sentence: Sentence, noun: Token, articles: Collection[str]) -> str | None:
    """A noun's determiner or owner, one word for all indefinite articles; None where it has none."""
    own = [c.text.lower() for c in children(tokens, sentence, noun.index) if c.dep in ("det", "poss")]
    return None if not own else _INDEFINITE if own[0] in articles else own[0]
