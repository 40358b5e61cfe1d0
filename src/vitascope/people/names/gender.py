"""The gender of the person a life is about, as its pronouns tell it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from vitascope.model import Annotation, Gender
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.draft import Draft

__all__ = ["first_told", "pronoun_counts", "told_gender"]


def pronoun_counts(annotation: Annotation, lex: Lexicon) -> dict[Gender, int]:
    """How many pronouns of each gender a text has."""
    counts: dict[Gender, int] = {"male": 0, "female": 0, "unknown": 0}
    for word in annotation.by_word.keys() & lex.pronouns.keys():
        counts[lex.pronouns[word].gender] += len(annotation.by_word[word])
    return counts


def told_gender(counts: Mapping[Gender, int], main: Draft) -> Gender:
    """The gender that a life's pronouns tell, where they agree; else what a title or patronymic tells.

    ``counts`` are those of :func:`pronoun_counts`.
    """
    pairs: tuple[tuple[Gender, Gender], ...] = (("male", "female"), ("female", "male"))
    for gender, other in pairs:
        enough = 1 if main.hint == gender else 3
        if counts[gender] >= enough and counts[gender] >= 4 * counts[other]:
            return gender
    return main.gender


def first_told(annotation: Annotation, named: Collection[int], others: Collection[int], lex: Lexicon) -> Gender:
    """The gender of the first pronoun behind the first name of a life's subject, where nobody else can be meant.

    ``named`` are the tokens of the subject's names, ``others`` those of others; a noun for anybody ends the search. It
    begins only where the text first says what the subject is ("Anna Berg was a painter"), as a life does.
    """
    if not named or not _is_introduced(annotation, min(named), named):
        return "unknown"
    for token in annotation.tokens[min(named) :]:
        word = token.text.lower()
        form = lex.pronouns.get(word)
        if form is not None and not form.plural and form.gender != "unknown":
            return form.gender
        if (
            token.index in others
            or word in lex.kin
            or (token.lemma in lex.people and _is_another(annotation, token.index))
        ):
            return "unknown"
    return "unknown"


def _is_introduced(annotation: Annotation, first: int, named: Collection[int]) -> bool:
    tokens = annotation.tokens
    sentence = annotation.sentences[tokens[first].sentence]
    said = {t.head for t in tokens[sentence.first : sentence.last] if t.dep == "attr"}
    return any(t.index in named and t.dep == "nsubj" and t.head in said for t in tokens[first : sentence.last])


def _is_another(annotation: Annotation, at: int) -> bool:
    """Whether a noun for a person is not what the sentence says that its subject is."""
    top = annotation.tokens[at]
    while top.dep == "conj" and top.head != top.index:
        top = annotation.tokens[top.head]
    return top.dep not in ("attr", "appos", "compound", "amod", "nmod")
