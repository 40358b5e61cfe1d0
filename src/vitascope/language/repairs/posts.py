"""What knowing the nouns for persons mends in lists of what somebody was: posts with their bodies, trades in a row.

In "editor of the Mail, head of the guild and dean of Lund" no parser knows that a newspaper is not a head, and that a
guild is not a dean. Structure alone does not tell: "bishop of Lund, seat of the king".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from vitascope.language.repairs.repairing import Parse, children, descends
from vitascope.model import Entity, Sentence, Token

_BESIDE = ("conj", "appos")
_STRAY = ("conj", "advmod", "npadvmod", "dep")
_PREDICATED = ("attr", "oprd")
_GOVERNED = ("dobj", "ccomp", "xcomp")
_PERSON = "PERSON"
_INDEFINITE = "indefinite"
_COMMA = ","


class PostWords(NamedTuple):
    """Words in lower case: nouns for persons, the indefinite articles, prepositions that tell where, verbs of rising
    to a rank."""

    persons: Collection[str]
    articles: Collection[str]
    placing: Collection[str]
    raising: Collection[str]


def mend_posts(tokens: Parse, sentences: Sequence[Sentence], entities: Sequence[Entity], words: PostWords) -> Parse:
    """The tokens, mended."""
    mended = Parse(tokens)
    named = {e.span.end for e in entities if e.label == _PERSON}
    for sentence in sentences:
        for at in range(sentence.first, sentence.last):
            _mend_rank(mended, sentence, mended[at], words)
            _join_stray(mended, sentence, mended[at], words.persons)
        listed = [
            t.index
            for t in mended[sentence.first : sentence.last]
            if t.dep in _BESIDE and t.head < t.index and _is_person(t, words.persons)
        ]
        for at in listed:
            post = _post_above(mended, sentence, mended[at], named, words)
            if post is not None:
                _rehang(mended, sentence, mended[at], post)
        for at in listed:
            if mended[at].dep == "appos" and _goes_on(mended, sentence, mended[at], words):
                mended.put(replace(mended[at], dep="conj"))
        for at in listed:
            if mended[at].dep == "conj" and _is_held(mended, sentence, mended[at], named):
                mended.put(replace(mended[at], dep="appos"))
    return mended


def _is_held(tokens: Parse, sentence: Sentence, noun: Token, named: Collection[int]) -> bool:
    """ "Led by Karl Holm, president and owner": what stands bare behind a name and a comma, and names nobody itself,
    is what that one was."""
    below = children(tokens, sentence, noun.index)
    first = min((c.index for c in below if c.dep == "compound"), default=noun.index)
    if tokens[noun.head].span.end not in named or first != noun.head + 2 or tokens[first - 1].text != _COMMA:
        return False
    bare = not any(c.dep in ("det", "poss", "nummod", "appos") for c in below)
    # "Karl Holm, director Ove Dahl and a clerk" are three
    row = [t for t in tokens[noun.index + 1 : sentence.last] if descends(tokens, t.index, noun.index)]
    return bare and not any(t.span.end in named for t in row if t.dep == "conj")


def _is_person(noun: Token, persons: Collection[str]) -> bool:
    return noun.tag in ("NN", "NNP") and noun.lemma.lower() in persons


def _mend_rank(tokens: Parse, sentence: Sentence, rank: Token, words: PostWords) -> None:
    """ "Was promoted to captain in 1914": no verb, though taggers take many a rank for one."""
    verb, to = tokens[rank.head], tokens[rank.index - 1]
    if rank.tag != "VB" or to.tag != "TO" or to.head != rank.index or verb.lemma.lower() not in words.raising:
        return
    below = children(tokens, sentence, rank.index)
    if rank.lemma.lower() not in words.persons or any(c.dep in _GOVERNED for c in below):
        return
    tokens.put(replace(rank, pos="NOUN", tag="NN", dep="pobj", head=to.index))
    tokens.put(replace(to, pos="ADP", tag="IN", dep="prep", head=verb.index))
    for child in below:
        if child.index > rank.index:
            tokens.put(replace(child, head=verb.index))


def _join_stray(tokens: Parse, sentence: Sentence, noun: Token, persons: Collection[str]) -> None:
    """ "Served as consul in Riga and ambassador in Oslo": a bare noun behind "and" that hangs on the verb as if it told
    how is joined to the post before it."""
    verb, joint = tokens[noun.head], tokens[noun.index - 1]
    if noun.dep not in _STRAY or verb.pos not in ("VERB", "AUX") or not _is_person(noun, persons):
        return
    if joint.dep != "cc" or joint.head != verb.index:
        return
    below = [c for c in children(tokens, sentence, verb.index) if c.index < joint.index]
    posts = [c for c in below if c.dep in _PREDICATED] + [
        c for p in below if p.dep == "prep" for c in children(tokens, sentence, p.index) if c.dep == "pobj"
    ]
    posts = [p for p in posts if _is_person(p, persons)]
    if not posts:
        return
    tokens.put(replace(noun, dep="conj", head=posts[-1].index))
    tokens.put(replace(joint, head=posts[-1].index))
    for child in children(tokens, sentence, verb.index):
        if child.dep == "prep" and child.index == noun.index + 1:
            tokens.put(replace(child, head=noun.index))
        elif child.dep == "prep" and posts[-1].index < child.index < joint.index:
            tokens.put(replace(child, head=posts[-1].index))


def _post_above(
    tokens: Parse, sentence: Sentence, noun: Token, named: Collection[int], words: PostWords
) -> Token | None:
    """The post of whose body ``noun`` is said to be a like; None where it stands beside a person, whose name has no
    article."""
    body, prep = tokens[noun.head], tokens[tokens[noun.head].head]
    if body.dep != "pobj" or (body.pos == "NOUN" and body.lemma.lower() in words.persons):
        return None
    placed = prep.text.lower() in words.placing or any(c.dep == "det" for c in children(tokens, sentence, body.index))
    post = tokens[prep.head]
    if (body.span.end in named and not placed) or not _is_person(post, words.persons):
        return None
    return post if post.index < body.index else None


def _rehang(tokens: Parse, sentence: Sentence, noun: Token, post: Token) -> None:
    """Put a noun, with what stands behind it and the joint before it, beside the post."""
    body = noun.head
    tokens.put(replace(noun, dep="conj", head=post.index))
    for child in children(tokens, sentence, body):
        joint = child.dep in ("cc", "punct") and child.index < noun.index and not _between(tokens, child, noun)
        if joint:
            tokens.put(replace(child, head=post.index))
        elif child.index > noun.index:
            beside = child.dep == "conj" or (child.dep == "appos" and child.tag.startswith("NN"))
            tokens.put(replace(child, head=noun.index) if not beside else child)


def _between(tokens: Parse, joint: Token, noun: Token) -> bool:
    """Whether a word that is not ``noun``'s stands between it and the joint before."""
    return any(not descends(tokens, i, noun.index) for i in range(joint.index + 1, noun.index))


def _goes_on(tokens: Parse, sentence: Sentence, noun: Token, words: PostWords) -> bool:
    """Whether a noun behind a comma is the second of a list, "a clerk, a teacher and a judge", each with its article or
    all without."""
    first = tokens[noun.head]
    later = [c for c in children(tokens, sentence, noun.index) if c.dep == "conj" and _is_person(c, words.persons)]
    if not later or not _is_person(first, words.persons) or tokens[first.head].pos not in ("VERB", "AUX", "ADP"):
        return False
    opened = {_opening(tokens, sentence, n, words.articles) for n in (first, noun, later[0])}
    return len(opened) == 1 and opened <= {None, _INDEFINITE}


def _opening(tokens: Parse, sentence: Sentence, noun: Token, articles: Collection[str]) -> str | None:
    """A noun's determiner or owner, one word for all indefinite articles; None where it has none."""
    own = [c.text.lower() for c in children(tokens, sentence, noun.index) if c.dep in ("det", "poss")]
    return None if not own else _INDEFINITE if own[0] in articles else own[0]
