"""Named repairs of what is set against something told: "A, not B"."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.language.repairing import Edit, Repair, children, words
from vitascope.model import Sentence, Token

_NOUNS = ("NOUN", "PROPN")


def set_against_a_noun(tokens: Sequence[Token], sentence: Sentence) -> Edit:
    """ "It was Lund, not Dahl, who built it": what is told further is told of the first, not of the other."""
    edits: Edit = {}
    for negation in words(tokens, sentence)[1:]:
        noun = tokens[negation.head]
        if negation.dep != "neg" or noun.pos not in _NOUNS or noun.index > negation.index:
            continue
        if tokens[negation.index - 1].text != ",":
            continue
        other = next(
            (c for c in children(tokens, sentence, noun.index) if c.dep == "appos" and c.index > negation.index), None
        )
        if other is None:
            continue
        edits[negation.index] = ("neg", other.index)
        edits[other.index] = ("dep", noun.head)
        for clause in children(tokens, sentence, other.index):
            if clause.dep == "relcl":
                edits[clause.index] = ("relcl", noun.index)
    return edits


def set_against_a_phrase(tokens: Sequence[Token], sentence: Sentence) -> Edit:
    """ "She studied in Lund, not, as he said, in Malmö": behind a comma "not" denies the phrase, and not the verb."""
    edits: Edit = {}
    for negation in words(tokens, sentence)[1:]:
        verb = tokens[negation.head]
        if negation.dep != "neg" or verb.pos not in ("VERB", "AUX") or verb.index > negation.index:
            continue
        if tokens[negation.index - 1].text != ",":
            continue
        edits[negation.index] = ("dep", verb.index)
        for phrase in children(tokens, sentence, verb.index):
            if phrase.dep in ("prep", "advcl", "npadvmod") and phrase.index > negation.index:
                edits[phrase.index] = (phrase.dep, negation.index)
    return edits


CONTRASTS = (
    Repair(
        "set against a noun",
        set_against_a_noun,
        (("It was Lund, not Dahl, who built the mill.", ("built", "relcl", "Lund")),),
        ("Lund, who was not a smith, built the mill.", "Lund did not build the mill."),
    ),
    Repair(
        "set against a phrase",
        set_against_a_phrase,
        (("Anna Berg studied in Lund, not, as was claimed, in Malmö.", ("not", "dep", "studied")),),
        ("Anna Berg did not study in Lund.", "Anna Berg, not yet twenty, studied in Lund."),
    ),
)
