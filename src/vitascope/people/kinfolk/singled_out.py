"""Who is told of one by one of those that a sentence opens with: "Of his four children Karl became a judge, Ida …"."""

from __future__ import annotations

from collections.abc import Collection

from vitascope.model import Annotation, Token
from vitascope.people.syntax import SUBJECTS, conjuncts

__all__ = ["singled_out"]

_TOLD = ("ROOT", "conj", "ccomp", "parataxis")
_PARTING = (";", ":")


def singled_out(annotation: Annotation, several: int, linking: Collection[str]) -> list[int]:
    """The heads of the names that are subjects of what follows, where ``several`` is the noun of a phrase in front.

    ``linking`` are the prepositions of such a phrase.
    """
    tokens = annotation.tokens
    noun, prep = tokens[several], tokens[tokens[several].head]
    sentence = annotation.sentences[noun.sentence]
    opens = prep.index == sentence.first or tokens[prep.index - 1].text in _PARTING
    if noun.dep != "pobj" or prep.text.lower() not in linking or not opens:
        return []
    if tokens[prep.head].pos not in ("VERB", "AUX"):
        return []
    found: list[int] = []
    for name in tokens[several + 1 : sentence.last]:
        if name.pos == "PROPN" and name.dep in SUBJECTS and _is_told(tokens, name):
            found += [c for c in conjuncts(annotation, name.index) if tokens[c].pos == "PROPN"]
    return found


def _is_told(tokens: tuple[Token, ...], name: Token) -> bool:
    """Whether the clause of a subject is told by the sentence itself, and is no content or relative clause in it."""
    verb = tokens[name.head]
    while verb.dep in _TOLD and verb.head != verb.index:
        if verb.dep == "ccomp" and verb.head < verb.index:
            return False
        verb = tokens[verb.head]
    return verb.head == verb.index
