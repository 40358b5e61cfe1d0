"""What somebody is called without a name: "as a painter", "was elected a fellow", "became a monk", "a shy boy, he …".

By the guidelines of OntoNotes a predicate noun after "be" describes and points at nobody; what a person serves as,
becomes, or is appointed, elected and called is a mention of theirs. The word that opens it is in ``chains.yml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vitascope.model import Annotation, Token
from vitascope.people.chains.mention_chain import ChainWords
from vitascope.people.syntax import SUBJECTS, clause_of, subject_of

__all__ = ["Predicate", "fronted", "predicates"]

_NOUNS = ("NN", "NNP", "CD", "NNS")
_FRONTED = ("appos", "dep", "npadvmod", "nsubj", "advcl")


class Predicate(NamedTuple):
    """The token that heads the phrase, the persona it means, and why."""

    at: int
    persona: str
    because: str


def predicates(
    annotation: Annotation, heads: Mapping[int, str], words: ChainWords, roles: frozenset[str]
) -> Iterator[Predicate]:
    """Every predicated noun of a persona, in text order. ``heads``: head token of each mention → its persona."""
    tokens = annotation.tokens
    for token in annotation.tokens:
        if token.index in heads or token.tag not in _NOUNS:
            continue
        above, because, whom = tokens[token.head], "", None
        is_role = token.tag == "CD" or token.lemma.lower() in roles
        is_called = is_role or _is_one(annotation, token, words)
        if is_called and token.dep == "pobj" and above.text.lower() in words.serves:
            because, whom = "what the person serves as", _serving(annotation, above.head, heads, words)
        elif is_called and token.dep == "attr" and above.lemma not in words.copulas:
            because, whom = "what the person becomes", _of_whom(annotation, token.head, heads)
        elif is_called and token.dep == "oprd":
            because, whom = "what the person is made or called", _of_whom(annotation, token.head, heads)
        elif is_role and (described := fronted(annotation, token.index)) is not None:
            because, whom = "what the sentence opens with", heads.get(described)
        if whom is not None:
            yield Predicate(token.index, whom, because)


def fronted(annotation: Annotation, at: int) -> int | None:
    """ "A gifted linguist, she …": the subject behind the comma that closes a phrase with which a sentence opens."""
    tokens, first = annotation.tokens, annotation.sentences[annotation.tokens[at].sentence].first
    while tokens[at].dep == "conj":
        at = tokens[at].head
    if tokens[at].dep not in _FRONTED or min(annotation.subtree(at)) != first:
        return None
    behind = max(annotation.subtree(at)) + 1
    while behind < len(tokens) and tokens[behind].text == ",":
        behind += 1
    if behind >= len(tokens) or tokens[behind - 1].text != ",":
        return None
    subject = next(
        (c for c in (tokens[at].head, *annotation.children[tokens[at].head]) if tokens[c].dep in SUBJECTS), at
    )
    return subject if behind in annotation.subtree(subject) or behind == subject else None


def _is_one(annotation: Annotation, token: Token, words: ChainWords) -> bool:
    """ "A vegan": a noun that a person is said to be one of, whatever it is; under "as" it describes the object."""
    tokens = annotation.tokens
    objects = [o for o in annotation.children[tokens[token.head].head] if tokens[o].dep == "dobj"]
    if token.dep == "pobj" and any(tokens[o].pos != "PRON" and tokens[o].lemma not in words.times for o in objects):
        return False
    return any(tokens[c].text.lower() in words.indefinite for c in annotation.children[token.index])


def _serving(annotation: Annotation, verb: int, heads: Mapping[int, str], words: ChainWords) -> str | None:
    """Whom "as" describes: of a verb, or of the time that a verb has for its object ("spent a year as a fellow")."""
    tokens = annotation.tokens
    if tokens[verb].lemma in words.times:
        verb = clause_of(annotation, verb)
    return _of_whom(annotation, verb, heads) if tokens[verb].pos in ("VERB", "AUX") else None


def _of_whom(annotation: Annotation, verb: int, heads: Mapping[int, str]) -> str | None:
    objects = [c for c in annotation.children[verb] if annotation.tokens[c].dep == "dobj"]
    subject = next((o for o in objects if o in heads), None) or subject_of(annotation, verb)
    return None if subject is None else heads.get(subject)
