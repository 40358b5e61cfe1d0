"""Which words the places stage holds for names of places, where the parser saw something else or nothing."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from vitascope.claims.by_start import Around
from vitascope.model import Annotation, Span, Token

_PLACE, _PLACING, _BODILY = "GPE", ("GPE", "LOC", "FAC"), ("ORG", "FAC")


def of_places(
    annotation: Annotation,
    names: Iterable[tuple[Span, range]],
    entities: Mapping[int, str],
    mentioning: Container[int],
) -> dict[int, str]:
    """The label of a place for each token of ``names``, given with their tokens.

    Left as they are: tokens ``mentioning`` somebody or a body, those whose label in ``entities`` is a place's, and
    names within that of a body ("University of Riga").
    """
    found: dict[int, str] = {}
    bodies = Around((e.span for e in annotation.entities if e.label in _BODILY), lambda span: span)
    for span, inside in names:
        if any(i in mentioning or entities.get(i) in _PLACING for i in inside):
            continue
        if all(body == span for body in bodies.holding(span)):
            found.update(dict.fromkeys(inside, _PLACE))
    return found


def travelled_to(annotation: Annotation, token: Token, grammar: Mapping[str, Container[str]]) -> bool:
    """ "Visited Crieff", "was taken to Crieff": a bare name of one word behind a verb of going and bringing."""
    prep = annotation.tokens[token.head]
    behind = token.dep == "pobj" and prep.lemma.lower() in grammar["towards"]
    verb = annotation.tokens[prep.head] if behind else prep
    bare = token.pos == "PROPN" and token.text.istitle() and not annotation.children[token.index]
    return bare and (behind or token.dep == "dobj") and verb.lemma.lower() in grammar["travelling"]
