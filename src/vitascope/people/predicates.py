"""What somebody is called without a name: "as a painter", "was elected a fellow", "became a monk".

By the guidelines of OntoNotes a predicate noun after "be" describes and points at nobody; what a person serves as,
becomes, or is appointed, elected and called is a mention of theirs. The word that opens it is in ``chains.yml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vitascope.model import Annotation
from vitascope.people.mention_chain import ChainWords
from vitascope.people.syntax import subject_of

__all__ = ["Predicate", "predicates"]

_NOUNS = ("NN", "NNP", "CD", "NNS")


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
        if token.index in heads or token.tag not in _NOUNS or not (token.tag == "CD" or token.lemma.lower() in roles):
            continue
        above = tokens[token.head]
        because = ""
        if token.dep == "pobj" and above.text.lower() in words.serves and tokens[above.head].pos in ("VERB", "AUX"):
            because, verb = "what the person serves as", above.head
        elif token.dep == "attr" and above.lemma not in words.copulas:
            because, verb = "what the person becomes", token.head
        elif token.dep == "oprd":
            because, verb = "what the person is made or called", token.head
        if because:
            whom = _of_whom(annotation, verb, heads)
            if whom is not None:
                yield Predicate(token.index, whom, because)


def _of_whom(annotation: Annotation, verb: int, heads: Mapping[int, str]) -> str | None:
    objects = [c for c in annotation.children[verb] if annotation.tokens[c].dep == "dobj"]
    if objects:
        return heads.get(objects[0])
    subject = subject_of(annotation, verb)
    return None if subject is None else heads.get(subject)
